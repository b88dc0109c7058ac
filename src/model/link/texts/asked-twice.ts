import type { Catalogue } from '../../catalogue.ts'
import type { Lang } from '../../lang.ts'
import { highest, lowest } from '../../util/extremes.ts'
import { onceFor } from '../../util/once-for.ts'
import type { LinkContext } from '../context.ts'
import { inCommon, meaning, signature } from './alike.ts'
import { pairsFound } from './found-pairs.ts'
import { listsAlike, listsThatMeet, type Pairs, together } from './may-be-alike.ts'

type Question = Catalogue['questions'][number]

const LANGS: readonly Lang[] = ['nl', 'en']
/** Required similarity of labels: in one language, and averaged over both. */
const LABELS = { best: 0.8, mean: 0.65 }
/** Options that say nothing about the subject of the question. */
const ANYWHERE = new Set(['yes', 'no', 'none', 'nothing', 'other', 'dontKnow', 'mixed', 'both', 'unknown', 'all'])

/** Pairs of questions about one subject that a person would take for the same, whatever the types of their answers: the labels are about the same thing, they
 * share an option, or an option of one says what the other asks. A pair in which one follows from, is prefilled by, or depends on the other is one thing
 * already; a coarse question beside an exact one is not. */
export function checkAskedTwice({ catalogue, report }: LinkContext): void {
  const { groups } = catalogue
  const asked = catalogue.questions.filter(({ derived }) => derived === undefined).map(readingOf)
  const found = askedTwice(groups, asked)
  for (const [index, one] of asked.entries()) {
    for (const at of found[index] ?? []) {
      const other = asked[at]
      const why = other ? reasonOf(groups, one, other) : null
      if (!other || why === null) continue
      report(
        'ASKED_TWICE',
        'warning',
        one.question,
        'label',
        `${one.question.id} and ${other.question.id} may be taken for the same: ${why}.`,
        `Merge them, let one follow from the other (settledBy, prefill, when), or add to ${one.question.id}: differsFrom: [{ id: ${other.question.id}, why: … }].`,
      )
    }
  }
}

type Groups = Catalogue['groups']

const partsIn = onceFor((groups: Groups): ReadonlySet<string> => new Set(groups.flatMap(({ parts }) => parts)))

/** Why two questions may be taken for the same; null: they may not. */
function reasonOf(groups: Groups, one: Reading, other: Reading): string | null {
  if (one.question.subject !== other.question.subject || isOneThing(one.question, other.question)) return null
  const parts = partsIn(groups)
  // the parts of an address are naturally alike
  return parts.has(one.question.id) && parts.has(other.question.id) ? null : whyOf(one, other)
}

/** Candidate pairs: they share most words of the label, an option, or words of an option. */
function mayBeTwice(asked: readonly Reading[]): Pairs {
  const meets = (of: (reading: Reading) => readonly string[]) => listsThatMeet(asked.map((reading) => new Set(of(reading))))
  return together([
    ...LANGS.map((lang) =>
      listsAlike(
        asked.map(({ label }) => label[lang]),
        // from Dice (twice the shared over the sum of both) to the minimum share of either label in the other
        LABELS.best / (2 - LABELS.best),
      ),
    ),
    meets(({ options, means }) => [means, ...options.flatMap((option) => [option.means, `id ${option.id}`])].filter((said) => said !== '')),
    meets(({ options }) => options.flatMap(({ words }) => [...words.nl])),
  ])
}

const askedTwice = pairsFound<Reading, Groups>({
  candidates: mayBeTwice,
  isFound: (groups, one, other) => reasonOf(groups, one, other) !== null,
})

interface Reading {
  readonly question: Question
  readonly label: Readonly<Record<Lang, ReadonlySet<string>>>
  /** Meaning of the label in both languages; empty when it is empty in one of them. */
  readonly means: string
  /** Per option with a meaning, that meaning in both languages. */
  readonly options: readonly {
    readonly id: string
    readonly text: string
    readonly means: string
    readonly words: Readonly<Record<Lang, ReadonlySet<string>>>
  }[]
}

/** Memoised: a layer changes few questions. */
const readings = new WeakMap<Question, Reading>()

function readingOf(question: Question): Reading {
  const known = readings.get(question)
  if (known) return known
  const options = (question.options ?? [])
    .filter(({ id }) => !ANYWHERE.has(id))
    .map(({ id, label }) => ({ id, text: label.nl, means: meaningOf(label), words: wordsOf(label) }))
    .filter(({ means }) => means !== '')
  const reading = { question, label: wordsOf(question.label), means: meaningOf(question.label), options }
  readings.set(question, reading)
  return reading
}

const wordsOf = ({ nl, en }: Question['label']): Reading['label'] => ({ nl: meaning(nl, 'nl'), en: meaning(en, 'en') })

/** Meaning of a text in both languages; empty when it is empty in one of them. */
function meaningOf(text: Question['label']): string {
  const parts = LANGS.map((lang) => signature(meaning(text[lang], lang)))
  return parts.includes('') ? '' : parts.join('|')
}

function whyOf(one: Reading, other: Reading): string | null {
  const alike = LANGS.map((lang) => inCommon(one.label[lang], other.label[lang]))
  const words = lowest([one, other].flatMap(({ label }) => LANGS.map((lang) => label[lang].size)))
  const enough = words > 1 || one.question.topic === other.question.topic
  if (enough && highest(alike) >= LABELS.best && (alike[0] ?? 0) / 2 + (alike[1] ?? 0) / 2 >= LABELS.mean)
    return `"${one.question.label.nl}" and "${other.question.label.nl}"`
  const sameTopic = one.question.topic === other.question.topic
  for (const option of one.options) {
    const twin = other.options.find(({ id, means }) => means === option.means || (sameTopic && id === option.id))
    if (twin) return `the options "${option.text}" and "${twin.text}"`
  }
  return saidBy(one, other) ?? saidBy(other, one) ?? partsOf(one, other) ?? partsOf(other, one)
}

/** Options that are part of an option of the other: "home above" and "home next door" of "home above or next door". */
function partsOf(one: Reading, other: Reading): string | null {
  const parts = one.options.flatMap((part) => {
    const whole = other.options.find(({ words }) =>
      LANGS.every((lang) => part.words[lang].size > 1 && [...part.words[lang]].every((word) => words[lang].has(word))),
    )
    return whole ? [`"${part.text}" and "${whole.text}"`] : []
  })
  return parts.length > 1 ? `the options ${parts[0]}` : null
}

/** An option that says what the other question asks. */
function saidBy(list: Reading, { question, options, means }: Reading): string | null {
  if (options.length > 0) return null
  const option = means === '' ? undefined : list.options.find((each) => each.means === means)
  return option ? `the option "${option.text}" and "${question.label.nl}"` : null
}

/** Whether they are marked as different, or one follows from the other, is prefilled by it, or depends on it. */
function isOneThing(one: Question, other: Question): boolean {
  return reads(one, other.id) || reads(other, one.id)
}

const reads = ({ settledBy, prefill, when, differsFrom }: Question, id: string): boolean =>
  [settledBy, prefill, when].some(
    (source) =>
      source !== undefined &&
      String(source)
        .split(/[^\w.]+/)
        .includes(id),
  ) || (differsFrom ?? []).some((each) => each.id === id)
