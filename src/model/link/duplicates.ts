import { distance } from 'fastest-levenshtein'
import type { Catalogue } from '../catalogue.ts'
import type { LinkContext } from './context.ts'
import { perPair } from './texts/per-pair.ts'

type Question = Catalogue['questions'][number]

/** How alike labels are, from 0 to 1: within a topic, and between topics. */
const ALIKE = { sameTopic: 0.75, otherTopic: 0.9 }
/** Share of options that two lists have in common; shorter lists (yes, no, unknown) are alike by nature. */
const SAME_OPTIONS = 0.7
const FEWEST_OPTIONS = 4

/** Questions that may well ask the same thing: of the same subject and type, with like labels or options in any language. A person merges
 * them, or says with `differsFrom` why they differ. Two that stand together never have the same words, whatever the reason. */
export function checkDuplicates(context: LinkContext): void {
  const { groups } = context.catalogue
  // what is computed is never asked
  const questions = context.catalogue.questions.filter(({ derived, refinedBy }) => derived === undefined || refinedBy !== undefined)
  const groupOf = new Map(groups.flatMap(({ id, parts }) => parts.map((part) => [part, id] as const)))
  for (const question of context.catalogue.questions)
    for (const { id } of question.differsFrom ?? []) context.refer('question', id, question, 'differsFrom')
  for (const [index, one] of questions.entries()) {
    for (const other of questions.slice(0, index)) {
      if (one.subject !== other.subject) continue
      if (one.topic === other.topic && groupOf.get(one.id) === groupOf.get(other.id) && sameWords(one, other)) {
        context.report(
          'SAME_LABEL',
          'error',
          one,
          'label',
          `${one.id} and ${other.id} have the same words on one page: "${one.label.nl}" and "${other.label.nl}", in English "${one.label.en}" and "${other.label.en}".`,
          'Say in the label what it is about: who reads it alone, out loud or in a list of what is missing, does not know which is meant.',
        )
        continue
      }
      const together = groupOf.has(one.id) && groupOf.get(one.id) === groupOf.get(other.id)
      if (one.type !== other.type || together || isMarked(one, other) || isRelated(one, other) || !seemsSame(one, other)) continue
      context.report(
        'LIKELY_DUPLICATE',
        'warning',
        one,
        'label',
        `${one.id} may ask the same as ${other.id}: "${one.label.nl}" and "${other.label.nl}".`,
        `Merge them, or add to ${one.id}: differsFrom: [{ id: ${other.id}, why: … }].`,
      )
    }
  }
}

const sameWords = perPair(
  (one: Question, other: Question): boolean =>
    plain(one.label.nl) === plain(other.label.nl) || plain(one.label.en) === plain(other.label.en),
)

const seemsSame = perPair((one: Question, other: Question): boolean => {
  const labels = Math.max(likeness(one.label.nl, other.label.nl), likeness(one.label.en, other.label.en))
  if (labels >= (one.topic === other.topic ? ALIKE.sameTopic : ALIKE.otherTopic)) return true
  const options = (question: Question, of: (option: NonNullable<Question['options']>[number]) => string): Set<string> =>
    new Set((question.options ?? []).map((option) => plain(of(option))))
  return [
    overlap(
      options(one, ({ id }) => id),
      options(other, ({ id }) => id),
    ),
    overlap(
      options(one, ({ label }) => label.nl),
      options(other, ({ label }) => label.nl),
    ),
    overlap(
      options(one, ({ label }) => label.en),
      options(other, ({ label }) => label.en),
    ),
  ].some((share) => share >= SAME_OPTIONS)
})

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()

function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)]
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1)
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other])
  return all.size < FEWEST_OPTIONS ? 0 : [...one].filter((option) => other.has(option)).length / all.size
}

const isMarked = (one: Question, other: Question): boolean =>
  (one.differsFrom ?? []).some(({ id }) => id === other.id) || (other.differsFrom ?? []).some(({ id }) => id === one.id)

/** One is computed from the other, or offered as its first answer: already one thing for whoever answers. */
const isRelated = (one: Question, other: Question): boolean => names(one, other.id) || names(other, one.id)
const names = ({ derived, refinedBy, settledBy, prefill }: Question, id: string): boolean =>
  [derived, refinedBy, settledBy, prefill].some((source) => source !== undefined && String(source).includes(id))
