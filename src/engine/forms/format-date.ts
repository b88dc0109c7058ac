import { isDay, momentOf } from '../../feel/day.ts'
import type { Lang } from '../../model/lang.ts'

// apart from the other printing, which needs exact numbers: the first page shows dates

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const

/** `1 mei 2026`; anything that is no day stays as it is. */
export function formatDate(iso: string, lang: Lang): string {
  return isDay(iso) ? dates(lang).format(momentOf(iso)) : iso
}

/** A number of days as people count them: whole weeks from two weeks on, else days. `42` is six weeks everywhere. */
export function formatPeriod(days: number, lang: Lang): string {
  const weeks = days >= 14 && days % 7 === 0
  const count = weeks ? days / 7 : days
  const [one, many] = PERIODS[lang][weeks ? 'weeks' : 'days']
  return `${count} ${count === 1 ? one : many}`
}

const PERIODS = {
  nl: { days: ['dag', 'dagen'], weeks: ['week', 'weken'] },
  en: { days: ['day', 'days'], weeks: ['week', 'weeks'] },
} as const

const made: Partial<Record<Lang, Intl.DateTimeFormat>> = {}

/** Making a format costs more than a hundred uses of it. */
function dates(lang: Lang): Intl.DateTimeFormat {
  made[lang] ??= new Intl.DateTimeFormat(LOCALE[lang], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return made[lang]
}
