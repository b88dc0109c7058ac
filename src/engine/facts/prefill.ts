import Big from 'big.js'
import { references } from '../../feel/references.ts'
import { isList, isRow, type Value } from '../../feel/value.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { VQuestion } from '../../model/variant.ts'
import type { Case } from '../context.ts'
import { rowRef, run } from '../reader.ts'
import { clock } from './convert.ts'
import { isDecided } from './facts.ts'

/** What another answer offers as a first answer to this one; null when nothing does yet. Whoever answers sees it in the field and may
 * change it: until then it is used nowhere. */
export function prefillOf(one: Case, question: VQuestion, row: string | null): AnswerJson | null {
  const { get } = one.memo
  const ref = row === null ? null : rowRef(get, row)
  const value = question.prefill ? run(one, get, question.prefill, ref ? { row: ref } : {}) : null
  if (value !== null && isDecided(value)) return asAnswer(question, value)
  const before = question.likePrevious && row !== null ? rowBefore(one, question.subject, row) : null
  const previous = before === null ? null : get(`fact|${question.id}|${before}`)
  return previous !== null && isDecided(previous) ? asAnswer(question, previous) : null
}

/** Taken from another answer, not the same for everybody such as the country. */
export function takesOver(question: VQuestion): boolean {
  if (question.likePrevious) return true
  if (!question.prefill) return false
  const { facts, aliases } = references(question.prefill.expr)
  return facts.length + aliases.length > 0
}

function rowBefore(one: Case, subject: string, row: string): string | null {
  const list = one.variant.collections.find((each) => each.subject === subject && each.per === null)
  const { ids } = one.memo.get(`listInput|${list?.id ?? ''}`) ?? { ids: [] as readonly string[] }
  return ids[ids.indexOf(row) - 1] ?? null
}

/** The answer that stands for a value: the reverse of `asValue`. */
export function asAnswer(question: VQuestion, value: Value): AnswerJson | null {
  if (value === null || value === '') return null
  if (value instanceof Big) {
    if (question.type === 'amount') return Number(value.times(100))
    return question.type === 'time' ? clock(Number(value)) : Number(value)
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (isList(value)) return value.items.map(String)
  return isRow(value) ? `@${value.id}` : null
}
