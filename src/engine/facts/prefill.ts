import { references } from '../../feel/references.ts'
import { isCertain } from '../../feel/value.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { asAnswer } from '../answer-kinds/as-value.ts'
import type { Case } from '../context.ts'
import { rowRef, run } from '../reader.ts'

/** What another answer suggests for this one; null while nothing does. It appears in the field, where it can be changed, and is used nowhere until it is
 * accepted. */
export function prefillOf(application: Case, question: ResolvedQuestion, row: string | null): AnswerJson | null {
  const { get } = application
  const ref = row === null ? null : rowRef(application, row)
  const value = question.prefill ? run(application, question.prefill, ref ? { row: ref } : {}) : null
  if (value !== null && isCertain(value)) return asAnswer(question, value)
  const before = question.likePrevious && row !== null ? rowBefore(application, question.subject, row) : null
  const previous = before === null ? null : get(`fact|${question.id}|${before}`)
  return previous !== null && isCertain(previous) ? asAnswer(question, previous) : null
}

/** Whether the suggestion comes from another answer, rather than being the same for everybody, such as the country. */
export function takesOver(question: ResolvedQuestion): boolean {
  if (question.likePrevious) return true
  if (!question.prefill) return false
  const { facts, aliases } = references(question.prefill.expr)
  return facts.length + aliases.length > 0
}

function rowBefore(application: Case, subject: string, row: string): string | null {
  const list = application.variant.collections.find((each) => each.subject === subject && each.per === null)
  const ids = application.get(`listInput|${list?.id ?? ''}`)?.ids ?? []
  return ids[ids.indexOf(row) - 1] ?? null
}
