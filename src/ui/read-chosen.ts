import { type Draft, newDraftId } from '../draft/draft.ts'
import { noteReturn } from '../draft/files/attach-return.ts'
import { plainFileName } from '../draft/files/file-name.ts'
import { hasRow, type Invitation, type ReturnFile, readShared } from '../draft/files/invitation.ts'
import { noteReply, type ReplyFile, type RequestFile } from '../draft/files/request.ts'
import { readSaveFile } from '../draft/files/save-file.ts'
import { takeApart } from '../draft/files/whole-file.ts'
import type { Session } from '../draft/session.ts'
import type { Enclosure } from '../model/packet-file/enclosure.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import { filesOfPacket, type OpenedPacket } from './parts/files/packet-files.ts'
import type { Site } from './site.ts'
import type { Words } from './text.ts'

// What can be opened on the start page; loaded when somebody chooses a file.

export type Chosen =
  | {
      readonly kind: 'answers'
      readonly file: AnswerFile
      readonly more: Partial<Draft>
      readonly packet: OpenedPacket | null
      readonly files: readonly Enclosure[]
    }
  /** A part filled in on another device was added to the application it belongs to. */
  | { readonly kind: 'tookBack'; readonly draft: string; readonly to: 'packet' | 'ask' }
  /** In the language of the page. */
  | { readonly kind: 'problem'; readonly problem: string }

/** Reads a saved file, a packet, an invitation, a list of questions, or what came back from the last two. Rejects when aborted. */
export async function readChosen(chosen: File, site: Site, session: Session | null, words: Words, signal: AbortSignal): Promise<Chosen> {
  const name = plainFileName(chosen.name)
  const no = (problem: string): Chosen => ({ kind: 'problem', problem })
  const bytes = new Uint8Array(await chosen.arrayBuffer())
  const isPdf = chosen.type === 'application/pdf' || chosen.name.toLowerCase().endsWith('.pdf')
  const packet = isPdf ? await site.readPacket(bytes, signal) : null
  if (packet && !packet.ok) return no(`${name}: ${words.start.unread[packet.problem]}`)
  const text = packet ? packet.answersJson : new TextDecoder().decode(bytes)
  const shared = readShared(text)
  if (shared?.kind === 'broken') return no(`${name}: ${words.keeping.broken}`)
  if (shared?.kind === 'horeca1.return') return takeBack(shared, site, session, words)
  if (shared?.kind === 'horeca1.answers') return takeReply(shared, site, session, words)
  const found = shared ? ({ ok: true, file: shared.file } as const) : readSaveFile(text)
  if (!found.ok) return no(`${name}: ${words.keeping.file[found.why]}${found.at === null ? '' : ` ${words.keeping.fileAt(found.at)}`}`)
  const { file, beside } = takeApart(found.file)
  await site.fetchTowns()
  if (!site.towns.some((each) => each.id === file.variant)) return no(`${words.start.townGone} (${file.variant})`)
  const more = { ...beside, ...(shared && ofShared(shared)) }
  return { kind: 'answers', file, more, packet, files: packet ? filesOfPacket(packet, file) : [] }
}

/** What marks a draft as filled in at somebody else's request. */
const ofShared = (shared: Invitation | RequestFile): Partial<Draft> => {
  const { reference, business } = shared
  return shared.kind === 'horeca1.invitation'
    ? { reference, invitation: { person: shared.person, name: shared.name, business } }
    : { reference, request: { respondent: shared.respondent, business, questions: shared.questions } }
}

async function takeBack(back: ReturnFile, site: Site, session: Session | null, words: Words): Promise<Chosen> {
  for (const storage of [site.memory, site.storage]) {
    const draft = (await storage.list()).drafts.find((each) => each.reference === back.reference && !each.invitation && !each.request)
    if (!draft) continue
    const open = session?.view().draft.id === draft.id ? session : null
    const known = open ? open.view().application.answers.rows.has(back.person) : hasRow(draft.file, back.person)
    if (!known) return { kind: 'problem', problem: words.keeping.nobody }
    if (open) await open.takeBack(back)
    else await noteReturn(draft, back, site.now(), storage, newDraftId(site.random))
    return { kind: 'tookBack', draft: draft.id, to: 'packet' }
  }
  return { kind: 'problem', problem: words.start.ofNoDraft }
}

async function takeReply(reply: ReplyFile, site: Site, session: Session | null, words: Words): Promise<Chosen> {
  for (const storage of [site.memory, site.storage]) {
    const draft = (await storage.list()).drafts.find((each) => each.reference === reply.reference && !each.request)
    if (!draft) continue
    if (session?.view().draft.id === draft.id) session.keepReply(reply.respondent, { at: site.now(), answers: reply.answers })
    else await noteReply(draft, reply, site.now(), storage, newDraftId(site.random))
    return { kind: 'tookBack', draft: draft.id, to: 'ask' }
  }
  return { kind: 'problem', problem: words.start.ofNoDraft }
}
