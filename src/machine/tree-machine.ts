import { createMachine, type StateValue } from 'xstate'
import { evaluate } from '../feel/evaluate.ts'
import type { Compiled } from '../feel/expr.ts'
import type { Reader } from '../feel/reader.ts'
import { isUnknown } from '../feel/value.ts'
import type { Variant } from '../model/variant.ts'

/** Gives the answers as they are now: the draft holds them, the machine only holds a position. */
export type ReaderNow = () => Reader

type Step = Variant['steps'][number]
type Stop = Variant['stops'][number]
interface Context {
  readonly reader: ReaderNow
}
interface Input {
  readonly reader: ReaderNow
}
type Event = { readonly type: 'ANSWERED' }

/** Where a walk through the tree is. */
export type Position =
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'stop'; readonly id: string }
  | { readonly kind: 'start' | 'done' }

/** The decision tree of a variant as a state machine: one state per step, one final state per stop, and `done`.
 *
 *     start ─▶ place ─▶ kind ─▶ alcohol ─▶ … ─▶ done
 *                 └▶ stop/mobile
 *
 * ANSWERED moves on when nothing on the page is open: to the first stop that holds, else to the next later step that applies.
 * While it is unknown whether a step applies, the machine waits where it is. */
export function treeMachine(variant: Variant) {
  const states = Object.fromEntries([
    ['start', { always: onwards(variant, -1), on: { ANSWERED: onwards(variant, -1) } }],
    ...variant.steps.map((step, index) => [stepState(step.id), { on: { ANSWERED: leaving(variant, step, index) } }]),
    ...variant.stops.map((stop) => [stopState(stop.id), { type: 'final' }]),
    ['done', { type: 'final' }],
  ])
  return createMachine({
    types: {} as { context: Context; input: Input; events: Event },
    id: 'tree',
    context: ({ input }) => ({ reader: input.reader }),
    initial: 'start',
    states,
  })
}

/** Reads a state value back. */
export function positionOf(state: StateValue): Position {
  if (state === 'start' || state === 'done') return { kind: state }
  const [kind, id = ''] = String(state).split('/')
  return kind === 'stop' ? { kind, id } : { kind: 'step', id }
}

/** Ids never hold a slash, so that a step called `done` does not become the end. */
const stepState = (id: string): string => `step/${id}`
const stopState = (id: string): string => `stop/${id}`

interface Transition {
  readonly target: string
  readonly guard: (of: { context: Context }) => boolean
}

function leaving(variant: Variant, step: Step, index: number): Transition[] {
  const stops = variant.stops.filter((stop) => stop.after === step.id)
  const answered = ({ context }: { context: Context }): boolean => isAnswered(step, context.reader())
  return [
    ...stops.map((stop) => ({
      target: stopState(stop.id),
      guard: (of: { context: Context }) => answered(of) && stopHolds(stop, of.context.reader()),
    })),
    ...onwards(variant, index).map(({ target, guard }) => ({ target, guard: (of: { context: Context }) => answered(of) && guard(of) })),
  ]
}

/** To each later step, when it applies and nothing between does; to the end when nothing later does. */
function onwards(variant: Variant, from: number): Transition[] {
  const later = variant.steps.slice(from + 1)
  const allOff = (steps: readonly Step[], reader: Reader): boolean => steps.every((step) => stepApplies(step, reader) === false)
  return [
    ...later.map((step, index) => ({
      target: stepState(step.id),
      guard: ({ context }: { context: Context }) => {
        const reader = context.reader()
        return stepApplies(step, reader) === true && allOff(later.slice(0, index), reader)
      },
    })),
    { target: 'done', guard: ({ context }) => allOff(later, context.reader()) },
  ]
}

/** Is this step on the path? A step of which no question exists for this case shows nothing and is left out. */
export function stepApplies(step: Step, reader: Reader): boolean | 'unknown' {
  const on = step.when ? truth(step.when, reader) : true
  if (on !== true) return on
  return step.ask.some((fact) => reader.fact(fact, null) !== null)
}

/** Is nothing on this page open? What only a value of the town would decide is not for the applicant to answer. */
export function isAnswered(step: Step, reader: Reader): boolean {
  return step.ask.every((fact) => {
    const value = reader.fact(fact, null)
    return !isUnknown(value) || value.missing.length === 0
  })
}

export const stopHolds = (stop: Stop, reader: Reader): boolean => truth(stop.when, reader) === true

function truth(condition: Compiled, reader: Reader): boolean | 'unknown' {
  const value = evaluate(condition.expr, reader, {})
  return isUnknown(value) ? 'unknown' : value === true
}
