import { AFRelationship, PDFDocument } from 'pdf-lib'
import type { PacketContent } from '../engine/assessment.ts'
import { momentOf } from '../feel/day.ts'
import { describe } from './describe.ts'
import { draw } from './draw.ts'
import { layOut } from './lay-out.ts'
import { digestOf, seal } from './page-seal.ts'
import { printedAs, type Substituted, substitutedIn } from './substituted.ts'
import { save } from './tags/save.ts'
import { embedTypeface, type FontBytes } from './type/typeface.ts'

/** A document of the applicant that travels inside, byte for byte. */
export interface Enclosure {
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
  /** What it is a copy of: `document` or `document@row`. */
  readonly document: string
}
export interface Written {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that no typeface has: their code points are printed, and a continuation sheet says where. */
  readonly substituted: readonly Substituted[]
}

/** Name under which the answers travel; they are found by their relationship, not by this name. */
export const ANSWERS_FILE = 'answers.json'

/** The packet as one tagged PDF with the answers inside. The same content gives the same bytes. Whatever the answers hold, there is a packet. */
export async function writePacket(
  content: PacketContent,
  fonts: FontBytes,
  enclosures: readonly Enclosure[] = [],
  onProgress?: (part: 'layout' | 'draw' | 'save') => void,
): Promise<Written> {
  const document = await PDFDocument.create()
  const typeface = await embedTypeface(document, fonts)
  onProgress?.('layout')
  const substituted = substitutedIn(content, typeface.has)
  const printed = printedAs(content, typeface.has)
  const packet = layOut(printed, await sha256(content.signs ?? content.answersJson), typeface.measure, substituted)
  onProgress?.('draw')
  const contents = draw(document, packet, typeface)
  const day = momentOf(content.assessment.dates.today)
  const ordered = numbered(enclosures)
  const digests = await seal(document, contents, content.reference, content.assessment.ruleSet, day)
  await describe(document, packet, printed, day, await versionOf(content, digests, ordered))
  if (content.answersJson !== '')
    await document.attach(new TextEncoder().encode(content.answersJson), ANSWERS_FILE, {
      mimeType: 'application/json',
      description: 'Answers of this packet',
      afRelationship: AFRelationship.Data,
      creationDate: day,
      modificationDate: day,
    })
  for (const { name, enclosure } of ordered) {
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
  return { bytes: await save(document), pages: packet.pages.length, substituted }
}

/** What tells this version of a packet from every other: all that is printed and all that travels inside. */
async function versionOf(content: PacketContent, pages: readonly string[], enclosures: ReturnType<typeof numbered>): Promise<string> {
  const encoder = new TextEncoder()
  const inside = await Promise.all(
    [encoder.encode(content.answersJson), ...enclosures.map(({ enclosure }) => enclosure.bytes)].map(digestOf),
  )
  const names = enclosures.map(({ name, enclosure: { type, document } }) => [name, type, document])
  return digestOf(encoder.encode(JSON.stringify([content.title, content.applicant, content.assessment.dates.today, pages, inside, names])))
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

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
