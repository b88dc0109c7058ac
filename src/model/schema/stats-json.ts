import { z } from 'zod'

/** The JSON of `stats --json`. Properties may be added, never renamed or removed. */
const OrNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])

const Statutory = z.strictObject({
  /** Elements of the law that this form, or these forms together, must cover. */
  elements: z.int(),
  covered: z.int(),
  /** Ids of those not covered: `alcoholModelA/A3e`. */
  missing: z.array(z.string()),
  /** Elements that lapsed and are not asked. */
  notAsked: z.array(z.string()),
  /** Boxes that cover an element; all others ask more than the law does. */
  boxes: z.int(),
})

/** Boxes by the strongest reason why they are asked. */
const Evidence = z.strictObject({ statute: z.int(), form: z.int(), practice: z.int(), none: z.int() })

const Form = z.strictObject({
  id: z.string(),
  boxes: z.int(),
  unverified: z.int(),
  facts: z.int(),
  shared: z.int(),
  statutory: Statutory,
  evidence: Evidence,
})

const Overlay = z.strictObject({
  layer: z.string(),
  file: z.string(),
  lines: z.int(),
  entries: z.int(),
  repeated: z.int(),
  share: z.number(),
  at: z.array(z.string()),
})

const Example = z.strictObject({
  title: z.string(),
  variant: z.string(),
  forms: z.int(),
  complete: z.boolean(),
  boxes: z.int(),
  open: z.int(),
  printed: z.int(),
  paper: z.int(),
  inputs: z.int(),
  takenOver: z.int(),
  documents: z.int(),
  signings: z.int(),
  /** Inputs that have to be typed: not taken over, nor a document, nor signing. */
  typed: z.int(),
  /** null without a form to fill in. */
  ofPrinted: OrNull(z.number()),
  ofFilled: OrNull(z.number()),
})

export const StatsJson = z.strictObject({
  variant: z.string(),
  boxes: z.int(),
  fewer: z.number(),
  questions: z.strictObject({
    total: z.int(),
    asked: z.int(),
    derived: z.int(),
    refined: z.int(),
    settled: z.int(),
    prefilled: z.int(),
    shared: z.int(),
  }),
  statutory: Statutory,
  evidence: Evidence,
  forms: z.array(Form),
  fewerIn2007: z.number(),
  /** Every town, district and named area, when no variant was requested. */
  towns: z.array(
    z.strictObject({
      variant: z.string(),
      statutory: Statutory,
      evidence: Evidence,
      forms: z.array(z.strictObject({ id: z.string(), evidence: Evidence })),
    }),
  ),
  /** Per town: answers of the tree until every verdict is settled, over generated businesses. `optimum`: no order of asking has a lower mean. */
  tree: z.record(z.string(), z.strictObject({ median: z.number(), mean: z.number(), max: z.number(), optimum: z.number() })),
  overlays: z.array(Overlay),
  examples: z.array(Example),
  medianRatio: OrNull(z.number()),
  medianOfFilled: OrNull(z.number()),
  note: z.string(),
})
