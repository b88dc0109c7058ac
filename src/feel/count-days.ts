import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { differenceInYears } from 'date-fns/differenceInYears'
import { getDay } from 'date-fns/getDay'
import { getYear } from 'date-fns/getYear'
import { setYear } from 'date-fns/setYear'
import { dayOf, isDay, momentOf } from './day.ts'

// Day arithmetic is left to date-fns, in UTC, so that no day is an hour short when clocks go forward. Imported by name: the whole library is three
// hundred files, which the command line would read for every command.

/** The day this many days later, earlier when negative; fractions of a day are ignored. Null outside the years 0000 to 9999, and for an invalid day. */
export const daysLater = (day: string, count: number): string | null => dayOf(addDays(read(day), Math.trunc(count)))

/** The same day this many years later; 29 February becomes 1 March, as birthdays do. Null outside the years 0000 to 9999, and for an invalid day. */
export const yearsLater = (day: string, count: number): string | null => dayOf(setYear(read(day), getYear(read(day)) + Math.trunc(count)))

/** The same day this many months later, or the last of the month where there is no such day. Null outside the years 0000 to 9999, and for an invalid
 * day. */
export const monthsLater = (day: string, count: number): string | null => dayOf(addMonths(read(day), Math.trunc(count)))

/** Days from the first to the second; negative when the second comes first. Null when either is invalid. */
export const daysBetween = (from: string, to: string): number | null => between(from, to, differenceInCalendarDays)

/** Whole years from the first to the second; somebody born on 29 February grows older on 1 March. Null when either is invalid. */
export const yearsBetween = (from: string, to: string): number | null => between(from, to, differenceInYears)

/** Every day from the first up to, not including, the last. A day in UTC is as long as any other: a year of them costs no Date each for date-fns. */
export function daysUntil(first: string, last: string): string[] {
  if (!isDay(first) || !isDay(last)) return []
  const days: string[] = []
  const end = momentOf(last).valueOf()
  const moment = momentOf(first)
  for (let at = moment.valueOf(); at < end; at += DAY) {
    moment.setTime(at)
    const day = dayOf(moment)
    if (day !== null) days.push(day)
  }
  return days
}
const DAY = 24 * 60 * 60 * 1000

/** Day of the week, Sunday is 0; null for an invalid day. */
export const weekdayOf = (day: string): number | null => (isDay(day) ? getDay(read(day)) : null)

const read = (day: string): Date => new UTCDateMini(momentOf(day))

// `+ 0` turns -0 into 0
const between = (from: string, to: string, count: (later: Date, earlier: Date) => number): number | null =>
  isDay(from) && isDay(to) ? count(read(to), read(from)) + 0 : null
