import type { Draft } from './draft.ts'
import { closedPages, fromBase64, type ReturnFile } from './invitation.ts'
import type { DraftStorage } from './storage.ts'

/** The draft with a part that came back. Its pages are put away as they are: nothing here opens them. */
export async function withReturn(draft: Draft, back: ReturnFile, at: string, storage: DraftStorage): Promise<Draft> {
  if (back.pdf === null) await storage.removeFile(draft.id, closedPages(back.person))
  else await storage.putFile(draft.id, closedPages(back.person), fromBase64(back.pdf))
  const { person, complete, pages, pdf } = back
  return { ...draft, returned: { ...draft.returned, [person]: { complete, pages, at, closed: pdf !== null } } }
}
