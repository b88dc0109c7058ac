import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { differenceInYears } from 'date-fns/differenceInYears'
import { eachDayOfInterval } from 'date-fns/eachDayOfInterval'
import { getDay } from 'date-fns/getDay'
import { getYear } from 'date-fns/getYear'
import { setYear } from 'date-fns/setYear'
import { dayOf, isDay, momentOf } from './day.ts'

// Counting is left to date-fns, in UTC, so that no day is an hour short where clocks go forward. By name: all of it together is three hundred files, which
// the command line would read for every command.

/** The day so many days later, earlier when negative; part of a day does not count. Null outside the years 0000 to 9999, and for what is no day. */
export const daysLater = (day: string, count: number): string | null => dayOf(addDays(read(day), Math.trunc(count)))

/** The same day so many years later; 29 February becomes 1 March, as birthdays do. Null outside the years 0000 to 9999, and for what is no day. */
export const yearsLater = (day: string, count: number): string | null => dayOf(setYear(read(day), getYear(read(day)) + Math.trunc(count)))

/** The same day so many months later, the last of the month where there is no such day. Null outside the years 0000 to 9999, and for what is no day. */
export const monthsLater = (day: string, count: number): string | null => dayOf(addMonths(read(day), Math.trunc(count)))

/** Days from the first to the second; negative when the second comes first. Null when one is no day. */
export const daysBetween = (from: string, to: string): number | null => between(from, to, differenceInCalendarDays)

/** Whole years from the first to the second; who was born on 29 February grows older on 1 March. Null when one is no day. */
export const yearsBetween = (from: string, to: string): number | null => between(from, to, differenceInYears)

/** Every day from the first up to, not including, the last. */
export const daysUntil = (first: string, last: string): string[] =>
  isDay(first) && isDay(last) && first < last
    ? eachDayOfInterval({ start: read(first), end: read(last) })
        .map(dayOf)
        .filter((day) => day !== null)
        .slice(0, -1)
    : []

/** Day of the week, Sunday is 0; null for what is no day. */
export const weekdayOf = (day: string): number | null => (isDay(day) ? getDay(read(day)) : null)

const read = (day: string): Date => new UTCDateMini(momentOf(day))

// never -0
const between = (from: string, to: string, count: (later: Date, earlier: Date) => number): number | null =>
  isDay(from) && isDay(to) ? count(read(to), read(from)) + 0 : null
