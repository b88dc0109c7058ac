import { z } from 'zod'
import { Feel, Id, SCHEMA_VERSION, ShortId, sourced, span, Text } from './common.ts'

/** One page of the decision tree; it may show several facts. `when` reads only parameters and what earlier steps asked. */
export const Step = z.strictObject({
  id: ShortId,
  /** Number in the domain file, Q1 to Q20: for reference only. */
  number: z.string().optional(),
  title: Text,
  hint: Text.optional(),
  /** Facts of the case, asked on this page in this order; each under its own `when`. */
  ask: z.array(Id).min(1),
  when: Feel.optional(),
  ...sourced,
})

/** "This form is not for you": ends the journey after a step. */
export const Stop = z.strictObject({
  id: ShortId,
  after: ShortId,
  when: Feel,
  text: Text,
  goTo: Text,
  advice: z.array(Id).optional(),
  ...span,
  ...sourced,
})

/** rules/base/tree.yaml */
export const TreeFile = z.strictObject({ schema: SCHEMA_VERSION, steps: z.array(Step).min(1), stops: z.array(Stop) })
