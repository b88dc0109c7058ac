import { AFRelationship, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import type { PacketContent } from '../engine/assessment.ts'
import { asPrinted, unprintable } from '../model/answers/printable.ts'
import type { PacketDocument } from './document.ts'
import { draw } from './draw.ts'
import { layOut } from './lay-out.ts'
import { seal } from './page-seal.ts'
import { embedTypeface, type FontBytes } from './typeface.ts'

/** A character that the typeface does not have, and the box (or part) it stands in. */
export interface MissingCharacter {
  readonly box: string
  readonly character: string
}
/** A document of the applicant that travels inside, byte for byte. */
export interface Enclosure {
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
  /** What it is a copy of: `document` or `document@row`. */
  readonly document: string
}
export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly problems: readonly MissingCharacter[] }

/** Name under which the answers travel; they are found by their relationship, not by this name. */
export const ANSWERS_FILE = 'answers.json'

/** The packet as one tagged PDF with the answers inside. The same content gives the same bytes. Nothing is written when a character cannot be. */
export async function writePacket(
  content: PacketContent,
  fonts: FontBytes,
  enclosures: readonly Enclosure[] = [],
  onProgress?: (part: 'layout' | 'draw' | 'save') => void,
): Promise<Written> {
  const document = await PDFDocument.create()
  const typeface = await embedTypeface(document, fonts)
  onProgress?.('layout')
  const packet = layOut(cleaned(content), await sha256(content.signs ?? content.answersJson), typeface.measure)
  const problems = missingIn(packet)
  if (problems.length > 0) return { ok: false, problems }
  onProgress?.('draw')
  const contents = draw(document, packet, typeface)
  const day = new Date(`${content.assessment.dates.today}T00:00:00Z`)
  await seal(document, contents, content.kenmerk, content.assessment.ruleSet, day)
  describe(document, packet, content, day)
  if (content.answersJson !== '')
    await document.attach(new TextEncoder().encode(content.answersJson), ANSWERS_FILE, {
      mimeType: 'application/json',
      description: 'Answers of this packet',
      afRelationship: AFRelationship.Data,
      creationDate: day,
      modificationDate: day,
    })
  for (const { name, enclosure } of numbered(enclosures)) {
    await document.attach(enclosure.bytes, name, {
      mimeType: enclosure.type,
      // by this the file finds its place again when the packet is opened here
      description: enclosure.document,
      afRelationship: AFRelationship.Supplement,
      creationDate: day,
      modificationDate: day,
    })
  }
  onProgress?.('save')
  return {
    ok: true,
    bytes: await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }),
    pages: packet.pages.length,
  }
}

/** In the order of their documents, whatever the order in which they were added; of two files with one name the second gets a number, as a name stands once in a PDF. */
function numbered(enclosures: readonly Enclosure[]): { name: string; enclosure: Enclosure }[] {
  const taken = new Set([ANSWERS_FILE])
  return [...enclosures]
    .sort((a, b) => (a.document < b.document ? -1 : 1))
    .map((enclosure) => {
      let name = enclosure.name
      for (let n = 2; taken.has(name); n += 1) name = enclosure.name.replace(/(\.[^.]*)?$/, ` (${n})$1`)
      taken.add(name)
      return { name, enclosure }
    })
}

function describe(document: PDFDocument, packet: PacketDocument, content: PacketContent, day: Date): void {
  document.setTitle(packet.title, { showInWindowTitleBar: true })
  document.setSubject(content.kenmerk)
  document.setLanguage(packet.lang)
  document.setCreator('Horeca1')
  document.setProducer('Horeca1')
  document.setCreationDate(day)
  document.setModificationDate(day)
  // says what the file is, and claims no conformance that no validator has seen
  const { context } = document
  const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const xmp = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(packet.title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>${packet.lang}</rdf:li></rdf:Bag></dc:language><xmp:CreatorTool>Horeca1</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
  document.catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' })),
  )
  const id = PDFHexString.fromText(content.kenmerk)
  context.trailerInfo.ID = context.obj([id, id])
}

function missingIn(packet: PacketDocument): MissingCharacter[] {
  const found = new Map<string, MissingCharacter>()
  for (const page of packet.pages) {
    for (const placement of page.placements) {
      if (placement.kind !== 'text') continue
      for (const character of unprintable(placement.text))
        found.set(`${placement.origin} ${character}`, { box: placement.origin, character })
    }
  }
  return [...found.values()]
}

/** Composed letters, and no control characters: what people paste from elsewhere. */
function cleaned<T>(value: T): T {
  if (typeof value === 'string') return asPrinted(value) as T
  if (Array.isArray(value)) return value.map((item) => cleaned(item) as unknown) as T
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)])) as T
  return value
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
