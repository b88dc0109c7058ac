import { NAME } from './connection.ts'

/** Held by the tab in which a removed draft can be restored. Released when the tab goes, however that ends, upon which the next tab removes the
 * draft. */
export const undoLock = (id: string): string => `${NAME} undo ${id}`

/** Absent in a browser without the Web Locks API. */
export const locks: LockManager | undefined = globalThis.navigator?.locks

/** The locks that this tab holds. */
export function undoLocks() {
  const held = new Map<string, () => void>()
  const hold = (id: string): Promise<void> =>
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
  const letGo = (id: string): void => {
    held.get(id)?.()
    held.delete(id)
  }
  return { hold, letGo }
}
