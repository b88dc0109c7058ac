import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { countBoxes } from '../../src/engine/forms/tally.ts'
import { answerKey } from '../../src/model/answers/answers.ts'
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

  test.each(examples)('$file: every box of its forms is in one of the six states', ({ application }) => {
    const { boxes, filled, notApplicable, signature, empty, authority, missing } = countBoxes(coverage(application))
    expect(filled + notApplicable + signature + empty + authority + missing).toBe(boxes)
  })

  test.each(complete)(
    '$file: no box is missing, no question open, no attachment unsaid and nothing holds a licence back',
    ({ application }) => {
      expect(countBoxes(coverage(application)).missing).toBe(0)
      expect(questionsOf(application).open).toEqual([])
      const { documents, checks } = assessCase(application)
      expect(documents.filter(({ state }) => state === 'missing').map(({ id, row }) => answerKey(id, row))).toEqual([])
      // it would have to be solved first, and no page asks what would solve it
      expect(checks.filter(({ severity }) => severity === 'block').map(({ id }) => id)).toEqual([])
    },
  )

  test.each(examples)('$file says which questions are met and which are not', ({ expected }) => {
    expect(expected.asked?.length ?? 0).toBeGreaterThan(0)
    expect(expected.notAsked?.length ?? 0).toBeGreaterThan(0)
  })
})
