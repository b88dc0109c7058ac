import { AFRelationship, PDFDocument, type PDFRef } from 'pdf-lib'
import type { PacketContent, Proof } from '../engine/assessment.ts'
import { momentOf } from '../feel/day.ts'
import type { Enclosure } from '../model/packet-file/enclosure.ts'
import { fromBase64 } from '../model/util/bytes/base64.ts'
import { sha256 } from '../model/util/bytes/sha256.ts'
import type { Attached } from './added/attached.ts'
import type { AttachedFile } from './attached-pages.ts'
import { describe } from './describe.ts'
import type { Measure, PacketDocument } from './document.ts'
import { draw } from './drawing/draw.ts'
import { layOut } from './lay-out.ts'
import type { FilledForm } from './official/fill.ts'
import { unfilledForms } from './official/unfilled.ts'
import { digestOf, seal } from './page-seal.ts'
import { keyOf, marksOf } from './parts/marks.ts'
import { printedAs, type Substituted, substitutedIn } from './substituted.ts'
import { save } from './tags/save.ts'
import { TEXTS } from './texts.ts'
import { embedTypeface, type FontBytes } from './type/typeface.ts'

/** With how the packet shows it, when that was determined before, in a worker that can be stopped. */
export interface ShownEnclosure extends Enclosure {
  readonly shown?: Attached
}
export interface Written {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that no typeface has: their code points are printed, and a continuation sheet says where. */
  readonly substituted: readonly Substituted[]
  /** Names and first pages of its parts. */
  readonly parts: readonly { readonly title: string; readonly page: number }[]
  /** PDFs of the town, filled in and still editable, as embedded in the packet. */
  readonly forms: readonly FormFile[]
  /** Titles of forms that a PDF of the town should replace, printed in our own layout because filling it in failed. */
  readonly unfilled: readonly string[]
}

/** The words of a packet as HTML. */
export interface WrittenCopy extends Pick<Written, 'unfilled'> {
  readonly html: string
}

/** A PDF of the town, filled in. */
export interface FormFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** PDFs of towns that replace our layout, by their SHA-256. */
export type Pdfs = ReadonlyMap<string, Uint8Array>

/** File name of the embedded answers; they are found by their relationship, not by this name. */
export const ANSWERS_FILE = 'answers.json'

export interface WriteOptions {
  readonly onProgress?: (part: 'layout' | 'draw' | 'save') => void
  /** Whether the applicant's files are embedded as well; if not, only their pages are shown. */
  readonly embeds?: boolean
  /** The PDFs that the forms of this content are filled in on; a form whose PDF is not among them gets our own layout. */
  readonly pdfs?: Pdfs
}

/** The packet as one tagged PDF with the answers embedded. The same content gives the same bytes. There is a packet whatever the answers hold. */
export async function writePacket(
  content: PacketContent,
  fonts: FontBytes,
  enclosures: readonly ShownEnclosure[] = [],
  { onProgress, embeds = true, pdfs }: WriteOptions = {},
): Promise<Written> {
  const document = await PDFDocument.create()
  const laid = await laidOut(document, content, fonts, enclosures, { pdfs, onProgress })
  const { packet, typeface, substituted, printed, ordered, attached, filled, unfilled } = laid
  onProgress?.('draw')
  const contents = draw(
    document,
    packet,
    typeface,
    [...attached.map(({ shown }) => (shown.kind === 'pages' ? shown.sheets : null)), ...[...filled.values()].map(({ sheets }) => sheets)],
    await markPicture(document, content),
  )
  const forms = [...filled].map(([form, { bytes }]) => ({ name: formFileName(form), bytes }))
  const day = momentOf(content.assessment.dates.today)
  // a proof is not a packet: its pages carry no seal
  const digests = await (content.proof ? Promise.all(contents.map(digestOf)) : seal(document, contents, content, day))
  await describe(document, packet, printed, day, await versionOf(content, digests, ordered))
  if (content.answersJson !== '')
    await document.attach(new TextEncoder().encode(content.answersJson), ANSWERS_FILE, {
      mimeType: 'application/json',
      description: 'Answers of this packet',
      afRelationship: AFRelationship.Data,
      creationDate: day,
      modificationDate: day,
    })
  for (const { name, bytes } of embeds ? forms : [])
    await document.attach(bytes, name, {
      mimeType: 'application/pdf',
      description: 'The form as the town gives it, filled in',
      // the editable equivalent of its pages
      afRelationship: AFRelationship.Alternative,
      creationDate: day,
      modificationDate: day,
    })
  for (const { name, enclosure } of embeds ? ordered : []) {
    await document.attach(enclosure.bytes, name, {
      mimeType: enclosure.type,
      // by this the file finds its document again when the packet is opened here
      description: enclosure.document,
      afRelationship: AFRelationship.Supplement,
      creationDate: day,
      modificationDate: day,
    })
  }
  onProgress?.('save')
  const parts = packet.bookmarks.filter(({ level }) => level === 1).map(({ title, page }) => ({ title, page }))
  return { bytes: await save(document), pages: packet.pages.length, substituted, parts, forms, unfilled }
}

/** A raster logo, once in the file for all pages. On white, as paper is. */
async function markPicture({ context }: PDFDocument, { mark }: PacketContent): Promise<PDFRef | null> {
  if (!mark || 'paths' in mark) return null
  const [{ pngPoints }, { Budget }] = await Promise.all([import('./added/png.ts'), import('./added/sheets.ts')])
  const { width, height, space, bytes } = await pngPoints(fromBase64(mark.png), new Budget())
  const head = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: space, BitsPerComponent: 8 }
  return context.register(context.flateStream(bytes, head))
}

/** The words of a packet as one HTML file, from the same layout. */
export async function writeReadingCopy(
  content: PacketContent,
  fonts: FontBytes,
  enclosures: readonly ShownEnclosure[] = [],
  pdfs?: Pdfs,
): Promise<WrittenCopy> {
  const { packet, unfilled } = await laidOut(await PDFDocument.create(), content, fonts, enclosures, { pdfs })
  const { readingCopy } = await import('./reading/reading-copy.ts')
  return { html: readingCopy(packet), unfilled }
}

async function laidOut(
  document: PDFDocument,
  content: PacketContent,
  fonts: FontBytes,
  enclosures: readonly ShownEnclosure[],
  { pdfs = new Map(), onProgress }: { readonly pdfs: Pdfs | undefined; readonly onProgress?: WriteOptions['onProgress'] },
) {
  const typeface = await embedTypeface(document, fonts)
  onProgress?.('layout')
  const substituted = substitutedIn(content.town ?? content, typeface.has)
  const printed = printedAs(content, typeface.has)
  const filled = await filledForms(content, printed, fonts, pdfs)
  const unfilled = unfilledForms(content, filled).map(({ title }) => title)
  const ordered = numbered(enclosures, [...filled.keys()].map(formFileName))
  const attached = await attachedFiles(ordered, content, typeface.has)
  const hash = await sha256(encoder.encode(content.signs ?? content.answersJson))
  const packet = printed.proof
    ? await proofOf({ ...printed, proof: printed.proof }, hash, typeface.measure)
    : layOut(printed, hash, typeface.measure, substituted, attached, filled)
  return { packet, typeface, substituted, printed, ordered, attached, filled, unfilled }
}

const formFileName = (form: string): string => `${form}-formulier.pdf`

/** The forms of a packet that a PDF of the town replaces, by form. The code that fills them in is loaded only when needed. */
async function filledForms(content: PacketContent, printed: PacketContent, fonts: FontBytes, pdfs: Pdfs): Promise<Map<string, FilledForm>> {
  const filled = new Map<string, FilledForm>()
  if (content.part === 'signing') return filled
  const { lang, forms } = content.town ?? content
  for (const [index, { id, official }] of forms.entries()) {
    const bytes = official && pdfs.get(official.digest)
    const form = (printed.town ?? printed).forms[index]
    if (!bytes || !form) continue
    const { fillForm } = await import('./official/fill.ts')
    const words = TEXTS[lang]
    // field names as the file has them, texts as they are printed
    const says = [words.continued, words.continuedShort, '*']
    // there is a packet whatever the answers do: our own layout says the same, and the packet tells that it was used
    const made = await fillForm(bytes, form, official.fields, fonts.regular, says).catch(() => null)
    if (made) filled.set(id, made)
  }
  return filled
}

/** The code for a proof is loaded with the first one. */
async function proofOf(content: PacketContent & { readonly proof: Proof }, hash: string, measure: Measure): Promise<PacketDocument> {
  const { layOutProof } = await import('./proof/lay-out-proof.ts')
  return layOutProof(content, hash, measure)
}

/** How much the pages of all attachments may add to a packet, in bytes: a larger file cannot be mailed. */
const MOST_DRAWN = 40 * 1024 * 1024

/** When a document has several files, each has the mark of the document and its own number: `B3.1`, `B3.2`. */
function fileMarks(enclosures: ReturnType<typeof numbered>, marks: ReadonlyMap<string, string>): (document: string) => string {
  const count = new Map<string, number>()
  for (const { enclosure } of enclosures) count.set(enclosure.document, (count.get(enclosure.document) ?? 0) + 1)
  const extra = [...count.keys()].filter((document) => !marks.has(document))
  const given = new Map<string, number>()
  return (document) => {
    const mark = marks.get(document) ?? `B${marks.size + extra.indexOf(document) + 1}`
    const number = (given.get(document) ?? 0) + 1
    given.set(document, number)
    return (count.get(document) ?? 0) > 1 ? `${mark}.${number}` : mark
  }
}

/** Each file with what the packet says and shows of it, sorted by mark. */
async function attachedFiles(
  enclosures: ReturnType<typeof numbered>,
  content: PacketContent,
  has: (character: string) => boolean,
): Promise<AttachedFile[]> {
  const marks = marksOf(content)
  const titles = new Map(content.assessment.documents.map((document) => [keyOf(document), document.name]))
  let room = MOST_DRAWN
  const markOf = fileMarks(enclosures, marks)
  const files: AttachedFile[] = []
  for (const { name, enclosure } of enclosures) {
    let shown = enclosure.shown ?? (await attachHere(name, enclosure.bytes))
    if (shown.kind === 'pages') {
      const size = shown.sheets.objects.reduce((sum, { bytes }) => sum + bytes.length, 0)
      if (size > room) shown = { kind: 'named', why: 'tooLarge' }
      else room -= size
    }
    const mark = markOf(enclosure.document)
    const printed = printedAs({ name, title: titles.get(enclosure.document) ?? '', shown: shown.kind === 'text' ? shown.text : '' }, has)
    files.push({
      mark,
      title: printed.title,
      name: printed.name,
      bytes: enclosure.bytes.length,
      hash: await sha256(enclosure.bytes),
      shown: shown.kind === 'text' ? { ...shown, text: printed.shown } : shown,
    })
  }
  return files.toSorted((a, b) => byMark(a.mark, b.mark))
}

/** `B2` before `B10`, `B2.9` before `B2.10`. */
function byMark(a: string, b: string): number {
  const numbersIn = (mark: string): number[] => mark.slice(1).split('.').map(Number)
  const [[document = 0, file = 0], [other = 0, otherFile = 0]] = [numbersIn(a), numbersIn(b)]
  return document - other || file - otherFile
}

/** The code that reads added files is loaded only by packets that have some. */
async function attachHere(name: string, bytes: Uint8Array): Promise<Attached> {
  const { attach } = await import('./added/attached.ts')
  return attach(name, bytes)
}

/** Tells this version of a packet from every other: a digest of everything printed and embedded. */
async function versionOf(content: PacketContent, pages: readonly string[], enclosures: ReturnType<typeof numbered>): Promise<string> {
  const inside = await Promise.all(
    [encoder.encode(content.answersJson), ...enclosures.map(({ enclosure }) => enclosure.bytes)].map(digestOf),
  )
  const names = enclosures.map(({ name, enclosure: { type, document } }) => [name, type, document])
  return digestOf(encoder.encode(JSON.stringify([content.title, content.applicant, content.assessment.dates.today, pages, inside, names])))
}

/** Sorted by document, and within a document as they were added; of two files with the same name the second gets a number, as names in a PDF are
 * unique. */
function numbered(enclosures: readonly ShownEnclosure[], others: readonly string[]): { name: string; enclosure: ShownEnclosure }[] {
  const taken = new Set([ANSWERS_FILE, ...others])
  return [...enclosures]
    .sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0))
    .map((enclosure) => {
      let name = enclosure.name
      for (let n = 2; taken.has(name); n += 1) name = enclosure.name.replace(/(\.[^.]*)?$/, ` (${n})$1`)
      taken.add(name)
      return { name, enclosure }
    })
}

const encoder = new TextEncoder()
