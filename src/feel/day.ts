/** What a day is: `2026-05-01`, of the calendar and of no time zone; as text it sorts. Counting days is in `count-days.ts`: the first page shows days
 * and counts none. */

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether it is written as a day and stands in the calendar. */
export function isDay(text: string): boolean {
  const known = inCalendar.get(text)
  if (known !== undefined) return known
  if (!SHAPE.test(text)) return false
  const found = dayOf(new Date(text)) === text
  inCalendar.set(text, found)
  return found
}
/** The same few days come again in each term and each limit. Only what is written as a day stands here. */
const inCalendar = new Map<string, boolean>()

/** The day as a moment, for what takes nothing else: midnight in UTC. An invalid date for what is no day. */
export const momentOf = (day: string): Date => new Date(isDay(day) ? day : Number.NaN)

/** The day of a moment in UTC; null outside the years 0000 to 9999, whose text would not sort. */
export function dayOf(moment: Date): string | null {
  if (Number.isNaN(moment.valueOf())) return null
  const text = moment.toISOString()
  // a year of more digits stands with a sign before it
  return text.indexOf('T') === 10 ? text.slice(0, 10) : null
}

/** The day that the clock of this device shows. */
export const dayOnClock = (clock: Date): string =>
  [clock.getFullYear(), clock.getMonth() + 1, clock.getDate()].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
