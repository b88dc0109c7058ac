import { isUnknown, type Unknown, type Value } from '../../feel/value.ts'

// The one place that says how a decision tree is walked. The engine walks it over answers, the machine over the answers of now, and the proof
// over all answers at once: each brings its own `Answered`, none decides where a step leads.

/** A decision tree: pages of questions in order, and the stops that may end it after one of them. */
export interface Tree<Step, Stop> {
  readonly steps: readonly (Step & { readonly id: string })[]
  readonly stops: readonly (Stop & { readonly id: string; readonly after: string })[]
}

/** What a walk asks of the answers. */
export interface Answered<Step, Stop> {
  /** Is the page shown? Unknown while that cannot be said. */
  shows(step: Step): boolean | Unknown
  /** Is nothing on the page open? */
  isSettled(step: Step): boolean
  /** Does this form end here? */
  holds(stop: Stop): boolean
}

/** Where a walk through the tree is. */
export type Position =
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'stop'; readonly id: string }
  | { readonly kind: 'start' | 'done' }

/** Where the tree leads from this step; null: from the start. Nobody leaves a page while something on it is open. Behind it comes the first stop that
 * holds, else the next page that is shown. While it is unknown whether a page is shown, the walk waits where it is. */
export function nextStep<Step, Stop>({ steps, stops }: Tree<Step, Stop>, from: string | null, answered: Answered<Step, Stop>): Position {
  const here: Position = from === null ? { kind: 'start' } : { kind: 'step', id: from }
  const index = steps.findIndex(({ id }) => id === from)
  const step = steps[index]
  if (step && !answered.isSettled(step)) return here
  const stop = stops.find((each) => each.after === from && answered.holds(each))
  if (stop) return { kind: 'stop', id: stop.id }
  for (const later of steps.slice(index + 1)) {
    const shown = answered.shows(later)
    if (shown === true) return { kind: 'step', id: later.id }
    if (shown !== false) return here
  }
  return { kind: 'done' }
}

/** The steps from the start as these answers lead, and where the walk is then: at a step of which something is open or behind which nothing is known,
 * at a stop, or at the end. So a stop never stands beside an open question of a step. */
export function walkTree<Step, Stop>(
  tree: Tree<Step, Stop>,
  answered: Answered<Step, Stop>,
): { readonly steps: readonly string[]; readonly at: Position } {
  const steps: string[] = []
  let at = nextStep(tree, null, answered)
  while (at.kind === 'step' && at.id !== steps.at(-1)) {
    steps.push(at.id)
    at = nextStep(tree, at.id, answered)
  }
  return { steps, at }
}

/** Is a page shown, by its own condition and those of its questions? One of which no question exists for this case has nothing to show. */
export function isShown(when: Value, questions: Iterable<Value>): boolean | Unknown {
  if (isUnknown(when)) return when
  if (when !== true) return false
  for (const exists of questions) if (exists === true || isUnknown(exists)) return true
  return false
}
