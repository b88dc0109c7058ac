import { type Answers, BUSINESS } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'

/** The edits that turn the first answers into the second. Answers of removed rows are kept, so that restoring a row loses nothing. */
export function diffAnswers(before: Answers, after: Answers): Edit[] {
  const edits: Edit[] = []
  const lists = new Set([...before.lists.keys(), ...after.lists.keys()])
  for (const key of lists) {
    const list = listOf(key)
    const had = before.lists.get(key) ?? []
    const has = after.lists.get(key) ?? []
    for (const id of had) if (!has.includes(id)) edits.push({ kind: 'removeRow', ...list, id })
    for (const id of has) {
      const row = after.rows.get(id)
      if (!had.includes(id) && row) edits.push({ kind: 'addRow', ...list, id, subject: row.subject })
    }
  }
  for (const [key, value] of after.values)
    if (JSON.stringify(before.values.get(key)) !== JSON.stringify(value)) edits.push({ kind: 'answer', ...factOf(key), value })
  for (const key of before.values.keys())
    if (!after.values.has(key) && isThere(after, key)) edits.push({ kind: 'answer', ...factOf(key), value: undefined })
  for (const key of after.complete) if (!before.complete.has(key)) edits.push({ kind: 'complete', ...listOf(key), complete: true })
  for (const key of before.complete) if (!after.complete.has(key)) edits.push({ kind: 'complete', ...listOf(key), complete: false })
  for (const key of after.leftEmpty) if (!before.leftEmpty.has(key)) edits.push({ kind: 'leftEmpty', ...factOf(key), left: true })
  for (const key of before.leftEmpty)
    if (!after.leftEmpty.has(key) && isThere(after, key)) edits.push({ kind: 'leftEmpty', ...factOf(key), left: false })
  for (const key of new Set([...before.attachments.keys(), ...after.attachments.keys()])) {
    const state = after.attachments.get(key)
    const { fact: document, row } = factOf(key)
    if (state !== before.attachments.get(key)) edits.push({ kind: 'attach', document, row, state })
  }
  return edits
}

/** The edits that restore a removed row completely, with the lists below it. */
export function wholeRow(answers: Answers, id: string): Edit[] {
  const row = answers.rows.get(id)
  if (!row) return []
  const values = [...answers.values].filter(([key]) => factOf(key).row === id)
  const empty = [...answers.leftEmpty].filter((key) => factOf(key).row === id)
  const below = [...answers.lists].filter(([key]) => listOf(key).parent === id)
  return [
    ...values.map(([key, value]): Edit => ({ kind: 'answer', ...factOf(key), value })),
    ...empty.map((key): Edit => ({ kind: 'leftEmpty', ...factOf(key), left: true })),
    ...below.flatMap(([key, ids]): Edit[] => [
      ...ids.flatMap((each): Edit[] => {
        const under = answers.rows.get(each)
        return under ? [{ kind: 'addRow', ...listOf(key), id: each, subject: under.subject }, ...wholeRow(answers, each)] : []
      }),
      ...(answers.complete.has(key) ? [{ kind: 'complete', ...listOf(key), complete: true } as const] : []),
    ]),
  ]
}

export const factOf = (key: string): { fact: string; row: string | null } => {
  const at = key.indexOf('@')
  return at < 0 ? { fact: key, row: null } : { fact: key.slice(0, at), row: key.slice(at + 1) }
}

const listOf = (key: string): { collection: string; parent: string | null } => {
  const at = key.lastIndexOf('/')
  return at < 0 ? { collection: key, parent: null } : { collection: key.slice(at + 1), parent: key.slice(0, at) }
}

/** Whether a key belongs to the case, or to a row that still exists. */
function isThere(answers: Answers, key: string): boolean {
  const { row } = factOf(key)
  return row === null || row === BUSINESS || answers.rows.has(row)
}
