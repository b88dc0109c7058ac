import { type Answers, listKey } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import type { Variant } from '../model/variant.ts'

/** What is done when a row is taken away, and what brings everything back. */
export interface TakenAway {
  readonly edits: readonly Edit[]
  readonly undo: readonly Edit[]
}

/** Takes a row out of its list. What points at it from elsewhere goes with it: an answer that names this party, a role of somebody else in this company.
 * The row keeps its own answers, for whoever takes it back. */
export function takeAway(
  answers: Answers,
  variant: Variant,
  { collection, parent, id }: { readonly collection: string; readonly parent: string | null; readonly id: string },
): TakenAway {
  const edits: Edit[] = [{ kind: 'removeRow', collection, parent, id }]
  const undo: Edit[] = [addAgain(answers, collection, parent, id)]
  const naming = new Set(variant.questions.filter(({ type }) => type === 'party').map((question) => question.id))
  for (const [key, value] of answers.values) {
    const [fact = '', row = null] = key.split('@')
    if (value !== `@${id}` || !naming.has(fact) || row === id) continue
    const role = fact === variant.names.role.target && row !== null ? answers.rows.get(row) : undefined
    if (role && row !== null) {
      edits.push({ kind: 'removeRow', collection: role.collection, parent: role.parent, id: row })
      undo.push(addAgain(answers, role.collection, role.parent, row))
    } else {
      edits.push({ kind: 'answer', fact, row, value: undefined })
      undo.push({ kind: 'answer', fact, row, value })
    }
  }
  return { edits, undo }
}

function addAgain(answers: Answers, collection: string, parent: string | null, id: string): Edit {
  const subject = answers.rows.get(id)?.subject
  if (subject === undefined) throw new Error(`no row ${id}`)
  const at = (answers.lists.get(listKey(collection, parent)) ?? []).indexOf(id)
  return { kind: 'addRow', collection, parent, id, subject, ...(at < 0 ? {} : { at }) }
}
