import type { AnswerJson } from '../schema/answer-file.ts'

/** Why something typed is not a valid answer: what messages about a file expect and how to mend it. The page has its own texts, in both languages. */
export const INPUT_PROBLEMS = {
  required: ['an answer', 'Leave it out of the file while there is none.'],
  wholeNumber: ['a whole number', 'Round it.'],
  number: ['a number with at most six decimals', 'Round it.'],
  negative: ['a number of zero or more', 'Write it without minus.'],
  amount: ['whole cents', 'Write whole cents: 1250 is € 12,50.'],
  /** Outside the bounds of its question, which the message then gives instead. */
  outside: ['one within its bounds', 'Look at its bounds.'],
  /** Does not match the pattern of its question. */
  pattern: ['a text of the form that is asked', 'Write it as the question says.'],
  ticks: ['another number of options', 'Tick as many as the question says.'],
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
  noneWithOthers: ['"none" alone, or other options', 'Take "none" out, or the others.'],
} as const satisfies Readonly<Record<string, Told>>

/** What was expected, and how to mend it. */
export type Told = readonly [expected: string, mend: string]
export type InputProblem = keyof typeof INPUT_PROBLEMS

/** An answer as it is stored, undefined when it is empty, or why it is not valid. */
export type Judged = AnswerJson | undefined | { readonly problem: InputProblem }

export const no = (problem: InputProblem): { readonly problem: InputProblem } => ({ problem })
export const isProblem = (judged: Judged): judged is { readonly problem: InputProblem } =>
  typeof judged === 'object' && !Array.isArray(judged)
