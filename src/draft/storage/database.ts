import type { IDBPObjectStore } from 'idb'
import { isRecord, propertyOf } from '../../model/util/record.ts'
import { type Draft, readDraft } from '../draft.ts'
import { keyAfter } from '../files/file-keys.ts'
import { type Connection, connectionTo, type Database, deleteAll, NAME, notesOf, openDatabase, type Schema } from './connection.ts'
import { DraftGone, type DraftStorage, fileKey, inMemory, newestFirst, type Unreadable } from './storage.ts'
import { tabs } from './tabs.ts'
import { locks, undoLock, undoLocks } from './undo-lock.ts'

/** Without the Web Locks API: a removed draft that nobody mentioned for this many milliseconds will not be restored, as the tab that could is closed. */
const UNDO = 180_000
/** A browser whose storage does not answer within this many milliseconds counts as one that keeps nothing. */
const PATIENCE = 5000

// what the browser has accepted survives the page; waiting for the disk would only slow down every press
const RELAXED: IDBTransactionOptions = { durability: 'relaxed' }

/** Drafts in the IndexedDB of this browser, or in memory when it offers none. */
export async function openStorage(now: () => string): Promise<DraftStorage> {
  try {
    const opening = openDatabase()
    const database = await Promise.race([opening, new Promise<null>((done) => setTimeout(done, PATIENCE, null))])
    if (!database) {
      void opening.then((late) => late.close()).catch(() => undefined)
      return inMemory()
    }
    await sweep(database, now())
    // for what was removed just before this page was opened
    if (!locks) setTimeout(() => void sweep(database, now()).catch(() => undefined), UNDO + 1000)
    const connection = connectionTo(database)
    return { keeps: true, ...drafts(connection), ...notes(connection), ...removal(connection), ...files(connection), ...tabs(NAME) }
  } catch {
    return inMemory()
  }
}

/** Deletes drafts that were removed earlier, and what deleted drafts left behind. */
async function sweep(database: Database, now: string): Promise<void> {
  const tx = database.transaction(['drafts', 'files', 'notes'], 'readwrite')
  const [drafts, files, notes] = [tx.objectStore('drafts'), tx.objectStore('files'), tx.objectStore('notes')]
  const there = new Set<string>()
  const hidden: string[] = []
  for (let cursor = await drafts.openCursor(); cursor; cursor = await cursor.continue()) {
    const removed = propertyOf(cursor.value, 'removed')
    if (typeof removed === 'string' && !locks && !(Date.parse(now) - Date.parse(removed) < UNDO)) await cursor.delete()
    else there.add(cursor.key)
    if (typeof removed === 'string') hidden.push(cursor.key)
  }
  for (const key of await files.getAllKeys()) if (!there.has(key.slice(0, key.indexOf('/')))) await files.delete(key)
  for (const key of await notes.getAllKeys()) if (!there.has(key[0])) await notes.delete(key)
  await tx.done
  // granted at once when the tab is gone, otherwise when it goes; not awaited
  for (const id of hidden) void locks?.request(undoLock(id), () => removeHidden(database, id)).catch(() => undefined)
}

/** Removes a draft for good, unless it was restored in the meantime. */
async function removeHidden(database: Database, id: string): Promise<void> {
  const tx = database.transaction(['drafts', 'files', 'notes'], 'readwrite')
  const record = await tx.objectStore('drafts').get(id)
  if (isRemoved(record)) await Promise.all(deleteAll(tx, id))
  await tx.done
}

const isRemoved = (record: unknown): boolean => typeof propertyOf(record, 'removed') === 'string'
/** Whether a draft is there to be written: neither gone nor removed. */
const isOpen = (record: unknown): boolean => Boolean(record) && propertyOf(record, 'removed') === undefined

function draftIn(record: unknown): Draft | null {
  const read = readDraft(record)
  return read.success && read.data.removed === undefined ? read.data : null
}

/** Undoes a transaction, whose requests fail as well. */
async function abort(tx: { abort(): void; readonly done: Promise<void> }): Promise<void> {
  tx.abort()
  await tx.done.catch(() => undefined)
}

function drafts({ doing }: Connection): Pick<DraftStorage, 'list' | 'read' | 'put' | 'settle'> {
  return {
    list: () =>
      doing(async (db) => {
        const found: Draft[] = []
        const unreadable: Unreadable[] = []
        const tx = db.transaction('drafts')
        for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
          const read = readDraft(cursor.value)
          if (!read.success) {
            if (!isRemoved(cursor.value)) unreadable.push({ id: cursor.key, record: cursor.value })
          } else if (read.data.removed === undefined) found.push(read.data)
        }
        return { drafts: newestFirst(found), unreadable }
      }),
    read: (id) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'notes'])
        const [record, notes] = await Promise.all([tx.objectStore('drafts').get(id), tx.objectStore('notes').getAll(notesOf(id))])
        const draft = draftIn(record)
        return draft && { draft, notes }
      }),
    put: (draft) =>
      doing(async (db) => {
        await db.put('drafts', draft, draft.id)
      }),
    settle: (id, merge) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'notes'], 'readwrite', RELAXED)
        const [record, notes] = await Promise.all([tx.objectStore('drafts').get(id), tx.objectStore('notes').getAll(notesOf(id))])
        const draft = draftIn(record)
        let next: Draft | null = null
        try {
          if (!draft) throw new DraftGone()
          next = merge({ draft, notes })
        } catch (error) {
          await abort(tx)
          throw error
        }
        const written = next ? [tx.objectStore('drafts').put(next, id), tx.objectStore('notes').delete(notesOf(id))] : []
        await Promise.all([...written, tx.done])
      }),
  }
}

function notes({ doing, database }: Connection): Pick<DraftStorage, 'note' | 'noteLast'> {
  return {
    note: (id, notes) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'notes'], 'readwrite', RELAXED)
        // written before checking that the draft exists: a crash in between loses nothing
        const written = Promise.all(notes.map((noted) => tx.objectStore('notes').put(noted, [id, noted.at, noted.tab])))
        const [record] = await Promise.all([tx.objectStore('drafts').get(id), written])
        if (isOpen(record)) return tx.done
        await abort(tx)
        throw new DraftGone()
      }),
    noteLast(id, notes) {
      try {
        const tx = database().transaction('notes', 'readwrite', RELAXED)
        for (const noted of notes) void tx.store.put(noted, [id, noted.at, noted.tab]).catch(() => undefined)
        tx.done.catch(() => undefined)
        tx.commit()
      } catch {
        // the database was closed under the page: what could be noted has been
      }
    },
  }
}

function removal({ doing }: Connection): Pick<DraftStorage, 'hide' | 'restore' | 'remove'> {
  const { hold, letGo } = undoLocks()
  const change = (id: string, changed: (draft: Readonly<Record<string, unknown>>) => Record<string, unknown>): Promise<void> =>
    doing(async (db) => {
      const tx = db.transaction('drafts', 'readwrite')
      const record = await tx.store.get(id)
      const isThere = isRecord(record)
      if (isThere) await tx.store.put(changed(record), id)
      await tx.done
      if (!isThere) throw new DraftGone()
    })
  return {
    async hide(id, at) {
      await hold(id)
      await change(id, (draft) => ({ ...draft, removed: at })).catch((error: unknown) => {
        letGo(id)
        throw error
      })
    },
    async restore(id) {
      await change(id, ({ removed: _removed, ...draft }) => draft)
      letGo(id)
    },
    remove: (id) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'files', 'notes'], 'readwrite')
        const asked = deleteAll(tx, id)
        tx.commit()
        await Promise.all([...asked, tx.done])
        letGo(id)
      }),
  }
}

function files({ doing }: Connection): Pick<DraftStorage, 'putFile' | 'addFile' | 'getFile' | 'removeFile'> {
  /** Works on the files of a draft in one transaction; rejects when the draft is gone. */
  const putting = <T>(
    draft: string,
    work: (files: IDBPObjectStore<Schema, ['drafts', 'files'], 'files', 'readwrite'>) => Promise<T>,
  ): Promise<T> =>
    doing(async (db) => {
      const tx = db.transaction(['drafts', 'files'], 'readwrite')
      if (!isOpen(await tx.objectStore('drafts').get(draft))) {
        await abort(tx)
        throw new DraftGone()
      }
      const [made] = await Promise.all([work(tx.objectStore('files')), tx.done])
      return made
    })
  return {
    putFile: (draft, document, bytes) => putting(draft, async (files) => void (await files.put(bytes, fileKey(draft, document)))),
    addFile: (draft, wanted, bytes) =>
      putting(draft, async (files) => {
        let key = wanted
        while ((await files.getKey(fileKey(draft, key))) !== undefined) key = keyAfter(key)
        await files.put(bytes, fileKey(draft, key))
        return key
      }),
    getFile: (draft, document) => doing(async (db) => (await db.get('files', fileKey(draft, document))) ?? null),
    removeFile: (draft, document) => doing((db) => db.delete('files', fileKey(draft, document))),
  }
}
