import type { RowRef } from '../feel/value.ts'
import type { VCollection } from '../model/variant.ts'
import type { Context, Get } from './cells.ts'
import { say } from './print.ts'
import { run } from './reader.ts'

/** What the list says a row is called by; null when it says nothing or the answer is not there. A title that is an option is told by its label. */
export function titleOfRow(context: Context, get: Get, collection: VCollection, row: RowRef): string | null {
  const title = collection.title ? run(context, get, collection.title, { row }) : null
  if (typeof title !== 'string' || title === '') return null
  const options = context.variant.questions.flatMap((question) => (question.subject === collection.subject ? (question.options ?? []) : []))
  const option = options.find((each) => each.id === title)
  return option ? say(option.label, context.lang) : title
}
