import { describe, expect, test } from 'vitest'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { ResolvedQuestion } from '../../src/model/variant.ts'
import { mistakesIn, shortly } from './fixtures/findings.ts'
import { files, spoiled } from './fixtures/rule-set.ts'

const PLAN = 'rules/base/questions/plan.yaml'
const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'

/** The small rule set with one question more; `line`: where its formula begins. */
function asked(type: string, formula: string): { all: Map<string, string>; line: number } {
  const all = files()
  const head = `  - id: terrace.class\n    subject: case\n    ${type}\n    label: { nl: Soort, en: Kind }\n    topic: plan\n`
  const before = `${all.get(PLAN) ?? ''}${head}`
  all.set(PLAN, `${before}    ${formula}\n`)
  return { all, line: before.split('\n').length }
}

function derivedOf(all: ReadonlyMap<string, string>, variant: string): ResolvedQuestion['derived'] {
  const { ruleSet } = loadRuleSet(all)
  const resolved = ruleSet && resolveVariant(ruleSet, variant).variant
  return resolved?.questions.find(({ id }) => id === 'terrace.class')?.derived ?? null
}

/** What a formula became in a rule set that is otherwise in order. */
function made(type: string, formula: string): ResolvedQuestion['derived'] {
  const { all } = asked(type, formula)
  expect(shortly(mistakesIn(all))).toEqual([])
  return derivedOf(all, 'base')
}

const YES_NO = 'type: yesNo'
const TICKS = 'type: multiChoice\n    options: [{ id: a, label: { nl: klein, en: small } }, { id: b, label: { nl: warm, en: warm } }]'
const CASES = `derived:
      cases:
        - when: terrace.area > 100
          value: true
        - { when: terrace.heated = null, value: terrace.area > 50 }
        - value: false`

describe('a formula written as a table', () => {
  test.each([
    { type: YES_NO, table: CASES, feel: 'if terrace.area > 100 then true else if terrace.heated = null then terrace.area > 50 else false' },
    {
      type: YES_NO,
      table: 'derived:\n      cases:\n        - { when: terrace.area > 100, value: true }',
      feel: 'if terrace.area > 100 then true else null',
    },
    {
      type: YES_NO,
      table: 'derived:\n      cases:\n        - { when: terrace.area = 3, value: null }\n        - { value: true }',
      feel: 'if terrace.area = 3 then null else true',
    },
    {
      type: TICKS,
      table: `derived:
      each:
        - { when: terrace.area > 10, value: '"a"' }
        - when: terrace.area > 20
          value: '["a", "b"]'
        - { value: '"b"' }`,
      feel: 'concatenate(if terrace.area > 10 then ["a"] else [], if terrace.area > 20 then ["a", "b"] else [], ["b"])',
    },
    {
      type: TICKS,
      table: `derived:
      cases:
        - { when: terrace.present, value: '["b"]' }
        - value:
            each:
              - { when: terrace.area > 10, value: '"a"' }`,
      feel: 'if terrace.present then ["b"] else concatenate(if terrace.area > 10 then ["a"] else [])',
    },
  ])('is the very expression that it stands for: $feel', ({ type, table, feel }) => {
    const [asTable, asFeel] = [made(type, table), made(type, `derived: '${feel}'`)]
    expect(asTable?.expr).toEqual(asFeel?.expr)
    expect(asTable?.source).toBe(asFeel?.source)
    expect(asTable?.source).toBe(feel)
  })

  test.each([
    { mistake: 'a name that does not exist', from: 'terrace.heated = null', to: 'terrace.hot = null', code: 'FEEL_UNKNOWN_NAME', down: 4 },
    { mistake: 'a case of another type', from: 'value: false', to: 'value: 3', code: 'FEEL_TYPE', down: 5 },
    { mistake: 'a condition that is none', from: 'when: terrace.area > 100', to: 'when: terrace.area', code: 'FEEL_TYPE', down: 2 },
    {
      mistake: 'a case that hides those after it',
      from: '- when: terrace.area > 100\n          value: true',
      to: '- value: true',
      code: 'BAD_SHAPE',
      down: 2,
    },
    { mistake: 'a key that a case does not have', from: 'value: true', to: 'valeu: true', code: 'BAD_SHAPE', down: 3 },
    {
      mistake: 'an empty answer that counts as another',
      from: 'terrace.heated = null',
      to: 'terrace.heated = true',
      code: 'EMPTY_COMPARED',
      down: 4,
    },
  ])('tells $mistake at its own line', ({ from, to, code, down }) => {
    expect(CASES).toContain(from)
    const { all, line } = asked(YES_NO, CASES.replace(from, to))
    const findings = mistakesIn(all)
    expect(findings[0], shortly(findings).join('\n')).toMatchObject({ code, file: PLAN, line: line + down })
  })

  test('tells a value of another type than the lines before it, where any type would do', () => {
    const box = 'value: terrace.large'
    const table = 'value:\n          cases:\n            - { when: terrace.present, value: 1 }\n            - { value: \'"veel"\' }'
    const { files: all, line } = spoiled('forms/terrace.yaml', box, table)
    expect(mistakesIn(all)).toMatchObject([
      { code: 'FEEL_TYPE', line: line + 3, message: 'This gives a text, the lines before it a number.' },
    ])
  })

  test('is no table with one case that always holds', () => {
    const { all, line } = asked(YES_NO, 'derived:\n      cases:\n        - value: true')
    expect(mistakesIn(all)).toMatchObject([{ code: 'BAD_SHAPE', line: line + 2, mend: 'Write the value itself, without cases:.' }])
  })
})

describe('a town above a table', () => {
  const changed = (at: string, to: string): ReadonlyMap<string, string> => {
    const { all } = asked(YES_NO, CASES)
    return all.set(TOWN, `${all.get(TOWN) ?? ''}  - op: change\n    at: ${at}\n    to: ${to}\n    why: Decided by the council.\n`)
  }

  test('replaces it whole', () => {
    const all = changed('questions/terrace.class', '{ derived: { cases: [{ when: terrace.area > 9, value: true }, { value: false }] } }')
    expect(shortly(mistakesIn(all))).toEqual([])
    expect(derivedOf(all, 'brinkdam')).toMatchObject({ source: 'if terrace.area > 9 then true else false', file: TOWN })
    expect(derivedOf(all, 'base')?.file).toBe(PLAN)
  })

  test('cannot name a single line of it, and is told to write the table', () => {
    expect(mistakesIn(changed('questions/terrace.class/derived/1', '{ value: false }'))).toMatchObject([
      { code: 'BAD_CHANGE', file: TOWN, mend: 'Name the question itself, with op: change and to: { derived: … }.' },
    ])
  })
})

describe('a line of a condition or formula', () => {
  const wide = `terrace.area > 50 ${'and terrace.area > 50 '.repeat(9)}`.trim()

  test.each([
    { where: 'on the line of its key', formula: `derived: ${wide}`, down: 0 },
    { where: 'below >-', formula: `derived: >-\n      terrace.present\n      and ${wide}`, down: 2 },
    {
      where: 'inside a table',
      formula: `derived:\n      cases:\n        - when: terrace.present\n          value: ${wide}\n        - value: false`,
      down: 3,
    },
  ])('of more than two hundred characters is named $where', ({ formula, down }) => {
    const { all, line } = asked(YES_NO, formula)
    expect(mistakesIn(all)).toMatchObject([{ code: 'FEEL_LONG_LINE', severity: 'warning', file: PLAN, line: line + down, column: 201 }])
  })

  test('is measured without what follows it on the line, such as a long address', () => {
    const { all } = asked(YES_NO, 'derived: terrace.present')
    const file = (all.get(PLAN) ?? '').replace(
      'derived: terrace.present',
      `derived: { cases: [{ when: terrace.present, value: true }, { value: false }] } ${`# https://example.nl/${'a'.repeat(190)}`}`,
    )
    expect(shortly(mistakesIn(all.set(PLAN, file)))).toEqual([])
  })

  test('may have two hundred, and a text any length', () => {
    const start = '    derived: terrace.present and '
    const name = 'terrace.area > '
    const { all } = asked(YES_NO, `derived: terrace.present and ${' '.repeat(199 - start.length - name.length)}${name}5`)
    all.set(PLAN, (all.get(PLAN) ?? '').replace('nl: Soort', `nl: ${'Soort '.repeat(40)}terras`))
    expect(
      (all.get(PLAN) ?? '')
        .split('\n')
        .filter((line) => line.includes(name))
        .map((line) => line.length),
    ).toContain(200)
    expect(shortly(mistakesIn(all))).toEqual([])
  })
})
