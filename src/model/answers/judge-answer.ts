import { kindOf } from '../answer-kinds/answer-kinds.ts'
import { type Judged, no } from '../answer-kinds/input-problem.ts'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { ResolvedQuestion } from '../variant.ts'
import { standsAlone } from './answers.ts'
import { asPrinted } from './printable.ts'

/** Holds an answer of the right shape against its question: one judgement for what is typed on a page and for what stands in an answer file. Gives the
 * answer in the way it is kept: `1234ab` becomes `1234 AB`. Numbers are in the unit of the question, amounts in whole cents. */
export function judgeAnswer(question: ResolvedQuestion, answer: AnswerJson): Judged {
  const { judge } = kindOf(question)
  if (Array.isArray(answer))
    return answer.length === 0 ? undefined : judge.ticks ? countTicks(question, judge.ticks(question, answer)) : no('option')
  if (typeof answer === 'boolean') return judge.flag ? judge.flag(answer) : no('option')
  if (typeof answer === 'number') return judge.number ? judge.number(question, answer) : no('number')
  const text = answer.trim()
  // of a text of control characters nothing would stand on paper; whatever can be seen is printed, or its code point
  if (asPrinted(text).trim() === '') return undefined
  if (question.pattern !== null && !new RegExp(`^(?:${question.pattern})$`, 'u').test(text)) return no('pattern')
  return judge.text ? judge.text(question, text) : text
}

function countTicks({ minTicked, maxTicked }: ResolvedQuestion, ticked: Judged): Judged {
  if (!Array.isArray(ticked) || ticked.some(standsAlone)) return ticked
  return (minTicked !== null && ticked.length < minTicked) || (maxTicked !== null && ticked.length > maxTicked) ? no('ticks') : ticked
}

/** Whether it has the form that holds in the Netherlands: of what `abroad` lets pass. */
export const isDutchForm = (question: ResolvedQuestion, answer: string): boolean => kindOf(question).dutchForm?.test(answer) ?? true
