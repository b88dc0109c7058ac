import { describe, expect, test } from 'vitest'
import { countBoxes, coverage } from '../../src/engine/forms/cover.ts'
import { questionsOf } from '../../src/engine/questions.ts'
import { shippedExamples } from './shipped-examples.ts'

const examples = shippedExamples()
const complete = examples.filter((example) => example.complete)

describe('the examples', () => {
  test('are at least sixteen, six of them and more with everything answered', () => {
    expect(examples.length).toBeGreaterThanOrEqual(16)
    expect(complete.length).toBeGreaterThanOrEqual(6)
  })

  test('show every kind of application that has a route of its own', () => {
    const kinds = new Set(examples.map(({ answers }) => answers.values.get('application.kind')))
    const routes = ['new', 'takeover', 'managerChange', 'terraceChange', 'legalFormChange', 'partnerChange', 'rebuilding', 'renewal']
    expect(routes.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  test.each(examples)('$file: every box of its forms is in one of the six states', ({ one }) => {
    const { boxes, filled, notApplicable, signature, empty, authority, missing } = countBoxes(coverage(one))
    expect(filled + notApplicable + signature + empty + authority + missing).toBe(boxes)
  })

  test.each(complete)('$file: everything is answered, so no box is missing and no question open', ({ one }) => {
    expect(countBoxes(coverage(one)).missing).toBe(0)
    expect(questionsOf(one).open).toEqual([])
  })

  test.each(examples)('$file says which questions are met and which are not', ({ expected }) => {
    expect(expected.asked?.length ?? 0).toBeGreaterThan(0)
    expect(expected.notAsked?.length ?? 0).toBeGreaterThan(0)
  })
})
