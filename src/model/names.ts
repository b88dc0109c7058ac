import type { Names, Type } from '../feel/type.ts'
import { kindOf } from './answer-kinds/answer-kinds.ts'
import type { Catalogue } from './catalogue.ts'
import type { Question } from './schema/question.ts'

/** The names FEEL may use in a rule set, and what they hold. */
export const namesOf = (catalogue: Catalogue): Names => ({
  facts: new Map(catalogue.questions.map((question) => [question.id, { subject: question.subject, type: factType(question) }])),
  collections: new Map(catalogue.collections.map(({ id, subject, per }) => [id, { subject, per }])),
  aliases: new Map(catalogue.aliases.map(({ id, subject, one }) => [id, { subject, one: one === true }])),
  parameters: new Map(catalogue.parameters.map((parameter) => [parameter.id, factType(parameter)])),
  verdicts: [...catalogue.licences, ...catalogue.extras].map(({ id }) => id),
  licences: catalogue.licences.map(({ id }) => id),
  documents: catalogue.documents.map(({ id }) => id),
})

/** What an answer to a question, or a value of a town, is in FEEL. */
export const factType = ({
  id,
  type,
  options,
}: Pick<Question, 'id' | 'type'> & { readonly options?: readonly { readonly id: string }[] | undefined }): Type =>
  kindOf({ type }).feel({ id, options: options?.map((option) => option.id) ?? [] })
