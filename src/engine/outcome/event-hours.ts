import type { VHours } from '../../model/variant.ts'
import type { EventHours } from '../assessment.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { decidingDate } from '../facts/dated.ts'
import { say } from '../forms/print.ts'
import { run } from '../reader.ts'
import { windowOn } from './hours.ts'
import { daysBetween, inYear, nightOf } from './nights.ts'

/** Nights with hours of their own in the first year from the start date, in the order of the calendar. */
export function eventHoursCell(context: Context, get: Get): readonly EventHours[] {
  const windows = context.variant.hours.filter((window) => window.event !== null)
  if (windows.length === 0) return []
  const start = decidingDate(context, get, 'startDate')
  const first = typeof start === 'string' ? start : context.dates.today
  const days = daysBetween(first, `${Number(first.slice(0, 4)) + 1}${first.slice(4)}`)
  // as with ordinary hours, the first window that fits a night decides
  const taken = new Set<string>()
  return windows
    .flatMap((window) => {
      const holds = window.when ? run(context, get, window.when) : true
      if (holds !== true || window.event === null) return []
      const nights = days.filter((day) => isNightOf(window, day) && !taken.has(`${window.place} ${day}`))
      for (const day of nights) taken.add(`${window.place} ${day}`)
      const [from] = nights
      const until = nights.at(-1)
      if (from === undefined || until === undefined) return []
      const instead = windowOn(context, get, window.place, from)
      return [
        {
          id: window.id,
          name: say(window.event, context.lang),
          place: window.place,
          from,
          until,
          nights: [...window.nights],
          allowed: { open: window.open, close: window.close },
          instead: instead ? { open: instead.open, close: instead.close } : null,
          source: window.source,
          unverified: window.unverified,
        },
      ]
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

const isNightOf = ({ nights, from, until, yearly }: VHours, day: string): boolean =>
  nights.includes(nightOf(day)) &&
  (from === null || from <= day) &&
  (until === null || day <= until) &&
  (yearly === null || inYear(yearly, day))
