import { z } from 'zod'

/** The JSON of `assess --json`: a contract with its consumers. Properties may be added, never renamed or removed. */
const Verdict = z.enum(['needed', 'notNeeded', 'open', 'ask', 'notAllowed'])
const Cents = z.int()
const OrNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])
const Day = z.iso.date()
const Count = z.int().nonnegative()

const LicenceResult = z.strictObject({
  id: z.string(),
  verdict: Verdict,
  duty: z.enum(['permit', 'notification', 'information', 'elsewhere', 'none']),
  via: OrNull(z.string()),
  channel: z.string(),
  /** For how long it is granted, in words; null: the rules do not say. */
  validity: OrNull(z.string()),
  unverified: z.boolean(),
  because: z.array(z.string()),
  ask: z.array(z.string()),
})

const FeeLine = z.strictObject({
  id: z.string(),
  licence: z.string(),
  label: z.string(),
  /** `ifRefused`: owed when the licence is refused, and not part of any total. */
  kind: z.enum(['once', 'yearly', 'elsewhere', 'ifRefused']),
  cents: OrNull(Cents),
  formula: z.string(),
  /** What to know about it, in words: to whom it applies, when it is not due. */
  note: OrNull(z.string()),
  /** When it is to be paid, in words. */
  due: OrNull(z.string()),
  source: OrNull(z.string()),
  unverified: z.boolean(),
  stale: z.boolean(),
})

const Hours = z.strictObject({
  place: z.string(),
  night: z.string(),
  season: z.string(),
  asked: z.strictObject({ open: z.string(), close: z.string() }),
  allowed: OrNull(
    z.strictObject({
      open: OrNull(z.string()),
      close: OrNull(z.string()),
      /** When the last guests may enter; when serving ends. */
      admission: OrNull(z.string()),
      lastServing: OrNull(z.string()),
    }),
  ),
  verdict: z.enum(['ok', 'tooLate', 'tooEarly', 'unknown']),
  unverified: z.boolean(),
})

/** Nights with other hours, and what would apply otherwise on the first of them. */
const EventHours = z.strictObject({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  from: Day,
  until: Day,
  nights: z.array(z.string()),
  allowed: z.strictObject({ open: OrNull(z.string()), close: OrNull(z.string()) }),
  instead: OrNull(z.strictObject({ open: OrNull(z.string()), close: OrNull(z.string()) })),
  source: OrNull(z.string()),
  unverified: z.boolean(),
})

/** Whether the address lies in a named area; `open` while that is unknown. `chosen`: its rules are the ones in use. */
const AreaResult = z.strictObject({
  id: z.string(),
  name: z.string(),
  state: z.enum(['inside', 'outside', 'open']),
  chosen: z.boolean(),
})

const CheckResult = z.strictObject({
  id: z.string(),
  severity: z.enum(['block', 'warn', 'info']),
  licences: z.array(z.string()),
  row: OrNull(z.string()),
  message: z.string(),
  advice: OrNull(z.string()),
  unverified: z.boolean(),
})

const DocumentResult = z.strictObject({
  id: z.string(),
  licences: z.array(z.string()),
  row: OrNull(z.string()),
  name: z.string(),
  mustShow: z.array(z.string()),
  /** File types, such as pdf; empty when any will do. */
  accepted: z.array(z.string()),
  signedBy: OrNull(z.string()),
  maxAgeDays: OrNull(z.number()),
  leadDays: OrNull(z.number()),
  whereToGet: OrNull(z.string()),
  /** Whether only those who have one must attach it; then there may be none. */
  ifAny: z.boolean(),
  state: z.enum(['attached', 'later', 'none', 'missing']),
  unverified: z.boolean(),
})

const AdviceResult = z.strictObject({
  id: z.string(),
  group: z.string(),
  title: z.string(),
  text: z.string(),
  due: OrNull(Day),
  link: OrNull(z.string()),
  source: OrNull(z.string()),
  unverified: z.boolean(),
  core: OrNull(z.int()),
})

export const AssessJson = z.strictObject({
  variant: z.string(),
  lang: z.enum(['nl', 'en']),
  dates: z.strictObject({ today: Day, filing: Day, start: OrNull(Day) }),
  ruleSet: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  stop: OrNull(z.strictObject({ id: z.string(), text: z.string() })),
  licences: z.array(LicenceResult),
  extras: z.array(z.strictObject({ id: z.string(), verdict: Verdict, because: z.array(z.string()) })),
  questions: z.strictObject({ asked: z.array(z.string()), open: z.array(z.string()) }),
  counts: z.strictObject({
    boxes: Count,
    filled: Count,
    notApplicable: Count,
    signature: Count,
    empty: Count,
    authority: Count,
    missing: Count,
    /** Required attachments: attached, promised for later, or missing. */
    documents: Count,
    documentsAttached: Count,
    documentsLater: Count,
    documentsMissing: Count,
    /** Inputs that the applicant gave or still has to give. */
    asked: Count,
    /** Filled boxes beyond the first of each answer. */
    savedBySharing: Count,
    savedByFormula: Count,
    /** Questions of the catalogue that are irrelevant in this case. */
    skipped: Count,
  }),
  fees: z.strictObject({
    lines: z.array(FeeLine),
    totalCents: OrNull(Cents),
    knownCents: Cents,
    yearlyCents: Cents,
    unknown: z.array(z.string()),
  }),
  hours: z.array(Hours),
  eventHours: z.array(EventHours),
  areas: z.array(AreaResult),
  terms: z.array(
    z.strictObject({
      licence: z.string(),
      /** `deadline`: hand in before that day; the others tell how long it takes. */
      kind: z.enum(['decision', 'notice', 'deadline']),
      from: Day,
      until: Day,
      /** The last day if the authority extends its term. */
      extended: OrNull(Day),
      /** The last day on which a notice can be sent for the intended start. */
      latest: OrNull(Day),
      basis: z.string(),
      silence: OrNull(z.string()),
    }),
  ),
  /** The best case, as in `opening`. */
  earliestOpening: OrNull(Day),
  opening: OrNull(
    z.strictObject({
      best: OrNull(Day),
      extended: OrNull(Day),
      delayed: OrNull(Day),
      delays: z.array(
        z.strictObject({ id: z.string(), text: z.string(), basis: z.string(), weeks: OrNull(Count), unverified: z.boolean() }),
      ),
      unknown: z.array(z.string()),
    }),
  ),
  checks: z.array(CheckResult),
  documents: z.array(DocumentResult),
  advice: z.array(AdviceResult),
})
export type AssessJson = z.infer<typeof AssessJson>
