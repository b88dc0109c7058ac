import { expect } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { countBoxes } from '../../src/engine/forms/tally.ts'
import { counterfactuals } from '../../src/engine/why/counterfactuals.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { type GeneratedBusiness, generateBusinesses } from '../made-up/generate-businesses.ts'
import { shippedExamples } from './shipped-examples.ts'

export const POPULATION = 500
const DATES = { today: '2026-03-02' }

/** Businesses of a town, made of the complete examples of all towns. */
export function* populationOf(town: string, count = POPULATION, seed = 1): Generator<GeneratedBusiness> {
  const stock = shippedExamples().flatMap(({ answers, complete }) => (complete ? [answers] : []))
  yield* generateBusinesses(shippedVariant(town), stock, DATES, count, seed)
}

/** What holds for every business: nothing stays open, every box has one of six states, no outcome is left undecided. */
export function holdsFor({ name, application }: GeneratedBusiness): void {
  const { boxes, filled, notApplicable, signature, empty, authority, missing } = countBoxes(coverage(application))
  expect.soft(filled + notApplicable + signature + empty + authority + missing, name).toBe(boxes)
  expect.soft(questionsOf(application).open, name).toEqual([])
  expect.soft(missing, name).toBe(0)
  if (application.memo.get('stop|') !== null) return
  const open = application.variant.licences.filter(({ id }) => application.memo.get(`verdict|${id}`).verdict === 'open')
  expect
    .soft(
      open.map(({ id }) => id),
      name,
    )
    .toEqual([])
}

/** The same answers in another order, one by one, say the same. */
export function sameInAnyOrder({ name, application, edits, start }: GeneratedBusiness): void {
  // rows must be there before what is said of them; the last answer to a question counts
  const rows = edits.filter(({ kind }) => kind === 'addRow')
  const last = new Map(edits.filter(({ kind }) => kind !== 'addRow').map((each) => [JSON.stringify({ ...each, value: 0, state: 0 }), each]))
  let other = openCase(application.variant, start, DATES)
  for (const each of [...rows, ...[...last.values()].reverse()]) other = edit(other, [each])
  expect.soft(assessCase(other), name).toEqual(assessCase(application))
}

/** Whatever is said to flip a verdict does. */
export function flips({ name, application }: GeneratedBusiness): number {
  let tried = 0
  for (const { id } of application.variant.licences) {
    for (const { changes, outcome } of counterfactuals(application, id)) {
      const then = edit(
        application,
        changes.map(({ key, value }) => {
          const [fact = key, row = null] = key.split('@')
          return { kind: 'answer', fact, row, value } as const
        }),
      )
      expect.soft(then.memo.get(`verdict|${id}`).verdict, `${name} ${id}`).toBe(outcome)
      tried++
    }
  }
  return tried
}
