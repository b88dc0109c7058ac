import type { Answers } from '../../model/answers/answers.ts'
import type { ResolvedQuestion, Variant } from '../../model/variant.ts'
import { factOf } from '../diff-answers.ts'
import type { Receipt, Wording } from './stored-receipt.ts'

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

/** Wordings by fact. */
export type Asked = Readonly<Record<string, Wording>>

/** How the answered questions are worded now. */
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

/** Whether the same question is worded differently: new options do not count, as they say nothing about the one that was chosen. */
function isReworded(was: Wording, now: Wording): boolean {
  const changed = Object.entries(was.options).some(([id, label]) => now.options[id] !== label)
  return changed || was.label !== now.label || was.hint !== now.hint || was.unit !== now.unit
}

/** What this rule set does to a draft; null when nothing. `asked`: how the questions were worded under other rules. A receipt that nobody has seen
 * yet is merged into it. */
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
    // the receipt of a file names no version: the first known rules count
    from: earlier?.from || (same ? variant.ruleSet.version : ruleSet.version),
    to: variant.ruleSet.version,
    at,
    kept: answers.values.size,
    recheck: [...(earlier?.recheck.filter((entry) => !recheck.some(({ key }) => key === entry.key)) ?? []), ...recheck],
    parked: [...(earlier?.parked ?? []), ...parked],
  }
}

/** The question that a path in the file ends in: `answers.gone.question`, `collections.people[0].person.age`; or that of a key: `person.age@p1`. */
function wordingAt(path: string, of: (fact: string) => Wording | undefined): Wording | null {
  const parts = factOf(path).fact.split('.').slice(-MOST_PARTS)
  for (let from = 0; from < parts.length; from += 1) {
    const wording = of(parts.slice(from).join('.'))
    if (wording) return wording
  }
  return null
}
/** Fact names have fewer parts; a path in a hostile file may have thousands. */
const MOST_PARTS = 8

/** An answer in the words that were on the page, or as it is in the file. */
function inWords(value: unknown, wording: Wording | null): string {
  if (Array.isArray(value)) return value.map((each) => inWords(each, wording)).join(', ')
  if (typeof value === 'string') return wording?.options[value] ?? value
  return JSON.stringify(value)
}
