import { z } from 'zod'
import { Feel, Id, SCHEMA_VERSION, ShortId, sourced, Text } from './common.ts'
import { BoxNumber } from './form.ts'

/** Number of an element as its list counts it: A3a, 6.8.1.d.3. */
export const ElementNumber = z.string().regex(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/, 'expected the number of an element such as A3a')

/** What holds an element on one form: boxes that print facts, that are signed, that an attachment fills, or a drawing with its check list. */
export const Holder = z
  .strictObject({
    form: ShortId,
    boxes: z.array(BoxNumber).min(1),
    /** Facts that these boxes print between them: all that the element wants to know. */
    facts: z.array(Id).min(1).optional(),
    /** The boxes are filled with a pen: a signature, its place or its day. */
    signed: z.literal(true).optional(),
    /** Attachment that fills one of the boxes. */
    document: ShortId.optional(),
    /** The drawing shows it: one box takes the drawing, another has this tick on its check list. */
    drawing: z.strictObject({ document: ShortId, tick: ShortId.optional() }).optional(),
    /** There may be nothing to say: the boxes may stay empty. */
    mayStayEmpty: z.boolean().optional(),
  })
  .refine(
    ({ facts, signed, document, drawing }) => [facts, signed, document, drawing].filter((means) => means !== undefined).length === 1,
    'expected one of facts, signed, document or drawing',
  )

/** One thing that the law wants to know in an application. */
export const StatutoryElement = z.strictObject({
  id: ElementNumber,
  text: Text,
  /** Place in the law, where it differs from that of the list. */
  law: Text.optional(),
  /** Collection or alias: for each of these rows. */
  per: ShortId.optional(),
  /** FEEL, in the row: when the law wants it, beside the `when` of the list. */
  when: Feel.optional(),
  /** Where the forms hold it. */
  heldBy: z.array(Holder).optional(),
  /** Why nobody is asked, for an element that lapsed. */
  notAsked: Text.optional(),
  ...sourced,
})

/** rules/base/elements/<list>.yaml: what one regulation wants to know, as it is counted there. */
export const ElementsFile = z.strictObject({
  schema: SCHEMA_VERSION,
  id: ShortId,
  title: Text,
  law: Text,
  /** A newer text of the law that nobody read. */
  successorNotRead: z.string().min(1).optional(),
  /** Licences whose application must hold these. */
  licences: z.array(ShortId).min(1),
  /** FEEL about the case: for which applications. */
  when: Feel.optional(),
  elements: z.array(StatutoryElement).min(1),
  ...sourced,
})
