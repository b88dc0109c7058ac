import { z } from 'zod'
import { Id, sourced } from '../schema/common.ts'

/** Fully qualified name of a field in the PDF. */
export const FieldName = z.string().min(1).max(300)

/** One field. By default it gets the text that the box prints. */
const Field = z.strictObject({
  field: FieldName,
  /** Choices in a dropdown or a group of radio buttons: answered option (`true` and `false` for yes and no, or the text that the box prints) → its name in the
   * PDF. */
  values: z.record(z.string(), z.string()).optional(),
  /** Only letters and digits: a date as 31012026, a postcode without its space. For a comb field. */
  compact: z.boolean().optional(),
})
/** A check box for each option; null: it has none. */
const Ticks = z.strictObject({ ticks: z.record(z.string(), z.union([FieldName, z.null()])) })
/** A date in three fields. */
const DateParts = z.strictObject({ day: FieldName, month: FieldName, year: FieldName })
/** A text that continues from one field to the next. */
const Lines = z.strictObject({ lines: z.array(FieldName).min(2) })
const Simple = z.union([FieldName, Field, Ticks, DateParts, Lines])
/** A separate field for each question of a box. */
const Questions = z.strictObject({ questions: z.record(Id, Simple) })
/** A table: for each row of the PDF its fields, one per column. */
const Rows = z.strictObject({ rows: z.array(z.array(FieldName).min(1)).min(1) })
const Target = z.union([FieldName, Field, Ticks, DateParts, Lines, Questions, Rows])
export type Target = z.infer<typeof Target>
export type SimpleTarget = z.infer<typeof Simple>

const Nr = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'expected a box number such as AL-001')
const Reason = z.string().min(3).max(300)

/** A fillable PDF that replaces our layout of a form. */
export const Official = z.strictObject({
  /** Name of the PDF, beside the file that names it, or in the folder of the town. */
  file: z.string().min(1),
  /** Box → where its answer goes; for a box that is repeated per row a list, one for each row that the PDF has room for. */
  fields: z.record(Nr, z.union([Target, z.array(Target).min(1)])),
  /** Boxes that the PDF lacks, by number or a whole section by its id, each with the reason: they are printed in our layout after its pages. */
  without: z.record(Nr, Reason).optional(),
  /** Fields of the PDF that stay empty, each with the reason: the signature, or what the office fills in. */
  left: z.record(FieldName, Reason).optional(),
  ...sourced,
})
export type Official = z.infer<typeof Official>

/** The fields of a target, and how each is filled. */
export function fieldsIn(target: Target): { readonly name: string; readonly as: 'text' | 'choice' | 'tick' | 'any' }[] {
  const text = (name: string) => ({ name, as: 'text' as const })
  if (typeof target === 'string') return [{ name: target, as: 'any' }]
  if ('field' in target) return [{ name: target.field, as: target.values ? 'choice' : target.compact ? 'text' : 'any' }]
  if ('ticks' in target) return Object.values(target.ticks).flatMap((name) => (name === null ? [] : [{ name, as: 'tick' as const }]))
  if ('day' in target) return [target.day, target.month, target.year].map(text)
  if ('lines' in target) return target.lines.map(text)
  if ('questions' in target) return Object.values(target.questions).flatMap(fieldsIn)
  return target.rows.flatMap((row) => row.map(text))
}

/** Targets of a box: one for each time that it is printed. */
export const targetsOf = (fields: Target | readonly Target[] | undefined): readonly Target[] =>
  fields === undefined ? [] : Array.isArray(fields) ? (fields as readonly Target[]) : [fields as Target]
