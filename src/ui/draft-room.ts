import type { Draft } from '../draft/draft.ts'
import { allFiles, fileNames } from '../draft/files/file-keys.ts'
import { closedPages } from '../draft/files/invitation.ts'
import { wholeFile } from '../draft/files/whole-file.ts'
import { openSession, type Session } from '../draft/session.ts'
import type { PacketContent } from '../engine/assessment.ts'
import { contentInPieces, setInPieces } from '../engine/packet/english-lines.ts'
import { ownerOfRow } from '../engine/packet/packet-owner.ts'
import { partOfDocument } from '../engine/packet/packet-set.ts'
import type { Position } from '../engine/tree/next-step.ts'
import type { MadeFile, MadePacket, OpenDraft, PacketRequest, PacketShape } from '../machine/journey.ts'
import type { Place } from '../machine/place.ts'
import { positionOf } from '../machine/tree-machine.ts'
import type { Answers } from '../model/answers/answers.ts'
import { answersText } from '../model/answers/write-answers.ts'
import type { Lang } from '../model/lang.ts'
import type { Enclosure } from '../model/packet-file/enclosure.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import { inTurns } from './in-turns.ts'
import { onPaper } from './languages/on-paper.ts'
import { keptFile, type Site, townOfDraft } from './site.ts'
import { pageOf, walkOf } from './walk-of.ts'

// Everything that needs the engine: loaded when a draft is opened, not on the first visit.

/** Fetches a draft and the rules of its town. On failure the message of the error names a text of the start page. */
export async function openDraft(site: Site, id: string, lang: Lang): Promise<OpenDraft> {
  await site.fetchTowns()
  for (const storage of [site.memory, site.storage]) {
    const found = await storage.read(id)
    if (!found) continue
    const town = townOfDraft(site, found.draft)
    if (!town) throw new Error('townGone')
    const { variant } = await town.load(lang)
    // read again: fetching the rules takes a while, and another tab may have written meanwhile
    const stored = (await storage.read(id)) ?? found
    const session = openSession(stored, variant, site.today(), lang, { storage, now: site.now, later: site.later })
    // picks up what another tab did after this read, before this session listened to it
    site.later(() => void session.catchUp(), 300)
    return { session, allowedPlace: (place) => allowedPlace(session, place) }
  }
  throw new Error('draftNotFound')
}

/** The answers of a draft as a file, including notes not yet merged into it. */
export async function answersOfDraft(site: Site, draft: Draft, lang: Lang): Promise<AnswerFile> {
  await site.fetchTowns()
  for (const storage of [site.memory, site.storage]) {
    const stored = await storage.read(draft.id)
    const town = townOfDraft(site, draft)
    if (!stored) continue
    if (stored.notes.length === 0 || !town) return wholeFile(stored.draft)
    const { variant } = await town.load(lang)
    // read-only, so other tabs are not told
    const quiet = { ...storage, tell: () => undefined }
    const session = openSession(stored, variant, site.today(), lang, { storage: quiet, now: site.now, later: site.later })
    session.close()
    return session.file()
  }
  return wholeFile(draft)
}

/** Redirects a step that is not on the path to where the path is, and the page of a removed row to the overview. */
export function allowedPlace(session: Session, place: Place): Place {
  if (!('draft' in place)) return place
  const { application, draft } = session.view()
  const { answers } = application
  if (draft.invitation) return ofInvited(draft.invitation.person, answers, place)
  // a respondent sees only the questions they were asked
  if (draft.request) return place.kind === 'sources' ? place : { kind: 'tasks', draft: place.draft }
  const wanted = positionAt(place)
  if (wanted !== null) {
    const walk = walkOf(session)
    walk.send({ type: 'VISIT', to: wanted, application })
    return pageOf(positionOf(walk), place.draft, place.kind === 'step' && place.back)
  }
  if (place.kind === 'row' && !answers.rows.has(place.row)) return { kind: 'tasks', draft: place.draft }
  return place
}

/** The position in the tree that a page belongs to; null: none. A stop has no id here: the answers that led to it may have changed. */
function positionAt(place: Place): Position | null {
  if (place.kind === 'about') return { kind: 'start' }
  if (place.kind === 'step' || place.kind === 'sharpen') return { kind: place.kind, id: place.step }
  return place.kind === 'stop' ? { kind: 'stop', id: '' } : null
}

/** Makes the packet: one file, or a set with the confidential parts separate. */
export async function makePacket(site: Site, { session, as, onProgress }: PacketRequest, signal: AbortSignal): Promise<MadePacket> {
  if (!session) throw new Error('no draft')
  const made: MadeFile[] = []
  for (const { content, enclosures, name, about, closed } of await filesOf(site, session, as))
    made.push({ ...(closed ?? (await site.makePacket(content, enclosures, onProgress, signal))), name, about })
  const [first] = made
  if (!first) throw new Error('no packet')
  return as.startsWith('set') ? { ...first, set: made } : first
}

/** A file to be made: what it prints, and the attachments that go in it. */
interface FileToMake {
  readonly content: PacketContent
  readonly enclosures: readonly Enclosure[]
  readonly name: string
  readonly about: string
  /** Finished pages that came back from the person they are about: passed on unread. */
  readonly closed: { readonly bytes: Uint8Array; readonly pages: number } | null
}

/** An invited person may open their own rows and lists, and the sources; anything else redirects to the overview of their part. */
function ofInvited(person: string, answers: Answers, place: Extract<Place, { draft: string }>): Place {
  const own =
    (place.kind === 'row' && answers.rows.has(place.row) && ownerOfRow(answers, place.row) === person) ||
    (place.kind === 'list' && place.list.startsWith(`${person}/`)) ||
    place.kind === 'sources'
  return own ? place : { kind: 'tasks', draft: place.draft }
}

/** What the packet prints, and the files that go along. */
async function filesOf(site: Site, session: Session, as: PacketShape): Promise<FileToMake[]> {
  await session.flush()
  const { draft } = session.view()
  const application = await onPaper(site, session.view().application)
  const inWords = { englishLines: as.endsWith('WithEnglish') }
  const enclosures: { key: string; enclosure: Enclosure }[] = []
  for (const [document, files] of allFiles(draft))
    for (const { key, file } of files) {
      const bytes = await keptFile(site, draft.id, key)
      if (bytes) enclosures.push({ key: document, enclosure: { name: file.name, type: file.type, bytes, document } })
    }
  const name = `horeca1-${draft.reference}`
  if (as.startsWith('one'))
    return [
      {
        content: await inTurns(site, contentInPieces(application, draft.reference, answersText(wholeFile(draft)), inWords)),
        enclosures: enclosures.map(({ enclosure }) => enclosure),
        name: `${name}.pdf`,
        about: '',
        closed: null,
      },
    ]
  const parts = await inTurns(site, setInPieces(application, draft.reference, fileNames(draft), inWords))
  const closed = new Map<string, { bytes: Uint8Array; pages: number }>()
  for (const [person, back] of Object.entries(draft.returned ?? {})) {
    const key = closedPages(person)
    const bytes = back.closed ? await keptFile(site, draft.id, key) : null
    if (bytes) closed.set(person, { bytes, pages: back.pages })
  }
  return parts.map((part) => ({
    closed: (part.kind === 'person' && part.row !== null && closed.get(part.row)) || null,
    content: part.content,
    enclosures: enclosures.flatMap(({ key, enclosure }) => (partOfDocument(parts, application, key) === part ? [enclosure] : [])),
    name: `${name}-${part.suffix}.pdf`,
    about: part.name,
  }))
}
