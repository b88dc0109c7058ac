import type { Case, Index } from '../context.ts'
import { inCommon } from '../incremental/reached.ts'
import { factOf } from './order.ts'
import type { Asked } from './questions.ts'

/** How many questions of the rule set this case does not ask. Most keys that were asked before are not looked at again. */
export function skippedOf({ index }: Case, { asked, open }: Asked): number {
  const counts = counted.get(index) ?? { asked: NONE, open: NONE, questions: new Map(), times: [], met: 0 }
  counted.set(index, counts)
  recount(index, counts, counts.asked, asked)
  recount(index, counts, counts.open, open)
  counts.asked = asked
  counts.open = open
  return index.answerable.size - counts.met
}

/** How often each question stands in the lists of the case that was counted last. */
interface Counts {
  asked: readonly string[]
  open: readonly string[]
  /** Number of the question of a key, -1 for a key of something else: a look-up costs less than cutting a text and looking for it. */
  readonly questions: Map<string, number>
  readonly times: number[]
  /** Questions that stand there at least once. */
  met: number
}
const counted = new WeakMap<Index, Counts>()
const NONE: readonly string[] = []

function recount(index: Index, counts: Counts, before: readonly string[], now: readonly string[]): void {
  if (before === now) return
  const [from, ends] = inCommon(before, now)
  for (let at = from; at < now.length - ends; at++) {
    const question = numberOf(index, counts, now[at] ?? '')
    if (question < 0) continue
    const times = counts.times[question] ?? 0
    if (times === 0) counts.met++
    counts.times[question] = times + 1
  }
  for (let at = from; at < before.length - ends; at++) {
    const question = numberOf(index, counts, before[at] ?? '')
    if (question < 0) continue
    const times = (counts.times[question] ?? 0) - 1
    if (times === 0) counts.met--
    counts.times[question] = times
  }
}

function numberOf(index: Index, counts: Counts, key: string): number {
  const known = counts.questions.get(key)
  if (known !== undefined) return known
  const fact = factOf(key)
  const number = fact !== key ? numberOf(index, counts, fact) : index.answerable.has(fact) ? counts.times.push(0) - 1 : -1
  counts.questions.set(key, number)
  return number
}
