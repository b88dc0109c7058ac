import Big from 'big.js'
import { isList, isRow, type Value } from '../../feel/value.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { heldBy } from './held-answers.ts'

/** An answer as FEEL sees it: euros instead of cents, minutes instead of a clock time, for a "don't know" the option it counts as. `party` resolves an id to
 * its row. The answer has been checked by readAnswers. */
export const asValue = (question: ResolvedQuestion, answer: AnswerJson, party: (id: string) => Value): Value =>
  heldBy(question).value(question, answer, party)

/** The answer for a value: the inverse of `asValue`. */
export function asAnswer(question: ResolvedQuestion, value: Value): AnswerJson | null {
  if (value === null || value === '') return null
  if (value instanceof Big) return heldBy(question).fromNumber?.(value) ?? Number(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (isList(value)) return value.items.map(String)
  return isRow(value) ? `@${value.id}` : null
}
