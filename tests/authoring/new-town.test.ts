import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { newTown } from '../../src/authoring/new/new-town.ts'
import { townIdOf } from '../../src/authoring/new/town-id.ts'
import { openProject } from '../../src/cli/project.ts'
import type { Finding } from '../../src/model/findings/finding.ts'
import { BASE } from '../../src/model/layers/base.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import '../seed.ts'

const TODAY = '2026-11-30'
const { ruleSet, files } = openProject(process.cwd(), undefined)
if (!ruleSet) throw new Error('the rules do not load')
const base = new Map([...files].filter(([file]) => !file.includes('/municipalities/') && !file.includes('/examples/')))
const FILE = 'rules/municipalities/zandwijk/municipality.yaml'

const made = (from = BASE, name = 'Zandwijk') => newTown(ruleSet, { id: 'zandwijk', name, from, today: TODAY })
/** Errors and warnings of a file of the town on the base alone. */
function found(text: string): Finding[] {
  const { ruleSet: all, findings } = loadRuleSet(new Map([...base, [FILE, text]]))
  const own = all ? resolveVariant(all, 'zandwijk', { date: TODAY }).findings : []
  return [...findings, ...own].filter(({ severity }) => severity !== 'note')
}

describe('the file of a new town', () => {
  test('holds nothing yet but who it is and the base it was made on, and has no mistake', () => {
    const { text } = made()
    const empty = { parameters: null, fees: null, hours: null, channels: null }
    expect(parse(text)).toEqual({
      schema: 1,
      id: 'zandwijk',
      name: 'Zandwijk',
      extends: BASE,
      basedOn: ruleSet.base.head.version,
      ...empty,
    })
    expect(found(text)).toEqual([])
  })

  test('has a line for every value and fee that the base leaves to a town, with where it is usually found', () => {
    const { text, toDo } = made()
    const owed = [...ruleSet.base.parameters, ...ruleSet.base.fees].filter(({ local }) => local === 'must')
    expect(owed.length).toBeGreaterThan(15)
    for (const { id, label, foundIn } of owed) {
      expect(foundIn, `${id} says where it is found`).toBeDefined()
      expect(text).toContain(`#- { id: ${id},`)
      expect(toDo).toContainEqual({ what: label.nl, foundIn: foundIn?.nl })
    }
  })

  test('every line that is switched on but not filled in is an error in that line, and none elsewhere', () => {
    const lines = made().text.split('\n')
    const switches = lines.flatMap((line, at) => (/^\s*#(?:- \{|[a-z]+: [{[])/.test(line) ? [at] : []))
    expect(switches.length).toBeGreaterThan(30)
    const text = lines.map((line, at) => (switches.includes(at) ? line.replace('#', '') : line)).join('\n')
    const errors = found(text).filter(({ severity }) => severity === 'error')
    expect(new Set(errors.map(({ file, line }) => `${file}:${line}`))).toEqual(new Set(switches.map((at) => `${FILE}:${at + 1}`)))
  })

  test('a line that is filled in holds', () => {
    const text = made().text.replace(
      '#- { id: town.exploitation.mode, values: [{ value: INVULLEN, source: "" }] }',
      '- { id: town.exploitation.mode, values: [{ value: always, source: APV art. 2:28 }] }',
    )
    expect(found(text)).toEqual([])
    const all = loadRuleSet(new Map([...base, [FILE, text]])).ruleSet
    const variant = all && resolveVariant(all, 'zandwijk', { date: TODAY }).variant
    expect(variant?.parameters.find(({ id }) => id === 'town.exploitation.mode')?.values[0]?.value).toBe('always')
  })

  test.each([...ruleSet.layers.keys()].filter((id) => !id.includes('/')))('tells what %s says, and takes none of it over', (from) => {
    const { text } = made(from)
    expect(parse(text)).toEqual(parse(made().text))
    expect(text).toContain(`${ruleSet.layers.get(from)?.name} `)
  })
})

describe('the id of a town', () => {
  test.each([
    ["'s-Hertogenbosch", 's-hertogenbosch'],
    ['Súdwest-Fryslân', 'sudwest-fryslan'],
    ['Geldrop-Mierlo', 'geldrop-mierlo'],
    ['Bergen (NH.)', 'bergen-nh'],
    ['Base', null],
    ['2030', null],
    ['../..', null],
    ['', null],
    ['京都', null],
    ['x'.repeat(100), null],
  ])('%s → %s', (name, id) => expect(townIdOf(name)).toBe(id))

  test('whatever the name, it stays in its folder, and the file reads it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const id = townIdOf(name)
        if (id === null) return
        expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
        expect((parse(made(BASE, name).text) as { name: string }).name).toBe(name)
      }),
      { numRuns: 50 },
    )
  })
})
