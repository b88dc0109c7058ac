import { daysUntil, yearsLater } from '../../../feel/count-days.ts'
import type { ResolvedHours } from '../../../model/variant.ts'
import type { EventHours } from '../../assessment.ts'
import type { Reading } from '../../context.ts'
import { decidingDate } from '../../facts/dated.ts'
import { localise } from '../../forms/format.ts'
import { run } from '../../reader.ts'
import { windowOn } from './hours.ts'
import { isYearly, nightOf } from './nights.ts'

/** Nights with special hours in the first year from the start date, in calendar order. */
export function eventHoursCell(reading: Reading): readonly EventHours[] {
  const windows = reading.variant.hours.filter((window) => window.event !== null)
  if (windows.length === 0) return []
  const start = decidingDate(reading, 'startDate')
  const first = typeof start === 'string' ? start : reading.dates.today
  const days = daysUntil(first, yearsLater(first, 1) ?? first)
  // weekdays are looked up for one week: the other days follow
  const week = Array.from({ length: DAYS_OF_WEEK }, (_, at) => nightOf(days[at] ?? ''))
  // as with ordinary hours, the first window that matches a night decides
  const taken = new Set<string>()
  return windows
    .flatMap((window) => {
      const holds = window.when ? run(reading, window.when) : true
      if (holds !== true || window.event === null) return []
      const held = week.map((night) => window.nights.some((each) => each === night))
      const nights = days.filter((day, at) => held[at % DAYS_OF_WEEK] && isNightOf(window, day) && !taken.has(`${window.place} ${day}`))
      for (const day of nights) taken.add(`${window.place} ${day}`)
      const [from] = nights
      const until = nights.at(-1)
      if (from === undefined || until === undefined) return []
      const instead = windowOn(reading, window.place, from)
      return [
        {
          id: window.id,
          name: localise(window.event, reading.lang),
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

const DAYS_OF_WEEK = 7

/** Whether a window holds on a day of its nights of the week. */
const isNightOf = ({ from, until, yearly }: ResolvedHours, day: string): boolean =>
  (from === null || day >= from) && (until === null || day <= until) && (yearly === null || isYearly(yearly, day))
