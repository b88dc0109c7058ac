import type { Case } from '../engine/context.ts'
import type { Cause } from '../engine/why/causes.ts'
import { cardOf } from './pages.ts'
import type { Place } from './place.ts'
import { askedInTree } from './steps-of-tree.ts'

/** Where an answer (`fact` or `fact@row`) is given: the card of its row, the step on the path that asks it, else its topic, at that field. `back`:
 * the page leads back to the check page. */
export function placeOfAnswer(application: Case, draft: string, key: string, back: boolean): Place {
  const { variant } = application
  const [fact = key, ...rest] = key.split('@')
  const row = rest.length > 0 ? rest.join('@') : null
  if (row !== null && application.answers.rows.has(row)) return { kind: 'row', draft, row: cardOf(row), at: key, back }
  const step = stepsOf(application).get(fact)
  if (step !== undefined) return { kind: 'step', draft, step, back }
  const topic = variant.questions.find(({ id }) => id === fact)?.topic ?? ''
  return { kind: 'topic', draft, topic, at: key, back }
}

/** Memoised: the check page asks for every answer. */
const steps = new WeakMap<Case, ReadonlyMap<string, string>>()

function stepsOf(application: Case): ReadonlyMap<string, string> {
  const known = steps.get(application) ?? askedInTree(application)
  steps.set(application, known)
  return known
}

/** Where a cause of a finding can be changed. */
export function placeOfCause(application: Case, draft: string, cause: Cause): Place {
  switch (cause.kind) {
    case 'answer':
      return placeOfAnswer(application, draft, cause.key, true)
    case 'list':
      return { kind: 'list', draft, list: cause.key }
    case 'row':
      return { kind: 'row', draft, row: cause.row, at: null, back: true }
    default:
      return cause satisfies never
  }
}
