import type { AnswerJson } from '../schema/answer-file.ts'
import type { Subject } from '../schema/question.ts'
import { type AnswerRowRef, type Answers, type AttachmentState, answerKey, listKey } from './answers.ts'

/** One thing that the applicant says, or takes back. */
export type Edit =
  /** `value`: undefined takes the answer back. */
  | { kind: 'answer'; fact: string; row?: string | null; value: AnswerJson | undefined }
  /** `at`: index in the list; appended without it. */
  | { kind: 'addRow'; collection: string; parent?: string | null; id: string; subject: Subject; at?: number | undefined }
  | { kind: 'removeRow'; collection: string; parent?: string | null; id: string }
  | { kind: 'complete'; collection: string; parent?: string | null; complete: boolean }
  | { kind: 'leftEmpty'; fact: string; row?: string | null; left: boolean }
  | { kind: 'attach'; document: string; row?: string | null; state: AttachmentState | undefined }

/** A list as entered so far. */
export interface ListInput {
  readonly ids: readonly string[]
  /** Whether the applicant marked the list as complete. */
  readonly complete: boolean
}

/** What the answers hold under one key; undefined: nothing. Both the plain maps and the inputs of a case are built from these. */
export type Entry =
  | { readonly kind: 'answer'; readonly key: string; readonly value: AnswerJson | undefined }
  | { readonly kind: 'row'; readonly key: string; readonly value: AnswerRowRef }
  | { readonly kind: 'listInput'; readonly key: string; readonly value: ListInput }
  | { readonly kind: 'leftEmpty'; readonly key: string; readonly value: true | undefined }
  | { readonly kind: 'attachment'; readonly key: string; readonly value: AttachmentState | undefined }

/** How these edits change the answers, key by key; of two entries with the same key the later one wins. `listAt` returns a list as it is before them. A removed
 * row leaves its list and keeps its answers, so that undoing it loses nothing. */
export function entriesOf(edits: readonly Edit[], listAt: (key: string) => ListInput | undefined): Entry[] {
  /** Lists as changed by these edits so far. */
  const lists = new Map<string, ListInput>()
  const list = (
    { collection, parent = null }: { readonly collection: string; readonly parent?: string | null },
    change: (now: ListInput) => ListInput,
  ): Entry => {
    const key = listKey(collection, parent)
    const value = change(lists.get(key) ?? listAt(key) ?? { ids: [], complete: false })
    lists.set(key, value)
    return { kind: 'listInput', key, value }
  }
  return edits.flatMap((each): Entry[] => {
    switch (each.kind) {
      case 'answer':
        return [{ kind: 'answer', key: answerKey(each.fact, each.row ?? null), value: each.value }]
      case 'addRow': {
        const { id, subject, collection, parent = null, at } = each
        return [
          list(each, (now) => (now.ids.includes(id) ? now : { ...now, ids: now.ids.toSpliced(at ?? now.ids.length, 0, id) })),
          { kind: 'row', key: id, value: { id, subject, collection, parent } },
        ]
      }
      case 'removeRow':
        return [list(each, (now) => ({ ...now, ids: now.ids.filter((id) => id !== each.id) }))]
      case 'complete':
        return [list(each, (now) => ({ ...now, complete: each.complete }))]
      case 'leftEmpty':
        return [{ kind: 'leftEmpty', key: answerKey(each.fact, each.row ?? null), value: each.left || undefined }]
      case 'attach':
        return [{ kind: 'attachment', key: answerKey(each.document, each.row ?? null), value: each.state }]
      default:
        return each satisfies never
    }
  })
}

/** All entries of these answers. */
export function* entriesIn(answers: Answers): Generator<Entry> {
  for (const [key, value] of answers.values) yield { kind: 'answer', key, value }
  for (const [key, value] of answers.rows) yield { kind: 'row', key, value }
  for (const key of new Set([...answers.lists.keys(), ...answers.complete])) {
    const value = listIn(answers, key)
    if (value) yield { kind: 'listInput', key, value }
  }
  for (const key of answers.leftEmpty) yield { kind: 'leftEmpty', key, value: true }
  for (const [key, value] of answers.attachments) yield { kind: 'attachment', key, value }
}

/** The answers with these entries applied. */
export function withEntries(before: Answers, entries: Iterable<Entry>): Answers {
  const values = new Map(before.values)
  const rows = new Map(before.rows)
  const lists = new Map(before.lists)
  const complete = new Map([...before.complete].map((key) => [key, true]))
  const leftEmpty = new Map([...before.leftEmpty].map((key) => [key, true]))
  const attachments = new Map(before.attachments)
  for (const entry of entries) {
    switch (entry.kind) {
      case 'answer':
        put(values, entry.key, entry.value)
        break
      case 'row':
        put(rows, entry.key, entry.value)
        break
      case 'listInput':
        put(lists, entry.key, entry.value.ids)
        put(complete, entry.key, entry.value.complete || undefined)
        break
      case 'leftEmpty':
        put(leftEmpty, entry.key, entry.value)
        break
      case 'attachment':
        put(attachments, entry.key, entry.value)
        break
      default:
        entry satisfies never
    }
  }
  return { values, rows, lists, complete: new Set(complete.keys()), leftEmpty: new Set(leftEmpty.keys()), attachments }
}

/** The answers after these edits. */
export const edited = (before: Answers, edits: readonly Edit[]): Answers =>
  withEntries(
    before,
    entriesOf(edits, (key) => listIn(before, key)),
  )

function listIn({ lists, complete }: Answers, key: string): ListInput | undefined {
  const ids = lists.get(key)
  return ids || complete.has(key) ? { ids: ids ?? [], complete: complete.has(key) } : undefined
}

function put<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}
