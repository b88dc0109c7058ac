import { type AnswerJson, Clock, Day } from '../schema/answer-file.ts'
import type { VQuestion } from '../variant.ts'
import { standsAlone } from './answers.ts'
import { isBsn, isIban, isPayrollTaxNumber, isVatNumber } from './check-digits.ts'
import { asPrinted, unprintable } from './printable.ts'

/** Why something typed is no answer. The page says it in words, with what to do. */
export type InputProblem =
  | 'required'
  | 'wholeNumber'
  | 'number'
  | 'negative'
  | 'amount'
  | 'outside'
  | 'date'
  | 'time'
  | 'period'
  | 'periodOrder'
  | 'houseNumber'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'kvk'
  | 'branch'
  | 'bsn'
  | 'rsin'
  | 'vat'
  | 'payrollTax'
  | 'iban'
  | 'country'
  | 'option'
  | 'noneWithOthers'
  | 'unprintable'

/** An answer as it is kept, nothing when it says nothing, or why it is no answer. */
export type Judged = AnswerJson | undefined | { readonly problem: InputProblem }

export const no = (problem: InputProblem): { readonly problem: InputProblem } => ({ problem })
export const isProblem = (judged: Judged): judged is { readonly problem: InputProblem } =>
  typeof judged === 'object' && !Array.isArray(judged)

/** Holds an answer of the right shape against its question: one judgement for what is typed on a page and for what stands in an answer file. Gives the
 * answer in the way it is kept: `1234ab` becomes `1234 AB`. Numbers are in the unit of the question, amounts in whole cents. */
export function judgeAnswer(question: VQuestion, answer: AnswerJson): Judged {
  if (Array.isArray(answer)) return judgeTicks(question, answer)
  if (typeof answer === 'boolean') return question.type === 'yesNo' ? answer : no('option')
  if (typeof answer === 'number') return judgeNumber(question, answer)
  return judgeText(question, answer.trim())
}

function judgeTicks(question: VQuestion, ids: readonly string[]): Judged {
  if (ids.length === 0) return undefined
  if (question.type !== 'multiChoice' || ids.some((id) => !question.options?.some((option) => option.id === id))) return no('option')
  if (ids.length > 1 && ids.some(standsAlone)) return no('noneWithOthers')
  return [...new Set(ids)]
}

const DECIMALS: Readonly<Record<string, { readonly most: number; readonly problem: InputProblem }>> = {
  integer: { most: 0, problem: 'wholeNumber' },
  number: { most: 6, problem: 'number' },
  area: { most: 6, problem: 'number' },
  amount: { most: 0, problem: 'amount' },
}

function judgeNumber({ type, min, max }: VQuestion, value: number): Judged {
  const rule = DECIMALS[type]
  if (!rule || Math.abs(value) > Number.MAX_SAFE_INTEGER || Number.isNaN(value)) return no('number')
  if (value < 0) return no('negative')
  if (Number(value.toFixed(rule.most)) !== value) return no(rule.problem)
  const inUnit = type === 'amount' ? value / 100 : value
  const within = (typeof min !== 'number' || inUnit >= min) && (typeof max !== 'number' || inUnit <= max)
  // never -0
  return within ? value + 0 : no('outside')
}

function judgeText(question: VQuestion, text: string): Judged {
  // of a text of control characters nothing would stand on paper
  if (asPrinted(text).trim() === '') return undefined
  if (unprintable(text).length > 0) return no('unprintable')
  switch (question.type) {
    case 'choice':
      return question.options?.some(({ id }) => id === text) ? text : no('option')
    case 'date':
      return judgeDay(question, text, 'date')
    case 'time':
      return Clock.safeParse(text).success ? text : no('time')
    case 'period': {
      const [from = '', until = '', ...rest] = text.split('/')
      const wrong = [from, until].map((day) => judgeDay(question, day, 'period')).find(isProblem)
      if (wrong || rest.length > 0) return wrong ?? no('period')
      return from <= until ? text : no('periodOrder')
    }
    case 'houseNumber':
      return /^[1-9]\d{0,4}$/.test(text) ? text : no('houseNumber')
    case 'postcode':
      return judgePostcode(question, text)
    case 'phone':
      return /^\+?[\d\s().-]+$/.test(text) && digits(text).length >= 8 && digits(text).length <= 15 ? text : no('phone')
    case 'email':
      return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text : no('email')
    case 'kvk':
      if (digits(text).length === 8 && /^[\d\s.]+$/.test(text)) return digits(text)
      return question.abroad && FOREIGN_NUMBER.test(text) ? text : no('kvk')
    case 'branch':
      return digits(text).length === 12 && /^[\d\s.]+$/.test(text) ? digits(text) : no('branch')
    case 'bsn':
    case 'rsin':
      return isBsn(digits(text)) && /^[\d\s.]+$/.test(text) ? digits(text) : no(question.type)
    case 'vat':
      return isVatNumber(bare(text)) ? bare(text) : no('vat')
    case 'payrollTax':
      return isPayrollTaxNumber(bare(text)) ? bare(text) : no('payrollTax')
    case 'iban':
      return isIban(text) ? bare(text) : no('iban')
    case 'country':
      return /^[A-Z]{2}$/.test(text) ? text : no('country')
    default:
      return text
  }
}

function judgeDay({ min, max }: VQuestion, day: string, problem: 'date' | 'period'): Judged {
  if (!Day.safeParse(day).success) return no(problem)
  const within = (typeof min !== 'string' || day >= min) && (typeof max !== 'string' || day <= max)
  return within ? day : no('outside')
}

const digits = (text: string): string => text.replaceAll(/\D/g, '')
const bare = (text: string): string => text.replaceAll(/[\s.]/g, '').toUpperCase()

/** A number of a register of another country: letters and digits, `HRB 123456`, `0123.456.789`. */
const FOREIGN_NUMBER = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9 ./-]{2,29}$/
/** A postcode of another country: `10115`, `SW1A 1AA`, `B-1000`. */
const FOREIGN_POSTCODE = /^(?=.*\d)[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){2,9}$/

/** `1234ab` becomes `1234 AB`. Another form is only right where an address may lie abroad. */
function judgePostcode(question: VQuestion, text: string): Judged {
  const dutch = /^([1-9]\d{3})\s*([A-Za-z]{2})$/.exec(text)
  if (dutch) return `${dutch[1]} ${dutch[2]?.toUpperCase()}`
  // four digits and letters are meant as a Dutch one
  if (!question.abroad || /^\d{4}\s*[A-Za-z]+$/.test(text)) return no('postcode')
  return FOREIGN_POSTCODE.test(text) ? text.toUpperCase() : no('postcode')
}

/** Whether it has the form that holds in the Netherlands: of what `abroad` lets pass. */
export const isDutchForm = (type: VQuestion['type'], answer: string): boolean =>
  type === 'postcode' ? /^[1-9]\d{3} [A-Z]{2}$/.test(answer) : type !== 'kvk' || /^\d{8}$/.test(answer)
