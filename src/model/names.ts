import type { Names, Type } from '../feel/type.ts'
import type { Catalogue } from './catalogue.ts'
import type { Question } from './schema/question.ts'

/** The names FEEL may use in a rule set, and what they hold. */
export const namesOf = (catalogue: Catalogue): Names => ({
  facts: new Map(catalogue.questions.map((question) => [question.id, { subject: question.subject, type: factType(question) }])),
  collections: new Map(catalogue.collections.map(({ id, subject, per }) => [id, { subject, per }])),
  aliases: new Map(catalogue.aliases.map(({ id, subject, one }) => [id, { subject, one: one === true }])),
  parameters: new Map(catalogue.parameters.map((parameter) => [parameter.id, parameterType(parameter)])),
  verdicts: [...catalogue.licences, ...catalogue.extras].map(({ id }) => id),
  documents: catalogue.documents.map(({ id }) => id),
})

/** What an answer to a question is in FEEL. */
export function factType({ id, type, options }: Pick<Question, 'id' | 'type' | 'options'>): Type {
  const ids = (options ?? []).map((option) => option.id)
  switch (type) {
    case 'yesNo':
      return { kind: 'boolean' }
    case 'choice':
      return { kind: 'string', options: ids, of: id }
    case 'multiChoice':
      return { kind: 'list', of: { kind: 'string', options: ids, of: id } }
    case 'integer':
    case 'number':
    case 'amount':
    case 'area':
      return { kind: 'number' }
    case 'date':
      return { kind: 'date' }
    case 'time':
      return { kind: 'time' }
    case 'period':
      return { kind: 'period' }
    case 'party':
      return { kind: 'row', subject: 'party' }
    case 'text':
    case 'longText':
    case 'houseNumber':
    case 'postcode':
    case 'phone':
    case 'email':
    case 'kvk':
    case 'branch':
    case 'bsn':
    case 'rsin':
    case 'vat':
    case 'payrollTax':
    case 'iban':
    case 'country':
    case 'file':
      return { kind: 'string' }
    default:
      return unreachable(type)
  }
}

function parameterType({ id, type, options }: Catalogue['parameters'][number]): Type {
  switch (type) {
    case 'yesNo':
      return { kind: 'boolean' }
    case 'choice':
      return { kind: 'string', options: options ?? [], of: id }
    case 'number':
    case 'integer':
    case 'amount':
      return { kind: 'number' }
    case 'text':
      return { kind: 'string' }
    case 'date':
    case 'time':
      return { kind: type }
    default:
      return unreachable(type)
  }
}

const unreachable = (value: never): never => {
  throw new Error(`a type nobody thought of: ${String(value)}`)
}
