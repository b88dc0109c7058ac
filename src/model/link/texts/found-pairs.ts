import { firstOf, type Pairs } from './may-be-alike.ts'

/** Nobody compares one item with more than this many others at once. */
const MOST_PAIRS = 10
/** With more new items than this, comparing each with all others takes longer than looking for candidates among all. */
const MOST_NEW = 20

/** Finds the pairs of a list that a check is about: for each item the earlier ones, by their places, at most ten. A town adds a few items to those of the base:
 * where nothing was found among the others before, only pairs with a new one are compared.
 * @returns a function of what judging a pair depends on besides the two, and the list */
export function pairsFound<T extends object, C extends object>({
  candidates,
  isFound,
}: {
  /** Yields at least all pairs that are to be found. */
  readonly candidates: (items: readonly T[]) => Pairs
  readonly isFound: (context: C, one: T, other: T) => boolean
}): (context: C, items: readonly T[]) => readonly (readonly number[])[] {
  /** By context: items among which nothing was found, in their order. */
  const soundBefore = new WeakMap<C, ReadonlyMap<T, number>>()

  const among = (context: C, items: readonly T[]): readonly (readonly number[])[] => {
    const pairs = candidates(items)
    return items.map((item, index) =>
      firstOf(pairs(index), MOST_PAIRS, (at) => {
        const earlier = items[at]
        return earlier !== undefined && isFound(context, item, earlier)
      }),
    )
  }

  return (context, items) => {
    const known = soundBefore.get(context)
    const found = known && withNew(known, items, (one, other) => isFound(context, one, other))
    if (found) return found
    const all = among(context, items)
    if (all.every(({ length }) => length === 0)) soundBefore.set(context, new Map(items.map((item, index) => [item, index])))
    return all
  }
}

/** null: that must be found in another way. */
function withNew<T>(
  known: ReadonlyMap<T, number>,
  items: readonly T[],
  isFound: (one: T, other: T) => boolean,
): readonly (readonly number[])[] | null {
  const added: number[] = []
  let last = -1
  for (const [index, item] of items.entries()) {
    const place = known.get(item)
    if (place === undefined) added.push(index)
    // in another order a pair is another one: the later one is told about
    else if (place < last) return null
    else last = place
  }
  if (added.length > MOST_NEW) return null
  const isNew = new Set(added)
  const found = items.map((item, index) => {
    const earlier = isNew.has(index) ? Array.from({ length: index }, (_, at) => at) : added.filter((at) => at < index)
    return earlier.filter((at) => {
      const other = items[at]
      return other !== undefined && isFound(item, other)
    })
  })
  // which of very many are told depends on the order of the candidates
  return found.some(({ length }) => length >= MOST_PAIRS) ? null : found
}
