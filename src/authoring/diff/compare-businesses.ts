import { assessCase } from '../../engine/assess.ts'
import type { Assessment } from '../../engine/assessment.ts'
import type { Case } from '../../engine/context.ts'
import { isList } from '../../feel/value.ts'
import type { Lang } from '../../model/lang.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { type Pair, treeQuestions } from './businesses.ts'
import { diffOutcomes, type OutcomeChange } from './outcomes.ts'

export type Population = NonNullable<DiffJson['population']>

interface Group {
  readonly change: OutcomeChange
  /** Numbers of the businesses. */
  readonly of: Set<number>
}

/** Maximum number of answers that describe a group: nobody keeps more in mind. */
const MOST_ANSWERS = 3

/** What changes for how many of these businesses, and what those concerned have in common. Terms are compared by length, so that a shifted day is not a change;
 * totals by how many pay more and less. */
export function compareBusinesses(pairs: Iterable<Pair>): Population {
  const groups = new Map<string, Group>()
  const answers: ReadonlySet<string>[] = []
  const totals = { once: new Total(), yearly: new Total() }
  const changed = new Set<number>()
  let words: Words | null = null
  for (const { a, b } of pairs) {
    const number = answers.length
    words ??= wordsOf(b)
    answers.push(answersOf(b, words.questions))
    const [left, right] = [assessCase(a), assessCase(b)]
    const found = diffOutcomes(left, right, { a: a.variant, b: b.variant }, { a: a.get('terms|'), b: b.get('terms|') })
    if (found.length > 0) changed.add(number)
    for (const change of found) {
      if (change.what === 'feeTotal' || change.what === 'feeYearly') continue
      const whole = ofAnyRow(change)
      const key = [whole.what, whole.id, whole.a, whole.b].join('\n')
      const group = groups.get(key) ?? { change: whole, of: new Set() }
      groups.set(key, group)
      group.of.add(number)
    }
    totals.once.add(once(left), once(right))
    totals.yearly.add(left.fees.yearlyCents, right.fees.yearlyCents)
  }
  return {
    businesses: answers.length,
    changed: changed.size,
    once: totals.once.told(),
    yearly: totals.yearly.told(),
    changes: [...groups.values()].map(({ change, of }) => ({ ...change, businesses: of.size, ...whoOf(of, answers, words) })),
  }
}

/** A total that is only partly known is compared as far as it is known. */
const once = ({ fees }: Assessment): number => fees.totalCents ?? fees.knownCents

class Total {
  private readonly differences: number[] = []

  add(before: number, after: number): void {
    if (before !== after) this.differences.push(after - before)
  }

  told(): Population['once'] {
    const [up, down] = [this.differences.filter((cents) => cents > 0), this.differences.filter((cents) => cents < 0)]
    return { higher: rangeOf(up), lower: rangeOf(down.map((cents) => -cents)) }
  }
}

function rangeOf(cents: readonly number[]): { businesses: number; leastCents: number; mostCents: number } | null {
  const sorted = cents.toSorted((a, b) => a - b)
  const [least] = sorted
  return least === undefined ? null : { businesses: sorted.length, leastCents: least, mostCents: sorted.at(-1) ?? least }
}

/** A change at one row, generalised to any row: `w4b@p1` is `w4b`. */
function ofAnyRow(change: OutcomeChange): OutcomeChange {
  const [id = change.id, row] = change.id.split('@')
  return row === undefined ? change : { ...change, id, name: change.name.replace(` (${row})`, '') }
}

interface Words {
  readonly questions: readonly ResolvedQuestion[]
  readonly lang: Lang
}

const wordsOf = ({ variant, lang }: Case): Words => ({ questions: treeQuestions(variant), lang })

/** `activity.alcohol onSite`: what a business answers in the tree, for a list each item. Only answers with a label can be told. */
function answersOf({ get }: Case, questions: readonly ResolvedQuestion[]): Set<string> {
  return new Set(
    questions.flatMap(({ id, options, type }) => {
      const value = get(`fact|${id}|`)
      const items = isList(value) ? value.items : [value]
      return items.flatMap((item) =>
        typeof item === 'boolean' && type === 'yesNo'
          ? [`${id} ${item}`]
          : typeof item === 'string' && options?.some((option) => option.id === item)
            ? [`${id} ${item}`]
            : [],
      )
    }),
  )
}

/** The answers that everybody in a group gives and as few others as possible. `exactly`: nobody else gives them all. */
function whoOf(of: ReadonlySet<number>, answers: readonly ReadonlySet<string>[], words: Words | null) {
  const [first] = of
  if (first === undefined || words === null || of.size === answers.length) return { who: [], exactly: of.size === answers.length }
  const shared = [...(answers[first] ?? [])].filter((answer) => [...of].every((number) => answers[number]?.has(answer)))
  let others = answers.filter((_, number) => !of.has(number))
  const chosen: string[] = []
  while (others.length > 0 && chosen.length < MOST_ANSWERS) {
    const left = (answer: string): number => others.filter((said) => said.has(answer)).length
    const best = shared.map((answer) => ({ answer, left: left(answer) })).toSorted((a, b) => a.left - b.left)[0]
    if (!best || best.left === others.length) break
    chosen.push(best.answer)
    others = others.filter((said) => said.has(best.answer))
  }
  return { who: chosen.flatMap((answer) => inWords(answer, words)), exactly: others.length === 0 }
}

function inWords(answer: string, { questions, lang }: Words): Population['changes'][number]['who'] {
  const [id = '', value = ''] = answer.split(' ')
  const question = questions.find((each) => each.id === id)
  if (!question) return []
  const yesNo = { nl: { true: 'ja', false: 'nee' }, en: { true: 'yes', false: 'no' } } as const
  const label = question.options?.find((option) => option.id === value)?.label[lang] ?? yesNo[lang][value === 'true' ? 'true' : 'false']
  return [{ question: question.label[lang], answer: label }]
}
