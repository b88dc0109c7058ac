import { describe } from 'vitest'
import { changedIn, questionsOf } from '../src/engine/asked/questions.ts'
import { assessCase } from '../src/engine/assess.ts'
import { edit, openCase } from '../src/engine/case.ts'
import type { Case } from '../src/engine/context.ts'
import { NO_ANSWERS } from '../src/model/answers/answers.ts'
import type { AnswerJson } from '../src/model/schema/answer-file.ts'
import { shippedExamples } from '../tests/authoring/shipped-examples.ts'
import { smallVariant } from '../tests/engine/small-rules.ts'
import { largeRules } from '../tests/made-up/large-rules.ts'
import { way } from './way.ts'

// One answer taken back, and given again: each in turn, so that the columns are over all answers. A page is drawn in some 16 ms.

const example = shippedExamples().find(({ file }) => file.endsWith('/cafe-terrace-machines.yaml'))
if (!example) throw new Error('the example of the café is gone')
const cafe = example

/** The next change each time, and what is read of the case after it. */
function changing(start: Case, values: ReadonlyMap<string, AnswerJson>, read: (application: Case) => unknown): () => void {
  const changes = [...values].flatMap(([key, value]) => {
    const [fact = '', row = null] = key.split('@')
    return [undefined, value].map((now) => ({ kind: 'answer' as const, fact, row, value: now }))
  })
  let application = start
  let count = 0
  read(application)
  return () => {
    const change = changes[count++ % changes.length]
    if (!change) return
    application = edit(application, [change])
    read(application)
  }
}

const opened = (): Case => openCase(cafe.application.variant, cafe.answers, cafe.application.dates)

describe('an answer of the café', () => {
  const all = { iterations: 4 * cafe.answers.values.size }
  way('what is asked', changing(opened(), cafe.answers.values, questionsOf), all)
  way('the whole assessment', changing(opened(), cafe.answers.values, assessCase), all)
  way('the whole assessment from scratch', () => void assessCase(opened()), { iterations: 10, time: 0 })
})

const OUTCOMES = new Set(['verdict', 'fee', 'check', 'box'])

describe.each([1, 10])('an answer with a made-up rule set of %i times 320 questions', (times) => {
  const variant = smallVariant(largeRules(times))
  const values = new Map<string, AnswerJson>(
    variant.questions.map(({ id, type }) => [id, type === 'yesNo' ? true : type === 'integer' ? 60 : `text ${id}`]),
  )
  const answers = { ...NO_ANSWERS, values }
  // everything is known before the first change: an edit says what it changed of what is known
  const start = openCase(variant, answers, { today: '2026-03-01' })
  assessCase(start)
  const few = new Map([...values].filter((_, at) => at % times === 1 % times))
  way(
    'what it changed',
    changing(start, few, (application) => changedIn(application, OUTCOMES)),
    { iterations: 600 },
  )
  way('the whole assessment', changing(start, few, assessCase), { iterations: 600 })
})
