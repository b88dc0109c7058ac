import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB } from 'idb'
import { isRecord, propertyOf } from '../../model/util/record.ts'
import { type Draft, readDraft } from '../draft.ts'
import { keyAfter } from '../files/file-keys.ts'
import { DraftGone, type DraftStorage, fileKey, inMemory, newestFirst, type Stored, type Told, type Unreadable } from './storage.ts'

interface Schema extends DBSchema {
  drafts: { key: string; value: unknown }
  files: { key: string; value: Uint8Array }
  /** What was done to a draft since it was last put together; key: draft, timestamp, tab. */
  notes: { key: [string, number, string]; value: unknown }
}
type Database = IDBPDatabase<Schema>
type Stores = ('drafts' | 'files' | 'notes')[]

const NAME = 'horeca1'
/** Without the Web Locks API: a removed draft that nobody mentioned for this many milliseconds will not be restored, as the tab that could is closed. */
const UNDO = 180_000
/** Held by the tab in which a removed draft can be restored. Released when the tab goes, however that ends, upon which the next tab removes the
 * draft. */
const undoLock = (id: string): string => `${NAME} undo ${id}`
const locks: LockManager | undefined = globalThis.navigator?.locks
/** A browser whose storage does not answer within this many milliseconds counts as one that keeps nothing. */
const PATIENCE = 5000

const notesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])
// '0' is the character after '/'
const filesOf = (id: string): IDBKeyRange => IDBKeyRange.bound(`${id}/`, `${id}0`, false, true)
// what the browser has accepted survives the page; waiting for the disk would only slow down every press
const RELAXED: IDBTransactionOptions = { durability: 'relaxed' }

/** Drafts in the IndexedDB of this browser, or in memory when it offers none. */
export async function openStorage(now: () => string): Promise<DraftStorage> {
  try {
    const opening = openOnce()
    const database = await Promise.race([opening, new Promise<null>((done) => setTimeout(done, PATIENCE, null))])
    if (!database) {
      void opening.then((late) => late.close()).catch(() => undefined)
      return inMemory()
    }
    await sweep(database, now())
    // for what was removed just before this page was opened
    if (!locks) setTimeout(() => void sweep(database, now()).catch(() => undefined), UNDO + 1000)
    return inDatabase(database)
  } catch {
    return inMemory()
  }
}

const openOnce = (terminated: () => void = () => undefined): Promise<Database> =>
  openDB<Schema>(NAME, 2, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('drafts')
        db.createObjectStore('files')
      }
      db.createObjectStore('notes')
    },
    // a newer version of this site is waiting in another tab to upgrade: what was done here is noted already
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated,
  })

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
  if (typeof propertyOf(record, 'removed') === 'string') await Promise.all(deleteAll(tx, id))
  await tx.done
}

/** Deletes draft, files and notes, all requested at once: this may be the last thing a page does. */
const deleteAll = (tx: IDBPTransaction<Schema, Stores, 'readwrite'>, id: string): Promise<void>[] => [
  tx.objectStore('drafts').delete(id),
  tx.objectStore('files').delete(filesOf(id)),
  tx.objectStore('notes').delete(notesOf(id)),
]

function inDatabase(first: Database): DraftStorage {
  const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel(NAME) : null
  const listeners = new Set<(told: Told) => void>()
  const hear = (told: Told): void => {
    for (const listener of [...listeners]) listener(told)
  }
  tabs?.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data))
  // clearing site data closes the database under the page
  let database = first
  const reopen = async (): Promise<Database> => {
    database = await openOnce()
    return database
  }
  /** Retries once, with a reopened database, when the browser had closed it. */
  const doing = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(database)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      return work(await reopen())
    }
  }
  const readRecord = (record: unknown): Draft | null => {
    const read = readDraft(record)
    return read.success && read.data.removed === undefined ? read.data : null
  }
  const remember = (id: string, change: (draft: Readonly<Record<string, unknown>>) => Record<string, unknown>): Promise<void> =>
    doing(async (db) => {
      const tx = db.transaction('drafts', 'readwrite')
      const record = await tx.store.get(id)
      const isThere = isRecord(record)
      if (isThere) await tx.store.put(change(record), id)
      await tx.done
      if (!isThere) throw new DraftGone()
    })
  /** Works on the files of a draft in one transaction; rejects when the draft is gone. */
  const putting = <T>(
    draft: string,
    work: (files: IDBPObjectStore<Schema, ['drafts', 'files'], 'files', 'readwrite'>) => Promise<T>,
  ): Promise<T> =>
    doing(async (db) => {
      const tx = db.transaction(['drafts', 'files'], 'readwrite')
      const record = await tx.objectStore('drafts').get(draft)
      if (!record || propertyOf(record, 'removed') !== undefined) {
        tx.abort()
        await tx.done.catch(() => undefined)
        throw new DraftGone()
      }
      const [made] = await Promise.all([work(tx.objectStore('files')), tx.done])
      return made
    })
  const held = new Map<string, () => void>()
  const holdUndo = (id: string): Promise<void> =>
    new Promise((got) => {
      if (!locks || held.has(id)) return got()
      const holding = new Promise<void>((letGo) => held.set(id, letGo))
      void locks
        .request(undoLock(id), () => {
          got()
          return holding
        })
        .catch(() => got())
    })
  const letGoOfUndo = (id: string): void => {
    held.get(id)?.()
    held.delete(id)
  }
  return {
    keeps: true,
    list: () =>
      doing(async (db) => {
        const drafts: Draft[] = []
        const unreadable: Unreadable[] = []
        const tx = db.transaction('drafts')
        for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
          const read = readDraft(cursor.value)
          if (!read.success) {
            if (typeof propertyOf(cursor.value, 'removed') !== 'string') unreadable.push({ id: cursor.key, record: cursor.value })
          } else if (read.data.removed === undefined) drafts.push(read.data)
        }
        return { drafts: newestFirst(drafts), unreadable }
      }),
    read: (id) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'notes'])
        const [record, notes] = await Promise.all([tx.objectStore('drafts').get(id), tx.objectStore('notes').getAll(notesOf(id))])
        const draft = readRecord(record)
        return draft && { draft, notes }
      }),
    put: (draft) =>
      doing(async (db) => {
        await db.put('drafts', draft, draft.id)
      }),
    note: (id, notes) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'notes'], 'readwrite', RELAXED)
        // written before checking that the draft exists: a crash in between loses nothing
        const written = Promise.all(notes.map((noted) => tx.objectStore('notes').put(noted, [id, noted.at, noted.tab])))
        const [record] = await Promise.all([tx.objectStore('drafts').get(id), written])
        if (record && propertyOf(record, 'removed') === undefined) return tx.done
        tx.abort()
        await tx.done.catch(() => undefined)
        throw new DraftGone()
      }),
    noteLast(id, notes) {
      try {
        const tx = database.transaction('notes', 'readwrite', RELAXED)
        for (const noted of notes) void tx.store.put(noted, [id, noted.at, noted.tab]).catch(() => undefined)
        tx.done.catch(() => undefined)
        tx.commit()
      } catch {
        // the database was closed under the page: what could be noted has been
      }
    },
    settle: (id, merge) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'notes'], 'readwrite', RELAXED)
        const [record, notes] = await Promise.all([tx.objectStore('drafts').get(id), tx.objectStore('notes').getAll(notesOf(id))])
        const draft = readRecord(record)
        let next: Draft | null = null
        try {
          if (!draft) throw new DraftGone()
          next = merge({ draft, notes } satisfies Stored)
        } catch (error) {
          tx.abort()
          await tx.done.catch(() => undefined)
          throw error
        }
        const written = next ? [tx.objectStore('drafts').put(next, id), tx.objectStore('notes').delete(notesOf(id))] : []
        await Promise.all([...written, tx.done])
      }),
    async hide(id, at) {
      await holdUndo(id)
      await remember(id, (draft) => ({ ...draft, removed: at })).catch((error: unknown) => {
        letGoOfUndo(id)
        throw error
      })
    },
    async restore(id) {
      await remember(id, ({ removed: _removed, ...draft }) => draft)
      letGoOfUndo(id)
    },
    remove: (id) =>
      doing(async (db) => {
        const tx = db.transaction(['drafts', 'files', 'notes'], 'readwrite')
        const asked = deleteAll(tx, id)
        tx.commit()
        await Promise.all([...asked, tx.done])
        letGoOfUndo(id)
      }),
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
    tell(told) {
      tabs?.postMessage(told)
      hear(told)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
