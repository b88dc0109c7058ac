interface DatedEntry {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Latest start first; entries without a start last. A clerk may add the new value above or below the old one. */
export const newestFirst = <T extends DatedEntry>(entries: readonly T[]): T[] =>
  entries.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : (a.from ?? '') > (b.from ?? '') ? -1 : 0))

/** The one of several dated values that applies on a day: started, not ended, and the last to start. Without a day: the newest. */
export const decidedOn = <T extends DatedEntry>(entries: readonly T[], date: string | undefined): T | undefined =>
  newestFirst(
    date === undefined
      ? entries
      : entries.filter(({ from, until }) => (from === undefined || from <= date) && (until === undefined || until >= date)),
  )[0]
