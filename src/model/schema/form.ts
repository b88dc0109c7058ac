import { z } from 'zod'
import { Official } from '../official/mapping.ts'
import { AnswerFile } from './answer-file.ts'
import { Feel, Formula, Id, IsoDate, SCHEMA_VERSION, ShortId, sourced, span, Text, TextInCase, wordingOf } from './common.ts'

/** Why a box or section is not applicable: one text, or several, each with a condition; the first that holds is printed. One without a condition is for "there
 * are no rows" or "there is nothing to print". */
const Otherwise = z.union([Text, z.array(TextInCase).min(1)])

/** Our own box numbers, which are stable: AL-001, F01, 6C.3. */
export const BoxNumber = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'expected a box number such as AL-001')

/** Why a box is asked: an article that requires it (or on which the decision depends), municipalities whose forms have it, or practice; `none` when it was seen
 * nowhere. */
export const Evidence = z.union([
  z.literal('none'),
  z
    .strictObject({
      /** The article, as a lawyer would name it. */
      statute: z.string().min(1).optional(),
      /** Municipalities whose forms or pages ask it. */
      form: z.array(z.string().min(1)).min(1).optional(),
      /** Who asks it, or why it is here, when no law or form requires it. */
      practice: z.string().min(1).optional(),
    })
    .refine((evidence) => Object.keys(evidence).length > 0, 'expected statute, form or practice'),
])

/** One numbered field of a paper form. Exactly one of questions, value, document, rows, party or type signature fills it. */
export const Box = z.strictObject({
  nr: BoxNumber,
  /** Number on the official form, if an overlay gives it. */
  official: z.string().optional(),
  label: Text,
  type: z.enum([
    'text',
    'longText',
    'number',
    'amount',
    'date',
    'time',
    'timeRange',
    'choice',
    'multiChoice',
    'yesNo',
    'table',
    'file',
    'signature',
    'signaturePlace',
    'signatureDate',
    'party',
  ]),
  /** Options printed on paper, in their order. */
  options: z.array(z.string()).optional(),
  /** FEEL; false: not applicable. Sees the row of a repeated section. */
  when: Feel.optional(),
  /** Why the box is not applicable. One text: printed when `when` is false (without `when`: when there is nothing to print). */
  otherwise: Otherwise.optional(),
  /** Facts printed here, joined by `join` (default a space), unknown ones make the box open. */
  questions: z.array(Id).min(1).optional(),
  join: z.string().optional(),
  /** FEEL: a computed box. */
  value: Formula.optional(),
  /** Attachment that fills a file box. */
  document: ShortId.optional(),
  /** Table: one printed row per row of this collection or alias. */
  rows: ShortId.optional(),
  /** FEEL in the row of a table: keeps the rows for which it is true. */
  where: Feel.optional(),
  columns: z.array(z.strictObject({ label: Text, value: Formula, print: z.record(z.string(), z.string()).optional() })).optional(),
  /** FEEL: a list of rows. The box is printed once per row, and everything else in it then reads that row. Adjacent boxes with the same list are printed row by
   * row. */
  each: Feel.optional(),
  /** Type party: the parts of these blocks are printed for the row of the section, or for the party that `of` returns. */
  party: z
    .strictObject({
      of: Feel.optional(),
      blocks: z.array(ShortId).min(1),
      /** Parts of a block that this box omits. */
      without: z.array(BoxNumber).optional(),
      /** The party is the applicant or acts as one: parts marked F* then belong to the legal floor. */
      applicant: z.boolean().optional(),
    })
    .optional(),
  /** Printed above the box: the question or chapter that begins here. */
  heading: Text.optional(),
  /** Option id → option on paper; for yesNo the keys are "true" and "false". */
  print: z.record(z.string(), z.string()).optional(),
  optional: z.boolean().optional(),
  forAuthority: z.boolean().optional(),
  /** Number of characters that fit; the rest goes to a continuation sheet. */
  capacity: z.number().int().positive().optional(),
  /** Bibob selection marks of domain/bibob.md: F floor, F* floor in part, L light. */
  bibob: z.enum(['F', 'F*', 'L']).optional(),
  /** Key for the town's software in the files of `split`; unique in the form. */
  key: z
    .string()
    .regex(/^[A-Za-z][\w.:/-]{0,79}$/, 'expected a key such as zaak.terras.oppervlakte')
    .optional(),
  /** More metadata for that software, passed on unchanged. */
  meta: z.record(z.string().regex(/^[A-Za-z][\w.-]{0,39}$/), z.string().max(200)).optional(),
  /** Alternative labels: the first that holds. */
  wording: wordingOf({ label: Text }),
  /** Legal ground of this box, in words for applicants. Without one the law of the form is the ground. */
  basis: Text.optional(),
  /** Why it is asked. Decides whether every town asks it, or only those that opt in. */
  evidence: Evidence.optional(),
  ...span,
  ...sourced,
})

/** What is asked of a kind of party in every box of type party: its parts are printed in that box. */
export const Block = z.strictObject({
  id: ShortId,
  /** FEEL in the party: whether it is of this kind. */
  when: Feel,
  boxes: z.array(Box).min(1),
})

export const Section = z.strictObject({
  id: ShortId,
  title: Text,
  /** Collection or alias: the section repeats per row; `person.*`, `room.*` then read that row. */
  per: ShortId.optional(),
  /** FEEL in the row: keeps the rows for which it is true. */
  where: Feel.optional(),
  /** Licence or extra that this chapter is about: asked only when that one is applied for. */
  act: ShortId.optional(),
  /** Printed as a separate sheet per row. */
  annex: z.boolean().optional(),
  /** FEEL; false makes all its boxes not applicable. */
  when: Feel.optional(),
  otherwise: Otherwise.optional(),
  ...span,
  boxes: z.array(Box).min(1),
})

/** forms/<form>.yaml */
export const FormFile = z.strictObject({
  schema: SCHEMA_VERSION,
  id: ShortId,
  title: Text,
  law: Text,
  addressee: Text,
  /** Text above the signature, and what false statements lead to. */
  declaration: Text,
  falseStatements: Text,
  /** Alternative wordings: the first that holds. */
  wording: wordingOf({ title: Text.optional(), addressee: Text.optional(), declaration: Text.optional() }),
  confidential: z.boolean().optional(),
  /** The form of the base that this one replaces, for every licence that has it. */
  replaces: ShortId.optional(),
  /** Of a replacing form: boxes of the original that it omits on purpose. */
  without: z.array(BoxNumber).min(1).optional(),
  /** Sections of other forms that are included here too, at the end or after a section of its own. */
  shares: z
    .array(z.strictObject({ form: ShortId, section: ShortId, after: ShortId.optional() }))
    .min(1)
    .optional(),
  blocks: z.array(Block).optional(),
  sections: z.array(Section).min(1),
  /** What is still missing from the paper form, stated on the form itself. */
  incomplete: Text.optional(),
  /** A fillable PDF that is used instead of our layout. */
  official: Official.optional(),
  ...sourced,
})

/** What an example expects; every part is optional, what is given must match exactly. */
export const Expectation = z.strictObject({
  licences: z.record(z.string(), z.string()).optional(),
  extras: z.record(z.string(), z.string()).optional(),
  stop: z.union([z.string(), z.null()]).optional(),
  /** Cents. */
  fees: z
    .strictObject({
      totalCents: z.union([z.number().int(), z.null()]),
      knownCents: z.number().int(),
      yearlyCents: z.number().int(),
      unknown: z.array(z.string()),
    })
    .partial()
    .optional(),
  /** Forms that are filled in, in any order. */
  forms: z.array(z.string()).optional(),
  /** Licence → for how long it is granted, in words. */
  validity: z.record(z.string(), z.string()).optional(),
  /** Advice that must be shown. */
  advice: z.array(z.string()).optional(),
  /** Licence → how it is handed in. */
  channels: z.record(z.string(), z.string()).optional(),
  /** Fee → cents; null: unknown. A fee that is not levied has no line. */
  feeLines: z.record(z.string(), z.union([z.number().int(), z.null()])).optional(),
  hours: z.record(z.string(), z.string()).optional(),
  /** `inside/fri` → what is allowed: opens, closes, and where a town limits them, until when guests are admitted and served. */
  allowed: z
    .record(
      z.string(),
      z
        .strictObject({
          open: z.union([z.string(), z.null()]),
          close: z.union([z.string(), z.null()]),
          admission: z.union([z.string(), z.null()]),
          lastServing: z.union([z.string(), z.null()]),
        })
        .partial(),
    )
    .optional(),
  /** Hours window of an event → until when it allows the business to be open. */
  eventHours: z.record(z.string(), z.union([z.string(), z.null()])).optional(),
  /** Named area → inside, outside or open. */
  areas: z.record(z.string(), z.string()).optional(),
  /** Ids that must fire, and ids that must not. */
  checks: z.array(z.string()).optional(),
  noChecks: z.array(z.string()).optional(),
  documents: z.array(z.string()).optional(),
  asked: z.array(z.string()).optional(),
  notAsked: z.array(z.string()).optional(),
  missing: z.number().int().optional(),
  counts: z.record(z.string(), z.number().int()).optional(),
  /** `id` or `id@row` → printed text of a box. */
  boxes: z.record(z.string(), z.string()).optional(),
})

/** …/examples/<name>.yaml */
export const ExampleFile = z.strictObject({
  ...AnswerFile.shape,
  title: z.string(),
  /** Fixes today, so that the example stays valid. */
  today: IsoDate,
  expect: Expectation,
})
