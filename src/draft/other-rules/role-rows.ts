import { type AnswerRowRef, type Answers, answerKey } from '../../model/answers/answers.ts'
import type { FactNames } from '../../model/schema/fact-names.ts'
import type { RoleRows } from '../draft.ts'

/** Ids of role rows on the pages, per list and in order: reading an answer file back assigns other ids, and a role without a kind yet is not in the
 * file at all. */
export function roleRowsOf(answers: Answers, { role }: FactNames): RoleRows {
  const found: RoleRows = {}
  for (const [key, ids] of answers.lists)
    if (isRoles(key) && ids.length > 0) found[key] = ids.map((id) => ({ id, written: answers.values.has(answerKey(role.kind, id)) }))
  return found
}

/** The answers read from a file, with role rows under the ids the pages use. */
export function withRoleRows(read: Answers, names: RoleRows): Answers {
  const renamed = new Map<string, string>()
  const rows = new Map<string, AnswerRowRef>()
  const lists = new Map(read.lists)
  for (const [key, had] of Object.entries(names)) {
    const parent = key.slice(0, key.lastIndexOf('/'))
    const now = read.lists.get(key) ?? []
    const written = had.filter((row) => row.written)
    if (!isRoles(key) || !read.rows.has(parent)) continue
    // other rules may know fewer roles: then the rows cannot be matched
    const same = now.length === written.length
    if (same) for (const [index, id] of now.entries()) renamed.set(id, written[index]?.id ?? id)
    for (const { id, written: known } of had) if (!known) rows.set(id, { id, subject: 'role', collection: 'roles', parent })
    lists.set(key, same ? had.map(({ id }) => id) : [...now, ...had.flatMap((row) => (row.written ? [] : [row.id]))])
  }
  const name = (id: string): string => renamed.get(id) ?? id
  const keyed = (key: string): string => {
    const [fact = '', row] = key.split('@')
    return row === undefined ? key : `${fact}@${name(row)}`
  }
  for (const [id, row] of read.rows) rows.set(name(id), { ...row, id: name(id) })
  return {
    values: new Map([...read.values].map(([key, value]) => [keyed(key), value])),
    rows,
    lists,
    complete: new Set(read.complete),
    leftEmpty: new Set([...read.leftEmpty].map(keyed)),
    attachments: new Map(read.attachments),
  }
}

const isRoles = (key: string): boolean => key.endsWith('/roles')
