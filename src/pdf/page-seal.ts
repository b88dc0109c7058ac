import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import type { PacketContent } from '../engine/assessment.ts'
import type { PageState, RuleSetName } from '../model/packet-file/read-packet.ts'
import { hex } from '../model/util/bytes/hex.ts'
import { sha256 } from '../model/util/bytes/sha256.ts'
import { LINK_NAME } from './tags/links.ts'

// Each page of a packet names its packet, its page number and a digest of what was drawn on it: as private data of the page (ISO 32000-1, 14.5),
// which readers ignore and which stays with the page when programs split or merge PDFs.

const OWNER = PDFName.of('Horeca1')

/** Marks the file with the rules it was made under, and seals each page. `contents`: what was drawn on each. Returns the digests of the pages. */
export async function seal(
  document: PDFDocument,
  contents: readonly Uint8Array[],
  { assessment: { ruleSet }, reference, englishLines }: PacketContent,
  day: Date,
): Promise<string[]> {
  const { context } = document
  const moment = PDFString.fromDate(day)
  const { id, version, hash } = ruleSet
  const rules = Object.fromEntries(
    Object.entries({ Id: id, Version: version, Hash: hash, ...(englishLines && { Along: 'en' }) }).map(([key, text]) => [
      key,
      PDFHexString.fromText(text),
    ]),
  )
  document.catalog.set(PDFName.of('PieceInfo'), context.obj({ Horeca1: { LastModified: moment, Private: rules } }))
  const pages = document.getPages()
  const digests = await Promise.all(contents.map(digestOf))
  for (const [index, page] of pages.entries()) {
    page.node.set(PDFName.of('LastModified'), moment)
    page.node.set(
      PDFName.of('PieceInfo'),
      context.obj({
        Horeca1: {
          LastModified: moment,
          Private: {
            Reference: PDFHexString.fromText(reference),
            Page: index + 1,
            Of: pages.length,
            Digest: PDFHexString.of(digests[index] ?? ''),
          },
        },
      }),
    )
  }
  return digests
}

export interface Seal {
  readonly reference: string
  readonly page: number
  readonly of: number
  readonly digest: string
}

/** Checks every page against its seal. `bytesOf` decodes a stream, within the limits of the reader. */
export async function stateOfPages(document: PDFDocument, bytesOf = decoded): Promise<PageState> {
  const overdrawn: number[] = []
  const annotated: number[] = []
  const foreign: number[] = []
  const found = new Set<number>()
  const pages = document.getPages()
  const first = pages.map(sealOf).find((seal) => seal !== null) ?? null
  for (const [index, page] of pages.entries()) {
    const seal = sealOf(page)
    if (!seal || seal.reference !== first?.reference || found.has(seal.page)) {
      foreign.push(index + 1)
      continue
    }
    found.add(seal.page)
    if (foreignNotesOf(page).length > 0) annotated.push(index + 1)
    if ((await digestOf(drawnOn(page, bytesOf))) !== seal.digest) overdrawn.push(index + 1)
  }
  return { reference: first?.reference ?? null, overdrawn, annotated, foreign, missing: first ? first.of - found.size : 0 }
}

/** Annotations that somebody added to the page: our own links are recognised by their names. */
export const foreignNotesOf = (page: PDFPage): PDFObject[] => notesOf(page).filter((note) => !isOurs(note))
/** The links that the page was made with. */
export const ownNotesOf = (page: PDFPage): PDFObject[] => notesOf(page).filter(isOurs)

const notesOf = ({ node }: PDFPage): PDFObject[] => (node.Annots()?.asArray() ?? []).flatMap((ref) => node.context.lookup(ref) ?? [])

function isOurs(note: PDFObject): boolean {
  const name = note instanceof PDFDict ? note.lookup(PDFName.of('NM')) : undefined
  return (name instanceof PDFString || name instanceof PDFHexString) && name.decodeText().startsWith(LINK_NAME)
}

/** The rules that a packet says it was made under; null when it does not say. */
export function rulesOf({ catalog }: PDFDocument): RuleSetName | null {
  const data = privateData(catalog)
  const [id, version, hash] = ['Id', 'Version', 'Hash'].map((key) => textIn(data, key))
  return id && version && hash ? { id, version, hash } : null
}

/** Whether its forms were made with English lines. */
export const hasEnglishLines = ({ catalog }: PDFDocument): boolean => textIn(privateData(catalog), 'Along') === 'en'

function privateData(holder: PDFDict): PDFDict | undefined {
  const about = holder.lookup(PDFName.of('PieceInfo'))
  const ours = about instanceof PDFDict ? about.lookup(OWNER) : undefined
  const data = ours instanceof PDFDict ? ours.lookup(PDFName.of('Private')) : undefined
  return data instanceof PDFDict ? data : undefined
}

function textIn(data: PDFDict | undefined, key: string): string | null {
  const value = data?.lookup(PDFName.of(key))
  return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : null
}

/** The seal of a page; null: it is not one of ours. */
export function sealOf(page: PDFPage): Seal | null {
  const data = privateData(page.node)
  if (!data) return null
  const number = (key: string): number => {
    const value = data.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : Number.NaN
  }
  const digest = data.lookup(PDFName.of('Digest'))
  // older packets use the Dutch name
  const reference = textIn(data, 'Reference') ?? textIn(data, 'Kenmerk')
  if (reference === null || !(digest instanceof PDFHexString || digest instanceof PDFString)) return null
  return { reference, page: number('Page'), of: number('Of'), digest: hex(digest.asBytes()) }
}

/** Everything drawn on a page; a program that adds something adds a stream. */
function drawnOn(page: PDFPage, bytesOf: (stream: PDFRawStream) => Uint8Array): Uint8Array {
  const contents = page.node.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => document(page).lookup(ref)) : [contents]
  const parts = streams.flatMap((stream) => (stream instanceof PDFRawStream ? [bytesOf(stream)] : []))
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, -1 + Number(parts.length === 0)))
  let at = 0
  for (const [index, part] of parts.entries()) {
    if (index > 0) whole[at++] = 0x0a
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const document = (page: PDFPage): PDFDocument['context'] => page.doc.context

const decoded = (stream: PDFRawStream): Uint8Array => decodePDFRawStream(stream).decode()

/** The first half of a SHA-256: enough to tell pages apart, and four kilobytes less in a packet of fifty. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  return (await sha256(bytes)).slice(0, 32)
}
