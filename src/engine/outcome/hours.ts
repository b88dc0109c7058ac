import { isRow, isUnknown, type Unknown } from '../../feel/value.ts'
import { highest, lowest } from '../../model/util/extremes.ts'
import type { VHours } from '../../model/variant.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { clock, minutes } from '../facts/convert.ts'
import { decidingDate } from '../facts/dated.ts'
import { run } from '../reader.ts'
import type { HoursJudged } from '../states.ts'
import { inYear, nightOf } from './nights.ts'

export function hoursRowCell(context: Context, get: Get, [rowId = '']: readonly string[]): HoursJudged {
  const answer = (fact: string): string | null => {
    const value = get(`answer|${fact}@${rowId}`)
    return typeof value === 'string' ? value : null
  }
  const place = answer('hours.place') ?? 'inside'
  const night = answer('hours.night') ?? ''
  const season = answer('hours.season') ?? 'all'
  const open = answer('hours.open')
  const close = answer('hours.close')
  const base = { place, night, season, open, close }
  const seasons = season === 'all' ? ['summer', 'winter'] : [season]
  const windows: VHours[] = []
  let missing: Unknown | null = null
  for (const one of seasons) {
    const found = windowFor(context, get, place, night, one)
    if (found && 'kind' in found) missing ??= found
    else if (found) windows.push(found)
  }
  if (missing || windows.length < seasons.length || open === null || close === null) {
    const why =
      missing ??
      (open === null || close === null
        ? { kind: 'unknown' as const, missing: [`hours.${open === null ? 'open' : 'close'}@${rowId}`], parameters: [] }
        : null)
    return { ...base, allowed: null, verdict: 'unknown', unknown: why, unverified: false }
  }
  const opens = windows.map((window) => window.open).filter((time) => time !== null)
  const closes = windows.map((window) => window.close).filter((time) => time !== null)
  const allowed = {
    open: opens.length > 0 ? clock(highest(opens.map(minutes))) : null,
    close: closes.length > 0 ? clock(lowest(closes.map(minutes))) : null,
  }
  const tooLate = allowed.close !== null && minutes(close) > minutes(allowed.close)
  const tooEarly = allowed.open !== null && minutes(open) < minutes(allowed.open)
  return {
    ...base,
    allowed,
    verdict: tooLate ? 'tooLate' : tooEarly ? 'tooEarly' : 'ok',
    unknown: null,
    unverified: windows.some((window) => window.unverified),
  }
}

/** First window in force for this place, night and season; unknown while a condition on it is. Nights of events are no measure for a week. */
function windowFor(context: Context, get: Get, place: string, night: string, season: string, on?: string): VHours | Unknown | null {
  for (const window of context.variant.hours) {
    if (window.event !== null || window.place !== place || !window.nights.includes(night)) continue
    if (window.season !== 'all' && window.season !== season) continue
    if (window.from !== null || window.until !== null) {
      const date = on ?? decidingDate(context, get, window.decidedBy)
      if (typeof date !== 'string') return date
      if ((window.from !== null && date < window.from) || (window.until !== null && date > window.until)) continue
    }
    const holds = window.when ? run(context, get, window.when) : true
    if (isUnknown(holds)) return holds
    if (holds === true) return window
  }
  return null
}

/** The ordinary hours of one night of the calendar; null while nobody can say. */
export function windowOn(context: Context, get: Get, place: string, date: string): VHours | null {
  const season = context.variant.seasons.find((one) => inYear(one, date))?.id ?? 'all'
  const window = windowFor(context, get, place, nightOf(date), season, date)
  return window === null || 'kind' in window ? null : window
}

/** All rows of opening hours, judged. */
export function hoursCell(_context: Context, get: Get): readonly HoursJudged[] {
  const rows = get('list|hours|')
  return rows.items
    .filter(isRow)
    .filter((row) => (get(`answer|hours.purpose@${row.id}`) ?? 'opening') === 'opening')
    .map((row) => get(`hoursRow|${row.id}`))
}
