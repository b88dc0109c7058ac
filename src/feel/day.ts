/** A day is `2026-05-01`: a calendar date without a time zone, which sorts as text. Day arithmetic is in `count-days.ts`: the first page shows days
 * and computes none. */

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a well-formed date that exists. */
export function isDay(text: string): boolean {
  const known = inCalendar.get(text)
  if (known !== undefined) return known
  if (!SHAPE.test(text)) return false
  const found = dayOf(new Date(text)) === text
  inCalendar.set(text, found)
  return found
}
/** Memoised: the same few days recur in each term and each limit. Only well-formed dates are added. */
const inCalendar = new Map<string, boolean>()

/** The day as a `Date`, for APIs that take nothing else: midnight in UTC. An invalid date for an invalid day. */
export const momentOf = (day: string): Date => new Date(isDay(day) ? day : Number.NaN)

/** The day of a `Date` in UTC; null outside the years 0000 to 9999, whose text would not sort. */
export function dayOf(moment: Date): string | null {
  if (Number.isNaN(moment.valueOf())) return null
  const text = moment.toISOString()
  // years with more digits are written with a sign
  return text.indexOf('T') === 10 ? text.slice(0, 10) : null
}

/** The day by the clock of this device. */
export const dayOnClock = (clock: Date): string =>
  [clock.getFullYear(), clock.getMonth() + 1, clock.getDate()].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
