import type { JudgedElement } from '../../model/link/forms/elements.ts'

/** How far the forms of a town hold what the law wants to know. An element that several forms must hold counts on each. */
export interface StatutoryStats {
  readonly elements: number
  readonly covered: number
  /** `alcoholModelA/A3e`: of those that no form holds, or holds in part. */
  readonly missing: readonly string[]
  /** Elements that lapsed, which nobody is asked. */
  readonly notAsked: readonly string[]
  /** Boxes that hold an element: all others ask more than the law does. */
  readonly boxes: number
}

/** Of one form, or of all forms together. */
export function statutoryStats(judged: readonly JudgedElement[], form: string | null = null): StatutoryStats {
  const own = judged.filter((each) => form === null || each.form === form)
  const asked = own.filter(({ notAsked }) => !notAsked)
  const missing = asked.filter(({ lacks }) => lacks.length > 0)
  const holders = asked.flatMap(({ element }) => element.heldBy ?? []).filter((holder) => form === null || holder.form === form)
  return {
    elements: asked.length,
    covered: asked.length - missing.length,
    missing: [...new Set(missing.map(({ id }) => id))],
    notAsked: own.flatMap(({ id, notAsked }) => (notAsked ? [id] : [])),
    boxes: new Set(holders.flatMap((holder) => holder.boxes.map((nr) => `${holder.form}:${nr}`))).size,
  }
}
