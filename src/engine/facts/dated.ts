import { isUnknown, type Unknown } from '../../feel/value.ts'
import type { Dated } from '../../model/variant.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'

export const FILING_DATE = 'application.filingDate'
export const START_DATE = 'application.startDate'

/** The date that decides a value: ISO, or unknown while the start date is open. */
export function decidingDate(context: Context, get: Get, by: Dated['decidedBy']): string | Unknown {
  if (by === 'today') return context.dates.today
  const value = get(`fact|${by === 'startDate' ? START_DATE : FILING_DATE}|`)
  return typeof value === 'string' ? value : isUnknown(value as Unknown) ? (value as Unknown) : context.dates.today
}

export type Picked<T> = { kind: 'value'; item: T; stale: boolean } | { kind: 'none' } | Unknown

/** The entry in force on its deciding date; when none is, the newest that ended before, marked stale. */
export function inForce<T extends Dated>(context: Context, get: Get, items: readonly T[]): Picked<T> {
  let ended: T | null = null
  for (const item of items) {
    const alone = items.length === 1 && item.from === null && item.until === null
    const date = alone ? context.dates.today : decidingDate(context, get, item.decidedBy)
    if (typeof date !== 'string') return date
    const begun = item.from === null || item.from <= date
    if (begun && (item.until === null || date <= item.until)) return { kind: 'value', item, stale: false }
    if (begun && (ended === null || (ended.until ?? '') < (item.until ?? ''))) ended = item
  }
  return ended ? { kind: 'value', item: ended, stale: true } : { kind: 'none' }
}
