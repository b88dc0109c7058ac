import { isUnknown, type Unknown } from '../../feel/value.ts'
import type { Dated } from '../../model/variant.ts'
import type { Reading } from '../context.ts'

/** The date that decides a value: ISO, or unknown while the start date is open. */
export function decidingDate(reading: Reading, by: Dated['decidedBy']): string | Unknown {
  if (by === 'today') return reading.dates.today
  const { startDate, filingDate } = reading.variant.names.application
  const value = reading.get(`fact|${by === 'startDate' ? startDate : filingDate}|`)
  return typeof value === 'string' ? value : isUnknown(value) ? value : reading.dates.today
}

export type Picked<T> = { kind: 'value'; item: T; stale: boolean } | { kind: 'none' } | Unknown

/** The entry in force on its deciding date. */
export const inForce = <T extends Dated>(reading: Reading, items: readonly T[]): Picked<T> =>
  inForceOn(items, (by) => decidingDate(reading, by))

/** The entry in force; when there is none, the last to expire, marked stale. `dateOf` gives the deciding date. */
export function inForceOn<T extends Dated>(items: readonly T[], dateOf: (by: Dated['decidedBy']) => string | Unknown): Picked<T> {
  const [only] = items
  // nothing to choose from, so no date is needed
  if (only && items.length === 1 && only.from === null && only.until === null) return { kind: 'value', item: only, stale: false }
  let ended: T | null = null
  for (const item of items) {
    const date = dateOf(item.decidedBy)
    if (typeof date !== 'string') return date
    const begun = item.from === null || item.from <= date
    if (begun && (item.until === null || date <= item.until)) return { kind: 'value', item, stale: false }
    if (begun && (ended === null || (ended.until ?? '') < (item.until ?? ''))) ended = item
  }
  return ended ? { kind: 'value', item: ended, stale: true } : { kind: 'none' }
}
