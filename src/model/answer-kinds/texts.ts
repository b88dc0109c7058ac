import * as z from 'zod/mini'
import type { ResolvedQuestion } from '../variant.ts'
import type { AnswerKind } from './answer-kind.ts'
import { type Judged, no } from './input-problem.ts'

export const longText: AnswerKind = {
  holds: 'text',
  feel: () => ({ kind: 'string' }),
  judge: {},
  inFile: { fits: (value) => typeof value === 'string', told: () => ['text', 'Put it between quotes.'] },
  bounds: null,
}
export const text: AnswerKind = {
  ...longText,
  inTown: { fits: (value) => typeof value === 'string', told: ['a text', 'Put the value in quotes.'] },
}

/** A text with a fixed format: `judge` returns what is stored, or why it is invalid. */
export const code = (judge: (text: string, question: ResolvedQuestion) => Judged): AnswerKind => ({
  ...longText,
  holds: 'code',
  judge: { text: (question, text) => judge(text, question) },
})
export const digits = (text: string): string => text.replaceAll(/\D/g, '')

export const houseNumber = code((typed) => (/^[1-9]\d{0,4}$/.test(typed) ? typed : no('houseNumber')))

export const postcode: AnswerKind = { ...code(judgePostcode), dutchForm: /^[1-9]\d{3} [A-Z]{2}$/ }

export const phone = code((typed) =>
  /^\+?[\d\s().-]+$/.test(typed) && digits(typed).length >= 8 && digits(typed).length <= 15 ? typed : no('phone'),
)

const Email = z.email({ pattern: z.regexes.rfc5322Email })
/** Accepts letters of every script: `info@café.example`. */
export const email = code((typed) => (Email.safeParse(typed.replaceAll(/[\p{L}\p{M}]/gu, 'a')).success ? typed : no('email')))

/** Alpha-2 code of ISO 3166. */
export const country: AnswerKind = { ...code((typed) => (/^[A-Z]{2}$/.test(typed) ? typed : no('country'))), holds: 'country' }

/** A foreign postcode: `10115`, `SW1A 1AA`, `B-1000`. */
const FOREIGN_POSTCODE = /^(?=.*\d)[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){2,9}$/

/** `1234ab` becomes `1234 AB`. Foreign formats are only accepted where an address may be abroad. */
function judgePostcode(typed: string, { abroad }: ResolvedQuestion): Judged {
  const dutch = /^([1-9]\d{3})\s*([A-Za-z]{2})$/.exec(typed)
  if (dutch) return `${dutch[1]} ${dutch[2]?.toUpperCase()}`
  // four digits and letters are a mistyped Dutch one
  if (!abroad || /^\d{4}\s*[A-Za-z]+$/.test(typed)) return no('postcode')
  return FOREIGN_POSTCODE.test(typed) ? typed.toUpperCase() : no('postcode')
}
