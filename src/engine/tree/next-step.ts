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
  /** Does a verdict or a stop that is still open wait for something on it? */
  awaits(step: Step): boolean
  /** Is nothing on the page open? */
  isSettled(step: Step): boolean
  /** Does this form end here? */
  holds(stop: Stop): boolean
}

/** Where a walk through the tree is. `done`: every verdict is settled. `sharpen`: on a page whose answers change no verdict, but may warn or
 * make costs and hours exact. */
export type Position =
  | { readonly kind: 'step' | 'sharpen'; readonly id: string }
  | { readonly kind: 'stop'; readonly id: string }
  | { readonly kind: 'start' | 'done' }

/** Where these answers lead: to the first page for which a verdict waits, to the first stop that holds behind a page for which none does, and when
 * every verdict is settled to the outcome. Null: the walk waits where it is, because it is unknown whether that page is shown. */
export function leadsTo<Step, Stop>({ steps, stops }: Tree<Step, Stop>, answered: Answered<Step, Stop>): Position | null {
  for (const step of steps) {
    if (answered.awaits(step)) {
      const shown = answered.shows(step)
      if (shown === true) return { kind: 'step', id: step.id }
      if (shown !== false) return null
      // what is left out has no stop behind it
      continue
    }
    const stop = stops.find((each) => each.after === step.id && answered.holds(each))
    if (stop) return { kind: 'stop', id: stop.id }
  }
  return { kind: 'done' }
}

/** Where "continue" leads. Nobody leaves a page while a verdict waits for something on it, nor one that sharpens the outcome while something on it
 * is open; behind that come the later pages with something open, and then the outcome again. */
export function nextStep<Step, Stop>(tree: Tree<Step, Stop>, from: Position, answered: Answered<Step, Stop>): Position {
  const to = leadsTo(tree, answered) ?? from
  if (from.kind === 'step') {
    const step = tree.steps.find(({ id }) => id === from.id)
    return step && answered.awaits(step) && answered.shows(step) === true ? from : to
  }
  if (from.kind !== 'sharpen' || to.kind !== 'done') return to
  const left = tree.steps.slice(tree.steps.findIndex(({ id }) => id === from.id))
  const next = left.find((step) => answered.shows(step) === true && !answered.isSettled(step))
  return next ? { kind: 'sharpen', id: next.id } : to
}

/** Is a page shown, by its own condition and those of its questions? A page none of whose questions exists for this case has nothing to show. */
export function isShown(when: Value, questions: Iterable<Value>): boolean | Unknown {
  if (isUnknown(when)) return when
  if (when !== true) return false
  for (const exists of questions) if (exists === true || isUnknown(exists)) return true
  return false
}

/** The answers of the tree that verdicts and stops wait for, with those that decide whether the page of such an answer is shown at all.
 * @param waiting facts that open verdicts and stops miss; others than those of the tree are passed over
 * @param shows whether a page is shown */
export function awaitedFacts<Step extends { readonly ask: readonly string[] }>(
  steps: readonly Step[],
  waiting: Iterable<string>,
  shows: (step: Step) => boolean | Unknown,
): ReadonlySet<string> {
  const all = new Set(waiting)
  const awaited = new Set<string>()
  // a condition reads what earlier pages ask: from the last page to the first, each finds what later ones wait for
  for (const step of steps.toReversed()) {
    const here = step.ask.filter((fact) => all.has(fact))
    if (here.length === 0) continue
    const shown = shows(step)
    if (shown === false) continue
    for (const fact of here) awaited.add(fact)
    if (shown !== true) for (const key of shown.missing) all.add(key)
  }
  return awaited
}
