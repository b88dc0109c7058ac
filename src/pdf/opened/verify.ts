import { decodePDFRawStream, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from 'pdf-lib'
import type { PacketContent } from '../../engine/assessment.ts'
import type { PacketInside } from '../../model/packet-file/read-packet.ts'
import type { AddedSince, Verified } from '../../model/packet-file/verified.ts'
import { sha256 } from '../../model/util/bytes/sha256.ts'
import { foreignNotesOf } from '../page-seal.ts'
import { signerMarks } from '../parts/marks.ts'
import { TEXTS } from '../texts.ts'
import type { FontBytes } from '../type/typeface.ts'
import { ANSWERS_FILE, type FormFile, type Pdfs, writePacket } from '../write.ts'
import { openOwned } from './open.ts'
import { pageDigests } from './page-digests.ts'

/** Makes the packet again from the answers inside and compares every page. `content`: what those answers print under the rules available here. */
export async function verifyPacket(
  bytes: Uint8Array,
  { answersJson, reference, ruleSet, files, pages: since }: PacketInside,
  content: PacketContent,
  fonts: FontBytes,
  pdfs?: Pdfs,
): Promise<Verified> {
  const enclosures = files.map(({ name, type, bytes: file, document }) => ({ name, type, bytes: file, document: document ?? '' }))
  const again = await writePacket(content, fonts, enclosures, pdfs && { pdfs })
  const document = await openOwned(bytes)
  const now = await pageDigests(document)
  const made = await pageDigests(await openOwned(again.bytes))
  const pagesThatSayOther = [...made.keys()].filter((page) => now.has(page) && now.get(page) !== made.get(page))
  const marks = signerMarks(content)
  const title = TEXTS[(content.town ?? content).lang].signing
  const added = addedSince(document, bytes, again.forms)
  const changed = [pagesThatSayOther, since.overdrawn, since.annotated, since.foreign, added.otherFiles, added.notes]
  return {
    ...added,
    fileHash: await sha256(bytes),
    answersHash: await sha256(new TextEncoder().encode(answersJson)),
    reference,
    ruleSet,
    sameRules: ruleSet?.hash === content.assessment.ruleSet.hash,
    pages: again.pages,
    pagesThatSayOther,
    signing: content.signers.map(({ row, name }) => ({
      sheet: marks.get(row) ?? '',
      page: again.parts.find((part) => part.title === `${title}: ${name}`)?.page ?? null,
      name,
    })),
    since,
    attachments: await Promise.all(
      files.map(async ({ name, document: of, bytes: file }) => ({ name, document: of, hash: await sha256(file) })),
    ),
    isSound: changed.every(({ length }) => length === 0) && since.missing === 0 && added.programs === 0,
  }
}

/** Finds what others added to a packet. */
function addedSince(document: PDFDocument, bytes: Uint8Array, forms: readonly FormFile[]): AddedSince {
  const { context } = document
  let signatures = 0
  let programs = 0
  const otherFiles: string[] = []
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    programs += actionsIn(object)
    const type = object.lookup(PDFName.of('Type'))
    if (type === PDFName.of('Sig') || type === PDFName.of('DocTimeStamp')) signatures += 1
    if (type !== PDFName.of('Filespec')) continue
    const shown = textOf(object.lookup(PDFName.of('UF')))
    const relation = object.lookup(PDFName.of('AFRelationship'))
    const isOurs =
      relation === PDFName.of('Supplement') ||
      (relation === PDFName.of('Data') && shown === ANSWERS_FILE) ||
      (relation === PDFName.of('Alternative') && forms.some((form) => form.name === shown && isSame(form.bytes, insideOf(object))))
    if (!isOurs) otherFiles.push(shown)
  }
  const ends = new TextDecoder('latin1').decode(bytes).match(/startxref\s+\d+\s+%%EOF/g)?.length ?? 0
  const notes = document.getPages().flatMap((page, index) =>
    foreignNotesOf(page).map((note) => ({
      page: index + 1,
      kind: note instanceof PDFDict ? String(note.lookup(PDFName.of('Subtype')) ?? '').slice(1) : '',
      text: note instanceof PDFDict ? textOf(note.lookup(PDFName.of('Contents'))) : '',
    })),
  )
  return { signatures, updates: Math.max(0, ends - 1), otherFiles, notes, programs }
}

/** The data of an embedded file; null: nothing that can be read. */
function insideOf(file: PDFDict): Uint8Array | null {
  const streams = file.lookup(PDFName.of('EF'))
  const stream = streams instanceof PDFDict ? (streams.lookup(PDFName.of('UF')) ?? streams.lookup(PDFName.of('F'))) : undefined
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : null
}

const isSame = (one: Uint8Array, other: Uint8Array | null): boolean =>
  one.length === other?.length && one.every((byte, at) => byte === other[at])

const RUNS: ReadonlySet<unknown> = new Set(
  ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'Rendition'].map((name) => PDFName.of(name)),
)

/** Number of actions that run something, in a dictionary and those nested in it. */
function actionsIn(dict: PDFDict): number {
  const own = RUNS.has(dict.lookup(PDFName.of('S'))) ? 1 : 0
  return dict.values().reduce((sum, value) => sum + (value instanceof PDFDict ? actionsIn(value) : 0), own)
}

const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
