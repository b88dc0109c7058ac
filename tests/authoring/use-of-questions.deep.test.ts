import { describe, expect, test } from 'vitest'
import { findUnfillable } from '../../src/authoring/prove/find-unfillable.ts'
import { findUnused } from '../../src/authoring/prove/find-unused.ts'
import { filledBoxes } from '../../src/authoring/prove/possible-boxes.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { Variant } from '../../src/model/variant.ts'
import { mistakesIn } from '../model/fixtures/findings.ts'
import { files, spoiled } from '../model/fixtures/rule-set.ts'
import { shippedExamples } from './shipped-examples.ts'

const planted = (file: string, from: string, to: string): Map<string, string> => spoiled(file, from, to).files

const TODAY = '2026-06-01'
const PLAN = 'rules/base/questions/plan.yaml'

function variantOf(some: ReadonlyMap<string, string>, id = 'base'): Variant {
  const { ruleSet, findings } = loadRuleSet(some)
  const resolved = ruleSet && resolveVariant(ruleSet, id, { date: TODAY })
  if (!resolved?.variant) throw new Error([...findings, ...(resolved?.findings ?? [])].map((one) => one.message).join('\n'))
  return resolved.variant
}

/** The area box of the terrace form under this condition, and perhaps in a section under a condition. */
const withCondition = (when: string, section?: string): ReadonlyMap<string, string> => {
  const boxed = planted(
    'forms/terrace.yaml',
    '        questions: [terrace.area]',
    `        questions: [terrace.area]\n        when: '${when}'`,
  )
  if (section === undefined) return boxed
  const form = boxed.get('forms/terrace.yaml') ?? ''
  return new Map(boxed).set(
    'forms/terrace.yaml',
    form.replace('title: { nl: Plan, en: Plan }', `title: { nl: Plan, en: Plan }\n    when: '${section}'`),
  )
}

describe('a box that no answer can fill', () => {
  test.each([
    { given: 'two options at once', when: 'activity.alcohol = "onSite" and activity.alcohol = "none"' },
    { given: 'a number below one bound and above a higher one', when: 'terrace.area < 5 and terrace.area > 50' },
    { given: 'a computed fact against what it is computed from', when: 'terrace.large and terrace.area < 20' },
    { given: 'a form that is only needed for more', when: 'terrace.area < 5' },
    { given: 'a question that does not exist then', when: 'not(terrace.present)' },
    { given: 'a section with the opposite condition', when: 'terrace.area < 100', section: 'terrace.area > 200' },
  ])('is found: $given', ({ when, section }) => {
    const found = findUnfillable([variantOf(withCondition(when, section))], TODAY, new Set())
    expect(found.map(({ code, severity, path, file }) => ({ code, severity, path, file }))).toContainEqual({
      code: 'BOX_NEVER_FILLED',
      severity: 'error',
      path: 'forms/terrace:TE-001',
      file: 'forms/terrace.yaml',
    })
  })

  test.each([
    { given: 'a condition that may hold', when: 'terrace.area > 50' },
    { given: 'a sum, which cannot be cut into classes', when: 'terrace.area + terrace.area < 4' },
    { given: 'a value that another town may have', when: 'town.terrace.mode = "partOfExploitation" or terrace.area > 10' },
    { given: 'a row that may still come', when: 'some m in managers satisfies m.name = "Kadıköy"' },
  ])('is not claimed without proof: $given', ({ when }) => {
    expect(findUnfillable([variantOf(withCondition(when))], TODAY, new Set())).toEqual([])
  })

  test('is no mistake when another town can fill it, or an example does', () => {
    const never = variantOf(withCondition('terrace.area < 5'))
    expect(findUnfillable([never], TODAY, new Set())).toHaveLength(1)
    expect(findUnfillable([never, variantOf(files())], TODAY, new Set())).toEqual([])
    expect(findUnfillable([never], TODAY, new Set(['terrace:TE-001']))).toEqual([])
  })

  test('is none of the boxes that the shipped examples fill: what is proven agrees with what happens', () => {
    const examples = shippedExamples()
    const variants = [...new Map(examples.map(({ application }) => [application.variant.id, application.variant])).values()]
    const filled = new Set(examples.flatMap(({ application }) => [...filledBoxes(application)]))
    expect(filled.size).toBeGreaterThan(200)
    expect(findUnfillable(variants, TODAY, new Set()).filter(({ path }) => filled.has(path.slice('forms/'.length)))).toEqual([])
  })
})

describe('a question that nothing uses', () => {
  const unusedIn = (some: ReadonlyMap<string, string>): string[] => findUnused([variantOf(some)]).map(({ path }) => path)
  const colour = (more = ''): string => `schema: 1
questions:
  - id: terrace.colour
    subject: case
    type: yesNo
    label: { nl: Is het terras rood?, en: Is the terrace red? }
    topic: plan${more}`

  test('is found, also when the tree asks it', () => {
    const some = planted(PLAN, 'schema: 1\nquestions:', colour())
    expect(unusedIn(files())).not.toContain('questions/terrace.colour')
    expect(unusedIn(some)).toContain('questions/terrace.colour')
    const tree = (some.get('rules/base/tree.yaml') ?? '').replace('ask: [terrace.area]', 'ask: [terrace.area, terrace.colour]')
    expect(unusedIn(new Map(some).set('rules/base/tree.yaml', tree))).toContain('questions/terrace.colour')
  })

  test.each([
    {
      use: 'a condition of a question that is used',
      file: PLAN,
      from: 'when: terrace.present\n',
      to: 'when: terrace.present and terrace.colour\n',
    },
    { use: 'a check', file: 'rules/base/checks.yaml', from: 'terrace.area > 500', to: 'terrace.area > 500 and terrace.colour' },
    { use: 'the text of a check', file: 'rules/base/checks.yaml', from: 'Erg groot.', to: 'Erg groot: {terrace.colour}.' },
    { use: 'a fee', file: 'rules/base/fees.yaml', from: 'when: terrace.present', to: 'when: terrace.colour' },
    { use: 'a document', file: 'rules/base/documents.yaml', from: 'when: terrace.present', to: 'when: terrace.colour' },
    { use: 'advice', file: 'rules/base/advice.yaml', from: 'when: terrace.present', to: 'when: terrace.colour' },
    { use: 'a box', file: 'forms/alcohol.yaml', from: 'questions: [terrace.present]', to: 'questions: [terrace.colour]' },
  ])('is not one that $use uses', ({ file, from, to }) => {
    const some = new Map(planted(PLAN, 'schema: 1\nquestions:', colour()))
    const text = some.get(file) ?? ''
    expect(text).toContain(from)
    expect(unusedIn(some.set(file, text.replace(from, to)))).not.toContain('questions/terrace.colour')
  })

  test('is found behind a computed fact that nothing uses', () => {
    const some = planted(
      PLAN,
      'schema: 1\nquestions:',
      `${colour()}
  - id: terrace.fancy
    subject: case
    type: yesNo
    label: { nl: Een bijzonder terras, en: A special terrace }
    topic: plan
    derived: terrace.colour`,
    )
    expect(unusedIn(some)).toEqual(expect.arrayContaining(['questions/terrace.colour', 'questions/terrace.fancy']))
  })
})

test.each([
  { by: 'prefill', line: 'prefill: terrace.area' },
  { by: 'likePrevious', line: 'likePrevious: true' },
])('a sensitive question is not filled in beforehand by $by', ({ by, line }) => {
  const at = (more: string): ReadonlyMap<string, string> =>
    planted(
      PLAN,
      'schema: 1\nquestions:',
      `schema: 1
questions:
  - id: loan.sum
    subject: case
    type: area
    min: 0
    max: 10000
    label: { nl: Hoeveel is er geleend?, en: How much was lent? }
    topic: plan${more}
    ${line}`,
    )
  const codes = (some: ReadonlyMap<string, string>): unknown[] => mistakesIn(some).map(({ code, path }) => [code, path?.split('.').at(-1)])
  expect(codes(at('\n    sensitive: financial'))).toContainEqual(['SENSITIVE_OFFER', by])
  expect(codes(at(''))).not.toContainEqual(['SENSITIVE_OFFER', by])
})

describe('a question that looks like another', () => {
  const twin = (label: string, more = ''): ReadonlyMap<string, string> =>
    planted(
      PLAN,
      'schema: 1\nquestions:',
      `schema: 1
questions:
  - id: outdoor.present
    subject: case
    type: yesNo
    label: ${label}
    topic: plan${more}`,
    )
  const found = (some: ReadonlyMap<string, string>): string[] => [
    ...new Set(mistakesIn(some).map(({ code, severity, message }) => `${severity} ${code} ${message.split(':')[0]}`)),
  ]
  const duplicate = 'warning LIKELY_DUPLICATE terrace.present may ask the same as outdoor.present'

  test.each([
    { given: 'a like label in Dutch', label: '{ nl: Komt er ook een terras?, en: Any seats in the open air? }' },
    { given: 'a like label in English', label: '{ nl: Zit men buiten?, en: Will there be a terrace at all? }' },
  ])('must be merged or marked: $given', ({ label }) => {
    expect(found(twin(label))).toEqual([duplicate])
  })

  test('is left alone when it is marked as different, or is different', () => {
    const why = '\n    differsFrom: [{ id: terrace.present, why: any seats outside count here }]'
    expect(found(twin('{ nl: Komt er ook een terras?, en: Any seats in the open air? }', why))).toEqual([])
    expect(found(twin('{ nl: Zit men buiten?, en: Any seats in the open air? }'))).toEqual([])
  })

  test('never has the very same words, though marked: nobody could tell which is meant', () => {
    const why = '\n    differsFrom: [{ id: terrace.present, why: any seats outside count here }]'
    const same = 'error SAME_LABEL terrace.present and outdoor.present have the same words on one page'
    expect(found(twin('{ nl: Zit men buiten?, en: Will there be a terrace? }', why))).toEqual([same])
    expect(found(twin('{ nl: Komt er een terras?, en: Any seats in the open air? }', why))).toEqual([same])
  })

  test('cannot be marked against a question that does not exist, nor without a reason', () => {
    const label = '{ nl: Zit men buiten?, en: Any seats in the open air? }'
    expect(mistakesIn(twin(label, '\n    differsFrom: [{ id: terace.present, why: any seats outside count here }]'))[0]).toMatchObject({
      code: 'UNKNOWN_REFERENCE',
    })
    expect(mistakesIn(twin(label, '\n    differsFrom: [{ id: terrace.present, why: "" }]'))[0]).toMatchObject({ code: 'BAD_SHAPE' })
  })
})
