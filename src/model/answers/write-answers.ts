import { AnswerFile, type AnswerJson, type AnswerRow } from '../schema/answer-file.ts'
import { type Answers, type AttachmentState, BUSINESS, listKey } from './answers.ts'

type RoleEntry = NonNullable<AnswerRow['roles']>[number]

/** The answer file (schema 1) of these answers, which `readAnswers` reads back unchanged. Attached files are named by `fileNames` (key: `document` or
 * `document@row`), one entry each; a document without a name counts as promised for later. */
export function writeAnswers(answers: Answers, variant: string, fileNames: ReadonlyMap<string, readonly string[]> = new Map()): AnswerFile {
  const listed = listedRows(answers)
  const isThere = (row: string | undefined): boolean => row === undefined || row === BUSINESS || listed.has(row)
  const rowKey = new Map<string, [string, AnswerJson][]>()
  const own: [string, AnswerJson][] = []
  for (const [key, value] of answers.values) {
    const [fact = '', row] = key.split('@')
    if (row === undefined || row === BUSINESS) own.push([fact, value])
    else if (answers.rows.has(row)) rowKey.set(row, [...(rowKey.get(row) ?? []), [fact, value]])
  }
  const rowsOf = (parent: string | null): Record<string, AnswerRow[]> => {
    const found: Record<string, AnswerRow[]> = {}
    for (const [key, ids] of answers.lists) {
      const at = key.lastIndexOf('/')
      const collection = key.slice(at + 1)
      if (collection === 'roles' || (at < 0 ? null : key.slice(0, at)) !== parent) continue
      if (ids.length > 0) found[collection] = ids.map(rowOf)
    }
    return found
  }
  const rowOf = (id: string): AnswerRow => {
    const roles = (answers.lists.get(listKey('roles', id)) ?? []).flatMap((role) => roleOf(answers, role) ?? [])
    const collections = rowsOf(id)
    return {
      id,
      ...Object.fromEntries(rowKey.get(id) ?? []),
      ...(roles.length > 0 && { roles }),
      ...(Object.keys(collections).length > 0 && { collections }),
    }
  }
  const attached = [...answers.attachments].filter(([key]) => isThere(key.split('@')[1])).toSorted(byDocument)
  return {
    schema: 1,
    variant,
    answers: Object.fromEntries(own),
    collections: rowsOf(null),
    complete: [...answers.complete].filter((key) => !key.includes('/') || isThere(key.slice(0, key.lastIndexOf('/')))),
    leftEmpty: [...answers.leftEmpty].filter((key) => {
      const row = key.split('@')[1]
      return isThere(row) && answers.rows.get(row ?? '')?.subject !== 'role'
    }),
    // numbered in the order of the file, not of adding: a packet opened elsewhere makes the same packet there
    attachments: attached
      .flatMap(([document, state]): { document: string; state: AttachmentState; file?: string }[] => {
        const files = state === 'attached' ? (fileNames.get(document) ?? []) : []
        return files.length > 0 ? files.map((file) => ({ document, state, file })) : [{ document, state }]
      })
      .map(({ document, state, file }, index) => {
        if (state === 'none') return { document, none: true as const }
        return file === undefined ? { document, later: true as const } : { id: `a${index + 1}`, document, file }
      }),
  }
}

/** The text of an answer file in canonical order: the same answers give the same bytes, in whatever order they were given, wherever the packet is made. The
 * order of rows and of the roles of a party is itself an answer, and is kept. */
export const answersText = (file: AnswerFile): string => JSON.stringify(inOrder(AnswerFile.parse(file)), null, 2)

const inOrder = (file: AnswerFile): AnswerFile => ({
  ...file,
  answers: byName(file.answers),
  collections: listsInOrder(file.collections),
  complete: file.complete.toSorted(),
  leftEmpty: file.leftEmpty.toSorted(),
  attachments: file.attachments.toSorted((a, b) => byDocument([a.document], [b.document])),
})

/** Rows that are in a list. A removed row keeps its answers so that it can be restored; a file does not include them. */
function listedRows({ lists }: Answers): ReadonlySet<string> {
  const found = new Set<string>()
  const collect = (parent: string | null): void => {
    for (const [key, ids] of lists) {
      const at = key.lastIndexOf('/')
      if ((at < 0 ? null : key.slice(0, at)) !== parent) continue
      for (const id of ids) {
        if (found.has(id)) continue
        found.add(id)
        collect(id)
      }
    }
  }
  collect(null)
  collect(BUSINESS)
  return found
}

const byDocument = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number => (a < b ? -1 : a > b ? 1 : 0)

const byName = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))

const listsInOrder = (all: Readonly<Record<string, AnswerRow[]>>): Record<string, AnswerRow[]> =>
  byName(
    Object.fromEntries(
      Object.entries(all).map(([list, rows]) => [
        list,
        rows.map(({ id, roles, collections, ...facts }) => ({
          id,
          ...byName(facts),
          ...(roles && { roles }),
          ...(collections && { collections: listsInOrder(collections) }),
        })),
      ]),
    ),
  )

/** A role as a tick on the card of its party; null for a role that has no kind yet. */
function roleOf(answers: Answers, id: string): RoleEntry | null {
  const read = (name: string): AnswerJson | undefined => answers.values.get(`role.${name}@${id}`)
  const kind = read('kind')
  if (typeof kind !== 'string') return null
  const entry: Record<string, AnswerJson> = { role: kind }
  const target = read('target')
  if (typeof target === 'string' && target !== `@${BUSINESS}`) entry.of = target.replace(/^@/, '')
  const names = ['share', 'from', 'until', 'position', 'positionNote', 'managerKind'] as const
  for (const name of names) {
    const value = read(name)
    if (value !== undefined) entry[name] = value
  }
  const empty = names.filter((name) => answers.leftEmpty.has(`role.${name}@${id}`))
  if (empty.length > 0) entry.leftEmpty = empty
  return Object.keys(entry).length === 1 ? kind : (entry as unknown as RoleEntry)
}
