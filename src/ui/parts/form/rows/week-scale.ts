import { minutes } from '../../../../feel/clock.ts'
import { highest, lowest } from '../../../../model/util/extremes.ts'

/** One night of a week: what somebody typed and what the town allows. Clock times of that night, `01:00+1` after midnight. */
export interface NightHours {
  readonly id: string
  readonly name: string
  readonly open: string | null
  readonly close: string | null
  /** Other hours of the night, in words: of one season, or a second span on one day. Listed in the table but not drawn. */
  readonly beside: readonly string[]
  /** Null: not known. A null side has no limit. */
  readonly allowed: { readonly open: string | null; readonly close: string | null } | null
}

/** An interval in minutes after midnight of the day on which the night begins. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** The week as spans on one time axis. */
export interface WeekScale extends Span {
  /** The labelled hours, in minutes. */
  readonly ticks: readonly number[]
  readonly nights: readonly (NightHours & {
    readonly band: Span | null
    /** Inside what is allowed. */
    readonly within: Span | null
    /** Outside it, before and after. */
    readonly beyond: readonly Span[]
  })[]
}

const HOUR = 60
const DAY = 24 * HOUR
/** The distance between labelled hours. */
const STEP = 4 * HOUR

/** Lays out a week: from 08:00 to 04:00 on the next day, or as far as something runs. */
export function weekScale(nights: readonly NightHours[]): WeekScale {
  const typed = nights.flatMap(({ open, close }) =>
    open !== null && close !== null ? [{ from: minutes(open), until: minutes(close) }] : [],
  )
  const first = lowest([
    8 * HOUR,
    ...typed.map(({ from }) => from),
    ...nights.flatMap(({ allowed }) => (allowed?.open ? [minutes(allowed.open)] : [])),
  ])
  const from = Math.floor(first / STEP) * STEP
  const last = highest([
    DAY + 4 * HOUR,
    ...typed.map(({ until }) => until),
    ...nights.flatMap(({ allowed }) => (allowed?.close ? [minutes(allowed.close)] : [])),
  ])
  const until = Math.ceil(last / STEP) * STEP
  const clip = (span: Span): Span | null => {
    const cut = { from: Math.max(span.from, from), until: Math.min(span.until, until) }
    return cut.from < cut.until ? cut : null
  }
  return {
    from,
    until,
    ticks: Array.from({ length: (until - from) / STEP + 1 }, (_, index) => from + index * STEP),
    nights: nights.map((night) => {
      const { open, close, allowed } = night
      const may = allowed && {
        from: allowed.open === null ? from : minutes(allowed.open),
        until: allowed.close === null ? until : minutes(allowed.close),
      }
      const own = open !== null && close !== null ? { from: minutes(open), until: minutes(close) } : null
      const beyond =
        own && may
          ? [
              { from: own.from, until: Math.min(own.until, may.from) },
              { from: Math.max(own.from, may.until), until: own.until },
            ]
          : []
      return {
        ...night,
        band: may && clip(may),
        within: own && clip(may ? { from: Math.max(own.from, may.from), until: Math.min(own.until, may.until) } : own),
        beyond: beyond.flatMap((span) => clip(span) ?? []),
      }
    }),
  }
}

/** The position of a moment, in per cent of the axis. */
export const placeOf = ({ from, until }: Span, at: number): number => ((at - from) / (until - from)) * 100

/** The hour on the clock: 25 hours after midnight is 1. */
export const hourOf = (at: number): number => Math.floor(at / HOUR) % 24
