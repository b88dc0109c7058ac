import type { Site } from './site.ts'

/** Deletes a draft for good with its files and notes, wherever it is kept; tabs that have it open are told and stop writing. */
export async function removeDraft({ storage, memory }: Pick<Site, 'storage' | 'memory'>, id: string): Promise<void> {
  // queue the deletes before telling anyone: listeners start reading, and a closing page may not live until what is queued behind that runs
  const gone = Promise.all([storage.remove(id), memory.remove(id)])
  storage.tell({ kind: 'removed', draft: id })
  memory.tell({ kind: 'removed', draft: id })
  await gone
}
