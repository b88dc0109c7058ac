import { expect, test } from 'vitest'
import { diffOutcomes } from '../../src/authoring/diff/outcomes.ts'
import { assess } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'

const a = shippedVariant('voorbeeld')
const b = shippedVariant('amsterdam/centrum')
const outcome = (variant: typeof a, example: string): Assessment =>
  assess(variant, readAnswers(exampleOf(example), variant, example, () => ({ line: 1, column: 1 })).answers, { today: '2026-03-02' })

test('the same variant comes to the same', () => {
  const one = outcome(a, 'cafe-terrace-machines')
  expect(diffOutcomes(one, one, { a, b: a })).toEqual([])
})

test('tells whose verdicts, fees, hours, terms, checks, questions and documents differ', () => {
  const [left, right] = [outcome(a, 'cafe-terrace-machines'), outcome(b, 'cafe-terrace-machines')]
  const found = diffOutcomes(left, right, { a, b })
  const at = (what: string, id: string) => found.find((one) => one.what === what && one.id === id)
  expect(at('verdict', 'terrace')?.b).toContain('hoort bij Exploitatievergunning')
  expect(at('fee', 'terrace.licence')).toMatchObject({ a: '€ 120,00', b: null })
  expect(at('feeTotal', '')?.b).toContain('niet bekend')
  expect(at('hours', 'terrace/fri/all')?.a).toBe('past (08.00 – 23.00)')
  expect(found.some(({ what, b: said }) => what === 'term' && said === null)).toBe(true)
  expect(at('check', 'amsterdamTerracePlace')).toMatchObject({ a: null })
  expect(at('question', 'centrum.precarioZone')).toMatchObject({ a: null, b: 'gevraagd' })
  expect(found.some(({ what }) => what === 'feeYearly')).toBe(true)
})

test('documents and stops are told too', () => {
  const found = diffOutcomes(outcome(a, 'outcome-guest-house'), outcome(b, 'outcome-guest-house'), { a, b })
  expect(found.find(({ what, id }) => what === 'document' && id === 'lease')).toMatchObject({ a: null, b: 'nodig' })
  const stopped = { ...outcome(a, 'outcome-guest-house'), stop: { id: 'x', text: 'Niet voor u' } }
  expect(diffOutcomes(outcome(a, 'outcome-guest-house'), stopped, { a, b: a })).toEqual([
    { what: 'stop', id: '', name: 'Uitgang', a: null, b: 'Niet voor u' },
  ])
})

test('every field of an outcome that may differ is looked at: one change in each is found', () => {
  const one = outcome(a, 'cafe-terrace-machines')
  const changes: Partial<Record<string, (result: Assessment) => void>> = {
    verdict: (result) => (result.licences = result.licences.map((item) => ({ ...item, verdict: 'ask' as const }))),
    fee: (result) => (result.fees = { ...result.fees, lines: result.fees.lines.map((line) => ({ ...line, cents: 1 })) }),
    feeTotal: (result) => (result.fees = { ...result.fees, totalCents: 1 }),
    feeYearly: (result) => (result.fees = { ...result.fees, yearlyCents: 1 }),
    hours: (result) => (result.hours = result.hours.map((item) => ({ ...item, verdict: 'tooLate' as const }))),
    term: (result) => (result.terms = result.terms.map((item) => ({ ...item, until: '2030-01-01' }))),
    opening: (result) => (result.earliestOpening = '2030-01-01'),
    check: (result) => (result.checks = []),
    question: (result) => (result.questions = { asked: [], open: [] }),
    document: (result) => (result.documents = []),
  }
  for (const [what, change] of Object.entries(changes)) {
    const other = { ...one }
    change?.(other)
    if (what === 'check' && one.checks.length === 0) continue
    expect([what, new Set(diffOutcomes(one, other, { a, b: a }).map((found) => found.what))]).toEqual([what, new Set([what])])
  }
})
