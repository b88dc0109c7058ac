import { gregorianEaster } from 'date-easter'
import { daysLater, weekdayOf } from '../../feel/count-days.ts'
import type { Calendar } from '../../model/variant.ts'

// The Dutch act on terms (Algemene termijnenwet, BWBR0002448). By-laws of a municipality follow it too (Gemeentewet art. 145, unverified).

/** Whether a statutory term may not end on this day: Saturday, Sunday, a holiday, or a day equated with one (art. 3). */
export function isDayOff(calendar: Calendar, day: string): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6 || calendar.equated.includes(day) || holidaysIn(calendar, Number(day.slice(0, 4))).has(day)
}

/** The last day of a term of so many days that begins the day after `from`; null outside the years of the calendar.
 * It is extended to the next working day (art. 1), and contains at least two working days when it is three days or longer (art. 2).
 * A term of more than twelve weeks or three months is not extended (art. 4 under a), nor is one of no days: it is a moment.
 * @param isLong whether it is such a long term; a term in months is converted to days first */
export function endOfTerm(calendar: Calendar, from: string, days: number, isLong: boolean = days > TWELVE_WEEKS): string | null {
  // the same few terms recur with every answer
  const ends = counted.get(calendar) ?? new Map<string, string | null>()
  counted.set(calendar, ends)
  const key = `${from} ${days} ${isLong}`
  const known = ends.get(key)
  if (known !== undefined) return known
  const end = countTerm(calendar, from, days, isLong)
  ends.set(key, end)
  return end
}
const counted = new WeakMap<Calendar, Map<string, string | null>>()

function countTerm(calendar: Calendar, from: string, days: number, isLong: boolean): string | null {
  const end = daysLater(from, days)
  if (end === null || days <= 0 || isLong) return end
  const wanted = days < 3 ? 0 : 2
  let last = end
  for (let working = workingDays(calendar, from, end, wanted); isDayOff(calendar, last) || working < wanted; ) {
    const next = daysLater(last, 1)
    if (next === null) return null
    last = next
    if (!isDayOff(calendar, last)) working += 1
  }
  return last
}

/** Whether the equated days up to this day have been decreed: that is done some years ahead. */
export const isDecreed = (calendar: Calendar, day: string): boolean => calendar.equatedUntil === null || day <= calendar.equatedUntil

export const TWELVE_WEEKS = 84

/** Working days after `from` up to and including `end`; counting stops at `enough`. */
function workingDays(calendar: Calendar, from: string, end: string, enough: number): number {
  let found = 0
  for (let day = daysLater(from, 1); day !== null && day <= end && found < enough; day = daysLater(day, 1))
    if (!isDayOff(calendar, day)) found += 1
  return found
}

const known = new WeakMap<Calendar, Map<number, ReadonlySet<string>>>()

function holidaysIn(calendar: Calendar, year: number): ReadonlySet<string> {
  const years = known.get(calendar) ?? new Map<number, ReadonlySet<string>>()
  known.set(calendar, years)
  const found = years.get(year) ?? new Set(calendar.holidays.map((holiday) => dayOf(holiday, year)))
  years.set(year, found)
  return found
}

function dayOf(holiday: Calendar['holidays'][number], year: number): string {
  const four = String(year).padStart(4, '0')
  if ('afterEaster' in holiday) {
    return daysLater(easterOf(year), holiday.afterEaster) ?? ''
  }
  const date = `${four}-${holiday.on}`
  return holiday.insteadOfSunday !== undefined && weekdayOf(date) === 0 ? `${four}-${holiday.insteadOfSunday}` : date
}

/** Easter Sunday, ISO. */
export function easterOf(year: number): string {
  const { month, day } = gregorianEaster(year)
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
