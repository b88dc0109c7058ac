import type Big from 'big.js'
import { addedLanguage, type Lang, localeOf, wordsIn } from '../../model/lang.ts'
import type { Text } from '../../model/schema/common.ts'
import type { Reading } from '../context.ts'

export { formatDate, formatPeriod } from './format-date.ts'

/** Exported for the list of texts. */
export const FORMATS = {
  name: 'formats',
  nl: { yes: 'ja', no: 'nee', until: 'tot en met', nextDay: '(volgende dag)' },
  en: { yes: 'yes', no: 'no', until: 'until', nextDay: '(next day)' },
} as const

export const localise = (text: Text, lang: Lang): string => text[lang]

interface Formats {
  readonly cents: Intl.NumberFormat
  readonly number: Intl.NumberFormat
  readonly euro: Intl.NumberFormat
  readonly countries: Intl.DisplayNames
}
const made = new Map<string, Formats>()

/** Creating a formatter costs more than a hundred uses of it. */
function formats(lang: Lang): Formats {
  const locale = localeOf(lang)
  const known = made.get(locale)
  if (known) return known
  const formats = {
    cents: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 4, useGrouping: false }),
    euro: new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }),
    countries: new Intl.DisplayNames([locale], { type: 'region' }),
  }
  made.set(locale, formats)
  return formats
}

/** `€ 1.882,10` from cents. */
export function formatCents(cents: number, lang: Lang): string {
  if (lang === 'en' && addedLanguage()) return formats(lang).euro.format(cents / 100)
  const amount = formats(lang).cents.format(cents / 100)
  return lang === 'nl' ? `€ ${amount}` : `€${amount}`
}

/** `01.00 uur (volgende dag)` is for running text; boxes of a form print the clock time alone. */
export function formatClock(hhmm: string, lang: Lang): string {
  const [time = '', next] = hhmm.split('+')
  const plain = lang === 'nl' ? time.replace(':', '.') : time
  return next ? `${plain} ${wordsIn(FORMATS, lang).nextDay}` : plain
}

export function formatNumber(value: Big | number, lang: Lang, unit: string | null = null): string {
  const number = formats(lang).number.format(Number(value))
  return unit ? `${number} ${unit.replace('m2', 'm²').replace('m3', 'm³')}` : number
}

export const formatYesNo = (value: boolean, lang: Lang): string => wordsIn(FORMATS, lang)[value ? 'yes' : 'no']

/** The decimal separator: `,` or `.`. */
export const decimalMark = (lang: Lang): string =>
  formats(lang)
    .cents.formatToParts(0)
    .find(({ type }) => type === 'decimal')?.value ?? '.'

/** Between the first and the last day of a period, both inclusive. */
export const untilWord = (lang: Lang): string => wordsIn(FORMATS, lang).until

/** Name of a country by its two-letter ISO 3166 code. */
export function formatCountry(code: string, lang: Lang): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return formats(lang).countries.of(code) ?? code
}

/** Name of a party as printed. */
export const partyName = (reading: Reading, id: string): string => reading.get(`partyName|${id}`)

export function partyNameCell({ variant, get }: Reading, [id = '']: readonly string[]): string {
  const name = get(`fact|${variant.names.party.name}|${id}`)
  return typeof name === 'string' && name ? name : id
}
