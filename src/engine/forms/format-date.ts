import { isDay, momentOf } from '../../feel/day.ts'
import { type Lang, localeOf, wordsIn } from '../../model/lang.ts'

// kept apart from the other formatting, which needs exact decimals: the first page shows dates

/** `1 mei 2026`; anything that is not a day stays as it is. */
export function formatDate(iso: string, lang: Lang): string {
  return isDay(iso) ? dates(lang).format(momentOf(iso)) : iso
}

/** A number of days as people count them: whole weeks from two weeks on, else days. `42` is six weeks everywhere. */
export function formatPeriod(days: number, lang: Lang): string {
  const weeks = days >= 14 && days % 7 === 0
  const count = weeks ? days / 7 : days
  return wordsIn(PERIODS, lang)[weeks ? 'weeks' : 'days'](count)
}

/** Exported for the list of texts. */
export const PERIODS = {
  name: 'periods',
  nl: {
    days: (count: number) => (count === 1 ? '1 dag' : `${count} dagen`),
    weeks: (count: number) => (count === 1 ? '1 week' : `${count} weken`),
  },
  en: {
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    weeks: (count: number) => (count === 1 ? '1 week' : `${count} weeks`),
  },
} as const

const made = new Map<string, Intl.DateTimeFormat>()

/** Creating a formatter costs more than a hundred uses of it. */
function dates(lang: Lang): Intl.DateTimeFormat {
  const locale = localeOf(lang)
  const known = made.get(locale)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  made.set(locale, format)
  return format
}
