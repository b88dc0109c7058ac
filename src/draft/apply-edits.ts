import type { Edit } from '../engine/case.ts'
import { type AnswerRowRef, type Answers, answerKey, listKey } from '../model/answers/answers.ts'

/** The answers after these edits: the same that `edit` of the engine does to a case, on the plain maps that are saved.
 * A removed row leaves its list and keeps its answers, so that taking it back loses nothing. */
export function applyEdits(before: Answers, edits: readonly Edit[]): Answers {
  const values = new Map(before.values)
  const rows = new Map<string, AnswerRowRef>(before.rows)
  const lists = new Map(before.lists)
  const complete = new Set(before.complete)
  const leftEmpty = new Set(before.leftEmpty)
  const attachments = new Map(before.attachments)
  for (const one of edits) {
    switch (one.kind) {
      case 'answer': {
        const key = answerKey(one.fact, one.row ?? null)
        if (one.value === undefined) values.delete(key)
        else values.set(key, one.value)
        break
      }
      case 'addRow': {
        const key = listKey(one.collection, one.parent ?? null)
        const ids = lists.get(key) ?? []
        if (!ids.includes(one.id)) lists.set(key, ids.toSpliced(one.at ?? ids.length, 0, one.id))
        rows.set(one.id, { id: one.id, subject: one.subject, collection: one.collection, parent: one.parent ?? null })
        break
      }
      case 'removeRow': {
        const key = listKey(one.collection, one.parent ?? null)
        lists.set(
          key,
          (lists.get(key) ?? []).filter((id) => id !== one.id),
        )
        break
      }
      case 'complete': {
        const key = listKey(one.collection, one.parent ?? null)
        if (one.complete) complete.add(key)
        else complete.delete(key)
        break
      }
      case 'leftEmpty': {
        const key = answerKey(one.fact, one.row ?? null)
        if (one.left) leftEmpty.add(key)
        else leftEmpty.delete(key)
        break
      }
      case 'attach': {
        const key = answerKey(one.document, one.row ?? null)
        if (one.state === undefined) attachments.delete(key)
        else attachments.set(key, one.state)
        break
      }
      default:
        one satisfies never
    }
  }
  return { values, rows, lists, complete, leftEmpty, attachments }
}
