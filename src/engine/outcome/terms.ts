import Big from 'big.js'
import { daysBetween, daysLater, monthsLater } from '../../feel/count-days.ts'
import type { Compiled } from '../../feel/expr.ts'
import { isUnknown } from '../../feel/value.ts'
import type { ResolvedDelay, ResolvedLicence, ResolvedTerm } from '../../model/variant.ts'
import type { Case, Reading } from '../context.ts'
import { decidingDate } from '../facts/dated.ts'
import { localise } from '../forms/format.ts'
import { run } from '../reader.ts'
import type { OpeningState, TermState } from '../states.ts'
import { endOfTerm, isDecreed, TWELVE_WEEKS } from './calendar.ts'
import { isDemanded } from './verdicts.ts'

/** Terms of the licences that are needed, `terms|`, or of one of them, `terms|licence`: counted from the filing date for a decision or a notice, from the start
 * date for a deadline. */
export function termsCell(reading: Reading, [id = '']: readonly string[]): readonly TermState[] {
  const { calendar, names, licences } = reading.variant
  if (id === '') return reading.get('stop|') !== null ? [] : licences.flatMap((licence) => reading.get(`terms|${licence.id}`))
  const licence = reading.index.licences.get(id)
  const terms = licence ? termsInForce(reading, licence) : []
  if (terms.length === 0) return []
  const start = reading.get(`fact|${names.application.startDate}|`)
  const filed = filingDay(reading)
  return terms.flatMap(({ licence, term }) => {
    const from = term.kind === 'deadline' ? start : filed
    if (typeof from !== 'string') return []
    const length = daysOf(reading, term, from)
    if (length === null) return []
    const halts = term.kind === 'decision' && length.days > 0 ? haltsOf(reading, licence) : []
    const stopped = halts.reduce((sum, halt) => sum + (halt.days ?? 0), 0)
    const days = length.days + stopped
    // a notice is sent so many days before the start: a term counted backwards is not extended to a working day (Algemene termijnenwet art. 1(2))
    const until = term.kind === 'notice' ? daysLater(from, days) : endOfTerm(calendar, from, days, length.isLong)
    if (until === null) return []
    const extension = daysIn(reading, term.extensionWeeks, 7)
    const ends = daysLater(from, days)
    const extended = extension === null || ends === null ? null : endOfTerm(calendar, ends, extension)
    return {
      licence,
      kind: term.kind,
      from,
      until,
      latest: term.kind === 'notice' && typeof start === 'string' ? daysLater(start, -days) : null,
      basis: localise(term.basis, reading.lang),
      silence: silenceOf(reading, term),
      extended,
      counted: (extension === null ? ends : ends && daysLater(ends, extension)) ?? until,
      unverified: term.unverified || !isDecreed(calendar, extended ?? until),
      stopped,
      wanted: halts.flatMap(({ missing }) => missing),
    }
  })
}

/** When the doors may open: at best, with every permitted extension (Awb 4:14), and when whatever may stop the clock does so for as long as it may (Awb 4:15).
 * Null when there is nothing to wait for. */
export function openingCell(reading: Reading): OpeningState | null {
  if (reading.get('stop|') !== null) return null
  const waits = reading.variant.licences.flatMap((licence) => termsInForce(reading, licence)).filter(({ term }) => term.kind !== 'deadline')
  if (waits.length === 0) return null
  const filed = filingDay(reading)
  const unknown = waits.flatMap(({ licence, term }) => (daysOf(reading, term, filed) === null ? [licence] : []))
  const terms = reading.get('terms|').filter(({ kind }) => kind !== 'deadline')
  const delays = reading.variant.delays.flatMap((delay) => {
    const decided = terms.filter(
      ({ kind, from, until, licence }) => kind === 'decision' && until > from && delay.licences.includes(licence),
    )
    const holds = (delay.when ? run(reading, delay.when) : true) === true && haltOf(reading, delay).days === null
    return decided.length > 0 && holds ? { delay, decided, days: daysIn(reading, delay.weeks, 7) } : []
  })
  const delayed = terms.map((term) => {
    const stopped = delays.filter(({ decided }) => decided.includes(term)).reduce((sum, { days }) => sum + (days ?? 0), 0)
    const end = term.extended ?? term.until
    // what is stopped is the term as counted, not the working day its end was moved to
    return stopped === 0 ? end : (endOfTerm(reading.variant.calendar, term.counted, stopped) ?? end)
  })
  const isKnown = unknown.length === 0
  return {
    best: isKnown ? last(terms.map(({ until }) => until)) : null,
    extended:
      isKnown && terms.some(({ extended }) => extended !== null) ? last(terms.map(({ until, extended }) => extended ?? until)) : null,
    delayed: isKnown && delays.some(({ days }) => days !== null) ? last(delayed) : null,
    delays: delays.map(({ delay, days }) => ({
      id: delay.id,
      text: localise(delay.text, reading.lang),
      basis: localise(delay.basis, reading.lang),
      weeks: days === null ? null : days / 7,
      unverified: delay.unverified,
    })),
    unknown: [...new Set(unknown)],
  }
}

/** What a late decision means, each text once with the licences it is about. */
export function silencesOf(terms: readonly Pick<TermState, 'licence' | 'silence'>[]): { text: string; licences: string[] }[] {
  const found = new Map<string, Set<string>>()
  for (const { licence, silence } of terms) if (silence !== null) found.set(silence, (found.get(silence) ?? new Set()).add(licence))
  return [...found].map(([text, licences]) => ({ text, licences: [...licences] }))
}

export const termsOf = ({ get }: Case): readonly TermState[] => get('terms|')

/** Terms of a licence needed in its own right, as far as their condition holds. */
function termsInForce(reading: Reading, { id, terms }: ResolvedLicence): { licence: string; term: ResolvedTerm }[] {
  if (reading.get(`word|${id}`) !== 'needed' || reading.get(`within|${id}`)) return []
  return terms.flatMap((term) => {
    if (term.kind === 'decision' && !isDemanded(reading, id, term.notified)) return []
    const holds = term.when ? run(reading, term.when) : true
    return holds === true ? { licence: id, term } : []
  })
}

function filingDay(reading: Reading): string {
  const filing = decidingDate(reading, 'filingDate')
  return isUnknown(filing) ? reading.dates.today : filing
}

/** Length of a term counted from a day, and whether it is one that is not extended to a working day. */
function daysOf(reading: Reading, term: ResolvedTerm, from: string): { days: number; isLong: boolean } | null {
  const days = daysIn(reading, term.weeks, 7) ?? daysIn(reading, term.days, 1)
  if (days !== null) return { days, isLong: days > TWELVE_WEEKS }
  const months = daysIn(reading, term.months, 1)
  const end = months === null ? null : monthsLater(from, months)
  const counted = end === null ? null : daysBetween(from, end)
  return months === null || counted === null ? null : { days: counted, isLong: months > 3 }
}

/** How long the clock was stopped; `days` null while it may still be. */
interface Halt {
  readonly days: number | null
  readonly missing: readonly string[]
}

const haltsOf = (reading: Reading, licence: string): Halt[] =>
  reading.variant.delays.flatMap((delay) => {
    if (!delay.licences.includes(licence) || !(delay.from && delay.until)) return []
    return delay.when && run(reading, delay.when) !== true ? [] : [haltOf(reading, delay)]
  })

/** From the day after the applicant was asked to complete it until the day on which it was complete (Awb 4:15(1)(a)), neither counted. */
function haltOf(reading: Reading, { from, until }: ResolvedDelay): Halt {
  const days = [from, until].map((day) => (day ? run(reading, day) : null))
  const [first, last] = days
  const between = typeof first === 'string' && typeof last === 'string' ? daysBetween(first, last) : null
  return {
    days: between === null ? null : Math.max(0, between - 1),
    missing: days.flatMap((day) => (isUnknown(day) ? day.missing : [])),
  }
}

function silenceOf(reading: Reading, { silence }: ResolvedTerm): string | null {
  const said = silence.find(({ when }) => when === null || run(reading, when) === true)
  return said ? localise(said.text, reading.lang) : null
}

/** @param each days per unit: 7 for weeks */
function daysIn(reading: Reading, count: Compiled | null, each: 1 | 7): number | null {
  if (!count) return null
  const value = run(reading, count)
  return value instanceof Big ? Number(value) * each : null
}

const last = (days: readonly string[]): string | null => days.toSorted().at(-1) ?? null
