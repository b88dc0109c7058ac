import type { Case } from '../../engine/context.ts'
import { isUnknown, type Value } from '../../feel/value.ts'
import { highest } from '../../model/util/extremes.ts'
import type { Variant } from '../../model/variant.ts'
import type { SoFar, UntilSettled } from '../prove/first/until-settled.ts'
import type { Tuple } from '../prove/nodes/tuple.ts'
import { factsRead } from '../prove/reads.ts'

/** Number of tree answers until every verdict is settled, over the made-up businesses of a town. */
export interface AnswersNeeded {
  readonly median: number
  readonly mean: number
  readonly max: number
  /** Lower bound of the mean over every order of asking: what each business cannot do without, see `leastFor`. */
  readonly optimum: number
}

/** What somebody says in the tree, and what they apply for. */
type Business = ReadonlyMap<string, Value>
/** The known answers of an example. */
export type Said = ReadonlyMap<string, Value>

/** Answers to questions about the whole case, including those that follow from others. */
export const saidIn = (application: Case): Said =>
  new Map(
    application.variant.questions.flatMap(({ id, subject }): [string, Value][] => {
      if (subject !== 'case') return []
      const value = application.memo.get(`fact|${id}|`)
      return value === undefined || value === null || isUnknown(value) ? [] : [[id, value]]
    }),
  )

/** Number of businesses made of each example. */
const OF_EACH = 2
/** One page in this many is answered as in another example. */
const MIXED = 4

/** Plausible businesses: every example as it is, and again with some pages answered as in another example. Deterministic: the same examples give the same
 * businesses. */
export function madeUpBusinesses(variant: Variant, examples: readonly Said[]): Business[] {
  const pages = [[variant.names.application.kind], ...variant.steps.map(({ ask }) => ask)]
  // a ticked terrace exists: a page that an earlier answer may settle is taken from whoever gave that answer
  const saidWith = pages.map((ask, page) => {
    const earlier = pages.slice(0, page).flat()
    const settles = variant.questions
      .filter(({ id, settledBy }) => settledBy && ask.includes(id))
      .flatMap(({ settledBy }) => (settledBy ? [...factsRead(variant, settledBy.expr)] : []))
    const at = pages.findLastIndex(
      (facts, index) => index > 0 && index < page && facts.some((fact) => earlier.includes(fact) && settles.includes(fact)),
    )
    return at < 0 ? page : at
  })
  const said = (at: number, fact: string): Value | undefined => examples[at % examples.length]?.get(fact)
  return examples.flatMap((_, number) =>
    Array.from({ length: OF_EACH }, (_each, round) => {
      const other = number * 7 + round * 11
      return new Map(
        pages.flatMap((ask, place) => {
          const page = saidWith[place] ?? place
          const mixed = round > 0 && page > 0 && (page + number + round) % MIXED === 0
          return ask.flatMap((fact): [string, Value][] => {
            // an example without this answer borrows it from the next one that has it
            for (let lender = 0; lender < examples.length; lender++) {
              const value = said((mixed ? other : number) + lender, fact)
              if (value !== undefined) return [[fact, value]]
            }
            return []
          })
        }),
      )
    }),
  )
}

/** What a business is asked until every verdict is settled, and the state it ends in; `said`: its answers, falling back to the first possible one. */
export function firstAnswers(
  tree: UntilSettled,
  business: Business,
): { readonly asked: readonly string[]; readonly said: Business; readonly end: SoFar } {
  const asked: string[] = []
  const said = new Map(business)
  let end = tree.withAnswers(
    tree.start,
    tree.before.flatMap((fact) => (business.has(fact) ? [[fact, business.get(fact) ?? null] as const] : [])),
  )
  while (end.ask !== null) {
    const value = business.get(end.ask) ?? tree.answers.get(end.ask)?.[0]?.value ?? null
    asked.push(end.ask)
    said.set(end.ask, value)
    end = tree.given(end, end.ask, value)
  }
  return { asked, said, end }
}

/** Walks each business through the tree, as far as the verdicts need it. */
export function answersNeeded(tree: UntilSettled, businesses: readonly Business[]): AnswersNeeded {
  const counts: number[] = []
  // the same answers have the same minimum
  const least = new Map<string, number>()
  let sum = 0
  for (const business of businesses) {
    const { asked, said } = firstAnswers(tree, business)
    counts.push(asked.length)
    const all = tree.askedOf(said)
    const key = `${tree.keyOfAnswers(all)} ${asked.join()}`
    const needed = least.get(key) ?? leastFor(tree, all, asked)
    least.set(key, needed)
    sum += needed
  }
  counts.sort((a, b) => a - b)
  const middle = (counts[Math.floor((counts.length - 1) / 2)] ?? 0) + (counts[Math.ceil((counts.length - 1) / 2)] ?? 0)
  return {
    median: middle / 2,
    mean: counts.reduce((sum, count) => sum + count, 0) / counts.length,
    max: highest(counts, 0),
    optimum: sum / businesses.length,
  }
}

/** Minimum number of answers this business gives, in any order: each one without which a verdict stays open although all others are given, plus one when these
 * alone do not settle everything. */
function leastFor(tree: UntilSettled, all: ReturnType<UntilSettled['askedOf']>, asked: readonly string[]): number {
  const isSettled = (given: Tuple): boolean => tree.soFar(given).ask === null
  const [first, others] = [all.filter(([fact]) => asked.includes(fact)), all.filter(([fact]) => !asked.includes(fact))]
  const needed = new Set<string>()
  const withoutEach = (from: Tuple, left: typeof all): void => {
    const [only, ...more] = left
    if (only && more.length === 0 && !isSettled(from)) needed.add(only[0])
    if (more.length === 0) return
    // the answer left out is in one of the halves: the other half is filled in once for all of them
    const half = left.length >> 1
    withoutEach(tree.filledIn(from, left.slice(half)), left.slice(0, half))
    withoutEach(tree.filledIn(from, left.slice(0, half)), left.slice(half))
  }
  withoutEach(tree.filledIn(tree.start.all, others), first)
  const elsewhere = asked.filter((fact) => first.every(([each]) => each !== fact))
  if (elsewhere.length > 0 && !isSettled(tree.filledIn(tree.start.all, all))) for (const fact of elsewhere) needed.add(fact)
  const alone = all.filter(([fact]) => needed.has(fact) || tree.before.includes(fact))
  return needed.size + (isSettled(tree.filledIn(tree.start.all, alone)) ? 0 : 1)
}
