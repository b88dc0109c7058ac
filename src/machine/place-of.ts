import type { Case } from '../engine/context.ts'
import { readerOn } from '../engine/reader.ts'
import type { Cause } from '../engine/why/causes.ts'
import type { Answers } from '../model/answers/answers.ts'
import { cardOf } from './pages.ts'
import type { Place } from './place.ts'
import { askedInTree } from './walk-tree.ts'

/** Where an answer (`fact` or `fact@row`) is given: the step on the path that asks it, its card, else its topic, at that field. `back`: the page leads
 * back to the check page. */
export function placeOfAnswer(one: Case, answers: Answers, draft: string, key: string, back: boolean): Place {
  const { variant } = one
  const [fact = key, ...rest] = key.split('@')
  const row = rest.length > 0 ? rest.join('@') : null
  if (row !== null && answers.rows.has(row)) return { kind: 'row', draft, row: cardOf(row), at: key, back }
  const step = stepsOf(one).get(fact)
  if (step !== undefined) return { kind: 'step', draft, step, back }
  const topic = variant.questions.find(({ id }) => id === fact)?.topic ?? ''
  return { kind: 'topic', draft, topic, at: key, back }
}

/** The check page asks it for every answer. */
const steps = new WeakMap<Case, ReadonlyMap<string, string>>()

function stepsOf(one: Case): ReadonlyMap<string, string> {
  const known = steps.get(one) ?? askedInTree(one.variant, readerOn(one))
  steps.set(one, known)
  return known
}

/** Where a cause of a finding can be changed. */
export function placeOfCause(one: Case, answers: Answers, draft: string, cause: Cause): Place {
  switch (cause.kind) {
    case 'answer':
      return placeOfAnswer(one, answers, draft, cause.key, true)
    case 'list':
      return { kind: 'list', draft, list: cause.key }
    case 'row':
      return { kind: 'row', draft, row: cause.row, at: null, back: true }
    default:
      return cause satisfies never
  }
}
