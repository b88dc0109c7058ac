import type { Names, Type } from '../feel/type.ts'
import { kindOf } from './answer-kinds/answer-kinds.ts'
import type { Catalogue } from './catalogue.ts'
import type { Question } from './schema/question.ts'

/** The names that FEEL may use in a rule set, and their types. */
export const namesOf = (catalogue: Catalogue): Names => ({
  facts: new Map(catalogue.questions.map((question) => [question.id, factOf(question)])),
  collections: new Map(catalogue.collections.map(({ id, subject, per }) => [id, { subject, per }])),
  aliases: new Map(catalogue.aliases.map(({ id, subject, one }) => [id, { subject, one: one === true }])),
  parameters: new Map(catalogue.parameters.map((parameter) => [parameter.id, factType(parameter)])),
  verdicts: [...catalogue.licences, ...catalogue.extras].map(({ id }) => id),
  licences: catalogue.licences.map(({ id }) => id),
  documents: catalogue.documents.map(({ id }) => id),
  channels: new Map(
    catalogue.licences.map(({ id }) => {
      const channel = catalogue.channels.find((item) => item.id === id)
      return [id, { kind: channel?.kind ?? 'unknown', login: channel?.login ?? 'none' }]
    }),
  ),
  fees: [],
})

/** Memoised by question, so that towns can be seen to share it. */
function factOf(question: Question): Fact {
  const known = facts.get(question) ?? { subject: question.subject, type: factType(question) }
  facts.set(question, known)
  return known
}
const facts = new WeakMap<Question, Fact>()
interface Fact {
  readonly subject: string
  readonly type: Type
}

/** The FEEL type of an answer to a question, or of a parameter of a town. */
export const factType = ({
  id,
  type,
  options,
}: Pick<Question, 'id' | 'type'> & { readonly options?: readonly { readonly id: string }[] | undefined }): Type =>
  kindOf({ type }).feel({ id, options: options?.map((option) => option.id) ?? [] })
