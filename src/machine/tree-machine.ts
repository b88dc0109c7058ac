import { type ActorRefFrom, createActor, createMachine, type StateValue } from 'xstate'
import type { Case } from '../engine/context.ts'
import type { Position } from '../engine/tree/next-step.ts'
import { nextFrom } from '../engine/tree/path.ts'
import type { Variant } from '../model/variant.ts'

/** What happens on the way. Each event carries the current answers: the draft holds them, the machine holds only a position. */
type TreeEvent =
  /** "Continue" was pressed on this step; null: before the first. */
  | { readonly type: 'ANSWERED'; readonly step: string | null; readonly application: Case }
  /** A link, the back button or a reload asks for a place in the tree. */
  | { readonly type: 'VISIT'; readonly to: Position; readonly application: Case }

/** A walk in progress. */
export type TreeActor = ActorRefFrom<ReturnType<typeof treeMachine>>

/** Begins a walk at the start. */
export const startWalk = (variant: Variant): TreeActor => createActor(treeMachine(variant)).start()

/** Where a walk is. */
export const positionOf = (walk: TreeActor): Position => readState(walk.getSnapshot().value)

/** The decision tree of a variant as a state machine: two states per step, one per stop, and `done`, where every verdict is settled.
 *
 *     start ─▶ step/place ─▶ step/guests ─▶ step/alcohol ─▶ … ─▶ done
 *                  └▶ stop/mobile                                 │ (the outcome offers it)
 *                        sharpen/zoning ─▶ sharpen/toilets ─▶ … ─▶ done
 *
 * ANSWERED goes where the engine leads from here, VISIT to any place on the path. No state is final: whoever was stopped may change an answer. */
export function treeMachine(variant: Variant) {
  const steps = variant.steps.map(({ id }): Position => ({ kind: 'step', id }))
  const sharpening = variant.steps.map(({ id }): Position => ({ kind: 'sharpen', id }))
  const stops = variant.stops.map(({ id }): Position => ({ kind: 'stop', id }))
  const onwards = (from: Position, to: readonly Position[]) => ({
    on: { ANSWERED: to.map((each) => ({ target: stateOf(each), guard: leadsTo(from, each) })) },
  })
  return createMachine({
    types: {} as { events: TreeEvent },
    id: 'tree',
    initial: 'start',
    on: { VISIT: [START, ...steps, ...sharpening, ...stops].map((each) => ({ target: `.${stateOf(each)}`, guard: mayStandAt(each) })) },
    states: Object.fromEntries([
      ['start', onwards(START, [...stops, ...steps, DONE])],
      // a changed answer may bring back any page that a verdict then waits for
      ...steps.map((step) => [stateOf(step), onwards(step, [...stops, ...steps, DONE])]),
      ...sharpening.map((step, index) => [stateOf(step), onwards(step, [...stops, ...steps, ...sharpening.slice(index + 1), DONE])]),
      ...stops.map((stop) => [stateOf(stop), {}]),
      ['done', {}],
    ]),
  })
}

const START: Position = { kind: 'start' }
const DONE: Position = { kind: 'done' }

type Guard = (of: { readonly event: TreeEvent }) => boolean

/** A press on a page that has been left already has no effect. */
const leadsTo =
  (from: Position, to: Position): Guard =>
  ({ event }) =>
    event.type === 'ANSWERED' && event.step === ('id' in from ? from.id : null) && isSame(nextFrom(event.application, from), to)

const mayStandAt =
  (place: Position): Guard =>
  ({ event }) =>
    event.type === 'VISIT' && isSame(allowedPlace(event.application, event.to), place)

/** The requested place, when it is on the path of these answers; else where they lead, or the last step when that is the end of the tree. Steps that
 * sharpen the outcome can be visited as soon as every verdict is settled. */
function allowedPlace(application: Case, wanted: Position): Position {
  const { steps, ahead, at } = application.get('path|')
  if (wanted.kind === 'start') return wanted
  if (wanted.kind === 'sharpen' && at.kind === 'done' && [...steps, ...ahead].some(({ id }) => id === wanted.id)) return wanted
  if (wanted.kind === 'step' && steps.some(({ id }) => id === wanted.id)) return wanted
  if (at.kind === 'stop' || at.kind === 'step') return at
  const last = steps.at(-1)
  return last ? { kind: 'step', id: last.id } : START
}

/** Ids never contain a slash, so that a step called `done` is not mistaken for the end. */
const stateOf = (place: Position): string => ('id' in place ? `${place.kind}/${place.id}` : place.kind)

function readState(state: StateValue): Position {
  if (state === 'start' || state === 'done') return { kind: state }
  const [kind, id = ''] = String(state).split('/')
  return kind === 'stop' || kind === 'sharpen' ? { kind, id } : { kind: 'step', id }
}

const isSame = (one: Position, other: Position): boolean => stateOf(one) === stateOf(other)
