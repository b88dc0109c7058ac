import Big from 'big.js'
import { isList, isRow, type Value } from '../../feel/value.ts'
import type { Lang } from '../../model/lang.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { Text } from '../../model/schema/common.ts'
import type { VQuestion } from '../../model/variant.ts'
import type { Get } from '../cell-values.ts'
import { clock } from '../facts/convert.ts'
import { printDate } from './print-date.ts'

export { printDate, printPeriod } from './print-date.ts'

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const
const WORDS = {
  nl: { yes: 'ja', no: 'nee', until: 'tot en met', nextDay: '(volgende dag)' },
  en: { yes: 'yes', no: 'no', until: 'until', nextDay: '(next day)' },
} as const

export const say = (text: Text, lang: Lang): string => text[lang]

interface Formats {
  readonly cents: Intl.NumberFormat
  readonly number: Intl.NumberFormat
}
const made: Partial<Record<Lang, Formats>> = {}

/** Making a format costs more than a hundred uses of it. */
function formats(lang: Lang): Formats {
  made[lang] ??= {
    cents: new Intl.NumberFormat(LOCALE[lang], { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    number: new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 4, useGrouping: false }),
  }
  return made[lang]
}

/** `€ 1.882,10` from cents. */
export function printCents(cents: number, lang: Lang): string {
  const amount = formats(lang).cents.format(cents / 100)
  return lang === 'nl' ? `€ ${amount}` : `€${amount}`
}

/** `01.00 uur (volgende dag)` is for running text; boxes of a form print the clock time alone. */
export function printClock(hhmm: string, lang: Lang): string {
  const [time = '', next] = hhmm.split('+')
  const plain = lang === 'nl' ? time.replace(':', '.') : time
  return next ? `${plain} ${WORDS[lang].nextDay}` : plain
}

export function printNumber(value: Big | number, lang: Lang, unit: string | null = null): string {
  const number = formats(lang).number.format(Number(value))
  return unit ? `${number} ${unit.replace('m2', 'm²').replace('m3', 'm³')}` : number
}

const countries: Partial<Record<Lang, Intl.DisplayNames>> = {}
function printCountry(code: string, lang: Lang): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  countries[lang] ??= new Intl.DisplayNames([LOCALE[lang]], { type: 'region' })
  return countries[lang].of(code) ?? code
}

/** An answer as given, for reading: option labels instead of ids, dates and money as people write them. */
export function printAnswer(question: VQuestion, answer: AnswerJson, lang: Lang, partyName: (id: string) => string): string {
  const label = (id: string): string => {
    const option = question.options?.find((one) => one.id === id)
    return option ? say(option.label, lang) : id
  }
  switch (question.type) {
    case 'choice':
      return label(String(answer))
    case 'multiChoice':
      return (Array.isArray(answer) ? answer : [String(answer)]).map(label).join(', ')
    case 'yesNo':
      return answer === true ? WORDS[lang].yes : WORDS[lang].no
    case 'amount':
      return printCents(Number(answer), lang)
    case 'date':
      return printDate(String(answer), lang)
    case 'time':
      return printClock(String(answer), lang)
    case 'integer':
    case 'number':
    case 'area':
      return printNumber(Number(answer), lang, question.unit)
    case 'country':
      return printCountry(String(answer), lang)
    case 'party':
      return partyName(String(answer).replace(/^@/, ''))
    case 'period':
      return String(answer)
        .split('/')
        .map((date) => printDate(date, lang))
        .join(` ${WORDS[lang].until} `)
    default:
      return String(answer)
  }
}

/** A computed value; `type` is that of the box or question it is printed for. */
export function printValue(
  value: Value,
  type: string,
  lang: Lang,
  names: { option: (id: string) => string; party: (id: string) => string; unit: string | null },
): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return value ? WORDS[lang].yes : WORDS[lang].no
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return printDate(value, lang)
    return names.option(value)
  }
  if (isList(value)) {
    const parts = value.items.map((item) => printValue(item, type, lang, names)).filter((part) => part !== null)
    // a number may hold a comma of its own
    return parts.length > 0 ? parts.join(value.items.every((item) => item instanceof Big) ? '; ' : ', ') : null
  }
  if (isRow(value)) return names.party(value.id)
  if ('kind' in value) return null
  if (type === 'amount') return printCents(Number(value.times(100).round(0)), lang)
  if (type === 'time') return printClock(clock(Number(value)), lang)
  return printNumber(value, lang, names.unit)
}

/** Name of a party as it stands on paper. */
export function partyName(get: Get, id: string): string {
  const name = get(`fact|party.name|${id}`)
  return typeof name === 'string' && name ? name : id
}
