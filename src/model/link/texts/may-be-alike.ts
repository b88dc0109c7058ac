import { lowest } from '../../util/extremes.ts'

/** Candidate pairs of texts with at least this similarity (from 0 to 1, by edit distance): all such pairs, and few others. Two texts that differ in few places
 * share most of their bigrams. */
export function textsAlike(texts: readonly string[], least: number): Pairs {
  /** Each edit removes at most two bigrams. */
  const left = (length: number): number => length - 1 - 2 * Math.floor((1 - least) * length)
  return sharing(texts.map(lettersOf), (count) => {
    const length = count + 1
    // for any length of the other text, up to the longest that can still be similar enough
    return lowest(Array.from({ length: Math.floor(length / least) - length + 1 }, (_, more) => left(length + more)))
  })
}

/** Candidate pairs of lists that may have at least this share of all their items in common. */
export const listsAlike = (lists: readonly ReadonlySet<string>[], least: number): Pairs =>
  sharing(
    lists.map((list) => [...list]),
    // guards against rounding: a share such as 2/3 is not exact
    (count) => Math.ceil(least * count - 1e-9),
  )

/** Pairs of lists with an item in common. */
export const listsThatMeet = (lists: readonly ReadonlySet<string>[]): Pairs =>
  sharing(
    lists.map((list) => [...list]),
    () => 1,
  )

/** The union of these pairs. */
export const together = (all: readonly Pairs[]): Pairs =>
  function* (index) {
    const found = new Set<number>()
    for (const pairs of all)
      for (const other of pairs(index)) {
        if (found.has(other)) continue
        found.add(other)
        yield other
      }
  }

/** Returns, for an index in the list, the earlier indexes it forms a pair with, in no particular order. Computed lazily: if all texts are alike, the pairs
 * together do not fit in memory. */
export type Pairs = (index: number) => Iterable<number>

/** The first few of these that hold, sorted; whoever mends those will recognise the others. */
export function firstOf(candidates: Iterable<number>, most: number, holds: (index: number) => boolean): readonly number[] {
  const found: number[] = []
  for (const index of candidates) {
    if (holds(index)) found.push(index)
    if (found.length === most) break
  }
  return found.sort((a, b) => a - b)
}

/** Bigrams, with repeated ones numbered: a text with `an` four times has four. Memoised, as the same texts recur in each town. */
function lettersOf(text: string): readonly string[] {
  const known = letters.get(text)
  if (known) return known
  const made = pairsOfLetters(text)
  if (letters.size === MOST_KEPT) letters.clear()
  letters.set(text, made)
  return made
}
const letters = new Map<string, readonly string[]>()
const MOST_KEPT = 5_000

function pairsOfLetters(text: string): readonly string[] {
  if (text.length < 2) return [text]
  const times = new Map<string, number>()
  return Array.from({ length: text.length - 1 }, (_, at) => {
    const pair = text.slice(at, at + 2)
    const before = times.get(pair) ?? 0
    times.set(pair, before + 1)
    return `${pair}${before}`
  })
}

/** Pairs with at least `needed` marks in common. An item with n marks that must share m of them shares at least one of any n - m + 1: only the rarest of them
 * are indexed, so that few pairs are compared. (Prefix filtering, as in set similarity joins.) */
function sharing(all: readonly (readonly string[])[], needed: (count: number) => number): Pairs {
  const often = new Map<string, number>()
  for (const marks of all) for (const mark of marks) often.set(mark, (often.get(mark) ?? 0) + 1)
  const rarity = (mark: string): number => often.get(mark) ?? 0
  const holders = new Map<string, number[]>()
  const rarest = all.map((marks, index) => {
    const few = marks
      .toSorted((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1))
      .slice(0, marks.length - Math.max(1, needed(marks.length)) + 1)
    for (const mark of few) {
      const places = holders.get(mark) ?? []
      places.push(index)
      holders.set(mark, places)
    }
    return few
  })
  return function* (index) {
    // a pair that shares two marks is yielded once
    const met = new Set<number>()
    for (const mark of rarest[index] ?? [])
      for (const other of holders.get(mark) ?? []) {
        if (other >= index) break
        if (met.has(other)) continue
        met.add(other)
        yield other
      }
  }
}
