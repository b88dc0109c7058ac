import type { RowRef } from '../../feel/value.ts'
import type { Text } from '../../model/schema/common.ts'
import type { ResolvedCollection, Variant } from '../../model/variant.ts'
import type { Reading } from '../context.ts'
import { localise } from '../forms/format.ts'
import { run } from '../reader.ts'

/** The title its list gives a row; null when the list defines none or the answer is missing. An option is shown by its label. */
export function titleOfRow(reading: Reading, collection: ResolvedCollection, row: RowRef): string | null {
  const title = collection.title ? run(reading, collection.title, { row }) : null
  if (typeof title !== 'string' || title === '') return null
  const option = optionsOf(reading.variant, collection.subject).get(title)
  return option ? localise(option, reading.lang) : title
}

const options = new WeakMap<Variant, Map<string, ReadonlyMap<string, Text>>>()

/** Labels of all options of the questions about this subject, the first one winning for an id that recurs; looked up once per variant. */
function optionsOf(variant: Variant, subject: string): ReadonlyMap<string, Text> {
  const known = options.get(variant) ?? new Map<string, ReadonlyMap<string, Text>>()
  options.set(variant, known)
  const labels =
    known.get(subject) ??
    new Map(
      variant.questions
        .filter((question) => question.subject === subject)
        .flatMap((question) => question.options ?? [])
        .map(({ id, label }) => [id, label] as const)
        .reverse(),
    )
  known.set(subject, labels)
  return labels
}
