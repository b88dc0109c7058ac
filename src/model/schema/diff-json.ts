import { z } from 'zod'

/** The JSON of `diff --json`: may grow; nothing in it is renamed or taken away. */
const OrNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])

const Side = z.strictObject({ id: z.string(), name: z.string(), date: z.iso.date() })

const Said = z.strictObject({
  /** In the language asked. */
  text: z.string(),
  /** As it stands in the file. */
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

export const DiffJson = z.strictObject({
  lang: z.enum(['nl', 'en']),
  a: Side,
  b: Side,
  differences: z.array(Difference),
  /** One per answer file of --answers-dir; null without it. */
  outcomes: OrNull(
    z.array(
      z.strictObject({
        file: z.string(),
        /** Answers that have no place under this side. */
        notUsed: z.strictObject({ a: z.array(z.string()), b: z.array(z.string()) }),
        changes: z.array(OutcomeChange),
      }),
    ),
  ),
})
export type DiffJson = z.infer<typeof DiffJson>
