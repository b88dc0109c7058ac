import { expect, test } from 'vitest'
import { overlaysOf } from '../../src/authoring/diff/overlay.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { files } from '../model/fixtures/rule-set.ts'

const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'
const DISTRICT = 'rules/municipalities/brinkdam/districts/haven.yaml'

/** What each layer repeats when something is written into one of its files: `path: line`. */
function overlays(file: string, from = '', to = '') {
  const all = files({})
  const text = all.get(file) ?? ''
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  all.set(file, text.replace(from, to))
  const { ruleSet, findings } = loadRuleSet(all)
  if (!ruleSet) throw new Error('the fixture does not load')
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return new Map(overlaysOf(ruleSet, all).map((one) => [one.layer, one]))
}
const repeats = (file: string, from: string, to: string): string[] =>
  [...overlays(file, from, to).values()].flatMap((one) => one.repeats.map(({ code, path, line }) => `${code} ${path} ${line}`))

test('layers that hold differences only repeat nothing, and their lines are counted without comments', () => {
  const found = overlays(TOWN, 'extends: base\n', 'extends: base\n# a remark\n\n')
  expect([...found].map(([id, { repeats: none }]) => [id, none])).toEqual([
    ['brinkdam', []],
    ['brinkdam/haven', []],
    ['brinkdam/haven/kade', []],
  ])
  expect(found.get('brinkdam')).toMatchObject({ file: TOWN, lines: 47, entries: 15 })
  expect(found.get('brinkdam/haven')).toMatchObject({ file: DISTRICT, lines: 12, entries: 3 })
  expect(found.get('brinkdam/haven/kade')).toMatchObject({ lines: 8, entries: 1 })
})

test.each([
  {
    what: 'a value of a parameter as the base has it',
    file: TOWN,
    from: '{ value: partOfExploitation, source: "APV Brinkdam 2.1" }',
    to: '{ value: separate, source: "APV 2.10" }',
    path: 'parameters[0].values',
  },
  {
    what: 'a colour of the town in the district',
    file: DISTRICT,
    from: 'branding: {',
    to: 'branding: { colours: { primary: "#004699" },',
    path: 'branding.colours.primary',
  },
  {
    what: 'an hours window of the town under another id',
    file: DISTRICT,
    from: 'id: inside.haven, place: inside, nights: [mon], open: "07:00", close: "23:00"',
    to: 'id: inside.haven, place: inside, nights: [mon, tue, wed, thu, fri, sat, sun], open: "07:00", close: "01:00+1"',
    path: 'hours[0]',
  },
  {
    what: 'a condition as it is below',
    file: DISTRICT,
    from: 'to: { when: terrace.area > 20 }',
    to: 'to: { when: terrace.present and terrace.area > 10 }',
    path: 'changes[0].to.when',
  },
])('$what is found with its line', ({ file, from, to, path }) => {
  const line = (files({}).get(file) ?? '').split(from)[0]?.split('\n').length
  expect(repeats(file, from, to)).toEqual([`REPEATS_BASE ${path} ${line}`])
})

test('a value with another source is another value: somebody read it', () => {
  expect(repeats(TOWN, 'value: partOfExploitation', 'value: separate')).toEqual([])
})

test('a place in a list that is no other place repeats what is below', () => {
  expect(
    repeats(DISTRICT, 'changes:\n', 'changes:\n  - { op: reorder, at: licences/terrace/rules/large, after: part, why: w }\n'),
  ).toHaveLength(1)
})
