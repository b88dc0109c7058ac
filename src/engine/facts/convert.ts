import Big from 'big.js'
import type { Value } from '../../feel/value.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { VQuestion } from '../../model/variant.ts'

/** Minutes after midnight of `HH:MM` or `HH:MM+1`. */
export function minutes(clock: string): number {
  const [time = '', day] = clock.split('+')
  const [hours = '0', mins = '0'] = time.split(':')
  return Number(hours) * 60 + Number(mins) + (day ? 24 * 60 : 0)
}

/** `HH:MM`, with +1 from midnight on. */
export function clock(total: number): string {
  const inDay = total % (24 * 60)
  const text = `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
  return total >= 24 * 60 ? `${text}+1` : text
}

/** An answer as FEEL sees it: euro instead of cents, minutes instead of a clock time, the option a "don't know" counts as.
 * `party` yields the kind of row that an id points at. The answer has been checked by readAnswers. */
export function asValue(question: VQuestion, answer: AnswerJson, party: (id: string) => Value): Value {
  switch (question.type) {
    case 'amount':
      return new Big(Number(answer)).div(100)
    case 'integer':
    case 'number':
    case 'area':
      return new Big(Number(answer))
    case 'time':
      return new Big(minutes(String(answer)))
    case 'party':
      return party(String(answer).replace(/^@/, ''))
    case 'choice':
      return countsAs(question, String(answer))
    case 'multiChoice':
      return { kind: 'list', items: (Array.isArray(answer) ? answer : [String(answer)]).map((id) => countsAs(question, id)), unknown: null }
    default:
      return Array.isArray(answer) ? answer.join(', ') : typeof answer === 'number' ? String(answer) : answer
  }
}

const countsAs = (question: VQuestion, id: string): string => question.options?.find((option) => option.id === id)?.countsAs ?? id
