import { isUnknown, type Unknown, type Value } from '../../feel/value.ts'

// The single definition of how a decision tree is walked. The engine walks it over answers, the machine over the current answers, and the proof over all
// answers at once: each supplies its own `Answered`, none decides where a step leads.

/** A decision tree: pages of questions in order, and the stops that may end it after one of them. */
export interface Tree<Step, Stop> {
  readonly steps: readonly (Step & { readonly id: string })[]
  readonly stops: readonly (Stop & { readonly id: string; readonly after: string })[]
}

/** What a walk needs to know about the answers. */
export interface Answered<Step, Stop> {
  /** Whether the page is shown; unknown while that is undecided. */
  shows(step: Step): boolean | Unknown
  /** Whether a verdict or stop that is still open waits for something on it. */
  awaits(step: Step): boolean
  /** Whether nothing on the page is open. */
  isSettled(step: Step): boolean
  /** Whether this form ends here. */
  holds(stop: Stop): boolean
}

/** Where a walk through the tree is. `done`: every verdict is settled. `sharpen`: on a page whose answers change no verdict, but may add warnings or make costs
 * and hours exact. */
export type Position =
  | { readonly kind: 'step' | 'sharpen'; readonly id: string }
  | { readonly kind: 'stop'; readonly id: string }
  | { readonly kind: 'start' | 'done' }

/** Where these answers lead: in page order, the first page a verdict waits for or the first stop that holds behind a page none waits for; the outcome when
 * every verdict is settled. Null: the walk stays where it is, as it is unknown whether that page is shown. */
export function leadsTo<Step, Stop>({ steps, stops }: Tree<Step, Stop>, answered: Answered<Step, Stop>): Position | null {
  for (const step of steps) {
    if (answered.awaits(step)) {
      const shown = answered.shows(step)
      if (shown === true) return { kind: 'step', id: step.id }
      if (shown !== false) return null
      // no stop follows a page that is left out
      continue
    }
    const stop = stops.find((each) => each.after === step.id && answered.holds(each))
    if (stop) return { kind: 'stop', id: stop.id }
  }
  return { kind: 'done' }
}

/** Where "continue" leads. It stays on a page while a verdict waits for something on it, and on a page that sharpens the outcome while something on it is open;
 * after that come later pages with something open, then the outcome again. */
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

/** Whether a page is shown, by its own condition and those of its questions. A page none of whose questions exists in this case has nothing to show. */
export function isShown(when: Value, questions: Iterable<Value>): boolean | Unknown {
  if (isUnknown(when)) return when
  if (when !== true) return false
  for (const exists of questions) if (exists === true || isUnknown(exists)) return true
  return false
}

/** The tree answers that verdicts and stops wait for, plus those that decide whether the page of such an answer is shown at all.
 * @param waiting facts missing for open verdicts and stops; those outside the tree are skipped
 * @param shows whether a page is shown */
export function awaitedFacts<Step extends { readonly ask: readonly string[] }>(
  steps: readonly Step[],
  waiting: Iterable<string>,
  shows: (step: Step) => boolean | Unknown,
): ReadonlySet<string> {
  const all = new Set(waiting)
  const awaited = new Set<string>()
  // a condition reads what earlier pages ask: going backwards, each page picks up what later ones wait for
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
