import type { DraftView } from '../../../draft/session.ts'
import { endOfTerm } from '../../../engine/outcome/calendar.ts'
import { termsOf } from '../../../engine/outcome/terms.ts'
import type { TermState } from '../../../engine/states.ts'
import { daysBetween, monthsLater } from '../../../feel/count-days.ts'

/** How long one licence takes. Days are ISO dates. */
export interface Bar {
  readonly licence: string
  readonly kind: TermState['kind']
  readonly basis: string
  readonly from: string
  readonly until: string
  /** Null: the term cannot be extended. */
  readonly extended: string | null
  /** Null: nothing stops the clock for this licence. */
  readonly delayed: string | null
}

export interface TimeLine {
  readonly first: string
  readonly last: string
  readonly bars: readonly Bar[]
  /** The first day of a month, or of every second or third where there are many. */
  readonly ticks: readonly string[]
  readonly wished: string | null
}

/** How many months a phone has room to label. */
const MOST_TICKS = 6

/** The terms of this case as bars on one scale; null: there is nothing to wait for. */
export function timeLineOf({ application, assessment, variant }: DraftView): TimeLine | null {
  const terms = termsOf(application)
  if (terms.length === 0) return null
  const inForce = new Map(assessment.opening?.delays.map(({ id, weeks }) => [id, (weeks ?? 0) * 7]))
  const stops = (licence: string): number =>
    variant.delays.reduce((sum, { id, licences }) => sum + (licences.includes(licence) ? (inForce.get(id) ?? 0) : 0), 0)
  const bars = terms.map((term): Bar => {
    const waits = term.kind === 'decision' && term.until > term.from
    const stopped = waits ? stops(term.licence) : 0
    return {
      licence: term.licence,
      kind: term.kind,
      basis: term.basis,
      from: term.kind === 'deadline' ? term.until : term.from,
      until: term.until,
      extended: term.extended === term.until ? null : term.extended,
      // a stop extends the term as counted, not the working day its end was moved to
      delayed: stopped === 0 ? null : endOfTerm(variant.calendar, term.counted, stopped),
    }
  })
  const { filing, start } = assessment.dates
  // a wished day in the past says nothing about what is to come
  const wished = start !== null && start >= filing ? start : null
  const days = [filing, wished, ...bars.flatMap(({ from, until, extended, delayed }) => [from, until, extended, delayed])]
    .filter((day) => day !== null)
    .toSorted()
  const [first = filing] = days
  const last = days.at(-1) ?? filing
  return { first, last, bars, ticks: ticksBetween(first, last), wished }
}

function ticksBetween(first: string, last: string): string[] {
  const months: string[] = []
  const begin = `${first.slice(0, 8)}01`
  for (let count = 1; ; count += 1) {
    const day = monthsLater(begin, count)
    if (day === null || day > last) break
    months.push(day)
  }
  const each = Math.ceil(months.length / MOST_TICKS)
  return months.filter((_, index) => index % each === 0)
}

/** The position of a day on the line, in per cent. */
export function placeOn({ first, last }: Pick<TimeLine, 'first' | 'last'>, day: string): number {
  const whole = daysBetween(first, last) ?? 0
  return whole <= 0 ? 0 : (100 * (daysBetween(first, day) ?? 0)) / whole
}

/** The last day of a bar, with every extension and delay. */
export const lastOf = ({ until, extended, delayed }: Pick<Bar, 'until' | 'extended' | 'delayed'>): string => delayed ?? extended ?? until
