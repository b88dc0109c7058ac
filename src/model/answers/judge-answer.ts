import { kindOf } from '../answer-kinds/answer-kinds.ts'
import { type Judged, no } from '../answer-kinds/input-problem.ts'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { ResolvedQuestion } from '../variant.ts'
import { standsAlone } from './answers.ts'
import { asPrinted } from './printable.ts'

/** Validates an answer of the right shape against its question, whether typed on a page or read from an answer file. Returns the answer in the form in which it
 * is stored: `1234ab` becomes `1234 AB`. Numbers are in the unit of the question, amounts in whole cents. */
export function judgeAnswer(question: ResolvedQuestion, answer: AnswerJson): Judged {
  const { judge } = kindOf(question)
  if (Array.isArray(answer))
    return answer.length === 0 ? undefined : judge.ticks ? countTicks(question, judge.ticks(question, answer)) : no('option')
  if (typeof answer === 'boolean') return judge.flag ? judge.flag(answer) : no('option')
  if (typeof answer === 'number') return judge.number ? judge.number(question, answer) : no('number')
  const text = answer.trim()
  // a text of nothing but control characters would print as nothing; any visible character is printed, or its code point
  if (asPrinted(text).trim() === '') return undefined
  if (question.pattern !== null && !new RegExp(`^(?:${question.pattern})$`, 'u').test(text)) return no('pattern')
  return judge.text ? judge.text(question, text) : text
}

function countTicks({ minTicked, maxTicked }: ResolvedQuestion, ticked: Judged): Judged {
  if (!Array.isArray(ticked) || ticked.some(standsAlone)) return ticked
  return (minTicked !== null && ticked.length < minTicked) || (maxTicked !== null && ticked.length > maxTicked) ? no('ticks') : ticked
}

/** Whether an answer that `abroad` lets pass has the form used in the Netherlands. */
export const isDutchForm = (question: ResolvedQuestion, answer: string): boolean => kindOf(question).dutchForm?.test(answer) ?? true
