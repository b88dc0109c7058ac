import { kindOf } from '../answer-kinds/answer-kinds.ts'
import { INPUT_PROBLEMS, type InputProblem, isProblem } from '../answer-kinds/input-problem.ts'
import { nearest } from '../findings/nearest.ts'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { ResolvedQuestion } from '../variant.ts'
import { judgeAnswer } from './judge-answer.ts'

interface AnswerProblem {
  readonly code: 'ANSWER_TYPE' | 'ANSWER_UNKNOWN_OPTION' | 'ANSWER_VALUE'
  readonly message: string
  readonly mend: string
}

/** A value as shown in a message, shortened. */
const shown = (value: AnswerJson): string => {
  const text = JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 97)}…` : text
}

/** An answer of the answer file as it is stored, or what is wrong with it. What is typed on a page is judged by the same rules. */
export function fileAnswer(
  question: ResolvedQuestion,
  value: AnswerJson,
): { readonly answer: AnswerJson } | { readonly problem: AnswerProblem } {
  const shape = shapeProblem(question, value)
  if (shape) return { problem: shape }
  const judged = judgeAnswer(question, value)
  if (judged !== undefined && !isProblem(judged)) return { answer: judged }
  return { problem: valueProblem(question, value, isProblem(judged) ? judged.problem : 'required') }
}

function valueProblem(question: ResolvedQuestion, value: AnswerJson, problem: InputProblem): AnswerProblem {
  const { id, min, max, unit } = question
  const bounds =
    min !== null && max !== null
      ? `Write one from ${min} to ${max}${unit ? ` ${unit}` : ''}.`
      : `Write one of ${min === null ? 'at most' : 'at least'} ${min ?? max}.`
  const [expected, mend] =
    problem === 'outside' ? [`a ${kindOf(question).bounds ?? 'number'} that can be meant`, bounds] : INPUT_PROBLEMS[problem]
  return { code: 'ANSWER_VALUE', message: `"${id}" expects ${expected}, found ${JSON.stringify(value)}.`, mend }
}

/** What is wrong with the shape of an answer, by the kind of its question; null when it fits. */
function shapeProblem(question: ResolvedQuestion, value: AnswerJson): AnswerProblem | null {
  const { inFile, holds } = kindOf(question)
  if (inFile.fits(value))
    return holds === 'option' || holds === 'options' ? optionProblem(question, Array.isArray(value) ? value : [String(value)]) : null
  const [expected, mend] = inFile.told(optionList(question))
  return { code: 'ANSWER_TYPE', message: `"${question.id}" expects ${expected}, found ${shown(value)}.`, mend }
}

function optionProblem(question: ResolvedQuestion, ids: readonly string[]): AnswerProblem | null {
  const options = (question.options ?? []).map((option) => option.id)
  const unknown = ids.find((id) => !options.includes(id))
  if (unknown === undefined) return null
  const near = nearest(unknown, options)
  return {
    code: 'ANSWER_UNKNOWN_OPTION',
    message: `"${question.id}" has no option ${shown(unknown)}.`,
    mend: near ? `Did you mean ${near}? Options: ${optionList(question)}.` : `Write one of ${optionList(question)}.`,
  }
}

const optionList = (question: ResolvedQuestion): string => (question.options ?? []).map((option) => option.id).join(', ')
