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

/** The pairs of all of these, each once: per place the earlier ones, in order. */
export function together(all: readonly Pairs[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, Set<number>>()
  for (const pairs of all) for (const [index, others] of pairs) found.set(index, new Set([...(found.get(index) ?? []), ...others]))
  return new Map([...found].map(([index, others]) => [index, [...others].sort((a, b) => a - b)]))
}

/** Places in the list, the later one first. */
export type Pairs = ReadonlyMap<number, ReadonlySet<number>>

/** Pairs of letters, each told apart from the same pair before it: a text with four times `an` has four. */
function lettersOf(text: string): readonly string[] {
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
  const pairs = new Map<number, Set<number>>()
  for (const [index, marks] of all.entries()) {
    const rarest = marks.toSorted((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1))
    const others = new Set<number>()
    for (const mark of rarest.slice(0, marks.length - Math.max(1, needed(marks.length)) + 1)) {
      const before = holders.get(mark) ?? []
      for (const other of before) others.add(other)
      before.push(index)
      holders.set(mark, before)
    }
    if (others.size > 0) pairs.set(index, others)
  }
  return pairs
}
