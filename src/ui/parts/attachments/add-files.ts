import { plainFileName } from '../../../draft/files/file-name.ts'
import type { Session } from '../../../draft/session.ts'
import type { DocumentResult } from '../../../engine/assessment.ts'
import { answerKey } from '../../../model/answers/answers.ts'
import { ATTACHMENT_KINDS } from '../../../model/answers/attachment-kind.ts'
import { printableName } from '../../../model/answers/printable.ts'
import { type Lang, wordsIn } from '../../../model/lang.ts'
import type { Undrawn } from '../../../model/packet-file/enclosure.ts'
import type { Variant } from '../../../model/variant.ts'
import type { Site } from '../../site.ts'
import { ATTACHMENTS } from '../../text/later/attachments.ts'
import type { Words } from '../../text.ts'
import { fileLimits } from '../send/channel-limits.ts'
import { oneFileOf } from './several-files.ts'

const MEGABYTE = 1024 * 1024
/** More at once is a mistake. */
const MOST_FILES = 40
/** What can become pages of one PDF. */
const JOINABLE: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']

/** What no recipient can use, or had better not open. */
const REFUSED = ['locked', 'damaged', 'empty', 'unknownKind', 'script', 'bomb'] as const
const isRefused = (why: Undrawn): why is (typeof REFUSED)[number] => REFUSED.some((refused) => refused === why)

/** What may be added for a document. */
export interface MayAdd {
  readonly limits: ReturnType<typeof fileLimits>
  /** Accepted kinds of file; for a document that names none, all that a packet can hold. */
  readonly kinds: readonly string[]
  /** Photos may become a PDF. */
  readonly canJoin: boolean
}

export function mayAdd(variant: Variant, document: DocumentResult): MayAdd {
  const limits = fileLimits(variant, document)
  const kinds = Object.entries(ATTACHMENT_KINDS).flatMap(([kind, endings]) =>
    limits.kinds.length === 0 || endings.some((ending) => limits.kinds.includes(ending)) ? [kind] : [],
  )
  return { limits, kinds, canJoin: kinds.includes('application/pdf') }
}

/** The kinds that the file picker offers. */
export const offered = ({ kinds, canJoin }: MayAdd): string => (canJoin ? [...new Set([...kinds, ...JOINABLE])] : kinds).join(',')

/** Whether files of these kinds can become one PDF here. */
export const canBecomeOne = ({ canJoin }: MayAdd, types: readonly string[]): boolean =>
  canJoin && types.length > 1 && types.every((type) => JOINABLE.includes(type))

export interface Adding {
  readonly session: Session
  readonly site: Site
  readonly words: Words
  readonly lang: Lang
  readonly document: DocumentResult
  readonly may: MayAdd
  /** Reports what is in progress. */
  readonly tell: (doing: 'checking' | 'joining' | null) => void
}

/** Adds files to a document, each as it is; photos for a document wanted as PDF are joined into one. Says what is wrong, or that one cannot be drawn. */
export async function addFiles(all: readonly File[], adding: Adding): Promise<{ readonly problem?: string; readonly note?: string }> {
  const { lang, may, document, site, tell } = adding
  const { limits, kinds } = may
  if (all.length > MOST_FILES) return { problem: wordsIn(ATTACHMENTS, lang).tooMany(MOST_FILES) }
  const asTheyAre = all.filter(({ type }) => kinds.includes(type))
  const toTurn = all.filter((file) => !asTheyAre.includes(file))
  if (toTurn.length > 0 && !(may.canJoin && toTurn.every(({ type }) => JOINABLE.includes(type))))
    return { problem: limits.kinds.length > 0 ? wordsIn(ATTACHMENTS, lang).wanted(limits.kinds) : wordsIn(ATTACHMENTS, lang).wrongKind }
  if (all.some(({ size }) => size > limits.megabytes * MEGABYTE)) return { problem: wordsIn(ATTACHMENTS, lang).tooLarge(limits.megabytes) }
  let note: string | undefined
  for (const file of asTheyAre) {
    const bytes = await file.arrayBuffer().catch(() => null)
    if (!bytes) return { problem: wordsIn(ATTACHMENTS, lang).notJoined.damaged(file.name) }
    const added = await addOne(file.name, file.type, new Uint8Array(bytes), adding)
    if (added.problem) return added
    note = added.note ?? note
  }
  if (toTurn.length > 0) {
    tell('joining')
    const joined = await oneFileOf(toTurn, site).catch(() => ({ ok: false, name: toTurn[0]?.name ?? '', problem: 'damaged' }) as const)
    tell(null)
    if (!joined.ok) return { problem: wordsIn(ATTACHMENTS, lang).notJoined[joined.problem](plainFileName(joined.name)) }
    return addOne(`${document.name}.pdf`, 'application/pdf', joined.bytes, adding)
  }
  return note === undefined ? {} : { note }
}

/** Joins several files of a document into one PDF, in their order; the originals are removed. */
export async function joinThese(
  files: readonly { readonly key: string; readonly file: File }[],
  adding: Adding,
): Promise<{ readonly problem?: string }> {
  const { lang, site, session, tell } = adding
  tell('joining')
  const joined = await oneFileOf(
    files.map(({ file }) => file),
    site,
  ).catch(() => ({ ok: false, name: files[0]?.file.name ?? '', problem: 'damaged' }) as const)
  tell(null)
  if (!joined.ok) return { problem: wordsIn(ATTACHMENTS, lang).notJoined[joined.problem](plainFileName(joined.name)) }
  const added = await addOne(`${adding.document.name}.pdf`, 'application/pdf', joined.bytes, adding)
  if (added.problem) return added
  for (const { key } of files) await session.removeFile(key)
  return {}
}

async function addOne(
  name: string,
  type: string,
  bytes: Uint8Array,
  { session, site, words, lang, document, may, tell }: Adding,
): Promise<{ readonly problem?: string; readonly note?: string }> {
  if (bytes.length > may.limits.megabytes * MEGABYTE) return { problem: wordsIn(ATTACHMENTS, lang).tooLarge(may.limits.megabytes) }
  const plain = printableName(plainFileName(name))
  tell('checking')
  const shown = await site.shownAs(plain, bytes).catch(() => null)
  tell(null)
  const why = shown && 'why' in shown ? shown.why : null
  if (why !== null && isRefused(why)) return { problem: wordsIn(ATTACHMENTS, lang).refused[why](plain) }
  const pages = shown && 'pages' in shown ? shown.pages : null
  try {
    await session.addFile(
      answerKey(document.id, document.row),
      { name: plain, type, size: bytes.length, ...(pages !== null && { pages }) },
      bytes,
    )
  } catch {
    // no room: nothing was added
    return { problem: words.keeping.fileNotKept(plain) }
  }
  return why === null ? {} : { note: wordsIn(ATTACHMENTS, lang).notDrawn(plain) }
}
