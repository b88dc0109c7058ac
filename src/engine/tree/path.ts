import type { Compiled } from '../../feel/expr.ts'
import { isUnknown, type Value } from '../../feel/value.ts'
import { standsAlone } from '../../model/answers/answers.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Variant } from '../../model/variant.ts'
import type { Case, Reading } from '../context.ts'
import { run } from '../reader.ts'
import type { PathState, StepOnPath, StepState } from '../states.ts'
import { type Answered, awaitedFacts, isShown, leadsTo, nextStep, type Position } from './next-step.ts'

type Step = Variant['steps'][number]
type Stop = Variant['stops'][number]

/** Where these answers lead from a place in the tree. */
export const nextFrom = (application: Case, from: Position): Position => nextStep(application.variant, from, answeredBy(application))

/** The steps with an answer, where the answers lead, and which steps will come whatever is answered on the way. */
export function pathCell(reading: Reading): PathState {
  const { steps, stops } = reading.variant
  const answered = answeredBy(reading)
  const at = leadsTo(reading.variant, answered)
  const awaited = new Set(reading.get('awaited|'))
  const walked: StepOnPath[] = []
  const ahead: StepOnPath[] = []
  const missing: string[] = []
  for (const step of steps) {
    const { shown, open } = reading.get(`step|${step.id}`)
    if (shown === true) {
      const on: StepOnPath = { id: step.id, open, awaited: open.filter((key) => awaited.has(key)) }
      const here = at?.kind === 'step' && at.id === step.id
      if (here || open.length === 0 || step.ask.some((fact) => reading.get(`answer|${fact}`) !== undefined)) walked.push(on)
      else ahead.push(on)
      // what is behind a stop that holds is not asked, even while the stop does not count yet
      if (stops.some((stop) => stop.after === step.id && answered.holds(stop))) break
    } else if (shown !== false) addAll(missing, shown.missing)
  }
  const last = walked.at(-1)
  const place: Position = at ?? (last ? { kind: 'step', id: last.id } : { kind: 'start' })
  if (place.kind === 'stop') return { steps: walked, at: place, ahead: [], missing: [] }
  return { steps: walked, at: place, ahead, missing: [...new Set(missing)] }
}

/** Id of the stop these answers end in, or null. */
export function stopCell(reading: Reading): string | null {
  const { at } = reading.get('path|')
  return at.kind === 'stop' ? at.id : null
}

/** Tree answers that an open verdict or a stop waits for: `awaited|`. */
export function awaitedCell(reading: Reading): readonly string[] {
  const { steps, stops, licences } = reading.variant
  const waiting = licences.flatMap(({ id }) => [...reading.get(`verdict|${id}`).awaits])
  for (const { when } of stops) {
    const holds = run(reading, when)
    if (isUnknown(holds)) addAll(waiting, holds.missing)
  }
  return [...awaitedFacts(steps, waiting, ({ id }) => reading.get(`step|${id}`).shown)]
}

/** Whether a step is shown, and which of its questions are open. What one of them depends on from another page is left to that page. */
export function stepCell(reading: Reading, [id = '']: readonly string[]): StepState {
  const step = reading.variant.steps.find((each) => each.id === id)
  if (!step) return NOT_SHOWN
  const shown = isShown(truthOf(reading, step.when), conditionsOf(reading, step))
  if (shown !== true) return { shown, open: [] }
  const open = new Set<string>()
  for (const fact of step.ask) {
    const value = reading.get(`fact|${fact}|`)
    if (isUnknown(value) && !isSpared(reading, fact)) for (const key of value.missing) if (step.ask.includes(key)) open.add(key)
  }
  return { shown, open: [...open] }
}

const NOT_SHOWN: StepState = { shown: false, open: [] }

const answeredBy = (reading: Reading): Answered<Step, Stop> => ({
  shows: ({ id }) => reading.get(`step|${id}`).shown,
  awaits: (step) => {
    const awaited = reading.get('awaited|')
    const { shown, open } = reading.get(`step|${step.id}`)
    return shown === true ? open.some((key) => awaited.includes(key)) : shown !== false && step.ask.some((fact) => awaited.includes(fact))
  },
  isSettled: ({ id }) => reading.get(`step|${id}`).open.length === 0,
  holds: ({ after, when }) => reading.get(`step|${after}`).shown === true && run(reading, when) === true,
})

const truthOf = (reading: Reading, when: Compiled | null): Value => (when ? run(reading, when) : true)

/** For each question of a step, whether it exists in this case; questions that these rules lack are skipped. */
function* conditionsOf(reading: Reading, step: Step): Generator<Value> {
  for (const fact of step.ask) {
    const question = reading.index.questions.get(fact)
    if (question) yield truthOf(reading, question.when)
  }
}

/** A tick list has nothing left to ask once every fact behind it was answered on its own. */
function isSpared(reading: Reading, list: string): boolean {
  const behind = reading.index.settledBy.get(list) ?? []
  const ticks = (reading.index.questions.get(list)?.options ?? []).filter(({ id }) => !standsAlone(id))
  return (
    ticks.length > 0 &&
    behind.length >= ticks.length &&
    behind.every(({ id }) => reading.get(`answer|${id}`) !== undefined || reading.get(`fact|${id}|`) === null)
  )
}
