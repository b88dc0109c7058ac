import type { Control } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Field } from '../../../machine/pages.ts'
import { inputSchema, type Typed } from '../../../model/answers/input.ts'
import type { AnswerJson } from '../../../model/schema/answer-file.ts'
import { fieldName } from './field-name.ts'
import { isHalf } from './half-typed.ts'

/** What the fields of a page hold, by field name. */
export type Values = Record<string, Typed>
/** The answers they parse to. */
export type PageAnswers = Record<string, AnswerJson | undefined>
export type PageControl = Control<Values, unknown, PageAnswers>

/** The schema of a page: texts in, answers out. An answer file is judged by the same code; a page also requires an answer, unless it is marked as not
 * known yet. */
export const pageSchema = (fields: readonly Field[], waiting: Readonly<Record<string, string>> = {}): z.ZodMiniType<PageAnswers, Values> =>
  z.object(Object.fromEntries(fields.map((field) => [fieldName(field.key), fieldSchema(field, field.key in waiting)])))

function fieldSchema({ key, question, open }: Field, waits: boolean): z.ZodMiniType<AnswerJson | undefined, Typed> {
  const mustBe = !waits && !question.optional && (open || !question.refinedBy)
  // a partly typed date arrives as an empty text
  const whole = z.custom<Typed>(() => !isHalf(fieldName(key)), 'half')
  return z.pipe(whole, inputSchema(question).check(z.refine((answer) => answer !== undefined || !mustBe, 'required')))
}
