import * as z from 'zod/mini'
import { standsAlone } from './answers.ts'
import { type AnswerJson, Clock, Day } from './schema/answer-file.ts'
import type { VQuestion } from './variant.ts'

/** What a page holds for one question: text as typed, ticked options, or a period as two days. */
export type Typed = string | readonly string[]

/** Why something typed is no answer. The page says it in words, with what to do. */
export type InputProblem =
  | 'required'
  | 'wholeNumber'
  | 'number'
  | 'negative'
  | 'amount'
  | 'date'
  | 'time'
  | 'period'
  | 'periodOrder'
  | 'postcode'
  | 'phone'
  | 'email'
  | 'kvk'
  | 'branch'
  | 'bsn'
  | 'iban'
  | 'option'
  | 'noneWithOthers'

/** Schema of one field, made from its question: text in, answer out; undefined when nothing was filled in. */
export function inputSchema(question: VQuestion): z.ZodMiniType<AnswerJson | undefined> {
  return z.pipe(
    z.unknown(),
    z.transform((typed, context) => {
      const read = readTyped(question, Array.isArray(typed) ? typed.map(String) : typeof typed === 'string' ? typed : '')
      if (typeof read === 'object' && !Array.isArray(read)) {
        context.issues.push({ code: 'custom', message: read.problem, input: typed })
        return z.NEVER
      }
      return read
    }),
  ) as unknown as z.ZodMiniType<AnswerJson | undefined>
}

type Read = AnswerJson | undefined | { readonly problem: InputProblem }
const no = (problem: InputProblem): { readonly problem: InputProblem } => ({ problem })

/** The answer that somebody typed, as the answer file has it. */
export function readTyped(question: VQuestion, typed: Typed): Read {
  if (typeof typed !== 'string') return ticked(question, typed)
  const text = typed.trim()
  if (text === '') return undefined
  switch (question.type) {
    case 'yesNo':
      return text === 'true' ? true : text === 'false' ? false : no('option')
    case 'choice':
      return question.options?.some(({ id }) => id === text) ? text : no('option')
    case 'multiChoice':
      return ticked(question, [text])
    case 'integer':
      return number(text, 0, 'wholeNumber')
    case 'number':
    case 'area':
      return number(text, 6, 'number')
    case 'amount': {
      const euro = number(text.replace(/^€\s*/, '').replace(/,(-|–)$/, ''), 2, 'amount')
      return typeof euro === 'number' ? Math.round(euro * 100) : euro
    }
    case 'date':
      return Day.safeParse(text).success ? text : no('date')
    case 'time':
      return time(text)
    case 'period':
      return period(text)
    case 'postcode':
      return postcode(text)
    case 'phone':
      return /^\+?[\d\s().-]+$/.test(text) && digits(text).length >= 8 && digits(text).length <= 15 ? text : no('phone')
    case 'email':
      return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text : no('email')
    case 'kvk':
      return digits(text).length === 8 && /^[\d\s.]+$/.test(text) ? digits(text) : no('kvk')
    case 'branch':
      return digits(text).length === 12 && /^[\d\s.]+$/.test(text) ? digits(text) : no('branch')
    case 'bsn':
      return isBsn(digits(text)) && /^[\d\s.]+$/.test(text) ? digits(text) : no('bsn')
    case 'iban':
      return isIban(text) ? text.replaceAll(/\s/g, '').toUpperCase() : no('iban')
    default:
      return text
  }
}

function ticked(question: VQuestion, ids: readonly string[]): Read {
  if (ids.length === 0) return undefined
  if (question.type !== 'multiChoice' || ids.some((id) => !question.options?.some((option) => option.id === id))) return no('option')
  if (ids.length > 1 && ids.some(standsAlone)) return no('noneWithOthers')
  return [...ids]
}

const digits = (text: string): string => text.replaceAll(/\D/g, '')

/** Dutch and English writing alike: `1.250,50`, `1,250.50`, `1250,5`. A lone dot with three digits behind it parts thousands. */
function number(text: string, decimals: number, problem: InputProblem): Read {
  const bare = text.replaceAll(/[\s\u00a0]/g, '')
  if (/^-/.test(bare)) return no('negative')
  const written = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : /^\d{1,3}(,\d{3})+\.\d+$/.test(bare)
      ? bare.replaceAll(',', '')
      : bare.replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(written) || (written.split('.')[1]?.length ?? 0) > decimals) return no(problem)
  return Number(written)
}

/** `23:00`, `23.00`, `1:30+1`. */
function time(text: string): Read {
  const match = /^(\d{1,2})[:.](\d{2})(\+1)?$/.exec(text.replaceAll(' ', ''))
  const clock = match ? `${match[1]?.padStart(2, '0')}:${match[2]}${match[3] ?? ''}` : ''
  return Clock.safeParse(clock).success ? clock : no('time')
}

function period(text: string): Read {
  const [from = '', until = '', ...rest] = text.split('/')
  if (rest.length > 0 || !Day.safeParse(from).success || !Day.safeParse(until).success) return no('period')
  return from <= until ? text : no('periodOrder')
}

/** `1234ab` becomes `1234 AB`. What does not begin with a digit is a postcode of another country. */
function postcode(text: string): Read {
  const dutch = /^([1-9]\d{3})\s*([A-Za-z]{2})$/.exec(text)
  if (dutch) return `${dutch[1]} ${dutch[2]?.toUpperCase()}`
  return /^\d{4}\s*[A-Za-z]*$/.test(text) && !/^\d{4,5}$/.test(text) ? no('postcode') : text
}

/** Eleven test of the citizen service number: 9·a + 8·b + … + 2·h − i is a multiple of 11 (Besluit burgerservicenummer; RvIG, Logisch Ontwerp BSN). */
export function isBsn(nine: string): boolean {
  if (!/^\d{9}$/.test(nine) || /^0+$/.test(nine)) return false
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0)
  return sum % 11 === 0
}

/** ISO 13616: moved to the back and with letters as numbers, the whole leaves 1 when divided by 97. */
export function isIban(text: string): boolean {
  const iban = text.replaceAll(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || (iban.startsWith('NL') && iban.length !== 18)) return false
  let rest = 0
  for (const character of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** What the page shows for an answer that was given before. */
export function typedOf(question: VQuestion, answer: AnswerJson | undefined): Typed {
  if (answer === undefined) return question.type === 'multiChoice' ? [] : ''
  if (Array.isArray(answer)) return answer
  if (question.type === 'amount') return (Number(answer) / 100).toFixed(2).replace('.', ',').replace(',00', '')
  if (typeof answer === 'number') return String(answer).replace('.', ',')
  return String(answer)
}
