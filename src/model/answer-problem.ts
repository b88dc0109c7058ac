import { nearest } from './nearest.ts'
import { type AnswerJson, Clock, Day } from './schema/answer-file.ts'
import type { VQuestion } from './variant.ts'

interface AnswerProblem {
  readonly code: 'ANSWER_TYPE' | 'ANSWER_UNKNOWN_OPTION'
  readonly message: string
  readonly mend: string
}

const NUMBERS = new Set(['integer', 'number', 'area', 'amount'])

/** What is wrong with an answer of the answer file, by the type of its question; null when it fits.
 * Only the shape is judged here: whether a KvK number passes is for the applicant's page, an answer in the making is no error. */
export function answerProblem(question: VQuestion, value: AnswerJson): AnswerProblem | null {
  const wrong = (expected: string, mend: string): AnswerProblem => ({
    code: 'ANSWER_TYPE',
    message: `"${question.id}" expects ${expected}, found ${JSON.stringify(value)}.`,
    mend,
  })
  switch (question.type) {
    case 'yesNo':
      return typeof value === 'boolean' ? null : wrong('true or false', 'Write true or false without quotes.')
    case 'choice':
      return typeof value === 'string' ? optionProblem(question, [value]) : wrong('one option', `Write one of ${optionList(question)}.`)
    case 'multiChoice':
      return Array.isArray(value) ? optionProblem(question, value) : wrong('a list of options', `Write a list of ${optionList(question)}.`)
    case 'date':
      return typeof value === 'string' && Day.safeParse(value).success ? null : wrong('a day that exists', 'Write it as 2026-05-01.')
    case 'time':
      return typeof value === 'string' && Clock.safeParse(value).success
        ? null
        : wrong('a time', 'Write it as 22:00, or 01:00+1 for after midnight.')
    case 'period': {
      const days = typeof value === 'string' ? value.split('/') : []
      const fine = days.length === 2 && days.every((day) => Day.safeParse(day).success) && (days[0] ?? '') <= (days[1] ?? '')
      return fine ? null : wrong('a period', 'Write it as 2021-01-01/2022-06-30, first day first.')
    }
    case 'party':
      return typeof value === 'string' && value.startsWith('@')
        ? null
        : wrong('a person or company', 'Write @ and the id of a row, such as @p1.')
    case 'file':
      return wrong('no answer: it is an attachment', 'Name it under attachments.')
    default:
      break
  }
  if (NUMBERS.has(question.type)) {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return wrong(
        'a number',
        question.type === 'amount' ? 'Write whole cents: 1250 is € 12,50.' : 'Write the number without quotes or unit.',
      )
    if ((question.type === 'amount' || question.type === 'integer') && !Number.isInteger(value)) {
      return wrong('a whole number', question.type === 'amount' ? 'Write whole cents: 1250 is € 12,50.' : 'Round it.')
    }
    return value < 0 ? wrong('a number of zero or more', 'Write it without minus.') : null
  }
  return typeof value === 'string' ? null : wrong('text', 'Put it between quotes.')
}

function optionProblem(question: VQuestion, ids: readonly string[]): AnswerProblem | null {
  const options = (question.options ?? []).map((option) => option.id)
  const unknown = ids.find((id) => !options.includes(id))
  if (unknown === undefined) return null
  const near = nearest(unknown, options)
  return {
    code: 'ANSWER_UNKNOWN_OPTION',
    message: `"${question.id}" has no option "${unknown}".`,
    mend: near ? `Did you mean ${near}? Options: ${optionList(question)}.` : `Write one of ${optionList(question)}.`,
  }
}

const optionList = (question: VQuestion): string => (question.options ?? []).map((option) => option.id).join(', ')
