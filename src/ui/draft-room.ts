import { openSession, type Session } from '../draft/session.ts'
import type { PacketContent } from '../engine/assessment.ts'
import { packetContent } from '../engine/packet-content.ts'
import { readerOn } from '../engine/reader.ts'
import type { Place } from '../machine/place.ts'
import { walkTree } from '../machine/walk-tree.ts'
import { answersText } from '../model/write-answers.ts'
import type { Enclosure, Site } from './site.ts'
import type { Lang } from './text.ts'

// Everything that needs the engine: fetched when a draft is opened, not on the first visit.

/** Fetches a draft and the rules of its town. What cannot be opened is said by the name of a text of the start page. */
export async function openDraft(site: Site, id: string, lang: Lang): Promise<Session> {
  for (const storage of [site.memory, site.storage]) {
    const draft = (await storage.list()).drafts.find((each) => each.id === id)
    if (!draft) continue
    const town = site.towns.find((each) => each.id === draft.file.variant)
    if (!town) throw new Error('townGone')
    const { variant } = await town.load()
    return openSession(draft, variant, site.today(), lang, { storage, now: site.now, later: site.later })
  }
  throw new Error('draftNotFound')
}

/** A step that is not on the path leads to where the path is; a page of something that is gone leads to the overview. */
export function mayStand(session: Session, place: Place): Place {
  if (!('draft' in place)) return place
  const { variant, one, answers } = session.view()
  if (place.kind === 'step') {
    const { steps, end } = walkTree(variant, readerOn(one))
    if (steps.includes(place.step)) return place
    if (end.kind === 'stop') return { kind: 'stop', draft: place.draft }
    const last = steps.at(-1)
    return last === undefined ? { kind: 'about', draft: place.draft } : { ...place, step: last }
  }
  if (place.kind === 'row' && !answers.rows.has(place.row)) return { kind: 'tasks', draft: place.draft }
  return place
}

/** What the packet prints, and the files that go along. */
export async function contentOf(site: Site, session: Session): Promise<{ content: PacketContent; enclosures: Enclosure[]; name: string }> {
  await session.flush()
  const { draft, one } = session.view()
  const enclosures: Enclosure[] = []
  for (const [document, { name, type }] of Object.entries(draft.files)) {
    const bytes = (await site.storage.getFile(draft.id, document)) ?? (await site.memory.getFile(draft.id, document))
    if (bytes) enclosures.push({ name, type, bytes })
  }
  return {
    content: packetContent(one, draft.kenmerk, answersText(draft.file)),
    enclosures,
    name: `horeca1-${draft.kenmerk}.pdf`,
  }
}
