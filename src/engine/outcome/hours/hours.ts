import { clock, minutes } from '../../../feel/clock.ts'
import { isRow, isUnknown, type Unknown } from '../../../feel/value.ts'
import { highest, lowest } from '../../../model/util/extremes.ts'
import type { ResolvedHours } from '../../../model/variant.ts'
import type { Reading } from '../../context.ts'
import { decidingDate } from '../../facts/dated.ts'
import { run } from '../../reader.ts'
import type { HoursJudged } from '../../states.ts'
import { inYear, nightOf } from './nights.ts'

export function hoursRowCell(reading: Reading, [rowId = '']: readonly string[]): HoursJudged {
  const { names } = reading.variant
  const answer = (fact: keyof typeof names.hours): string | null => {
    const value = reading.get(`answer|${names.hours[fact]}@${rowId}`)
    return typeof value === 'string' ? value : null
  }
  const place = answer('place') ?? 'inside'
  const night = answer('night') ?? ''
  const season = answer('season') ?? 'all'
  const open = answer('open')
  const close = answer('close')
  const base = { place, night, season, open, close }
  const { missing, windows, allowed } = windowsFor(reading, place, night, season)
  if (allowed === null || open === null || close === null) {
    const why =
      missing ??
      (open === null || close === null
        ? { kind: 'unknown' as const, missing: [`${open === null ? names.hours.open : names.hours.close}@${rowId}`], parameters: [] }
        : null)
    return { ...base, allowed: null, verdict: 'unknown', unknown: why, unverified: false }
  }
  // being open round the clock means never closing
  const neverCloses = minutes(close) - minutes(open) >= DAY
  const tooLate = allowed.close !== null && (minutes(close) > minutes(allowed.close) || neverCloses)
  const tooEarly = allowed.open !== null && minutes(open) < minutes(allowed.open)
  return {
    ...base,
    allowed,
    verdict: tooLate ? 'tooLate' : tooEarly ? 'tooEarly' : 'ok',
    unknown: null,
    unverified: windows.some((window) => window.unverified),
  }
}

const DAY = 24 * 60

/** What the town allows on a night, whether or not hours were entered for it; null on a side without a limit. Null: not known, or an answer is missing.
 * `season`: all, summer or winter. */
export const allowedOn = (reading: Reading, place: string, night: string, season = 'all'): HoursJudged['allowed'] =>
  windowsFor(reading, place, night, season).allowed

/** The windows of each season concerned, and what all of them allow. */
function windowsFor(reading: Reading, place: string, night: string, season: string) {
  const seasons = season === 'all' ? ['summer', 'winter'] : [season]
  const windows: ResolvedHours[] = []
  let missing: Unknown | null = null
  for (const each of seasons) {
    const found = windowFor(reading, place, night, each)
    if (found && 'kind' in found) missing ??= found
    else if (found) windows.push(found)
  }
  const opens = windows.map((window) => window.open).filter((time) => time !== null)
  const closes = windows.map((window) => window.close).filter((time) => time !== null)
  const allowed: HoursJudged['allowed'] =
    missing || windows.length < seasons.length
      ? null
      : {
          open: opens.length > 0 ? clock(highest(opens.map(minutes))) : null,
          close: closes.length > 0 ? clock(lowest(closes.map(minutes))) : null,
          admission: earliest(windows.map(({ admission }) => admission)),
          lastServing: earliest(windows.map(({ lastServing }) => lastServing)),
        }
  return { windows, missing, allowed }
}

function earliest(times: readonly (string | null)[]): string | null {
  const given = times.filter((time) => time !== null)
  return given.length > 0 ? clock(lowest(given.map(minutes))) : null
}

/** First window in force for this place, night and season; unknown while one of its conditions is. Event nights are ignored: they say nothing about a week. */
function windowFor(reading: Reading, place: string, night: string, season: string, on?: string): ResolvedHours | Unknown | null {
  for (const window of reading.variant.hours) {
    if (window.event !== null || window.place !== place || !window.nights.some((each) => each === night)) continue
    if (window.season !== 'all' && window.season !== season) continue
    if (window.from !== null || window.until !== null) {
      const date = on ?? decidingDate(reading, window.decidedBy)
      if (typeof date !== 'string') return date
      if ((window.from !== null && date < window.from) || (window.until !== null && date > window.until)) continue
    }
    const holds = window.when ? run(reading, window.when) : true
    if (isUnknown(holds)) return holds
    if (holds === true) return window
  }
  return null
}

/** The ordinary hours of one calendar night; null while undetermined. */
export function windowOn(reading: Reading, place: string, date: string): ResolvedHours | null {
  const season = reading.variant.seasons.find((season) => inYear(season, date))?.id ?? 'all'
  const window = windowFor(reading, place, nightOf(date), season, date)
  return window === null || 'kind' in window ? null : window
}

/** All rows of opening hours, judged. */
export function hoursCell({ variant, get }: Reading): readonly HoursJudged[] {
  const rows = get('list|hours|')
  return rows.items
    .filter(isRow)
    .filter((row) => (get(`answer|${variant.names.hours.purpose}@${row.id}`) ?? 'opening') === 'opening')
    .map((row) => get(`hoursRow|${row.id}`))
}
