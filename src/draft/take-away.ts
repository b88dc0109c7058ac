import type { Answers } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import type { Variant } from '../model/variant.ts'

/** Removes a row from its list, and with it what refers to it from elsewhere: an answer that names this party, somebody else's role in this company.
 * The row keeps its own answers, in case it is restored. */
export function takeAway(
  answers: Answers,
  variant: Variant,
  { collection, parent, id }: { readonly collection: string; readonly parent: string | null; readonly id: string },
): Edit[] {
  const edits: Edit[] = [{ kind: 'removeRow', collection, parent, id }]
  const naming = new Set(variant.questions.filter(({ type }) => type === 'party').map((question) => question.id))
  for (const [key, value] of answers.values) {
    const [fact = '', row = null] = key.split('@')
    if (value !== `@${id}` || !naming.has(fact) || row === id) continue
    const role = fact === variant.names.role.target && row !== null ? answers.rows.get(row) : undefined
    edits.push(
      role && row !== null
        ? { kind: 'removeRow', collection: role.collection, parent: role.parent, id: row }
        : { kind: 'answer', fact, row, value: undefined },
    )
  }
  return edits
}
