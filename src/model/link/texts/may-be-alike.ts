import { lowest } from '../../util/extremes.ts'

/** Pairs of texts that may be alike at least so much (from 0 to 1, by edit distance): all that are, and few others. Two texts that differ in few places have
 * most pairs of letters in common. */
export function textsAlike(texts: readonly string[], least: number): Pairs {
  /** Each change takes two pairs of letters away at most. */
  const left = (length: number): number => length - 1 - 2 * Math.floor((1 - least) * length)
  return sharing(texts.map(lettersOf), (count) => {
    const length = count + 1
    // whatever the other one, up to the longest that can still be alike
    return lowest(Array.from({ length: Math.floor(length / least) - length + 1 }, (_, more) => left(length + more)))
  })
}

/** Pairs of lists that may have at least this share of all their items in common. */
export const listsAlike = (lists: readonly ReadonlySet<string>[], least: number): Pairs =>
  sharing(
    lists.map((list) => [...list]),
    // a share such as 2/3 is not exact
    (count) => Math.ceil(least * count - 1e-9),
  )

/** Pairs of lists with an item in common. */
export const listsThatMeet = (lists: readonly ReadonlySet<string>[]): Pairs =>
  sharing(
    lists.map((list) => [...list]),
    () => 1,
  )

/** The pairs of all of these, each once. */
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

/** For a place in the list the earlier ones that it makes a pair with, in no order. They are looked up as they are read: where all texts are alike, all pairs
 * together fit in no memory. */
export type Pairs = (index: number) => Iterable<number>

/** The first so many of these that hold, in order: whoever mends those has seen what the others are. */
export function firstOf(candidates: Iterable<number>, most: number, holds: (index: number) => boolean): readonly number[] {
  const found: number[] = []
  for (const index of candidates) {
    if (holds(index)) found.push(index)
    if (found.length === most) break
  }
  return found.sort((a, b) => a - b)
}

/** Pairs of letters, each told apart from the same pair before it: a text with four times `an` has four. The same texts come again in each town. */
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

/** Pairs that have at least `needed` marks in common. Who has n marks and must share m of them shares one of any n - m + 1: of the rarest, so that
 * few are held against each other. (Prefix filtering, as in joins of similar sets.) */
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
    // a pair that shares two marks is met once
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
