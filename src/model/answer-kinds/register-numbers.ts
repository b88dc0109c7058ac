import { isValidIBAN } from 'ibantools'
import { isBsn, isPayrollTaxNumber, isVatNumber } from '../answers/check-digits.ts'
import type { AnswerKind } from './answer-kind.ts'
import { type InputProblem, no } from './input-problem.ts'
import { code, digits } from './texts.ts'

const bare = (text: string): string => text.replaceAll(/[\s.]/g, '').toUpperCase()
/** Only digits; spaces and dots between them are removed. */
const numeric = (isRight: (number: string) => boolean, problem: InputProblem): AnswerKind =>
  code((text) => (isRight(digits(text)) && /^[\d\s.]+$/.test(text) ? digits(text) : no(problem)))
/** Letters and digits, without spaces and in capitals. */
const written = (isRight: (number: string) => boolean, problem: InputProblem): AnswerKind =>
  code((text) => (isRight(bare(text)) ? bare(text) : no(problem)))

/** A foreign register number: letters and digits, `HRB 123456`, `0123.456.789`. */
const FOREIGN_NUMBER = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9 ./-]{2,29}$/

export const kvk: AnswerKind = {
  ...code((text, { abroad }) => {
    if (digits(text).length === 8 && /^[\d\s.]+$/.test(text)) return digits(text)
    return abroad && FOREIGN_NUMBER.test(text) ? text : no('kvk')
  }),
  dutchForm: /^\d{8}$/,
}
export const branch = numeric((number) => number.length === 12, 'branch')
export const bsn = numeric(isBsn, 'bsn')
export const rsin = numeric(isBsn, 'rsin')
export const vat = written(isVatNumber, 'vat')
export const payrollTax = written(isPayrollTaxNumber, 'payrollTax')
export const iban = written(isValidIBAN, 'iban')
