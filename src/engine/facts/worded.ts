import type { ResolvedQuestion } from '../../model/variant.ts'
import type { Case } from '../context.ts'
import { rowRef, run } from '../reader.ts'

/** The question in the words of this case; of the same words always the same object. */
export function worded(application: Case, question: ResolvedQuestion, row: string | null): ResolvedQuestion {
  if (question.wording === null) return question
  const bound = row === null ? null : rowRef(application, row)
  const at = question.wording.findIndex(({ when }) => run(application, when, bound ? { row: bound } : {}) === true)
  const words = question.wording[at]
  if (!words) return question
  const known = wordings.get(question) ?? new Map<number, ResolvedQuestion>()
  wordings.set(question, known)
  const made = known.get(at) ?? { ...question, label: words.label ?? question.label, hint: words.hint ?? question.hint }
  known.set(at, made)
  return made
}
const wordings = new WeakMap<ResolvedQuestion, Map<number, ResolvedQuestion>>()
