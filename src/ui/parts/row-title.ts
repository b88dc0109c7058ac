import type { DraftView } from '../../draft/session.ts'
import { partyName, say } from '../../engine/print.ts'
import { run } from '../../engine/reader.ts'
import { rowsOf } from '../../machine/pages.ts'
import { answerKey, listKey } from '../../model/answers.ts'
import type { VCollection } from '../../model/variant.ts'
import type { Lang, Words } from '../text.ts'

/** How a row is called on its card: its name, what the list says it is called by, or its number. */
export function rowTitle({ one, answers, variant }: DraftView, row: string, lang: Lang, words: Words): string {
  const ref = answers.rows.get(row)
  const collection = variant.collections.find((each) => each.id === ref?.collection)
  if (!ref || !collection) return row
  if (ref.subject === 'person' || ref.subject === 'company') {
    const name = partyName((cell) => one.memo.get(cell), row)
    return name === row ? `${say(collection.label, lang)}: ${words.list.unnamed}` : name
  }
  const given = collection.title
    ? run(one, (cell) => one.memo.get(cell), collection.title, { row: { kind: 'row', subject: ref.subject, id: row } })
    : null
  if (typeof given === 'string') return optionText(variant, collection, given, lang)
  const number = rowsOf(answers.lists, listKey(ref.collection, ref.parent)).indexOf(row) + 1
  return words.list.numbered(say(collection.label, lang), number)
}

/** A title that is an option id is shown by its label. */
function optionText(variant: DraftView['variant'], collection: VCollection, value: string, lang: Lang): string {
  const asked = variant.questions.find(
    (question) => question.subject === collection.subject && question.options?.some((option) => option.id === value),
  )
  const option = asked?.options?.find((each) => each.id === value)
  return option ? say(option.label, lang) : value
}

/** Roles of a party, as words. */
export function roleLabels({ answers, variant }: DraftView, party: string, lang: Lang): string[] {
  const kinds = rowsOf(answers.lists, listKey('roles', party)).map((role) => answers.values.get(answerKey('role.kind', role)))
  return [...new Set(kinds)].flatMap((kind) => {
    const role = variant.roles.find((each) => each.id === kind)
    return role ? [say(role.label, lang)] : []
  })
}
