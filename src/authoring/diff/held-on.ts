import { newestFirst } from '../../model/dated/decided-on.ts'
import { isStale } from '../../model/dated/is-stale.ts'
import { propertyOf } from '../../model/util/record.ts'

/** A value of a fee or a parameter, with its days. */
export interface DatedEntry {
  readonly from?: string
  readonly until?: string
  readonly source?: string
  readonly unverified?: boolean
  readonly amount?: unknown
  readonly value?: unknown
  readonly raised?: readonly { readonly percent: number; readonly roundTo?: number | null }[]
}

/** Dated values of a fee or a parameter: the only items with a list of this name. */
export const entriesOf = (item: object, property: string): readonly DatedEntry[] =>
  (propertyOf(item, property) ?? []) as readonly DatedEntry[]

/** As the engine chooses it: the last to start of those in force; else the last to end, which is stale. */
export function heldOn<T extends { readonly from?: string | undefined; readonly until?: string | undefined }>(
  entries: readonly T[],
  date: string,
): { readonly entry: T | undefined; readonly stale: boolean } {
  const begun = newestFirst(entries).filter(({ from }) => from === undefined || from <= date)
  const now = begun.find(({ until }) => until === undefined || until >= date)
  if (now) return { entry: now, stale: isStale(now, date) }
  const ended = begun.toSorted((one, other) => ((one.until ?? '') < (other.until ?? '') ? 1 : -1))[0]
  return { entry: ended, stale: ended !== undefined }
}
