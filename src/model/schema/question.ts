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

/** Of a quantifier behind a group that has one inside, a browser may take for ever. */
const ENDLESS = /\([^()]*[*+}][^()]*\)\s*[*+{]|\\[1-9]|\(\?(?!:)/

function isPattern(text: string): boolean {
  try {
    // between slashes it is written in the way of a program
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
  /** The answer is still to come: the path goes on with it, and a box of this question stays open. */
  undecided: z.literal(true).optional(),
  /** Another label in a case: the first that holds. */
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
  /** Why we ask, on which ground; shown behind "why do we ask?". */
  why: Text.optional(),
  topic: ShortId,
  sensitive: z.enum(['bsn', 'criminal', 'financial']).optional(),
  /** FEEL. When it is false the fact does not exist (null): an answer given before is kept in the draft and used nowhere. */
  when: Feel.optional(),
  /** FEEL. Never asked: always computed. */
  derived: Formula.optional(),
  /** FEEL. A coarse question: once this is known the class is computed and not asked; a clash with a given answer is a check. */
  refinedBy: Formula.optional(),
  /** FEEL. What an earlier answer already says: with no gas bottles ticked their number is 0. That answer is asked first; null: it says
   * nothing, so the question itself is asked. An answer to the fact itself counts before it; a clash is a check. */
  settledBy: Formula.optional(),
  /** FEEL of the same type. What the answer is while nobody gave another, also when it was left empty by choice: so nobody has to be
   * asked. */
  default: Formula.optional(),
  /** Fills a box only when the applicant wants to: may be left empty by choice. */
  optional: z.boolean().optional(),
  /** FEEL of the same type: offered as a first answer, never used as one. */
  prefill: Formula.optional(),
  /** Offered as a first answer: what the row before this one in the list has. */
  likePrevious: z.boolean().optional(),
  /** The smallest and largest answer that can be meant: a number in the unit (euro for an amount), a day for a date or a period. What lies
   * outside is a slip of the pen and is refused where it is typed. */
  min: z.union([z.number(), IsoDate]).optional(),
  max: z.union([z.number(), IsoDate]).optional(),
  /** FEEL, a day: as `min` and `max`, but resting on other answers or on today, so it is told at the question and not refused. */
  notBefore: Formula.optional(),
  notAfter: Formula.optional(),
  /** FEEL. Of a postcode or KvK number: when this holds, the form of another country is right. Without it only the Dutch form is. */
  abroad: Feel.optional(),
  /** Questions that look like this one and yet ask something else, each with what makes the difference. */
  differsFrom: z
    .array(z.strictObject({ id: Id, why: z.string().min(10) }))
    .min(1)
    .optional(),
  /** Other words in a case: the first that holds. */
  wording: wordingOf({ label: Text.optional(), hint: Text.optional() }),
  /** Of a text: a regular expression that the whole of it must match. */
  pattern: Pattern.optional(),
  /** Of several ticks: at least and at most so many. */
  minTicked: z.number().int().min(1).optional(),
  maxTicked: z.number().int().min(1).optional(),
  /** Said where the answer is refused by pattern, min, max, minTicked or maxTicked. */
  message: Text.optional(),
  ...span,
  local: Local.optional(),
  /** Who mostly knows the answer: an id of `respondents`. Without it the one of the topic. */
  knownBy: ShortId.optional(),
  note: z.string().optional(),
  ...sourced,
})
export type Question = z.infer<typeof Question>

/** rules/base/questions/<topic>.yaml */
export const QuestionsFile = z.strictObject({ schema: SCHEMA_VERSION, questions: z.array(Question) })
