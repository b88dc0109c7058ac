import type { AnswerKind } from './answer-kind.ts'
import { choice, multiChoice, yesNo } from './choices.ts'
import { date, period, time } from './days.ts'
import type { FACT_TYPES } from './fact-types.ts'
import { amount, area, integer, number } from './numbers.ts'
import { file, party } from './pointers.ts'
import { branch, bsn, iban, kvk, payrollTax, rsin, vat } from './register-numbers.ts'
import { country, email, houseNumber, longText, phone, postcode, text } from './texts.ts'

/** Every kind of answer. A new one is added to `fact-types.ts` and here; the compiler then reports what it lacks in the other rooms. */
export const ANSWER_KINDS: Readonly<Record<(typeof FACT_TYPES)[number], AnswerKind>> = {
  yesNo,
  choice,
  multiChoice,
  text,
  longText,
  integer,
  number,
  amount,
  area,
  date,
  time,
  period,
  houseNumber,
  postcode,
  phone,
  email,
  kvk,
  branch,
  bsn,
  rsin,
  vat,
  payrollTax,
  iban,
  country,
  party,
  file,
}

/** The kind of a question, or of a parameter of a town. */
export const kindOf = ({ type }: { readonly type: keyof typeof ANSWER_KINDS }): AnswerKind => ANSWER_KINDS[type]

/** The kind by the type of a box, which may not be a kind of answer. */
export const kindIn = (type: string): AnswerKind | undefined => BY_NAME[type]
const BY_NAME: Readonly<Record<string, AnswerKind | undefined>> = ANSWER_KINDS
