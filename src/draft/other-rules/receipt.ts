import * as z from 'zod/mini'
import type { Answers } from '../../model/answers/answers.ts'
import type { ResolvedQuestion, Variant } from '../../model/variant.ts'
import { factOf } from '../diff-answers.ts'

/** What a question said when it was answered, in Dutch: whoever reads other words now may want to answer otherwise. */
export const Wording = z.strictObject({
  label: z.string(),
  hint: z.string(),
  unit: z.string(),
  options: z.record(z.string(), z.string()),
})
export type Wording = z.infer<typeof Wording>

/** What became of a draft under newer rules. It is shown until the applicant has seen it. */
export const Receipt = z.strictObject({
  /** Versions of the rule sets; `from` is empty when the answers came from a file, which names none. */
  from: z.string(),
  to: z.string(),
  /** Moment, ISO. */
  at: z.string(),
  kept: z.number(),
  /** Answers that are kept, to a question that says something else now; `key` is `fact` or `fact@row`. */
  recheck: z.array(z.strictObject({ key: z.string(), was: Wording })),
  /** Answers without a place: by path in the file, how the question was called if that is known, and what was answered. */
  parked: z.array(z.strictObject({ what: z.string(), label: z.nullable(z.string()), value: z.unknown(), said: z.string() })),
})
export type Receipt = z.infer<typeof Receipt>

const wordings = new WeakMap<Variant, ReadonlyMap<string, Wording>>()

function wordingsOf(variant: Variant): ReadonlyMap<string, Wording> {
  const known = wordings.get(variant)
  if (known) return known
  const made = new Map(variant.questions.map((question) => [question.id, wordingOf(question)]))
  wordings.set(variant, made)
  return made
}

const wordingOf = ({ label, hint, unit, options }: ResolvedQuestion): Wording => ({
  label: label.nl,
  hint: hint?.nl ?? '',
  unit: unit ?? '',
  options: Object.fromEntries((options ?? []).map((option) => [option.id, option.label.nl])),
})

/** By fact. */
export type Asked = Readonly<Record<string, Wording>>

/** How the questions that have an answer are worded now. */
export const askedNow = (answers: Answers, variant: Variant): Asked =>
  wordingsFor(
    [...answers.values.keys()].map((key) => factOf(key).fact),
    variant,
  )

/** How these questions are worded now. */
export function wordingsFor(facts: Iterable<string>, variant: Variant): Asked {
  const all = wordingsOf(variant)
  const worded: Record<string, Wording> = {}
  for (const fact of facts) {
    const wording = all.get(fact)
    if (wording) worded[fact] = wording
  }
  return worded
}

/** Other words at the same question: a longer list of options says nothing about the one that was chosen. */
function isReworded(was: Wording, now: Wording): boolean {
  const changed = Object.entries(was.options).some(([id, label]) => now.options[id] !== label)
  return changed || was.label !== now.label || was.hint !== now.hint || was.unit !== now.unit
}

/** What happens to a draft under this rule set; null when nothing does. `asked`: what the questions said under other rules. A receipt that nobody has seen
 * yet goes on in it. */
export function receiptFor(
  before: {
    readonly ruleSet: { readonly version: string; readonly hash: string }
    readonly asked: Asked
    readonly receipt?: Receipt | undefined
  },
  answers: Answers,
  withoutPlace: readonly { readonly what: string; readonly value?: unknown }[],
  variant: Variant,
  at: string,
): Receipt | null {
  const { asked, receipt: earlier, ruleSet } = before
  const all = wordingsOf(variant)
  const same = ruleSet.hash === variant.ruleSet.hash
  const recheck = [...answers.values.keys()].flatMap((key) => {
    const { fact } = factOf(key)
    const [was, now] = [Object.hasOwn(asked, fact) ? asked[fact] : undefined, all.get(fact)]
    return was && now && isReworded(was, now) ? [{ key, was }] : []
  })
  const wordingOfFact = (fact: string): Wording | undefined => (Object.hasOwn(asked, fact) ? asked[fact] : all.get(fact))
  const parked = withoutPlace.map(({ what, value = null }) => {
    const wording = wordingAt(what, wordingOfFact)
    return { what, label: wording?.label ?? null, value, said: inWords(value, wording) }
  })
  const renewed = !same && ruleSet.version !== '' && ruleSet.version !== variant.ruleSet.version
  if (!renewed && recheck.length === 0 && parked.length === 0) return earlier ?? null
  return {
    // a receipt of a file names no version: the first rules that are known count
    from: earlier?.from || (same ? variant.ruleSet.version : ruleSet.version),
    to: variant.ruleSet.version,
    at,
    kept: answers.values.size,
    recheck: [...(earlier?.recheck.filter((entry) => !recheck.some(({ key }) => key === entry.key)) ?? []), ...recheck],
    parked: [...(earlier?.parked ?? []), ...parked],
  }
}

/** The question that a path of the file ends in: `answers.gone.question`, `collections.people[0].person.age`; or that of a key: `person.age@p1`. */
function wordingAt(path: string, of: (fact: string) => Wording | undefined): Wording | null {
  const parts = factOf(path).fact.split('.').slice(-MOST_PARTS)
  for (let from = 0; from < parts.length; from += 1) {
    const wording = of(parts.slice(from).join('.'))
    if (wording) return wording
  }
  return null
}
/** Names of facts have fewer parts; a path in a hostile file may have thousands. */
const MOST_PARTS = 8

/** An answer as it was read, or as it stands in the file. */
function inWords(value: unknown, wording: Wording | null): string {
  if (Array.isArray(value)) return value.map((each) => inWords(each, wording)).join(', ')
  if (typeof value === 'string') return wording?.options[value] ?? value
  return JSON.stringify(value)
}
