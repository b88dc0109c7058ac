import type { Compiled } from '../../feel/expr.ts'
import type { Value } from '../../feel/value.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import type { Reading } from '../context.ts'
import { rowRef, run } from '../reader.ts'

/** Something whose wording depends on the case. */
interface Worded {
  readonly wording: readonly { readonly when: Compiled }[] | null
}

/** An item of the rules in the wording for this case: the texts of the first line whose condition holds, falling back to its own. */
export function inItsWords<Item extends Worded>(reading: Reading, item: Item, bindings: Readonly<Record<string, Value>> = {}): Item {
  const words = item.wording?.find(({ when }) => run(reading, when, bindings) === true)
  if (!words) return item
  const said = Object.entries(words).filter(([property, text]) => property !== 'when' && text !== null)
  return { ...item, ...Object.fromEntries(said) }
}

/** The question and its options in the wording for this case; the same object for the same wording. */
export function worded(reading: Reading, question: ResolvedQuestion, row: string | null): ResolvedQuestion {
  const { options } = question
  if (question.wording === null && !options?.some(({ wording }) => wording !== null)) return question
  const bound = row === null ? null : rowRef(reading, row)
  const bindings = bound ? { row: bound } : {}
  const own = inItsWords(reading, question, bindings)
  const said = options?.map((option) => inItsWords(reading, option, bindings)) ?? null
  const key = JSON.stringify([own.label, own.hint, said?.map(({ label }) => label)])
  const known = wordings.get(question) ?? new Map<string, ResolvedQuestion>()
  wordings.set(question, known)
  const made = known.get(key) ?? { ...own, options: said }
  known.set(key, made)
  return made
}
const wordings = new WeakMap<ResolvedQuestion, Map<string, ResolvedQuestion>>()
