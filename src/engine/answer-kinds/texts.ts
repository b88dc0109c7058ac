import { formatCountry } from '../forms/format.ts'
import { asItIs, type HeldAnswer } from './held-answer.ts'

export const text: HeldAnswer = { value: asItIs, print: (_, answer) => String(answer) }

export const country: HeldAnswer = { ...text, print: (_, answer, lang) => formatCountry(String(answer), lang) }

/** `@id` of a person or company. */
export const party: HeldAnswer = {
  value: (_, answer, rowOf) => rowOf(String(answer).replace(/^@/, '')),
  print: (_, answer, __, nameOf) => nameOf(String(answer).replace(/^@/, '')),
}
