import { distance } from 'fastest-levenshtein'
import type { Catalogue } from '../../catalogue.ts'
import { onceFor } from '../../util/once-for.ts'
import type { LinkContext } from '../context.ts'
import { pairsFound } from '../texts/found-pairs.ts'
import { listsAlike, type Pairs, textsAlike, together } from '../texts/may-be-alike.ts'

type Question = Catalogue['questions'][number]

/** Required similarity of labels, from 0 to 1: within a topic, and between topics. */
const ALIKE = { sameTopic: 0.75, otherTopic: 0.9 }
/** Required share of common options; shorter lists (yes, no, unknown) are naturally alike. */
const SAME_OPTIONS = 0.7
const FEWEST_OPTIONS = 4

/** Questions that may well ask the same thing: of the same subject and type, with similar labels or options in any language. A person merges them, or says with
 * `differsFrom` why they differ. Two questions on one page never have the same label, whatever the reason. */
export function checkDuplicates(context: LinkContext): void {
  const { groups } = context.catalogue
  // computed facts are never asked
  const questions = context.catalogue.questions.filter(({ derived, refinedBy }) => derived === undefined || refinedBy !== undefined)
  for (const question of context.catalogue.questions)
    for (const { id } of question.differsFrom ?? []) context.refer('question', id, question, 'differsFrom')
  const found = duplicates(groups, questions)
  for (const [index, one] of questions.entries()) {
    for (const at of found[index] ?? []) {
      const other = questions[at]
      if (!other) continue
      if (faultOf(groups, one, other) === 'SAME_LABEL') {
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

type Groups = Catalogue['groups']

const groupsOf = onceFor(
  (groups: Groups): ReadonlyMap<string, string> => new Map(groups.flatMap(({ id, parts }) => parts.map((part) => [part, id] as const))),
)

function faultOf(groups: Groups, one: Question, other: Question): 'SAME_LABEL' | 'LIKELY_DUPLICATE' | null {
  if (one.subject !== other.subject) return null
  const groupOf = groupsOf(groups)
  const together = groupOf.get(one.id) === groupOf.get(other.id)
  if (one.topic === other.topic && together && sameWords(one, other)) return 'SAME_LABEL'
  // cheap tests before the comparison of labels
  if (one.type !== other.type || (together && groupOf.has(one.id)) || !seemsSame(one, other)) return null
  return isMarked(one, other) || isRelated(one, other) ? null : 'LIKELY_DUPLICATE'
}

/** Candidate pairs: comparing each question with each other is too slow in a large catalogue. */
const mayBeAlike = (questions: readonly Question[]): Pairs =>
  together([
    ...LANGS.map((lang) =>
      textsAlike(
        questions.map(({ label }) => plain(label[lang])),
        ALIKE.sameTopic,
      ),
    ),
    ...OPTIONS.map((of) => listsAlike(questions.map(of), SAME_OPTIONS)),
  ])

const LANGS = ['nl', 'en'] as const
type Option = NonNullable<Question['options']>[number]

/** Options of a question, by one of the ways in which two lists may be alike; memoised per question. */
const optionsBy = (of: (option: Option) => string): ((question: Question) => ReadonlySet<string>) => {
  const known = new WeakMap<Question, ReadonlySet<string>>()
  return (question) => {
    const before = known.get(question)
    if (before) return before
    const made = new Set((question.options ?? []).map((option) => plain(of(option))))
    known.set(question, made)
    return made
  }
}
const OPTIONS = [optionsBy(({ id }) => id), optionsBy(({ label }) => label.nl), optionsBy(({ label }) => label.en)]

const duplicates = pairsFound<Question, Groups>({
  candidates: mayBeAlike,
  isFound: (groups, one, other) => faultOf(groups, one, other) !== null,
})

const sameWords = (one: Question, other: Question): boolean =>
  plain(one.label.nl) === plain(other.label.nl) || plain(one.label.en) === plain(other.label.en)

function seemsSame(one: Question, other: Question): boolean {
  const labels = Math.max(likeness(one.label.nl, other.label.nl), likeness(one.label.en, other.label.en))
  if (labels >= (one.topic === other.topic ? ALIKE.sameTopic : ALIKE.otherTopic)) return true
  return OPTIONS.some((of) => overlap(of(one), of(other)) >= SAME_OPTIONS)
}

/** Normalised text, without punctuation and case; memoised, as layers share most texts. */
function plain(text: string): string {
  const known = plainTexts.get(text)
  if (known !== undefined) return known
  const made = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
  plainTexts.set(text, made)
  return made
}
const plainTexts = new Map<string, string>()

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

/** One is computed from the other, or prefilled with it: already one thing for the applicant. */
const isRelated = (one: Question, other: Question): boolean => names(one, other.id) || names(other, one.id)
const names = ({ derived, refinedBy, settledBy, prefill }: Question, id: string): boolean =>
  [derived, refinedBy, settledBy, prefill].some((source) => source !== undefined && String(source).includes(id))
