import type { Case } from '../engine/context.ts'
import type { StepOnPath } from '../engine/states.ts'
import { references } from '../feel/references.ts'
import type { Variant } from '../model/variant.ts'

/** The maximum number of steps until every verdict is settled: those with an answer, and those that a verdict waits for now. `certain`: no more will
 * come. */
export function stepsToCome({ variant, get }: Case): { readonly most: number; readonly certain: boolean } {
  const walked = new Set(get('path|').steps.map(({ id }) => id))
  const awaited = new Set(get('awaited|'))
  const toCome = variant.steps.filter(
    ({ id, ask }) => !walked.has(id) && get(`step|${id}`).shown !== false && ask.some((fact) => awaited.has(fact)),
  )
  return { most: walked.size + toCome.length, certain: toCome.length === 0 }
}

/** Questions answered in the tree or asked there now, each with its step. What only sharpens the outcome and is not answered is asked with its topic
 * as well.
 * @param withTopic facts of the tree that a topic page asked first: they stay there */
export function askedInTree({ variant, get }: Case, withTopic: readonly string[] = []): ReadonlyMap<string, string> {
  const walked = new Map(get('path|').steps.map((step) => [step.id, step]))
  const later = ({ open, awaited }: StepOnPath): ReadonlySet<string> => new Set(open.filter((key) => !awaited.includes(key)))
  return new Map(
    variant.steps.flatMap(({ id, ask }) => {
      const step = walked.get(id)
      if (!step) return []
      const elsewhere = later(step)
      return ask.flatMap((fact): [string, string][] => (elsewhere.has(fact) || withTopic.includes(fact) ? [] : [[fact, id]]))
    }),
  )
}

/** What may still be answered once every verdict is settled: it changes none, but it may warn, and it makes costs and hours exact. Steps in the order
 * of the tree. */
export function sharpening(application: Case): readonly StepOnPath[] {
  const { steps, ahead, at } = application.get('path|')
  if (at.kind !== 'done') return []
  const left = new Map([...steps, ...ahead].filter(({ open }) => open.length > 0).map((step) => [step.id, step]))
  return application.variant.steps.flatMap(({ id }) => left.get(id) ?? [])
}

/** Of those, the steps with a question that a blocking check reads. Nobody applies before these are answered: does the plan allow hospitality here,
 * are there toilets. Only the questions that may block count as open on them. */
export function mayStopSomebody(application: Case): readonly StepOnPath[] {
  const blocking = blockedBy(application.variant)
  return sharpening(application).flatMap((step) => {
    const open = step.open.filter((key) => blocking.has(key))
    return open.length > 0 ? [{ ...step, open }] : []
  })
}

/** Number of questions open on these steps. */
export const countOpen = (steps: readonly StepOnPath[]): number => new Set(steps.flatMap(({ open }) => open)).size

/** Facts that a blocking check of a step reads. */
function blockedBy(variant: Variant): ReadonlySet<string> {
  const known = blocking.get(variant)
  if (known) return known
  const made = new Set(
    variant.checks.flatMap(({ severity, step, when }) => (severity === 'block' && step !== null ? [...references(when.expr).facts] : [])),
  )
  blocking.set(variant, made)
  return made
}
const blocking = new WeakMap<Variant, ReadonlySet<string>>()
