import { z } from 'zod'

/** The JSON of `diff --json`. Properties may be added, never renamed or removed. */
const OrNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])

/** `from`: the folder or revision of the rules; null: the current rules. */
const Side = z.strictObject({ id: z.string(), name: z.string(), date: z.iso.date(), from: OrNull(z.string()) })

const Said = z.strictObject({
  /** In the requested language. */
  text: z.string(),
  /** As written in the file. */
  value: z.unknown(),
  source: OrNull(z.string()),
  unverified: z.boolean(),
  stale: z.boolean(),
  layer: z.string(),
  file: z.string(),
  line: z.int(),
})

const Difference = z.strictObject({
  section: z.string(),
  item: z.string(),
  name: z.string(),
  kind: z.enum(['onlyA', 'onlyB', 'changed', 'order']),
  property: OrNull(z.string()),
  a: OrNull(Said),
  b: OrNull(Said),
})

const OutcomeChange = z.strictObject({
  what: z.enum(['stop', 'verdict', 'fee', 'feeTotal', 'feeYearly', 'hours', 'term', 'opening', 'check', 'question', 'document']),
  id: z.string(),
  name: z.string(),
  a: OrNull(z.string()),
  b: OrNull(z.string()),
})

const Count = z.int().nonnegative()
/** Those who pay more, or less, and by how much. */
const Paying = z.strictObject({ businesses: Count, leastCents: Count, mostCents: Count })
const Totals = z.strictObject({ higher: OrNull(Paying), lower: OrNull(Paying) })

/** The same generated businesses under both sides. */
const Population = z.strictObject({
  businesses: Count,
  changed: Count,
  once: Totals,
  yearly: Totals,
  changes: z.array(
    OutcomeChange.extend({
      businesses: Count,
      /** Answers that all of them give, chosen so that few others do. */
      who: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
      /** Whether nobody else gives all these answers. */
      exactly: z.boolean(),
    }),
  ),
})

export const DiffJson = z.strictObject({
  lang: z.enum(['nl', 'en']),
  a: Side,
  b: Side,
  differences: z.array(Difference),
  /** Over the examples and businesses generated from them; null without --from. */
  population: OrNull(Population),
  /** One per answer file of --answers-dir, with --from per example of the town; null without either. */
  outcomes: OrNull(
    z.array(
      z.strictObject({
        file: z.string(),
        /** Answers that are not used under this side. */
        notUsed: z.strictObject({ a: z.array(z.string()), b: z.array(z.string()) }),
        changes: z.array(OutcomeChange),
      }),
    ),
  ),
})
export type DiffJson = z.infer<typeof DiffJson>
