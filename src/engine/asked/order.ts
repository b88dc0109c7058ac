import type { Context, Index } from '../context.ts'

/** The order of asking: the application first, then the tree, then the catalogue; a list comes before the questions about its rows. */
export function inOrder(context: Pick<Context, 'index' | 'variant'>, keys: Iterable<string>): string[] {
  const compare = asking(context)
  return [...new Set(keys)].sort(compare)
}

/** Compares two keys, `fact` or `fact@row`, by which is asked first. */
export function asking({ index, variant }: Pick<Context, 'index' | 'variant'>): (a: string, b: string) => number {
  const known = orders.get(index)
  if (known) return known
  const rank = ranksOf(variant)
  // the same keys recur with every answer
  const places = new Map<string, number>()
  const place = (key: string): number => {
    const before = places.get(key)
    if (before !== undefined) return before
    const found = placeOf(key, rank)
    places.set(key, found)
    return found
  }
  const compare = (a: string, b: string): number => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0)
  orders.set(index, compare)
  return compare
}

const orders = new WeakMap<Index, (a: string, b: string) => number>()

function placeOf(key: string, rank: ReadonlyMap<string, number>): number {
  return rank.get(factOf(key)) ?? rank.get(key.slice(key.lastIndexOf('/') + 1)) ?? rank.size
}

function ranksOf(variant: Context['variant']): ReadonlyMap<string, number> {
  const lists = (subject: string): string[] => variant.collections.filter((list) => list.subject === subject).map(({ id }) => id)
  const order = [
    ...variant.questions.filter((question) => question.topic === 'application').map(({ id }) => id),
    ...variant.steps.flatMap((step) => step.ask),
    ...variant.questions.flatMap((question) => [...lists(question.subject), question.id]),
  ]
  const rank = new Map<string, number>()
  for (const id of order) if (!rank.has(id)) rank.set(id, rank.size)
  return rank
}

/** The fact of a key. */
export function factOf(key: string): string {
  const end = key.indexOf('@')
  return end < 0 ? key : key.slice(0, end)
}
