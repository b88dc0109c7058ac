import { fromBase64 } from '../../model/util/bytes/base64.ts'
import type { Change, Noted } from '../change.ts'
import type { Draft } from '../draft.ts'
import type { DraftStorage } from '../storage/storage.ts'
import { closedPages, type ReturnFile } from './invitation.ts'

/** Stores the pages of a returned part as they are: nothing here opens them. Returns the change to the draft. */
export async function attachReturn(draft: string, back: ReturnFile, at: string, storage: DraftStorage): Promise<Change> {
  const { person, complete, pages, pdf } = back
  if (pdf === null) await storage.removeFile(draft, closedPages(person))
  else await storage.putFile(draft, closedPages(person), fromBase64(pdf))
  return { kind: 'returned', person, part: { complete, pages, at, closed: pdf !== null } }
}

/** The same for a draft that is not open on this page; a tab that has it open is told. */
export async function noteReturn(draft: Draft, back: ReturnFile, at: string, storage: DraftStorage, tab: string): Promise<void> {
  const changes = [await attachReturn(draft.id, back, at, storage)]
  const noted: Noted = { draft: draft.id, tab, n: 1, rules: draft.ruleSet.hash, at: Date.parse(at), changes }
  await storage.note(draft.id, [noted])
  storage.tell({ kind: 'did', noted })
}
