import { type Answers, answerKey, listKey } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import { type Change, keyOf } from './change.ts'
import { wholeRow } from './diff-answers.ts'
import type { Draft } from './draft.ts'

/** Something done to a draft, and the changes that revert it. */
export interface Done {
  /** What somebody said, without its consequences. */
  readonly edits: readonly Edit[]
  readonly back: readonly Change[]
}

/** Maximum depth of the history. */
const MOST = 100

/** What was done to a draft since it was opened, and what of it was undone: the undo and redo stacks. */
export class History {
  private past: readonly Done[] = []
  private undone: readonly Done[] = []

  get last(): Done | null {
    return this.past.at(-1) ?? null
  }
  get lastUndone(): Done | null {
    return this.undone.at(-1) ?? null
  }
  /** `more`: part of what was done just before, and undone with it. */
  did(done: Done, more = false): void {
    const { last } = this
    if (more && last) this.past = [...this.past.slice(0, -1), { edits: last.edits, back: onceEach([...last.back, ...done.back]) }]
    else this.past = [...this.past, done].slice(-MOST)
    this.undone = []
  }
  /** Moves the last one to the redo stack; `back` is what redoes it. */
  undid(back: readonly Change[]): void {
    const { last } = this
    if (!last) return
    this.past = this.past.slice(0, -1)
    this.undone = [...this.undone, { edits: last.edits, back }]
  }
  redid(back: readonly Change[]): void {
    const { lastUndone } = this
    if (!lastUndone) return
    this.undone = this.undone.slice(0, -1)
    this.past = [...this.past, { edits: lastUndone.edits, back }]
  }
  /** Another tab has changed the same since: what these entries would restore is no longer the state before. */
  forget(edits: readonly Edit[]): void {
    const keys = new Set(edits.map(keyOf))
    const isUntouched = ({ back }: Done): boolean => !back.some((change) => keys.has(keyOf(change)))
    this.past = this.past.filter(isUntouched)
    this.undone = this.undone.filter(isUntouched)
  }
}

/** Of changes with the same key the earliest wins: it restores what was there first. */
const onceEach = (back: readonly Change[]): Change[] => [...new Map(back.toReversed().map((change) => [keyOf(change), change])).values()]

/** The edits that restore the answers as they were before these edits; none for what did not change. */
export function inverseOf(edits: readonly Edit[], before: Answers, after: Answers): Edit[] {
  const first = new Map<string, Edit>()
  for (const each of edits) if (!first.has(keyOf(each))) first.set(keyOf(each), each)
  const back = [...first.values()].flatMap((each): Edit[] => {
    switch (each.kind) {
      case 'answer': {
        const key = answerKey(each.fact, each.row ?? null)
        const value = before.values.get(key)
        return JSON.stringify(value) === JSON.stringify(after.values.get(key)) ? [] : [{ ...each, value }]
      }
      case 'leftEmpty': {
        const key = answerKey(each.fact, each.row ?? null)
        const left = before.leftEmpty.has(key)
        return left === after.leftEmpty.has(key) ? [] : [{ ...each, left }]
      }
      case 'complete': {
        const key = listKey(each.collection, each.parent ?? null)
        const complete = before.complete.has(key)
        return complete === after.complete.has(key) ? [] : [{ ...each, complete }]
      }
      case 'attach': {
        const key = answerKey(each.document, each.row ?? null)
        const state = before.attachments.get(key)
        return state === after.attachments.get(key) ? [] : [{ ...each, state }]
      }
      case 'addRow':
      case 'removeRow': {
        const { collection, parent = null, id } = each
        const key = listKey(collection, parent)
        const at = (before.lists.get(key) ?? []).indexOf(id)
        const subject = before.rows.get(id)?.subject
        if (at < 0 || !subject) return [{ kind: 'removeRow', collection, parent, id }]
        return after.lists.get(key)?.includes(id) ? [] : [{ kind: 'addRow', collection, parent, id, subject, at }]
      }
      default:
        return each satisfies never
    }
  })
  // rows of one list are restored one by one, each at its own position
  const place = (each: Edit): number => (each.kind === 'addRow' ? (each.at ?? 0) : -1)
  return back.sort((a, b) => place(a) - place(b))
}

/** The same for what a draft holds besides its answers. */
export function besideNow(draft: Draft, changes: readonly Change[]): Change[] {
  return changes.flatMap((change): Change[] => {
    if (change.kind === 'aside') return [{ ...change, value: draft.aside[change.key] }]
    if (change.kind === 'waiting') return [{ ...change, respondent: draft.waiting?.[change.key] }]
    return []
  })
}

/** These edits for other tabs, which may have forgotten the contents of a removed row. */
export const forOthers = (edits: readonly Edit[], before: Answers): Edit[] =>
  edits.flatMap((each) => (each.kind === 'addRow' && before.rows.has(each.id) ? [each, ...wholeRow(before, each.id)] : [each]))
