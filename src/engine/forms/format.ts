import type Big from 'big.js'
import type { Lang } from '../../model/lang.ts'
import type { Text } from '../../model/schema/common.ts'
import type { Reading } from '../context.ts'

export { formatDate, formatPeriod } from './format-date.ts'

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const
const WORDS = {
  nl: { yes: 'ja', no: 'nee', until: 'tot en met', nextDay: '(volgende dag)' },
  en: { yes: 'yes', no: 'no', until: 'until', nextDay: '(next day)' },
} as const

export const localise = (text: Text, lang: Lang): string => text[lang]

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
export function formatCents(cents: number, lang: Lang): string {
  const amount = formats(lang).cents.format(cents / 100)
  return lang === 'nl' ? `€ ${amount}` : `€${amount}`
}

/** `01.00 uur (volgende dag)` is for running text; boxes of a form print the clock time alone. */
export function formatClock(hhmm: string, lang: Lang): string {
  const [time = '', next] = hhmm.split('+')
  const plain = lang === 'nl' ? time.replace(':', '.') : time
  return next ? `${plain} ${WORDS[lang].nextDay}` : plain
}

export function formatNumber(value: Big | number, lang: Lang, unit: string | null = null): string {
  const number = formats(lang).number.format(Number(value))
  return unit ? `${number} ${unit.replace('m2', 'm²').replace('m3', 'm³')}` : number
}

export const formatYesNo = (value: boolean, lang: Lang): string => WORDS[lang][value ? 'yes' : 'no']

/** Between the first and the last day of a period, which both count. */
export const untilWord = (lang: Lang): string => WORDS[lang].until

const countries: Partial<Record<Lang, Intl.DisplayNames>> = {}
/** Name of a country by its two letters of ISO 3166. */
export function formatCountry(code: string, lang: Lang): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  countries[lang] ??= new Intl.DisplayNames([LOCALE[lang]], { type: 'region' })
  return countries[lang].of(code) ?? code
}

/** Name of a party as it stands on paper. */
export const partyName = (reading: Reading, id: string): string => reading.get(`partyName|${id}`)

export function partyNameCell({ variant, get }: Reading, [id = '']: readonly string[]): string {
  const name = get(`fact|${variant.names.party.name}|${id}`)
  return typeof name === 'string' && name ? name : id
}
