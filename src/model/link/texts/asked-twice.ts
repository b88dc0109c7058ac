import type { Catalogue } from '../../catalogue.ts'
import type { Lang } from '../../lang.ts'
import { highest, lowest } from '../../util/extremes.ts'
import type { LinkContext } from '../context.ts'
import { inCommon, meaning, signature } from './alike.ts'
import { firstOf, listsAlike, listsThatMeet, type Pairs, together } from './may-be-alike.ts'
import { perPair } from './per-pair.ts'

type Question = Catalogue['questions'][number]

const LANGS: readonly Lang[] = ['nl', 'en']
/** What labels must have in common: in one language, and on average of both. */
const LABELS = { best: 0.8, mean: 0.65 }
/** Of one question nobody compares more than so many others at once. */
const MOST_PAIRS = 10
/** Options that say nothing about what is asked. */
const ANYWHERE = new Set(['yes', 'no', 'none', 'nothing', 'other', 'dontKnow', 'mixed', 'both', 'unknown', 'all'])

/** Pairs of questions about one subject that a person would take for the same, whatever kind of answer each wants: the labels are about the
 * same, an option of one is an option of the other, or an option of one says what the other asks. A pair of which one follows from, is
 * offered by, or hangs on the other is one thing already; a coarse question beside an exact one is not. */
export function checkAskedTwice({ catalogue, report }: LinkContext): void {
  const groupOf = new Set(catalogue.groups.flatMap(({ parts }) => parts))
  const asked = catalogue.questions.filter(({ derived }) => derived === undefined).map(readingOf)
  const pairs = mayBeTwice(asked)
  for (const [index, one] of asked.entries()) {
    const reasonOf = (other: Reading | undefined): string | null => {
      if (!other || one.question.subject !== other.question.subject || isOneThing(one.question, other.question)) return null
      // the parts of an address are alike by nature
      return groupOf.has(one.question.id) && groupOf.has(other.question.id) ? null : whyOf(one, other)
    }
    for (const at of firstOf(pairs(index), MOST_PAIRS, (at) => reasonOf(asked[at]) !== null)) {
      const other = asked[at]
      const why = reasonOf(other)
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

/** The pairs that are worth a look: they have most words of the label, an option, or words of an option in common. */
function mayBeTwice(asked: readonly Reading[]): Pairs {
  const meets = (of: (reading: Reading) => readonly string[]) => listsThatMeet(asked.map((reading) => new Set(of(reading))))
  return together([
    ...LANGS.map((lang) =>
      listsAlike(
        asked.map(({ label }) => label[lang]),
        // twice what is shared over the sum of both: of either label at least so much is in the other
        LABELS.best / (2 - LABELS.best),
      ),
    ),
    meets(({ options, means }) => [means, ...options.flatMap((option) => [option.means, `id ${option.id}`])].filter((said) => said !== '')),
    meets(({ options }) => options.flatMap(({ words }) => [...words.nl])),
  ])
}

interface Reading {
  readonly question: Question
  readonly label: Readonly<Record<Lang, ReadonlySet<string>>>
  /** What the label means in both languages; empty when it means nothing in one of them. */
  readonly means: string
  /** Per option that means something, its meaning in both languages. */
  readonly options: readonly {
    readonly id: string
    readonly text: string
    readonly means: string
    readonly words: Readonly<Record<Lang, ReadonlySet<string>>>
  }[]
}

/** A layer changes few questions: what was read of the others is kept. */
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

/** What a text means in both languages; empty when it means nothing in one of them. */
function meaningOf(text: Question['label']): string {
  const parts = LANGS.map((lang) => signature(meaning(text[lang], lang)))
  return parts.includes('') ? '' : parts.join('|')
}

const whyOf = perPair((one: Reading, other: Reading): string | null => {
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
})

/** Options that are parts of an option of the other: "home above" and "home next door" of "home above or next door". */
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

/** Marked as different, or the one follows from the other, is offered by it, or hangs on it. */
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
