import type { DraftView } from '../../draft/session.ts'
import { partyName, say } from '../../engine/print.ts'
import { titleOfRow } from '../../engine/row-title.ts'
import { rowsOf } from '../../machine/pages.ts'
import { answerKey, listKey } from '../../model/answers.ts'
import type { Lang, Words } from '../text.ts'

/** How a row is called on its card: its name, what the list says it is called by, or its number. */
export function rowTitle({ one, answers, variant }: DraftView, row: string, lang: Lang, words: Words): string {
  const ref = answers.rows.get(row)
  const collection = variant.collections.find((each) => each.id === ref?.collection)
  if (!ref || !collection) return row
  if (ref.subject === 'person' || ref.subject === 'company') {
    const name = partyName((cell) => one.memo.get(cell), row)
    return name === row ? `${say(collection.one, lang)}: ${words.list.unnamed}` : name
  }
  const given = titleOfRow({ ...one, lang }, (cell) => one.memo.get(cell), collection, { kind: 'row', subject: ref.subject, id: row })
  if (given !== null) return given
  const number = rowsOf(answers.lists, listKey(ref.collection, ref.parent)).indexOf(row) + 1
  return words.list.numbered(say(collection.one, lang), number)
}

/** Roles of a party, as words. */
export function roleLabels({ answers, variant }: DraftView, party: string, lang: Lang): string[] {
  const kinds = rowsOf(answers.lists, listKey('roles', party)).map((role) => answers.values.get(answerKey('role.kind', role)))
  return [...new Set(kinds)].flatMap((kind) => {
    const role = variant.roles.find((each) => each.id === kind)
    return role ? [say(role.label, lang)] : []
  })
}
