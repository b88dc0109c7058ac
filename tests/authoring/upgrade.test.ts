import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { upgrade, type Version } from '../../src/authoring/upgrade/upgrade.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { UpgradeJson } from '../../src/model/schema/upgrade-json.ts'
import { files } from '../model/fixtures/rule-set.ts'
import '../seed.ts'

// A newer base under a town: each change of the base, each thing a town says, and which of them meet. Whatever the two choose of it, exactly what meets is told.

const TOWN = 'rules/municipalities/zandwijk/municipality.yaml'
const HEAD = 'schema: 1\nid: zandwijk\nname: Zandwijk\nextends: base\nbasedOn: 2026.1.0\n'

interface BaseEdit {
  readonly file: string
  readonly was: string
  readonly becomes: string
}
const BASE = {
  weeks: { file: 'rules/base/ruleset.yaml', was: '- { value: 8 }', becomes: '- { value: 6 }' },
  feeLabel: { file: 'rules/base/fees.yaml', was: 'en: Fee }', becomes: 'en: Dues }' },
  feeAmount: { file: 'rules/base/fees.yaml', was: 'amount: 125.50', becomes: 'amount: 150.00' },
  heatedGone: {
    file: 'rules/base/questions/plan.yaml',
    was: '  - id: terrace.heated\n    subject: case\n    type: yesNo\n    label: { nl: Verwarmd?, en: Heated? }\n    topic: plan\n    optional: true\n',
    becomes: '',
  },
  optionLabel: { file: 'rules/base/questions/plan.yaml', was: 'nl: Afhalen', becomes: 'nl: Meenemen' },
  checkLimit: { file: 'rules/base/checks.yaml', was: 'terrace.area > 500', becomes: 'terrace.area > 400' },
  boxLabel: { file: 'forms/terrace.yaml', was: 'nl: Groot,', becomes: 'nl: Groot terras,' },
  newQuestion: {
    file: 'rules/base/questions/plan.yaml',
    was: '  - id: terrace.large\n',
    becomes:
      '  - { id: terrace.windbreak, subject: case, type: yesNo, topic: plan, label: { nl: Windschermen?, en: Windbreaks? } }\n  - id: terrace.large\n',
  },
} satisfies Record<string, BaseEdit>
type BaseName = keyof typeof BASE

interface Said {
  readonly list: 'parameters' | 'fees' | 'changes'
  readonly text: string
  /** What of the base it meets, and how that is told: kind, item, property. */
  readonly meets: Partial<Record<BaseName, readonly [kind: string, item: string, property: string | null]>>
}
const change = (at: string, to: string): string => `  - { op: change, at: ${at}, to: ${to}, why: proef }\n`
const SAID: readonly Said[] = [
  {
    list: 'parameters',
    text: '  - { id: town.terrace.decisionWeeks, values: [{ value: 10, source: APV }] }\n',
    meets: { weeks: ['bothChanged', 'parameters/town.terrace.decisionWeeks', 'values'] },
  },
  {
    list: 'fees',
    text: '  - { id: terrace.base, amounts: [{ amount: 200.00, from: 2026-01-01, source: Leges }] }\n',
    meets: { feeAmount: ['bothChanged', 'fees/terrace.base', 'amounts'] },
  },
  {
    list: 'changes',
    text: change('questions/terrace.heated', '{ label: { nl: Warm?, en: Warm? } }'),
    meets: { heatedGone: ['gone', 'questions/terrace.heated', 'label'] },
  },
  {
    list: 'changes',
    text: change('questions/activity.alcohol/options/takeaway', '{ label: { nl: Om mee te nemen, en: To go } }'),
    meets: { optionLabel: ['bothChanged', 'questions/activity.alcohol/options/takeaway', 'label'] },
  },
  {
    list: 'changes',
    text: '  - { op: remove, at: checks/terrace.size, why: proef }\n',
    meets: { checkLimit: ['removedHere', 'checks/terrace.size', 'when'] },
  },
  {
    list: 'changes',
    text: change('forms/terrace/sections/plan/boxes/TE-003', '{ label: { nl: Reuze, en: Huge } }'),
    meets: { boxLabel: ['bothChanged', 'forms/terrace/sections/plan/boxes/TE-003', 'label'] },
  },
  {
    list: 'changes',
    text: '  - { op: add, at: questions, why: proef, item: { id: terrace.windbreak, subject: case, type: text, topic: plan, label: { nl: Scherm, en: Screen } } }\n',
    meets: { newQuestion: ['bothAdded', 'questions/terrace.windbreak', null] },
  },
]

const townOf = (said: readonly Said[]): string =>
  HEAD +
  (['parameters', 'fees', 'changes'] as const)
    .map((list) => [list, said.filter((each) => each.list === list).map(({ text }) => text)] as const)
    .filter(([, texts]) => texts.length > 0)
    .map(([list, texts]) => `${list}:\n${texts.join('')}`)
    .join('')

function versionOf(edits: readonly BaseEdit[], town: string, more: Readonly<Record<string, string>> = {}): Version {
  const made = new Map(files({ [TOWN]: town, ...more }))
  for (const { file, was, becomes } of edits) {
    const text = made.get(file) ?? ''
    if (!text.includes(was)) throw new Error(`${file} has no ${was}`)
    made.set(file, text.replace(was, becomes))
  }
  const { ruleSet, findings } = loadRuleSet(made)
  if (!ruleSet) throw new Error('does not load')
  return { ruleSet, findings }
}

const of = (edits: readonly BaseName[], town: string, more: Readonly<Record<string, string>> = {}) =>
  UpgradeJson.parse(
    upgrade(
      versionOf([], town),
      versionOf(
        edits.map((name) => BASE[name]),
        town,
        more,
      ),
      'zandwijk',
      'nl',
    ),
  )

const NAMES = Object.keys(BASE) as BaseName[]

describe('whatever the base changed and whatever a town says', () => {
  test('exactly what both touched is a conflict, with both values and both places', () => {
    fc.assert(
      fc.property(fc.subarray(NAMES), fc.subarray([...SAID]), (edits, said) => {
        const { conflicts, touches, changes } = of(edits, townOf(said))
        const expected = said.flatMap(({ meets }) => edits.flatMap((name) => (meets[name] ? [meets[name]] : [])))
        expect(conflicts.map(({ kind, item, property }) => [kind, item, property]).toSorted()).toEqual(expected.toSorted())
        expect(touches).toBeGreaterThanOrEqual(said.length)
        expect(changes.length).toBeGreaterThanOrEqual(edits.length)
        for (const { before, base, town, kind } of conflicts) {
          expect(town.file).toBe(TOWN)
          expect(town.line).toBeGreaterThan(5)
          expect((before ?? base)?.file).toMatch(/^(rules\/base|forms)\//)
          if (kind === 'bothChanged') expect(new Set([before?.text, base?.text, town.text]).size).toBe(3)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('a town that says nothing has nothing to decide and nothing to look at', () => {
    fc.assert(
      fc.property(fc.subarray(NAMES), (edits) => {
        const { touches, conflicts, unfit, toLookAt, sameNow } = of(edits, HEAD)
        expect({ touches, conflicts, unfit, toLookAt, sameNow }).toEqual({
          touches: 0,
          conflicts: [],
          unfit: [],
          toLookAt: [],
          sameNow: [],
        })
      }),
      { numRuns: 10 },
    )
  })

  test('a base that did not change takes nothing from any town', () => {
    fc.assert(
      fc.property(fc.subarray([...SAID]), (said) => {
        const { changes, conflicts, unfit, touches, fits } = of([], townOf(said))
        expect({ changes, conflicts, unfit, fits }).toEqual({ changes: [], conflicts: [], unfit: [], fits: touches })
      }),
      { numRuns: 10 },
    )
  })
})

const [weeks, , , option, removal] = SAID
const sayings = (...said: (Said | undefined)[]): string => townOf(said.flatMap((each) => each ?? []))

test('what the town says and the base says now too is no conflict: it may be taken out', () => {
  const { conflicts, sameNow } = of(['weeks'], sayings(weeks).replace('value: 10', 'value: 6'))
  expect(conflicts).toEqual([])
  expect(sameNow).toEqual([{ layer: 'zandwijk', item: 'parameters/town.terrace.decisionWeeks', property: 'values', file: TOWN, line: 7 }])
})

test('a list that the town gives as a whole meets what the base changed inside it', () => {
  const whole = townOf([
    {
      list: 'changes',
      text: change(
        'questions/activity.alcohol',
        '{ options: [{ id: onSite, label: { nl: Ja, en: Yes } }, { id: takeaway, label: { nl: Mee, en: Go } }] }',
      ),
      meets: {},
    },
  ])
  expect(of(['optionLabel'], whole).conflicts.map(({ kind, property }) => [kind, property])).toEqual([['bothChanged', 'options']])
})

describe('an example of the town', () => {
  const example = (answers: string, expectation: string): string =>
    `schema: 1\ntitle: Zaak\nvariant: zandwijk\ntoday: 2026-03-02\nanswers:\n${answers}expect:\n${expectation}`
  const path = 'rules/municipalities/zandwijk/examples/zaak.yaml'
  const broken = (edits: readonly BaseName[], text: string) => {
    const more = { [path]: text }
    const [before, now] = [[], edits.map((name) => BASE[name])].map((each) => versionOf(each, HEAD, more))
    if (!before || !now) throw new Error('no versions')
    return UpgradeJson.parse(upgrade(before, now, 'zandwijk', 'nl', files({ [TOWN]: HEAD, ...more }))).examples
  }
  const large = example('  terrace.present: true\n  terrace.area: 450\n', '  noChecks: [terrace.size]\n')

  test('that answers what is not asked any more is told at its line', () => {
    const text = example('  terrace.heated: true\n', '  stop: null\n')
    expect(broken([], text)).toEqual([])
    const [found, ...others] = broken(['heatedGone'], text)
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'ANSWER_UNKNOWN_QUESTION', file: path, line: 6 })
  })

  test('that comes out otherwise is told; one that was wrong before is not', () => {
    expect(broken([], large)).toEqual([])
    expect(broken(['checkLimit'], large).map(({ code, file, line }) => [code, file, line])).toEqual([['EXAMPLE_FAILS', path, 9]])
    const wrong = example('  terrace.present: true\n  terrace.area: 450\n', '  checks: [terrace.size]\n')
    expect(broken(['feeLabel'], wrong)).toEqual([])
  })
})

test('a district goes along with its town', () => {
  const district =
    'schema: 1\nid: kust\nname: Kust\nextends: zandwijk\nparameters:\n  - { id: town.terrace.decisionWeeks, values: [{ value: 12, source: APV }] }\n'
  const path = 'rules/municipalities/zandwijk/districts/kust.yaml'
  const [before, now] = [[], [BASE.weeks]].map((edits) => versionOf(edits, HEAD, { [path]: district }))
  if (!before || !now) throw new Error('no versions')
  expect(upgrade(before, now, 'zandwijk', 'nl').conflicts.map(({ layer, town }) => [layer, town.file, town.line])).toEqual([
    ['zandwijk/kust', path, 6],
  ])
})

test('a condition of the town that reads what means something else now is shown', () => {
  const reads = townOf([
    {
      list: 'changes',
      text: '  - { op: add, at: checks, why: proef, item: { id: zw, severity: warn, licences: [], when: "activity.alcohol = \\"takeaway\\"", message: { nl: Let op, en: Mind } } }\n',
      meets: {},
    },
  ])
  const edit = { file: 'rules/base/questions/plan.yaml', was: '      - id: none\n        label: { nl: Niet, en: None }\n', becomes: '' }
  const made = upgrade(versionOf([], reads), versionOf([edit], reads), 'zandwijk', 'nl')
  expect(made.toLookAt.map(({ item, reads: read }) => [item, read])).toEqual([['checks/zw', 'questions/activity.alcohol/options/none']])
})

test('what no longer fits is told in the file of the town, also where nothing was changed by name', () => {
  const reads = townOf([
    {
      list: 'changes',
      text: '  - { op: add, at: checks, why: proef, item: { id: zw, severity: warn, licences: [], when: terrace.heated, message: { nl: Let op, en: Mind } } }\n',
      meets: {},
    },
  ])
  expect(of(['heatedGone'], reads).unfit.map(({ code, file }) => [code, file])).toEqual([['FEEL_UNKNOWN_NAME', TOWN]])
})

describe('the log of the base', () => {
  const log = (text: string) => ({ 'rules/base/changelog.yaml': `schema: 1\nversions:\n${text}` })
  const entry = (at: string, more = ''): string =>
    `      - { at: ${at}, ${more}why: { nl: Zo besloten., en: Decided so. }, source: Besluit 2027 }\n`
  const newer = (...entries: string[]): string => `  - version: 2027.1.0\n    on: 2027-01-01\n    changes:\n${entries.join('')}`
  const head = { file: 'rules/base/ruleset.yaml', was: 'version: 2026.1.0', becomes: 'version: 2027.1.0' }
  const grown = (edits: readonly BaseName[], text: string, town = HEAD) =>
    upgrade(versionOf([], town), versionOf([head, ...edits.map((name) => BASE[name])], town, log(text)), 'zandwijk', 'nl')

  test('gives each difference its reason and source, and leaves without what it does not name', () => {
    const { changes, from, to } = grown(['weeks', 'feeLabel'], newer(entry('parameters/town.terrace.decisionWeeks')))
    expect([from, to]).toEqual(['2026.1.0', '2027.1.0'])
    expect(changes.map(({ item, reasons }) => [item, reasons])).toEqual([
      ['fees/terrace.base', []],
      ['parameters/town.terrace.decisionWeeks', [{ why: 'Zo besloten.', source: 'Besluit 2027', renamedTo: null }]],
    ])
  })

  test('a reason for one property is none for another', () => {
    const { changes } = grown(['feeLabel', 'feeAmount'], newer(entry('fees/terrace.base', 'properties: [amounts], ')))
    expect(changes.map(({ property, reasons }) => [property, reasons.length])).toEqual([
      ['label', 0],
      ['amounts', 1],
    ])
  })

  test('says what has another name now', () => {
    const { conflicts } = grown(
      ['heatedGone', 'newQuestion'],
      newer(entry('questions/terrace.heated', 'renamedTo: terrace.windbreak, ')),
      sayings(SAID[2]),
    )
    expect(conflicts.map(({ kind, reasons }) => [kind, reasons[0]?.renamedTo])).toEqual([['gone', 'terrace.windbreak']])
  })

  test.each([
    [
      'a version that is not that of the base',
      newer().replace('changes:\n', 'changes: []\n').replace('2027.1.0', '2025.1.0'),
      /newest version in the log is 2025\.1\.0/,
    ],
    ['a place that is not there', newer(entry('fees/terrace.bse')), /no fees\/terrace\.bse in the base/],
    ['a list that is no list', newer(entry('fee/terrace.base')), /no fee\/terrace\.base in the base/],
    ['what is gone and stands there', newer(entry('fees/terrace.base', 'removed: true, ')), /is listed as removed/],
    [
      'a new name that is not there',
      newer(entry('questions/terrace.old', 'renamedTo: terrace.older, ')),
      /no questions\/terrace\.older in the base/,
    ],
    [
      'an older version before a newer one',
      `${newer().replace('changes:\n', 'changes: []\n')}  - { version: 2027.2.0, on: 2027-02-01, changes: [] }\n`,
      /does not belong before 2027\.2\.0/,
    ],
  ])('%s is an error', (_, text, says) => {
    const { findings } = versionOf([head], HEAD, log(text))
    expect(findings.filter(({ code }) => code === 'BASE_LOG').map(({ message }) => message)).toEqual([expect.stringMatching(says)])
  })

  test('a town on another version is warned, in its own line', () => {
    const { findings } = versionOf([head], HEAD)
    expect(findings.filter(({ code }) => code === 'BASE_VERSION')).toMatchObject([{ severity: 'warning', file: TOWN, line: 5 }])
    expect(versionOf([], HEAD).findings.filter(({ code }) => code === 'BASE_VERSION')).toEqual([])
  })
})

test('an option and a removal of the town that the base left alone still fit', () => {
  const { touches, fits } = of(['weeks'], sayings(option, removal))
  expect([touches, fits]).toEqual([2, 2])
})
