import * as z from 'zod/mini'

/** How a question was worded, in Dutch, when it was answered: whoever reads other words now may want to answer differently. */
export const Wording = z.strictObject({
  label: z.string(),
  hint: z.string(),
  unit: z.string(),
  options: z.record(z.string(), z.string()),
})
export type Wording = z.infer<typeof Wording>

/** What newer rules did to a draft. Shown until the applicant has seen it. */
export const Receipt = z.strictObject({
  /** Versions of the rule sets; `from` is empty when the answers came from a file, which names none. */
  from: z.string(),
  to: z.string(),
  /** ISO timestamp. */
  at: z.string(),
  kept: z.number(),
  /** Answers that are kept although their question is worded differently now; `key` is `fact` or `fact@row`. */
  recheck: z.array(z.strictObject({ key: z.string(), was: Wording })),
  /** Answers without a place: path in the file, label of the question if known, and what was answered. */
  parked: z.array(z.strictObject({ what: z.string(), label: z.nullable(z.string()), value: z.unknown(), said: z.string() })),
})
export type Receipt = z.infer<typeof Receipt>
