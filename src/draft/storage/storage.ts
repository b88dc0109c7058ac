import type { Noted } from '../change.ts'
import { type Draft, readDraft } from '../draft.ts'
import { keyAfter } from '../files/file-keys.ts'

/** What the tabs of this browser tell each other. */
export type Told =
  /** Something was done to a draft. */
  | { readonly kind: 'did'; readonly noted: Noted }
  /** A draft was removed or wiped, or restored. */
  | { readonly kind: 'removed' | 'restored'; readonly draft: string }
  /** A tab opened a draft and asks who else has it open; one that does replies `alsoHere`. */
  | { readonly kind: 'here' | 'alsoHere' | 'left'; readonly draft: string; readonly tab: string }
  /** A tab put a draft together; `noted`: the last press of each tab included in it. */
  | { readonly kind: 'settled'; readonly draft: string; readonly tab: string; readonly noted: Readonly<Record<string, number>> }

/** A draft as stored: as last put together, and what was noted since. */
export interface Stored {
  readonly draft: Draft
  readonly notes: readonly unknown[]
}

/** A record that this site cannot read, unchanged. */
export interface Unreadable {
  readonly id: string
  readonly record: unknown
}

/** The draft is no longer in the storage: removed or wiped, perhaps in another tab. Nothing was written. */
export class DraftGone extends Error {
  override readonly name = 'DraftGone'
}

/** Where drafts are kept. A draft is put together now and then (`settle`); each press is noted beside it at once (`note`), so that no tab ever
 * overwrites what another one did. Writing for a draft that is gone rejects with `DraftGone`, or with the error of the browser. */
export interface DraftStorage {
  /** false: nothing survives closing the page ("this is not my device", or a browser that refuses storage). */
  readonly keeps: boolean
  /** Newest first, without removed ones. A draft that cannot be read is left where it is. */
  list(): Promise<{ readonly drafts: readonly Draft[]; readonly unreadable: readonly Unreadable[] }>
  /** null: there is none, or it was removed. */
  read(id: string): Promise<Stored | null>
  /** A new draft. Its files are written after it: bytes without a draft are swept away. */
  put(draft: Draft): Promise<void>
  note(id: string, notes: readonly Noted[]): Promise<void>
  /** For when the page is going away: checks nothing first, because no reply would arrive. Notes for a draft that is gone are swept away later. */
  noteLast(id: string, notes: readonly Noted[]): void
  /** Puts a draft together: `merge` gets what is stored and returns what to store instead, or null to leave it. One transaction: no other tab comes
   * in between. */
  settle(id: string, merge: (stored: Stored) => Draft | null): Promise<void>
  /** Hides a draft from lists and writers until it is removed or restored. Repeating it now and then keeps it from being swept away in the meantime. */
  hide(id: string, at: string): Promise<void>
  /** Rejects with `DraftGone` when it was removed for good. */
  restore(id: string): Promise<void>
  /** Draft, files and notes, for good. */
  remove(id: string): Promise<void>
  putFile(draft: string, document: string, bytes: Uint8Array): Promise<void>
  /** Adds a file: under this key or, when another tab took that in the meantime, the next free one of its document. Returns the key. */
  addFile(draft: string, key: string, bytes: Uint8Array): Promise<string>
  getFile(draft: string, document: string): Promise<Uint8Array | null>
  removeFile(draft: string, document: string): Promise<void>
  /** Broadcasts to every page of this site in this browser, including this one. */
  tell(told: Told): void
  /** Returns how to stop listening. */
  listen(listener: (told: Told) => void): () => void
}

export const fileKey = (draft: string, document: string): string => `${draft}/${document}`
export const newestFirst = (drafts: readonly Draft[]): Draft[] => [...drafts].sort((a, b) => (a.changed < b.changed ? 1 : -1))

/** Carries what is told to all who listen, those who tell included. */
export function hearers(): Pick<DraftStorage, 'tell' | 'listen'> {
  const listeners = new Set<(told: Told) => void>()
  return {
    tell(told) {
      for (const listener of [...listeners]) listener(told)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Keeps nothing beyond this page. `another` is the same storage as a second page sees it. */
export function inMemory(): DraftStorage & { another(): DraftStorage } {
  const memory = new Memory()
  const page = { keeps: false, ...draftsIn(memory), ...filesIn(memory), ...hearers() }
  return { ...page, another: () => ({ ...page }) }
}

class Memory {
  readonly records = new Map<string, unknown>()
  readonly notes = new Map<string, readonly Noted[]>()
  readonly files = new Map<string, Uint8Array>()

  /** The draft, even a removed one; throws when there is none. */
  recorded(id: string): Draft {
    const read = readDraft(this.records.get(id))
    if (!read.success) throw new DraftGone()
    return read.data
  }

  /** The draft; throws when it was removed. */
  existing(id: string): Draft {
    const draft = this.recorded(id)
    if (draft.removed !== undefined) throw new DraftGone()
    return draft
  }

  note(id: string, notes: readonly Noted[]): void {
    const same = ({ at, tab }: Noted): boolean => notes.some((each) => each.at === at && each.tab === tab)
    this.notes.set(id, [...(this.notes.get(id) ?? []).filter((each) => !same(each)), ...notes])
  }

  remove(id: string): void {
    this.records.delete(id)
    this.notes.delete(id)
    for (const key of [...this.files.keys()]) if (key.startsWith(`${id}/`)) this.files.delete(key)
  }
}

function draftsIn(memory: Memory): Omit<DraftStorage, 'keeps' | 'tell' | 'listen' | keyof ReturnType<typeof filesIn>> {
  const { records, notes } = memory
  return {
    async list() {
      const drafts: Draft[] = []
      const unreadable: Unreadable[] = []
      for (const [id, record] of records) {
        const read = readDraft(record)
        if (!read.success) unreadable.push({ id, record })
        else if (read.data.removed === undefined) drafts.push(read.data)
      }
      return { drafts: newestFirst(drafts), unreadable }
    },
    async read(id) {
      const read = readDraft(records.get(id))
      return read.success && read.data.removed === undefined ? { draft: read.data, notes: notes.get(id) ?? [] } : null
    },
    put: async (draft) => {
      records.set(draft.id, draft)
    },
    note: async (id, noted) => {
      memory.existing(id)
      memory.note(id, noted)
    },
    noteLast: (id, noted) => memory.note(id, noted),
    settle: async (id, merge) => {
      const next = merge({ draft: memory.existing(id), notes: notes.get(id) ?? [] })
      if (!next) return
      records.set(id, next)
      notes.delete(id)
    },
    hide: async (id, at) => {
      records.set(id, { ...memory.recorded(id), removed: at })
    },
    restore: async (id) => {
      const { removed: _removed, ...draft } = memory.recorded(id)
      records.set(id, draft)
    },
    remove: async (id) => memory.remove(id),
  }
}

function filesIn(memory: Memory): Pick<DraftStorage, 'putFile' | 'addFile' | 'getFile' | 'removeFile'> {
  const { files } = memory
  return {
    putFile: async (draft, document, bytes) => {
      memory.existing(draft)
      files.set(fileKey(draft, document), bytes)
    },
    addFile: async (draft, wanted, bytes) => {
      memory.existing(draft)
      let key = wanted
      while (files.has(fileKey(draft, key))) key = keyAfter(key)
      files.set(fileKey(draft, key), bytes)
      return key
    },
    getFile: async (draft, document) => files.get(fileKey(draft, document)) ?? null,
    removeFile: async (draft, document) => {
      files.delete(fileKey(draft, document))
    },
  }
}
