import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { keptCli } from '../../scripts/lib/kept-cli.mjs'
import { readFiles } from '../../src/cli/rule-files.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { smallFiles } from '../engine/small-rules.ts'
import { writeCountry } from '../made-up/country.ts'
import { folder } from './terminal.ts'

// `check` in several threads says what it says in one

const both = (text: string) => ({ nl: text, en: text })
const MODES = ['always', 'music', 'always', 'never', 'music', 'always', 'never', 'always']

/** Eight towns with three trees between them, and in some of them a mistake of their own; two are broken, and the base has a question that nothing uses and a box that nothing fills. */
function country(): string {
  const files = smallFiles({
    questions: [
      { id: 'a.serves', type: 'yesNo' },
      { id: 'a.music', type: 'yesNo', when: 'a.serves' },
      { id: 'a.unused', type: 'text' },
    ],
    parameters: [
      {
        id: 'town.mode',
        type: 'choice',
        options: ['always', 'music', 'never'].map((id) => ({ id, label: both(id) })),
        label: both('mode'),
        values: [{ value: 'always', source: 'Wet 1' }],
      },
    ],
    steps: [
      { id: 'serves', ask: ['a.serves'] },
      { id: 'music', ask: ['a.music'], when: 'a.serves' },
    ],
    licences: [
      {
        id: 'permit',
        rules: [
          { id: 'needed', when: 'a.serves and (town.mode = "always" or (town.mode = "music" and a.music))', verdict: 'needed' },
          { id: 'rest', when: true, verdict: 'notNeeded' },
        ],
      },
    ],
    sections: [
      {
        id: 'a',
        act: 'permit',
        boxes: [
          { nr: '1', questions: ['a.music'] },
          { nr: '2', when: 'a.serves = false', questions: ['a.music'] },
        ],
      },
    ],
  })
  files.delete('rules/municipalities/town/municipality.yaml')
  for (const [number, mode] of MODES.entries()) {
    files.set(
      `rules/municipalities/town-${number}/municipality.yaml`,
      JSON.stringify({
        schema: 1,
        id: `town-${number}`,
        name: `Town ${number}`,
        extends: 'base',
        parameters: [{ id: 'town.mode', values: [{ value: mode, ...(number !== 4 && { source: 'besluit' }), unverified: number === 5 }] }],
        ...(number === 3 && {
          fees: [{ id: 'fine', licence: 'permit', label: both('Boete'), kind: 'once', amounts: [{ amount: '-5', source: 'besluit' }] }],
        }),
        ...(number === 6 && { changes: [{ op: 'change', at: 'licences/permit/rules/needed', to: { when: 'a.nobody' }, why: 'zo maar' }] }),
      }),
    )
  }
  const made = folder()
  for (const [file, text] of files) {
    mkdirSync(dirname(join(made, file)), { recursive: true })
    writeFileSync(join(made, file), text)
  }
  return made
}

/** The program as it is bundled, for only that has threads. */
async function check(rules: string, ...more: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const program = await keptCli()
  if (program === null) throw new Error('The command line cannot be bundled here.')
  const args = [program, 'check', '--rules', rules, '--date', '2026-03-01', '--lang', 'en', ...more]
  return new Promise((done) => {
    execFile(process.execPath, args, (error, out, err) => done({ code: error?.code ?? 0, out, err }))
  })
}

test('the same findings and lines in the same order, with one thread and with four', async () => {
  const rules = country()
  const one = await check(rules, '--threads', '1')
  expect(one.code).toBe(1)
  for (const said of ['tree of town-0: ', 'tree of town-2: as town-0', 'tree of town-7: as town-0', 'tree of base: as town-0'])
    expect(one.out).toContain(said)
  for (const code of ['NEGATIVE_AMOUNT', 'UNUSED_QUESTION', 'BOX_NEVER_FILLED', 'a.nobody']) expect(one.err).toContain(code)
  expect(await check(rules, '--threads', '4')).toEqual(one)
  const json = await check(rules, '--threads', '1', '--json')
  expect(JSON.parse(json.out).length).toBeGreaterThan(4)
  expect(await check(rules, '--threads', '4', '--json')).toEqual(json)
})

test('a number of threads that is none is wrong use', async () => {
  expect(await check(country(), '--threads', 'many')).toMatchObject({
    code: 2,
    err: expect.stringContaining('check: --threads takes a number from 1 to 99, not "many".\n'),
  })
})

test('towns that a seed makes up are in order, differ, and are the same for the same seed', () => {
  // those that are shown as examples do not count
  const shipped = readdirSync(join(import.meta.dirname, '../../rules/municipalities')).filter((id) => !id.startsWith('voorbeeld')).length
  const [first, again, other] = [1, 1, 2].map((seed) => {
    const made = folder()
    return { ids: writeCountry(made, shipped + 2, seed), files: readFiles(made) }
  })
  if (!first || !again || !other) throw new Error('nothing was made')
  expect(again.files).toEqual(first.files)
  const textOf = (country: typeof first, id: string) => country.files.get(`rules/municipalities/${id}/municipality.yaml`)
  expect(first.ids.length).toBeGreaterThan(1)
  for (const id of first.ids) expect(textOf(other, id)).not.toBe(textOf(first, id))
  const { ruleSet, findings } = loadRuleSet(first.files)
  if (!ruleSet) throw new Error('no rules')
  const wrong = [...findings, ...first.ids.flatMap((id) => resolveVariant(ruleSet, id, { date: '2026-12-01' }).findings)]
  expect(wrong.filter(({ severity }) => severity !== 'note')).toEqual([])
})
