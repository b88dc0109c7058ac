import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DiffJson } from '../../src/model/schema/diff-json.ts'
import { file, folder, horeca1, mistyped, ROOT } from './terminal.ts'

describe('diff A B', () => {
  test('tells in Dutch or English, with file and line, and ends well', async () => {
    const nl = await horeca1(ROOT, 'diff', 'voorbeeld', 'amsterdam')
    expect(nl.code).toBe(0)
    expect(nl.out).toMatch(/^A {2}Voorbeeld \[voorbeeld\], 1 maart 2026\nB {2}Amsterdam \[amsterdam\], 1 maart 2026\n/)
    expect(nl.out).toContain('Alcoholvergunning: bedrag [fees/alcohol.new]')
    expect(nl.out).toMatch(
      /B € 1\.882,10 \(niet gecontroleerd bij de bron\) {2}rules\/municipalities\/amsterdam\/municipality\.yaml:\d+ \(amsterdam\)/,
    )
    const en = await horeca1(ROOT, 'diff', 'voorbeeld', 'amsterdam', '--lang', 'en')
    expect(en.out).toContain('Fees and costs (')
  })

  test('the JSON is what its schema says, and agrees with the words', async () => {
    const { out, code } = await horeca1(ROOT, 'diff', 'voorbeeld', 'voorbeeld-licht', '--answers-dir', 'rules/base/examples', '--json')
    expect(code).toBe(0)
    const read = DiffJson.parse(JSON.parse(out))
    expect(read.differences.map(({ item }) => item)).toContain('parameters/town.bibob.profile')
    expect(read.outcomes?.length).toBeGreaterThan(10)
    const cafe = read.outcomes?.find((one) => one.file.endsWith('cafe-terrace-machines.yaml'))
    expect(read.outcomes?.flatMap(({ changes }) => changes).some(({ what }) => what === 'question')).toBe(true)
    expect(cafe?.notUsed).toEqual({ a: [], b: [] })
  })

  test('the same town on two days', async () => {
    const { out, code } = await horeca1(ROOT, 'diff', 'amsterdam@2026-03-01', 'amsterdam@2027-03-01')
    expect(code).toBe(0)
    expect(out).toContain('B € 1.882,10 (van een eerder jaar; niet gecontroleerd bij de bron)')
    expect((await horeca1(ROOT, 'diff', 'amsterdam', 'amsterdam')).out).toContain('Er is geen verschil.')
  })

  test('on another day a fee of the example is stale, and left out of the total', async () => {
    const { cwd } = file('a.json', {
      schema: 1,
      variant: 'amsterdam',
      answers: { 'application.kind': 'new', 'premises.kind': 'building', 'activity.alcohol': 'onSite' },
    })
    const { out } = await horeca1(cwd, 'diff', 'amsterdam@2026-03-01', 'amsterdam@2027-03-01', '--answers-dir', '.', '--rules', ROOT)
    expect(out).toMatch(/1 van 1 antwoordbestanden/)
    expect(out).toMatch(/Leges .*→ € 1\.882,10, van een eerder jaar/)
  })

  test('an answer that one of the two does not ask is told, not lost', async () => {
    const { cwd } = file('a.json', { schema: 1, variant: 'amsterdam/centrum', answers: { 'centrum.precarioZone': 'a' } })
    const { out, code } = await horeca1(cwd, 'diff', 'voorbeeld', 'amsterdam/centrum', '--answers-dir', '.', '--rules', ROOT)
    expect(code).toBe(0)
    expect(out).toContain('1 antwoord heeft geen plek in A: answers.centrum.precarioZone')
  })
})

describe('diff TOWN --from FOLDER or REV', () => {
  const TOWN = 'rules/municipalities/voorbeeld/municipality.yaml'
  const raised = (): string => mistyped(TOWN, (text) => text.replace('amount: 300.00', 'amount: 312.00'))

  test('tells a fee that was raised, in which examples, and for how many made-up businesses', async () => {
    const { out, code } = await horeca1(ROOT, 'diff', 'voorbeeld', '--from', ROOT, '--rules', raised(), '--json')
    expect(code).toBe(0)
    const { differences, outcomes, population, a, b } = DiffJson.parse(JSON.parse(out))
    expect([a.from, b.from]).toEqual([ROOT, null])
    expect(differences.map(({ item, a: was, b: becomes }) => [item, was?.text, becomes?.text])).toEqual([
      ['fees/alcohol.new', '€ 300,00', '€ 312,00'],
    ])
    expect(new Set(outcomes?.flatMap(({ changes }) => changes.map(({ what }) => what)))).toEqual(new Set(['fee', 'feeTotal']))
    expect(population?.once).toMatchObject({ higher: { leastCents: 1200, mostCents: 1200 }, lower: null })
    expect(population?.businesses).toBeGreaterThan(300)
  })

  test('what a raise of all fees makes of a fee is told in euro, rounded as the town does', async () => {
    const next = mistyped(TOWN, (text) =>
      text.replace('fees:\n', 'raise: [{ percent: 3.2, from: 2027-01-01, roundTo: 0.05, source: a }]\nfees:\n'),
    )
    const { out } = await horeca1(ROOT, 'diff', 'voorbeeld@2026-12-31', 'voorbeeld@2027-01-01', '--rules', next)
    // 300.00 × 1.032
    expect(out).toContain('B € 309,60 (€ 300,00 + 3,2 %)')
  })

  test('what begins next year is told, and compared on the day on which it begins', async () => {
    const next = mistyped(TOWN, (text) =>
      text.replace(
        'amounts: [{ amount: 300.00, from: 2026-01-01, source: "voorbeeld, verzonnen" }]',
        'amounts: [{ amount: 300.00, from: 2026-01-01, until: 2026-12-31, source: a }, { amount: 325.00, from: 2027-01-01, source: a }]',
      ),
    )
    const { out } = await horeca1(ROOT, 'diff', 'voorbeeld', '--from', ROOT, '--rules', next)
    expect(out).toContain('op 1 januari 2027')
    expect(out).toContain('€ 300,00 (vanaf 1 januari 2026 tot en met 31 december 2026); € 325,00 (vanaf 1 januari 2027)')
    expect(out).toMatch(/Leges Alcoholvergunning: .*→ € 325,00/)
  })

  test('the same rules differ in nothing, and two days of one town in no term', async () => {
    const same = await horeca1(ROOT, 'diff', 'voorbeeld', '--from', ROOT)
    expect([same.code, same.out.trim().split('\n').at(-1)]).toEqual([0, 'Er is geen verschil.'])
    const days = ['voorbeeld@2026-03-01', 'voorbeeld@2026-03-02', '--answers-dir', 'rules/base/examples']
    expect((await horeca1(ROOT, 'diff', ...days)).out).not.toMatch(/Termijn|Vroegste opening/)
  })

  test.each([
    { args: ['voorbeeld', '--from', 'nergens'], says: 'er is geen map met die naam' },
    { args: ['voorbeeld', '--from', 'src'], says: 'geen rules/base en forms' },
    { args: ['--from', ROOT], says: 'The town to compare is missing' },
    { args: ['voorbeeld@2027-01-01', '--from', ROOT], says: 'write --date 2027-01-01' },
    { args: ['atlantis', '--from', ROOT], says: 'there is no town or district "atlantis"' },
    { args: ['voorbeeld', '--from', ''], says: '--from is leeg' },
    { args: ['voorbeeld', '--from', 'package.json'], says: 'dat is een bestand' },
  ])('$args', async ({ args, says }) => {
    const { code, err, out } = await horeca1(ROOT, 'diff', ...args)
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(says)])
  })

  test('a town that was not there yet is new; one that cannot be read there is told with its line, and nothing that follows from it', async () => {
    const gone = mistyped(TOWN, (text) => `${text}# gone in a moment\n`)
    rmSync(join(gone, TOWN))
    const { code, err } = await horeca1(ROOT, 'diff', 'voorbeeld', '--from', gone)
    expect([code, err]).toEqual([2, expect.stringContaining('voorbeeld is daar nog niet. Er valt niets te vergelijken')])
    const unread = await horeca1(
      ROOT,
      'diff',
      'voorbeeld',
      '--from',
      mistyped(TOWN, (text) => `${text}\n  - {{ :\n`),
    )
    expect(unread.code).toBe(2)
    expect(unread.err).toMatch(/Er zit 1 fout in.*\n.*rules\/municipalities\/voorbeeld\/municipality\.yaml:\d+:\d+/)
    const base = await horeca1(
      ROOT,
      'diff',
      'voorbeeld',
      '--from',
      mistyped('rules/base/fees.yaml', (text) => `${text}\n  - {{ :\n`),
    )
    expect(base.err).toMatch(/Er zit 1 fout in.*\n.*rules\/base\/fees\.yaml:\d+/)
  })
})

describe('diff refuses what it cannot compare, in one line', () => {
  test.each([
    { args: [], says: 'The first town to compare is missing' },
    { args: ['voorbeeld'], says: 'The second town to compare is missing' },
    { args: ['voorbeeld', 'atlantis'], says: 'there is no town or district "atlantis"' },
    { args: ['vorbeeld', 'amsterdam'], says: 'Did you mean voorbeeld?' },
    { args: ['voorbeeld@2026-02-30', 'amsterdam'], says: 'a day that exists' },
    { args: ['voorbeeld@', 'amsterdam'], says: 'a day that exists' },
    { args: ['voorbeeld@2026-01-01@2', 'amsterdam'], says: 'a day that exists' },
    { args: ['voorbeeld', 'amsterdam', 'voorbeeld-licht'], says: 'a third' },
    { args: ['voorbeeld', 'amsterdam', '--answers-dir', 'no-such'], says: 'there is no such folder' },
    { args: ['voorbeeld', 'amsterdam', '--answer-dir', 'x'], says: 'Did you mean --answers-dir?' },
  ])('$args', async ({ args, says }) => {
    const { code, err, out } = await horeca1(ROOT, 'diff', ...args)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(out).toBe('')
  })

  test('a folder without answer files', async () => {
    const { code, err } = await horeca1(folder(), 'diff', 'voorbeeld', 'amsterdam', '--answers-dir', '.', '--rules', ROOT)
    expect([code, err]).toEqual([2, expect.stringContaining('there is no answer file')])
  })

  test('a broken answer file is named with its line, and the others are still compared', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'deep'))
    writeFileSync(join(cwd, 'bad.json'), '{\n  "schema": 1,\n  "variant": ')
    writeFileSync(
      join(cwd, 'deep', 'wrong.json'),
      '{\n  "schema": 1,\n  "variant": "voorbeeld",\n  "answers": { "activity.alcohol": "onsite" }\n}',
    )
    writeFileSync(join(cwd, 'good.json'), '{ "schema": 1, "variant": "voorbeeld" }')
    const { code, err, out } = await horeca1(cwd, 'diff', 'voorbeeld', 'amsterdam', '--answers-dir', '.', '--rules', ROOT)
    expect(code).toBe(1)
    expect(err).toMatch(/^bad\.json:\d+:\d+.*\[BAD_YAML\]$/m)
    expect(err).toMatch(/^deep\/wrong\.json:4:\d+ answers.*\[ANSWER_UNKNOWN_OPTION\]$/m)
    expect(out).toContain('good.json')
  })

  test('rules with a mistake in them are refused with file and line', async () => {
    const copy = mistyped('rules/municipalities/voorbeeld/municipality.yaml', (text) => text.replace('amount: 300.00', 'amount: "300,00"'))
    const { code, err } = await horeca1(ROOT, 'diff', 'voorbeeld', 'amsterdam', '--rules', copy)
    expect(code).toBe(1)
    expect(err).toMatch(/^rules\/municipalities\/voorbeeld\/municipality\.yaml:\d+:\d+.*\[BAD_SHAPE\]$/m)
    expect(err.match(/300,00/g)?.length).toBe(1)
  })
})
