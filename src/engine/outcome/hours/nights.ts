import { daysBetween, daysLater, weekdayOf } from '../../../feel/count-days.ts'
import type { ResolvedHours } from '../../../model/variant.ts'
import { easterOf } from '../calendar.ts'

/** Nights by the day they begin on, Sunday first. */
const NIGHTS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export const nightOf = (date: string): string => NIGHTS[weekdayOf(date) ?? -1] ?? ''

/** Whether a day is one of the yearly nights on which a window holds. */
export function isYearly(yearly: NonNullable<ResolvedHours['yearly']>, date: string): boolean {
  if (!('afterEaster' in yearly)) return inYear(yearly, date)
  const first = daysLater(easterOf(Number(date.slice(0, 4))), yearly.afterEaster)
  const after = first === null ? null : daysBetween(first, date)
  return after !== null && after >= 0 && after < yearly.count
}

/** Whether a day lies in a part of the year, `03-01` to `10-31`; `12-24` to `01-02` wraps around New Year. */
export function inYear({ from, until }: { readonly from: string; readonly until: string }, date: string): boolean {
  const day = date.slice(5)
  return from <= until ? from <= day && day <= until : day >= from || day <= until
}
