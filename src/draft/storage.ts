import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { Draft } from './draft.ts'

/** Where drafts are kept. */
export interface DraftStorage {
  /** false: nothing survives closing the page ("this is not my device", or a browser that refuses storage). */
  readonly keeps: boolean
  /** Newest first. A draft that cannot be read is left where it is and counted. */
  list(): Promise<{ readonly drafts: readonly Draft[]; readonly unreadable: readonly string[] }>
  put(draft: Draft): Promise<void>
  remove(id: string): Promise<void>
  putFile(draft: string, document: string, bytes: Uint8Array): Promise<void>
  getFile(draft: string, document: string): Promise<Uint8Array | null>
  removeFile(draft: string, document: string): Promise<void>
}

interface Schema extends DBSchema {
  drafts: { key: string; value: unknown }
  files: { key: string; value: Uint8Array }
}

const fileKey = (draft: string, document: string): string => `${draft}/${document}`
const newestFirst = (drafts: readonly Draft[]): Draft[] => [...drafts].sort((a, b) => (a.changed < b.changed ? 1 : -1))

/** Drafts in the IndexedDB of this browser; in memory when it has none to offer. */
export async function openStorage(): Promise<DraftStorage> {
  try {
    const database = await openDB<Schema>('horeca1', 1, {
      upgrade(db) {
        db.createObjectStore('drafts')
        db.createObjectStore('files')
      },
    })
    return inDatabase(database)
  } catch {
    return inMemory()
  }
}

function inDatabase(database: IDBPDatabase<Schema>): DraftStorage {
  return {
    keeps: true,
    async list() {
      const drafts: Draft[] = []
      const unreadable: string[] = []
      for (const key of await database.getAllKeys('drafts')) {
        const read = Draft.safeParse(await database.get('drafts', key))
        if (read.success) drafts.push(read.data)
        else unreadable.push(key)
      }
      return { drafts: newestFirst(drafts), unreadable }
    },
    put: async (draft) => {
      await database.put('drafts', draft, draft.id)
    },
    async remove(id) {
      const tx = database.transaction(['drafts', 'files'], 'readwrite')
      await tx.objectStore('drafts').delete(id)
      for (const key of await tx.objectStore('files').getAllKeys()) if (key.startsWith(`${id}/`)) await tx.objectStore('files').delete(key)
      await tx.done
    },
    putFile: async (draft, document, bytes) => {
      await database.put('files', bytes, fileKey(draft, document))
    },
    getFile: async (draft, document) => (await database.get('files', fileKey(draft, document))) ?? null,
    removeFile: async (draft, document) => database.delete('files', fileKey(draft, document)),
  }
}

/** Keeps nothing beyond this page. */
export function inMemory(): DraftStorage {
  const drafts = new Map<string, Draft>()
  const files = new Map<string, Uint8Array>()
  return {
    keeps: false,
    list: async () => ({ drafts: newestFirst([...drafts.values()]), unreadable: [] }),
    put: async (draft) => {
      drafts.set(draft.id, draft)
    },
    remove: async (id) => {
      drafts.delete(id)
      for (const key of files.keys()) if (key.startsWith(`${id}/`)) files.delete(key)
    },
    putFile: async (draft, document, bytes) => {
      files.set(fileKey(draft, document), bytes)
    },
    getFile: async (draft, document) => files.get(fileKey(draft, document)) ?? null,
    removeFile: async (draft, document) => {
      files.delete(fileKey(draft, document))
    },
  }
}
