import type { Site } from './site.ts'

/** Draft, files and notes, for good, wherever it is kept; every tab that has it open is told and writes no more. */
export async function removeDraft({ storage, memory }: Pick<Site, 'storage' | 'memory'>, id: string): Promise<void> {
  // asked for before anybody hears of it and reads: a page that is closing would not live to see the reading end, nor what waits behind it
  const gone = Promise.all([storage.remove(id), memory.remove(id)])
  storage.tell({ kind: 'removed', draft: id })
  memory.tell({ kind: 'removed', draft: id })
  await gone
}
