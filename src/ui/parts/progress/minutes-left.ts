/** How much is left, each counted separately. */
export interface Counts {
  readonly answers: number
  readonly lists: number
  readonly documents: number
}

/** Minutes from the quickest to the slowest; both 0: less than one. */
export interface Minutes {
  readonly from: number
  readonly to: number
}

/**
 * Seconds for one of each, for somebody who has everything at hand and for somebody who has to look it up. Answers: by the keystroke-level model 293
 * took 31 minutes of hands and thought (`tests/entry/burden.ts`); by hand, some 255 for a café took 70 to 90 minutes. A list stands for the rows
 * not added yet; a document for finding the file or saying that it comes later (47 of them in 20 minutes).
 */
export const SECONDS = { answers: [6, 20], lists: [20, 120], documents: [10, 40] } as const satisfies Record<
  keyof Counts,
  readonly [number, number]
>

const KINDS = ['answers', 'lists', 'documents'] as const

/** A range that is easy to remember: to the minute up to ten, then in fives. Rounded outwards, so never narrower than what was counted. */
export function minutesLeft(counts: Counts): Minutes {
  const seconds = (which: 0 | 1): number => KINDS.reduce((sum, kind) => sum + counts[kind] * SECONDS[kind][which], 0)
  return { from: rounded(seconds(0) / 60, Math.floor), to: rounded(seconds(1) / 60, Math.ceil) }
}

function rounded(minutes: number, to: (count: number) => number): number {
  const step = minutes > 10 ? 5 : 1
  return Math.max(to(minutes / step) * step, minutes > 0 ? 1 : 0)
}
