import type { Compiled } from '../../feel/expr.ts'
import { isUnknown, type Value } from '../../feel/value.ts'
import { standsAlone } from '../../model/answers/answers.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Variant } from '../../model/variant.ts'
import type { Case, Reading } from '../context.ts'
import { run } from '../reader.ts'
import type { PathState, StepOnPath, StepState } from '../states.ts'
import { type Answered, isShown, nextStep, type Position, walkTree } from './next-step.ts'

type Step = Variant['steps'][number]
type Stop = Variant['stops'][number]

/** Where these answers lead from a step; null: from the start. */
export const nextFrom = (application: Case, step: string | null): Position => nextStep(application.variant, step, answeredBy(application))

/** The steps that these answers lead past, where they lead, and which steps are still to come whatever is answered on the way. */
export function pathCell(reading: Reading): PathState {
  const { steps, stops } = reading.variant
  const answered = answeredBy(reading)
  const walked = walkTree(reading.variant, answered)
  const onPath = (id: string): StepOnPath => ({ id, open: reading.get(`step|${id}`).open })
  const path = { steps: walked.steps.map(onPath), at: walked.at }
  if (path.at.kind === 'stop' || path.at.kind === 'done') return { ...path, ahead: [], missing: [] }
  const ahead: StepOnPath[] = []
  const missing: string[] = []
  let before = walked.steps.at(-1)
  for (const { id } of steps.slice(steps.findIndex((step) => step.id === before) + 1)) {
    // no stop counts yet, but what stands behind one that holds is not asked
    if (stops.some((stop) => stop.after === before && answered.holds(stop))) break
    const { shown } = reading.get(`step|${id}`)
    if (shown === true) ahead.push(onPath(id))
    else if (shown !== false) addAll(missing, shown.missing)
    before = shown === true ? id : undefined
  }
  return { ...path, ahead, missing: [...new Set(missing)] }
}

/** Id of the stop these answers end in, or null. */
export function stopCell(reading: Reading): string | null {
  const { at } = reading.get('path|')
  return at.kind === 'stop' ? at.id : null
}

/** Whether a step is shown, and what on it is open. */
export function stepCell(reading: Reading, [id = '']: readonly string[]): StepState {
  const step = reading.variant.steps.find((each) => each.id === id)
  if (!step) return NOT_SHOWN
  const shown = isShown(truthOf(reading, step.when), conditionsOf(reading, step))
  if (shown !== true) return { shown, open: [] }
  const open = new Set<string>()
  for (const fact of step.ask) {
    const value = reading.get(`fact|${fact}|`)
    if (isUnknown(value) && !isSpared(reading, fact)) for (const key of value.missing) open.add(key)
  }
  return { shown, open: [...open] }
}

const NOT_SHOWN: StepState = { shown: false, open: [] }

const answeredBy = (reading: Reading): Answered<Step, Stop> => ({
  shows: ({ id }) => reading.get(`step|${id}`).shown,
  isSettled: ({ id }) => reading.get(`step|${id}`).open.length === 0,
  holds: ({ when }) => run(reading, when) === true,
})

const truthOf = (reading: Reading, when: Compiled | null): Value => (when ? run(reading, when) : true)

/** Whether each question of a step exists: not those that the rule set does not have. */
function* conditionsOf(reading: Reading, step: Step): Generator<Value> {
  for (const fact of step.ask) {
    const question = reading.index.questions.get(fact)
    if (question) yield truthOf(reading, question.when)
  }
}

/** A list of ticks of which every fact behind it was answered by itself has nothing left to say. */
function isSpared(reading: Reading, list: string): boolean {
  const behind = reading.index.settledBy.get(list) ?? []
  const ticks = (reading.index.questions.get(list)?.options ?? []).filter(({ id }) => !standsAlone(id))
  return (
    ticks.length > 0 &&
    behind.length >= ticks.length &&
    behind.every(({ id }) => reading.get(`answer|${id}`) !== undefined || reading.get(`fact|${id}|`) === null)
  )
}
