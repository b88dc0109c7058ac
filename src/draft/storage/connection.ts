import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'

export const NAME = 'horeca1'

export interface Schema extends DBSchema {
  drafts: { key: string; value: unknown }
  files: { key: string; value: Uint8Array }
  /** What was done to a draft since it was last put together; key: draft, timestamp, tab. */
  notes: { key: [string, number, string]; value: unknown }
}
export type Database = IDBPDatabase<Schema>
type Stores = ('drafts' | 'files' | 'notes')[]

/** Keys of the notes of a draft. */
export const notesOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])
// '0' is the character after '/'
const filesOf = (id: string): IDBKeyRange => IDBKeyRange.bound(`${id}/`, `${id}0`, false, true)

export const openDatabase = (terminated: () => void = () => undefined): Promise<Database> =>
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

/** Deletes draft, files and notes, all requested at once: this may be the last thing a page does. */
export const deleteAll = (tx: IDBPTransaction<Schema, Stores, 'readwrite'>, id: string): Promise<void>[] => [
  tx.objectStore('drafts').delete(id),
  tx.objectStore('files').delete(filesOf(id)),
  tx.objectStore('notes').delete(notesOf(id)),
]

/** The database of this browser, opened again when the browser closed it: clearing site data closes it under the page. */
export interface Connection {
  database(): Database
  /** Retries once, with a reopened database, when the browser had closed it. */
  doing<T>(work: (database: Database) => Promise<T>): Promise<T>
}

export function connectionTo(first: Database): Connection {
  let database = first
  return {
    database: () => database,
    async doing(work) {
      try {
        return await work(database)
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
        database = await openDatabase()
        return work(database)
      }
    },
  }
}
