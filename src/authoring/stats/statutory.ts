import type { JudgedElement } from '../../model/link/forms/elements.ts'

/** How much of what the law wants to know the forms of a town hold. An element that several forms must hold counts once per form. */
export interface StatutoryStats {
  readonly elements: number
  readonly covered: number
  /** `alcoholModelA/A3e`: those that no form holds, or only in part. */
  readonly missing: readonly string[]
  /** Lapsed elements, which are not asked. */
  readonly notAsked: readonly string[]
  /** Boxes that hold an element: all others ask more than the law does. */
  readonly boxes: number
}

/** For one form, or for all forms together. */
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
