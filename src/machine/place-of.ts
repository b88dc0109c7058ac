import type { Cause } from '../engine/causes.ts'
import type { Answers } from '../model/answers.ts'
import type { Variant } from '../model/variant.ts'
import type { Place } from './place.ts'

/** Where an answer (`fact` or `fact@row`) is given: the step of the tree that asks it, its card, else its topic, at that field. `back`: the page leads
 * back to the check page. */
export function placeOfAnswer(variant: Variant, answers: Answers, draft: string, key: string, back: boolean): Place {
  const [fact = key, ...rest] = key.split('@')
  const row = rest.length > 0 ? rest.join('@') : null
  const ref = row === null ? undefined : answers.rows.get(row)
  if (row !== null && ref) return { kind: 'row', draft, row: ref.subject === 'role' && ref.parent ? ref.parent : row, at: key, back }
  const step = variant.steps.find(({ ask }) => ask.includes(fact))
  if (step) return { kind: 'step', draft, step: step.id, back }
  const topic = variant.questions.find(({ id }) => id === fact)?.topic ?? ''
  return { kind: 'topic', draft, topic, at: key, back }
}

/** Where a cause of a finding can be changed. */
export function placeOfCause(variant: Variant, answers: Answers, draft: string, cause: Cause): Place {
  switch (cause.kind) {
    case 'answer':
      return placeOfAnswer(variant, answers, draft, cause.key, true)
    case 'list':
      return { kind: 'list', draft, list: cause.key }
    case 'row':
      return { kind: 'row', draft, row: cause.row, at: null, back: true }
    default:
      return cause satisfies never
  }
}
