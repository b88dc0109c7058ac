import { z } from 'zod'
import { Feel, Id, SCHEMA_VERSION, ShortId, sourced, Text } from './common.ts'
import { BoxNumber } from './form.ts'

/** Number of an element in its list: A3a, 6.8.1.d.3. */
export const ElementNumber = z.string().regex(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/, 'expected the number of an element such as A3a')

/** What covers an element on one form: boxes that print facts, that are signed, that an attachment fills, or a drawing with its checklist. */
export const Holder = z
  .strictObject({
    form: ShortId,
    boxes: z.array(BoxNumber).min(1),
    /** Facts that these boxes print together: all that the element requires. */
    facts: z.array(Id).min(1).optional(),
    /** The boxes are filled in by hand: a signature, its place or its day. */
    signed: z.literal(true).optional(),
    /** The attachment that fills one of the boxes. */
    document: ShortId.optional(),
    /** The drawing shows it: one box takes the drawing, another has this item on its checklist. */
    drawing: z.strictObject({ document: ShortId, tick: ShortId.optional() }).optional(),
    /** The boxes may stay empty, as there may be nothing to state. */
    mayStayEmpty: z.boolean().optional(),
  })
  .refine(
    ({ facts, signed, document, drawing }) => [facts, signed, document, drawing].filter((means) => means !== undefined).length === 1,
    'expected one of facts, signed, document or drawing',
  )

/** One thing that the law requires in an application. */
export const StatutoryElement = z.strictObject({
  id: ElementNumber,
  text: Text,
  /** Its place in the law, where that differs from the place of the list. */
  law: Text.optional(),
  /** Collection or alias: required for each of these rows. */
  per: ShortId.optional(),
  /** FEEL, in the row: when the law requires it, in addition to the `when` of the list. */
  when: Feel.optional(),
  /** Where the forms ask it. */
  heldBy: z.array(Holder).optional(),
  /** Why it is not asked, for an element that lapsed. */
  notAsked: Text.optional(),
  ...sourced,
})

/** rules/base/elements/<list>.yaml: what one regulation requires, numbered as in the regulation. */
export const ElementsFile = z.strictObject({
  schema: SCHEMA_VERSION,
  id: ShortId,
  title: Text,
  law: Text,
  /** A newer version of the law that nobody has read yet. */
  successorNotRead: z.string().min(1).optional(),
  /** Licences whose application must contain these elements. */
  licences: z.array(ShortId).min(1),
  /** FEEL about the case: for which applications. */
  when: Feel.optional(),
  elements: z.array(StatutoryElement).min(1),
  ...sourced,
})
