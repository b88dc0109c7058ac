import type { Case, Index } from '../context.ts'
import { eachOnlyIn } from '../incremental/reached.ts'
import { asking, factOf } from './order.ts'
import type { Asked } from './questions.ts'

/** How many questions of the rule set this case does not ask. Only keys added or removed since the last count are looked up. */
export function skippedOf({ index, variant }: Case, { asked, open }: Asked): number {
  const counts = counted.get(index) ?? { asked: NONE, open: NONE, questions: new Map(), times: [], met: 0 }
  counted.set(index, counts)
  const compare = asking({ index, variant })
  const recount = (key: string, list: 'before' | 'now'): void => {
    const question = numberOf(index, counts, key)
    if (question < 0) return
    const times = (counts.times[question] ?? 0) + (list === 'now' ? 1 : -1)
    counts.times[question] = times
    if (list === 'now' && times === 1) counts.met++
    if (list === 'before' && times === 0) counts.met--
  }
  eachOnlyIn([counts.asked, asked], compare, recount)
  eachOnlyIn([counts.open, open], compare, recount)
  counts.asked = asked
  counts.open = open
  return index.answerable.size - counts.met
}

/** How often each question occurs in the lists of the case that was counted last. */
interface Counts {
  asked: readonly string[]
  open: readonly string[]
  /** Index of a key's question, -1 for a key of something else: a lookup is cheaper than splitting the key and searching for it. */
  readonly questions: Map<string, number>
  readonly times: number[]
  /** Questions that occur at least once. */
  met: number
}
const counted = new WeakMap<Index, Counts>()
const NONE: readonly string[] = []

function numberOf(index: Index, counts: Counts, key: string): number {
  const known = counts.questions.get(key)
  if (known !== undefined) return known
  const fact = factOf(key)
  const number = fact !== key ? numberOf(index, counts, fact) : index.answerable.has(fact) ? counts.times.push(0) - 1 : -1
  counts.questions.set(key, number)
  return number
}
