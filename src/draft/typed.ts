import { type Answers, answerKey, BUSINESS } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import { readTyped } from '../model/answers/input.ts'
import type { Variant } from '../model/variant.ts'

/** Text in fields, by `fact` or `fact@row`: typed but not an answer yet, or not a valid one (four digits of a number of eight). */
export type TypedTexts = Readonly<Record<string, string>>

/** Typed text takes precedence over the answer: the edits make it the answer where it is valid, and withdraw the answer where it is not, so that
 * nothing is printed that is not in the field. `typed` is what remains: text that is no valid answer. */
export function settleTyped(before: TypedTexts, variant: Variant, answers: Answers): { edits: Edit[]; typed: TypedTexts } {
  const typed = new Map(Object.entries(before))
  const edits = [...typed].flatMap(([key, text]): Edit[] => {
    const [fact = '', row = null] = key.split('@')
    const question = variant.questions.find(({ id }) => id === fact)
    if (!question || (row !== null && row !== BUSINESS && !answers.rows.has(row))) return []
    const read = readTyped(question, text)
    const problem = typeof read === 'object' && !Array.isArray(read)
    if (!problem) typed.delete(key)
    const value = problem ? undefined : read
    const filled = answers.leftEmpty.has(key) && text.trim() !== ''
    return [{ kind: 'answer', fact, row, value }, ...(filled ? [{ kind: 'leftEmpty', fact, row, left: false } as const] : [])]
  })
  return { edits, typed: Object.fromEntries(typed) }
}

/** Without the texts that these edits answer. */
export function withoutAnswered(typed: TypedTexts, edits: readonly Edit[]): TypedTexts {
  const answered = new Set(
    edits.flatMap((edit) => (edit.kind === 'answer' && edit.value !== undefined ? [answerKey(edit.fact, edit.row ?? null)] : [])),
  )
  const kept = Object.entries(typed).filter(([key]) => !answered.has(key))
  return kept.length === Object.keys(typed).length ? typed : Object.fromEntries(kept)
}
