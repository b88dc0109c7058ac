import { nearest } from '../findings/nearest.ts'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { VQuestion } from '../variant.ts'
import { type InputProblem, isProblem, judgeAnswer } from './judge-answer.ts'

interface AnswerProblem {
  readonly code: 'ANSWER_TYPE' | 'ANSWER_UNKNOWN_OPTION' | 'ANSWER_VALUE'
  readonly message: string
  readonly mend: string
}

/** A found value in a message: short. */
const shown = (value: AnswerJson): string => {
  const text = JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 97)}…` : text
}

const NUMBERS = new Set(['integer', 'number', 'area', 'amount'])

/** An answer of the answer file as it is kept, or what is wrong with it. The page judges what is typed in the same way. */
export function fileAnswer(question: VQuestion, value: AnswerJson): { readonly answer: AnswerJson } | { readonly problem: AnswerProblem } {
  const shape = shapeProblem(question, value)
  if (shape) return { problem: shape }
  const judged = judgeAnswer(question, value)
  if (judged !== undefined && !isProblem(judged)) return { answer: judged }
  return { problem: valueProblem(question, value, isProblem(judged) ? judged.problem : 'required') }
}

function valueProblem({ id, type, min, max, unit }: VQuestion, value: AnswerJson, problem: InputProblem): AnswerProblem {
  const bounds =
    min !== null && max !== null
      ? `Write one from ${min} to ${max}${unit ? ` ${unit}` : ''}.`
      : `Write one of ${min === null ? 'at most' : 'at least'} ${min ?? max}.`
  const [expected, mend] =
    problem === 'outside'
      ? [type === 'date' || type === 'period' ? 'a day that can be meant' : 'a number that can be meant', bounds]
      : VALUES[problem]
  return { code: 'ANSWER_VALUE', message: `"${id}" expects ${expected}, found ${JSON.stringify(value)}.`, mend }
}

const VALUES: Readonly<Record<Exclude<InputProblem, 'outside'>, readonly [expected: string, mend: string]>> = {
  required: ['an answer', 'Leave it out of the file while there is none.'],
  wholeNumber: ['a whole number', 'Round it.'],
  number: ['a number with at most six decimals', 'Round it.'],
  negative: ['a number of zero or more', 'Write it without minus.'],
  amount: ['whole cents', 'Write whole cents: 1250 is € 12,50.'],
  date: ['a day that exists', 'Write it as 2026-05-01.'],
  time: ['a time', 'Write it as 22:00, or 01:00+1 for after midnight.'],
  period: ['a period', 'Write it as 2021-01-01/2022-06-30, first day first.'],
  periodOrder: ['a period', 'Write the first day first.'],
  houseNumber: ['a house number of digits', 'Write the digits only; a letter or addition has a question of its own.'],
  postcode: ['a postcode', 'Write it as 1234 AB.'],
  phone: ['a phone number', 'Write 10 digits, or + and the country code.'],
  email: ['an e-mail address', 'Write it as name@example.nl.'],
  kvk: ['a KvK number', 'Write its 8 digits.'],
  branch: ['a branch number', 'Write its 12 digits.'],
  bsn: ['a citizen service number', 'Look at the 9 digits again: their eleven test fails.'],
  rsin: ['an RSIN', 'Look at the 9 digits again: their eleven test fails.'],
  vat: ['a Dutch VAT number', 'Write it as NL001234567B29; its check must be right.'],
  payrollTax: ['a payroll tax number', 'Write 9 digits, L and 2 digits; the eleven test of the 9 must be right.'],
  iban: ['an account number', 'Look at it again: its check fails.'],
  country: ['a country', 'Write its two capitals of ISO 3166, such as NL.'],
  option: ['an option', 'Write one of its options.'],
  unprintable: ['text that can be printed', 'Take out emoji and letters of scripts that the packet cannot print.'],
  noneWithOthers: ['"none" alone, or other options', 'Take "none" out, or the others.'],
}

/** What is wrong with the shape of an answer, by the type of its question; null when it fits. */
function shapeProblem(question: VQuestion, value: AnswerJson): AnswerProblem | null {
  const wrong = (expected: string, mend: string): AnswerProblem => ({
    code: 'ANSWER_TYPE',
    message: `"${question.id}" expects ${expected}, found ${shown(value)}.`,
    mend,
  })
  switch (question.type) {
    case 'yesNo':
      return typeof value === 'boolean' ? null : wrong('true or false', 'Write true or false without quotes.')
    case 'choice':
      return typeof value === 'string' ? optionProblem(question, [value]) : wrong('one option', `Write one of ${optionList(question)}.`)
    case 'multiChoice':
      return Array.isArray(value) ? optionProblem(question, value) : wrong('a list of options', `Write a list of ${optionList(question)}.`)
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
    return null
  }
  if (typeof value === 'string') return null
  const [expected, mend] = WRITTEN[question.type] ?? ['text', 'Put it between quotes.']
  return wrong(expected, mend)
}

const WRITTEN: Readonly<Record<string, readonly [expected: string, mend: string]>> = {
  date: VALUES.date,
  time: VALUES.time,
  period: VALUES.period,
}

function optionProblem(question: VQuestion, ids: readonly string[]): AnswerProblem | null {
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

const optionList = (question: VQuestion): string => (question.options ?? []).map((option) => option.id).join(', ')
