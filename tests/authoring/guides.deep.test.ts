import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { findUnused } from '../../src/authoring/prove/find-unused.ts'
import { findWrongAmounts } from '../../src/authoring/prove/find-wrong-amounts.ts'
import { proveTree } from '../../src/authoring/prove/tree.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { BASE } from '../../src/model/layers/base.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { blocksOf, townOfTheGuides, type Yaml } from './guide-blocks.ts'

// what the Dutch guides tell a clerk to write is a rule set without a mistake: their blocks of YAML are put together and checked

const DATE = '2026-11-28'
let base: ReadonlyMap<string, string>
beforeAll(() => {
  base = new Map([...readFiles(process.cwd())].filter(([file]) => !file.includes('/municipalities/') && !file.includes('/examples/')))
})

/** Errors and warnings of the town, as `check` tells them, without the proof of the tree. */
function found(files: Readonly<Record<string, Yaml>>, town: string): string[] {
  const written = Object.entries(files).map(([file, content]) => [file, stringify(content)] as const)
  const { ruleSet, findings } = loadRuleSet(new Map([...base, ...written]))
  const { variant, findings: own } = ruleSet ? resolveVariant(ruleSet, town, { date: DATE }) : { variant: null, findings: [] }
  const more = variant ? [...findWrongAmounts(variant, DATE), ...findUnused([variant], new Set([town]))] : []
  expect(ruleSet?.layers.has(town)).toBe(true)
  return [...findings, ...own, ...more]
    .filter(({ severity }) => severity !== 'note')
    .map(({ file, line, message, code }) => `${file}:${line} ${message} [${code}]`)
}

test('the blocks of the guide for municipalities make a town without a mistake, its decisions taken', () => {
  const blocks = [...blocksOf('handleiding-gemeente.md'), ...blocksOf('adoptie.md')]
  expect(blocks.length).toBeGreaterThan(8)
  const written = townOfTheGuides()
  expect(found(written, 'zandwijk')).toEqual([])
  const { ruleSet } = loadRuleSet(
    new Map([...base, ...Object.entries(written).map(([file, content]) => [file, stringify(content)] as const)]),
  )
  const variant = ruleSet ? resolveVariant(ruleSet, 'zandwijk', { date: DATE }).variant : null
  // the step "what you must decide" names all that the base leaves to a town
  expect(variant?.parameters.filter(({ owed }) => owed).map(({ id }) => id)).toEqual([])
  const boxes = variant?.forms.flatMap(({ sections }) => sections.flatMap((section) => section.boxes)) ?? []
  for (const nr of ['TE-046', 'TE-047', 'ZW-1']) expect(boxes.map((box) => box.nr)).toContain(nr)
})

test('what the guide shows of Molenkreek stands so in the files of that town', () => {
  const blocks = blocksOf('handleiding-gemeente.md').filter(({ file }) => file?.includes('/molenkreek/'))
  expect(blocks.length).toBeGreaterThan(5)
  for (const { file, content } of blocks) {
    const name = new URL(`newcomer/${file?.replace('rules/municipalities/', '')}`, import.meta.url)
    const whole = parse(readFileSync(name, 'utf8')) as Yaml
    for (const [key, shown] of Object.entries(content))
      expect(whole[key], `${key} in ${file}`).toEqual(Array.isArray(shown) ? expect.arrayContaining(shown) : shown)
  }
})

test('a district or area of the guide carries the name of its municipality: that name stands in the packet as the municipality', () => {
  const named = blocksOf('handleiding-gemeente.md').flatMap(({ file, content }) =>
    [content, ...(Array.isArray(content.areas) ? (content.areas as Yaml[]) : [])].flatMap((item) =>
      typeof item.extends === 'string' && item.extends !== BASE ? [{ name: String(item.name), town: file?.split('/')[2] ?? '' }] : [],
    ),
  )
  expect(named.length).toBeGreaterThan(1)
  for (const { name, town } of named) expect(name.toLowerCase()).toMatch(new RegExp(`^${town}\\b`))
})

test('a rule of the guide that makes an exception decides before the rules of the base', () => {
  const files = new Map([...base, ...Object.entries(townOfTheGuides()).map(([file, content]) => [file, stringify(content)] as const)])
  const rules = (all: ReadonlyMap<string, string>): string[] => {
    const { ruleSet } = loadRuleSet(all)
    const variant = ruleSet ? resolveVariant(ruleSet, 'zandwijk', { date: DATE }).variant : null
    return variant ? proveTree(variant).findings.map(({ code, path }) => `${code} ${path}`) : ['no town']
  }
  expect(rules(files)).toEqual([])
  // as somebody writes it who leaves after: out
  const town = 'rules/municipalities/zandwijk/municipality.yaml'
  const last = (files.get(town) ?? '').replace('    after: noTerrace\n', '')
  expect(last).not.toBe(files.get(town))
  expect(rules(new Map([...files, [town, last]]))).toEqual(['TREE_DEAD_CONDITION licences/terrace/rules/ownGroundDry'])
})

describe('the blocks of the guide for clerks', () => {
  const start = { schema: 1, id: 'proefdorp', name: 'Proefdorp', extends: BASE }
  test.each(blocksOf('handleiding-medewerker.md').map(({ content }) => [Object.keys(content).join(', '), content] as const))(
    '%s',
    (_, content) => {
      expect(found({ 'rules/municipalities/proefdorp/municipality.yaml': { ...start, ...content } }, 'proefdorp')).toEqual([])
    },
  )
})

test('the guide names every value that the base leaves to a town', () => {
  const { ruleSet } = loadRuleSet(base)
  const page = readFileSync(new URL('../../docs/handleiding-gemeente.md', import.meta.url), 'utf8')
  const owed = ruleSet?.base.parameters.filter(({ local, values }) => local === 'must' && values.every(({ value }) => value === null)) ?? []
  expect(owed.length).toBeGreaterThan(4)
  for (const { id } of owed) expect(page).toContain(id)
})
