import { z } from 'zod'
import { FACT_TYPES } from '../answer-kinds/fact-types.ts'
import { Feel, Formula, Id, IsoDate, Local, SCHEMA_VERSION, ShortId, sourced, span, Text, wordingOf } from './common.ts'

/** What kind of answer a fact has. */
export const FactType = z.enum(FACT_TYPES)
export type FactType = z.infer<typeof FactType>

/** Whose fact it is: the case, or a row of a collection. `party` means person, company or @business alike. */
export const Subject = z.enum([
  'case',
  'person',
  'company',
  'party',
  'role',
  'room',
  'floor',
  'exit',
  'hours',
  'usePeriod',
  'terrace',
  'machine',
  'outdoorUnit',
  'coolingUnit',
  'loan',
  'asset',
  'debt',
  'income',
  'offence',
  'fine',
  'refusal',
  'enforcement',
])
export type Subject = z.infer<typeof Subject>

/** A quantified group that contains a quantifier can make a browser backtrack for ever. */
const ENDLESS = /\([^()]*[*+}][^()]*\)\s*[*+{]|\\[1-9]|\(\?(?!:)/

function isPattern(text: string): boolean {
  try {
    // between slashes it is a JavaScript literal
    return !ENDLESS.test(text) && !/^\/.*\/[a-z]*$/.test(text) && new RegExp(`^(?:${text})$`, 'u').test('') !== null
  } catch {
    return false
  }
}
const Pattern = z.string().min(1).max(200).refine(isPattern, 'expected a plain regular expression such as [A-Z]+-\\d+')

export const Option = z.strictObject({
  id: ShortId,
  label: Text,
  /** "Don't know" and the like: which option it counts as in every rule. */
  countsAs: ShortId.optional(),
  /** The answer is still to come: the path continues with it, and a box of this question stays open. */
  undecided: z.literal(true).optional(),
  /** Alternative labels: the first that holds. */
  wording: wordingOf({ label: Text }),
  ...span,
})

export const Question = z.strictObject({
  id: Id,
  subject: Subject,
  type: FactType,
  unit: z.string().optional(),
  options: z.array(Option).min(1).optional(),
  label: Text,
  hint: Text.optional(),
  /** Why we ask, on which legal ground; shown behind "why do we ask?". */
  why: Text.optional(),
  topic: ShortId,
  sensitive: z.enum(['bsn', 'criminal', 'financial']).optional(),
  /** FEEL. When it is false the fact does not exist (null): an earlier answer stays in the draft and is used nowhere. */
  when: Feel.optional(),
  /** FEEL. Never asked: always computed. */
  derived: Formula.optional(),
  /** FEEL. For a coarse question: once this is known the class is computed and not asked; a conflict with a given answer is a check. */
  refinedBy: Formula.optional(),
  /** FEEL. What an earlier answer implies: with no gas bottles ticked their number is 0. That answer is asked first; null: it implies nothing, so the question
   * itself is asked. An answer to the fact itself takes precedence; a conflict is a check. */
  settledBy: Formula.optional(),
  /** FEEL of the same type. The answer while nobody gave another, also when it was left empty by choice: so that nobody has to be asked. */
  default: Formula.optional(),
  /** The applicant decides whether to fill this box: it may be left empty by choice. */
  optional: z.boolean().optional(),
  /** FEEL of the same type: suggested as an answer, never used as one. */
  prefill: Formula.optional(),
  /** Suggests the answer of the previous row in the list. */
  likePrevious: z.boolean().optional(),
  /** For the place of an address: the fact that holds its postcode. Suggests the place in which that postcode lies, as far as the town says (`localities`), before
   * anything else is suggested. */
  localityOf: Id.optional(),
  /** The smallest and largest plausible answer: a number in the unit (euro for an amount), a day for a date or a period. Anything outside is taken for a typing
   * error and refused in the field. */
  min: z.union([z.number(), IsoDate]).optional(),
  max: z.union([z.number(), IsoDate]).optional(),
  /** FEEL, a day: like `min` and `max`, but dependent on other answers or on today, so it is reported at the question and not refused. */
  notBefore: Formula.optional(),
  notAfter: Formula.optional(),
  /** FEEL. For a postcode or KvK number: while this holds, foreign formats are accepted. Without it only the Dutch one is. */
  abroad: Feel.optional(),
  /** Similar questions that ask something else, each with what makes the difference. */
  differsFrom: z
    .array(z.strictObject({ id: Id, why: z.string().min(10) }))
    .min(1)
    .optional(),
  /** Alternative wordings: the first that holds. */
  wording: wordingOf({ label: Text.optional(), hint: Text.optional() }),
  /** For a text: a regular expression that the whole of it must match. */
  pattern: Pattern.optional(),
  /** Minimum and maximum number of ticks. */
  minTicked: z.number().int().min(1).optional(),
  maxTicked: z.number().int().min(1).optional(),
  /** The message when the answer is refused by pattern, min, max, minTicked or maxTicked. */
  message: Text.optional(),
  ...span,
  local: Local.optional(),
  /** Who usually knows the answer: an id of `respondents`. Defaults to that of the topic. */
  knownBy: ShortId.optional(),
  note: z.string().optional(),
  ...sourced,
})
export type Question = z.infer<typeof Question>

/** rules/base/questions/<topic>.yaml */
export const QuestionsFile = z.strictObject({ schema: SCHEMA_VERSION, questions: z.array(Question) })
