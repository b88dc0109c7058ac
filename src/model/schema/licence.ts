import { z } from 'zod'
import {
  Feel,
  Formula,
  Icon,
  Id,
  IsoDate,
  Local,
  SCHEMA_VERSION,
  ShortId,
  sourced,
  span,
  Text,
  TextInCase,
  WebAddress,
  wordingOf,
} from './common.ts'

export const VerdictKind = z.enum(['needed', 'notNeeded', 'ask', 'notAllowed'])
export const Duty = z.enum(['permit', 'notification', 'information', 'elsewhere', 'none'])
export type Duty = z.infer<typeof Duty>

/** The first rule that holds decides. A rule that cannot be decided yet keeps the verdict open, unless all possible outcomes agree. */
export const VerdictRule = z.strictObject({
  id: ShortId,
  when: Feel,
  /** Reads answers that are given after the tree: it decides once they are there, and until then leaves the verdict to the other rules. */
  refines: z.boolean().optional(),
  verdict: VerdictKind,
  duty: Duty.optional(),
  /** The other licence that includes this one. */
  via: ShortId.optional(),
  because: Text,
  ...span,
  ...sourced,
})

/** The only rule of a licence that a town removed. */
export const NOT_HERE: z.infer<typeof VerdictRule> = {
  id: 'notHere',
  when: true,
  verdict: 'notNeeded',
  because: { nl: 'Deze vergunning is er niet in deze gemeente.', en: 'This municipality does not have this licence.' },
}

/** What it means when the authority exceeds the term: one text, or the first whose condition holds. While a condition is unknown, for instance because nobody
 * has read the town's by-law, the text without a condition applies. */
const Silence = z.union([Text, z.array(TextInCase).min(1)])

/** How long it takes. `decision`: from filing. `notice`: days before the start. `deadline`: hand in within this long after the start; nothing waits for it.
 * Values are FEEL, often a parameter of the town. */
export const Term = z.strictObject({
  kind: z.enum(['decision', 'notice', 'deadline']),
  when: Feel.optional(),
  /** For a licence that is usually a permit: applies to a mere notification as well. */
  notified: z.boolean().optional(),
  weeks: Formula.optional(),
  days: Formula.optional(),
  /** For terms that the law counts in months: to the same day this many months later. */
  months: Formula.optional(),
  extensionWeeks: Formula.optional(),
  silence: Silence.optional(),
  basis: Text,
  ...sourced,
})

/** How one form of a licence is handed in; what is omitted is as for the licence. */
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
  /** The form to fill in when the licence is needed; several licences may share one. */
  form: ShortId.optional(),
  /** Alternative forms; the first that holds, else `form`. */
  forms: z
    .array(
      z.strictObject({
        when: Feel,
        form: ShortId,
        /** The heading above it; by default the title of the form. */
        title: Text.optional(),
        /** Its case type in the system of the town. */
        caseType: z.string().min(1).optional(),
        /** How it is handed in, where that differs from the licence. */
        channel: FormChannel.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Its case type in the system of the town. */
  caseType: z.string().min(1).optional(),
  /** For how long it is granted: the first that holds. Either a number of years, or until the same day for everybody. Neither: indefinitely. */
  validity: z
    .array(
      z.strictObject({ when: Feel.optional(), years: z.number().int().min(1).max(99).optional(), until: IsoDate.optional(), ...sourced }),
    )
    .min(1)
    .optional(),
  /** Licences to apply for first, where they are needed too. */
  after: z.array(ShortId).min(1).optional(),
  /** A regulation prescribes the form: the status `adopted` is not possible. */
  prescribedForm: z.boolean().optional(),
  /** Facts that belong to it, by their id or a prefix of it: other forms, documents and fees read them only when this licence is needed. */
  owns: z.array(z.string()).optional(),
  rules: z.array(VerdictRule).min(1),
  terms: z.array(Term).optional(),
  local: Local.optional(),
  ...sourced,
})

/** Related licences beyond the seven: shown beside them, without a form of ours. */
export const Extra = z.strictObject({ id: ShortId, name: Text, law: Text.optional(), rules: z.array(VerdictRule).min(1), ...sourced })

/** What may suspend the term of a decision. Without `weeks` the duration is open. `from` and `until` are days, as FEEL: between them, both exclusive, the term
 * was suspended (Awb 4:15); until both are known it only may be. */
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
  /** Position in the short core list of eighteen. */
  core: z.number().int().optional(),
  /** Alternative wordings: the first that holds. */
  wording: wordingOf({ title: Text.optional(), text: Text.optional() }),
  ...span,
  ...sourced,
})
/** rules/base/advice.yaml */
export const AdviceFile = z.strictObject({ schema: SCHEMA_VERSION, advice: z.array(AdviceItem) })

export const Check = z.strictObject({
  id: Id,
  severity: z.enum(['block', 'warn', 'info']),
  /** The only licences that a block stops. Empty: it concerns the plan as a whole. */
  licences: z.array(ShortId),
  /** Evaluated once per row of this collection or alias. */
  per: ShortId.optional(),
  when: Feel,
  message: Text,
  /** What to do about it. */
  advice: Text.optional(),
  /** Of a block: it can be resolved by another person, day, number or paper in the application. Otherwise it repeats a verdict. */
  mendable: z.boolean().optional(),
  /** The tree step under whose answer it appears at once. */
  step: ShortId.optional(),
  /** Alternative wordings: the first that holds. */
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
  /** FEEL: while it holds, only those who have one attach it, and the applicant may say that there is none. */
  ifAny: Feel.optional(),
  /** For a licence that is usually a permit: attached to a mere notification as well. */
  notified: z.boolean().optional(),
  mustShow: z.array(Text),
  accepted: z.array(z.string()).optional(),
  /** FEEL, maximum age in days on the filing date. */
  maxAgeDays: Formula.optional(),
  signedBy: Text.optional(),
  whereToGet: Text.optional(),
  /** Days it usually takes to get. */
  leadDays: z.number().int().optional(),
  /** How many copies to attach. */
  copies: z.number().int().min(1).max(20).optional(),
  /** Of a drawing: `1:100`; several when any of them will do. */
  scale: z
    .array(z.string().regex(/^1:\d{1,5}$/, 'expected a scale as 1:100'))
    .min(1)
    .optional(),
  /** Alternative wordings: the first that holds. */
  wording: wordingOf({ name: Text.optional(), mustShow: z.array(Text).optional(), signedBy: Text.optional(), whereToGet: Text.optional() }),
  ...span,
  ...sourced,
})
/** rules/base/documents.yaml */
export const DocumentsFile = z.strictObject({ schema: SCHEMA_VERSION, documents: z.array(DocumentItem) })
