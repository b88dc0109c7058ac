import { z } from 'zod'
import { Feel, Formula, Icon, Id, IsoDate, Local, SCHEMA_VERSION, ShortId, sourced, span, Text, WebAddress, wordingOf } from './common.ts'

export const VerdictKind = z.enum(['needed', 'notNeeded', 'ask', 'notAllowed'])
export const Duty = z.enum(['permit', 'notification', 'information', 'elsewhere', 'none'])
export type Duty = z.infer<typeof Duty>

/** First rule that holds decides. A rule that cannot be decided yet keeps the verdict open, unless all that may follow agree. */
export const VerdictRule = z.strictObject({
  id: ShortId,
  when: Feel,
  /** Reads answers that are given after the tree: it decides once they are there and leaves the verdict to the other rules until then. */
  refines: z.boolean().optional(),
  verdict: VerdictKind,
  duty: Duty.optional(),
  /** The other licence this one is part of. */
  via: ShortId.optional(),
  because: Text,
  ...span,
  ...sourced,
})

/** The one rule of a licence that a town took away. */
export const NOT_HERE: z.infer<typeof VerdictRule> = {
  id: 'notHere',
  when: true,
  verdict: 'notNeeded',
  because: { nl: 'Deze vergunning is er niet in deze gemeente.', en: 'This municipality does not have this licence.' },
}

/** What it means when the authority lets the term pass: one text, or the first whose condition holds. While a condition is not known, as where nobody
 * read the by-law of the town, the text without one is said. */
const Silence = z.union([Text, z.array(z.strictObject({ when: Feel.optional(), nl: z.string().min(1), en: z.string().min(1) })).min(1)])

/** How long it takes. `decision`: from filing. `notice`: days before the start. `deadline`: hand in within so long after the start; nothing waits for it. Values are FEEL, often a parameter of the town. */
export const Term = z.strictObject({
  kind: z.enum(['decision', 'notice', 'deadline']),
  when: Feel.optional(),
  /** Of a licence that is usually a permit: a mere notification is waited for too. */
  notified: z.boolean().optional(),
  weeks: Formula.optional(),
  days: Formula.optional(),
  /** As the law counts some terms: to the same day so many months later. */
  months: Formula.optional(),
  extensionWeeks: Formula.optional(),
  silence: Silence.optional(),
  basis: Text,
  ...sourced,
})

/** How one form of a licence is handed in: what is not said here is as for the licence. */
const FormChannel = z
  .strictObject({
    kind: z.enum(['webform', 'omgevingsloket', 'counter', 'post', 'email', 'unknown']),
    address: z.string(),
    department: z.string(),
    note: Text,
  })
  .partial()

export const Licence = z.strictObject({
  id: ShortId,
  name: Text,
  icon: Icon.optional(),
  law: Text,
  authority: Text,
  duty: Duty,
  /** Form to fill when it is needed; several licences may share one. */
  form: ShortId.optional(),
  /** Another form in a case; the first that holds, else `form`. */
  forms: z
    .array(
      z.strictObject({
        when: Feel,
        form: ShortId,
        /** What stands above it; without it the title of the form. */
        title: Text.optional(),
        /** How it is called in the system of the town. */
        caseType: z.string().min(1).optional(),
        /** How it is handed in, where that differs from the licence. */
        channel: FormChannel.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** What it is called in the system of the town. */
  caseType: z.string().min(1).optional(),
  /** For how long it is given: the first that holds. So many years, or for all until the same day. Neither: without an end. */
  validity: z
    .array(
      z.strictObject({ when: Feel.optional(), years: z.number().int().min(1).max(99).optional(), until: IsoDate.optional(), ...sourced }),
    )
    .min(1)
    .optional(),
  /** Licences that are asked first, where they are needed too. */
  after: z.array(ShortId).min(1).optional(),
  /** A regulation prescribes the form: the status `adopted` is not possible. */
  prescribedForm: z.boolean().optional(),
  /** Facts that belong to it, by their id or the beginning of it: other forms, documents and fees read them under its verdict only. */
  owns: z.array(z.string()).optional(),
  rules: z.array(VerdictRule).min(1),
  terms: z.array(Term).optional(),
  local: Local.optional(),
  ...sourced,
})

/** Neighbours of the seven: shown beside them, without a form of ours. */
export const Extra = z.strictObject({ id: ShortId, name: Text, law: Text.optional(), rules: z.array(VerdictRule).min(1), ...sourced })

/** What may stop the clock of a decision. Without `weeks` it takes as long as it takes. `from` and `until` are days, as FEEL: between them, both not
 * counted, the clock has stood still (Awb 4:15); until both are known it only may. */
export const Delay = z.strictObject({
  id: ShortId,
  licences: z.array(ShortId).min(1),
  when: Feel.optional(),
  weeks: Formula.optional(),
  from: Feel.optional(),
  until: Feel.optional(),
  text: Text,
  basis: Text,
  ...sourced,
})

/** rules/base/licences.yaml */
export const LicencesFile = z.strictObject({
  schema: SCHEMA_VERSION,
  licences: z.array(Licence),
  extras: z.array(Extra),
  delays: z.array(Delay).optional(),
})

export const AdviceItem = z.strictObject({
  id: Id,
  group: z.enum(['register', 'food', 'music', 'staff', 'premises', 'privacy']),
  title: Text,
  text: Text,
  when: Feel.optional(),
  /** Days from the anchor; negative is before. `fixed` is a calendar day. */
  due: z
    .union([z.strictObject({ anchor: z.enum(['startDate', 'filingDate']), days: z.number().int() }), z.strictObject({ fixed: IsoDate })])
    .optional(),
  link: WebAddress.optional(),
  /** Place in the short core list of eighteen. */
  core: z.number().int().optional(),
  /** Other words in a case: the first that holds. */
  wording: wordingOf({ title: Text.optional(), text: Text.optional() }),
  ...span,
  ...sourced,
})
/** rules/base/advice.yaml */
export const AdviceFile = z.strictObject({ schema: SCHEMA_VERSION, advice: z.array(AdviceItem) })

export const Check = z.strictObject({
  id: Id,
  severity: z.enum(['block', 'warn', 'info']),
  /** A block stops these licences only. Empty: says something about the plan as a whole. */
  licences: z.array(ShortId),
  /** Evaluated once per row of this collection or alias. */
  per: ShortId.optional(),
  when: Feel,
  message: Text,
  /** What to do about it. */
  advice: Text.optional(),
  /** Of a block: another person, day, number or paper in the application takes it away. Otherwise it repeats a verdict. */
  mendable: z.boolean().optional(),
  /** Tree step under whose answer it appears at once. */
  step: ShortId.optional(),
  /** Other words in a case: the first that holds. */
  wording: wordingOf({ message: Text.optional(), advice: Text.optional() }),
  ...span,
  ...sourced,
})
/** rules/base/checks.yaml */
export const ChecksFile = z.strictObject({ schema: SCHEMA_VERSION, checks: z.array(Check) })

export const DocumentItem = z.strictObject({
  id: ShortId,
  name: Text,
  licences: z.array(ShortId).min(1),
  per: ShortId.optional(),
  when: Feel.optional(),
  /** FEEL: while it holds, only who has one sends it, and the applicant may say that there is none. */
  ifAny: Feel.optional(),
  /** Of a licence that is usually a permit: it goes along with a mere notification too. */
  notified: z.boolean().optional(),
  mustShow: z.array(Text),
  accepted: z.array(z.string()).optional(),
  /** FEEL, days on the filing date. */
  maxAgeDays: Formula.optional(),
  signedBy: Text.optional(),
  whereToGet: Text.optional(),
  /** Days it usually takes to get. */
  leadDays: z.number().int().optional(),
  /** How many of it go along. */
  copies: z.number().int().min(1).max(20).optional(),
  /** Of a drawing: `1:100`; more than one where either will do. */
  scale: z
    .array(z.string().regex(/^1:\d{1,5}$/, 'expected a scale as 1:100'))
    .min(1)
    .optional(),
  /** Other words in a case: the first that holds. */
  wording: wordingOf({ name: Text.optional(), mustShow: z.array(Text).optional(), signedBy: Text.optional(), whereToGet: Text.optional() }),
  ...span,
  ...sourced,
})
/** rules/base/documents.yaml */
export const DocumentsFile = z.strictObject({ schema: SCHEMA_VERSION, documents: z.array(DocumentItem) })
