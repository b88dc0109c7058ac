import type { Case } from '../engine/context.ts'

/** How many steps this path has at most: those that are not shown are left out, and those of which nobody knows yet are counted. `certain`: no more and
 * no fewer. */
export function stepsToCome({ variant, get }: Case): { readonly most: number; readonly certain: boolean } {
  const states = variant.steps.map(({ id }) => get(`step|${id}`).shown)
  return { most: states.filter((shown) => shown !== false).length, certain: states.every((shown) => typeof shown === 'boolean') }
}

/** Questions of the steps that these answers lead past, each with its step. A step that is not on the path asks nothing: what it would have
 * asked may be asked elsewhere. */
export function askedInTree({ variant, get }: Case): ReadonlyMap<string, string> {
  const walked = new Set(get('path|').steps.map(({ id }) => id))
  return new Map(variant.steps.flatMap(({ id, ask }) => (walked.has(id) ? ask.map((fact) => [fact, id] as const) : [])))
}
