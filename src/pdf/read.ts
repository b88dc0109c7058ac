import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { readJson } from '../model/files/read-json.ts'
import type { PacketInside, PageState, ReadPacket, Unread } from '../model/packet-file/read-packet.ts'
import { withinLimits } from './limits.ts'
import { openOwned } from './opened/open.ts'
import { hasEnglishLines, rulesOf, stateOfPages } from './page-seal.ts'

const refused = (problem: Unread, reference: string | null = null): ReadPacket => ({ ok: false, problem, reference })

/** What is embedded in a packet. The answers are found by AFRelationship Data: names of attachments do not survive every program. A file that would
 * take too long to unpack or search counts as damaged. */
export const readPacket = async (bytes: Uint8Array): Promise<ReadPacket> =>
  (await withinLimits(bytes.length, () => read(bytes))) ?? refused('damaged')

async function read(bytes: Uint8Array): Promise<ReadPacket> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (!start.includes('%PDF-')) return refused('notPdf')
  let document: PDFDocument
  let pages: PageState
  try {
    document = await openOwned(bytes)
    pages = await stateOfPages(document, bytesOf)
  } catch (error) {
    return refused(error instanceof EncryptedPDFError ? 'locked' : 'damaged')
  }
  try {
    const files = filesIn(document)
    const answers = files.find(({ relationship }) => relationship === PDFName.of('Data'))
    if (!answers && !endsWhole(bytes)) return refused('damaged', pages.reference)
    if (!answers) return pages.reference === null ? refused('foreign') : refused('stripped', pages.reference)
    const answersJson = new TextDecoder('utf-8', { fatal: true }).decode(answers.bytes)
    if (!readJson(answersJson).ok) return refused('badAnswers')
    const added = files.filter(({ relationship }) => relationship === PDFName.of('Supplement'))
    return {
      ok: true,
      answersJson,
      reference: pages.reference,
      ruleSet: rulesOf(document),
      lang: textOf(document.catalog.lookup(PDFName.of('Lang'))),
      day: dayOf(document),
      englishLines: hasEnglishLines(document),
      files: added.map(({ relationship: _relationship, ...file }) => file),
      pages,
    }
  } catch {
    return refused('badAnswers')
  }
}

/** A PDF ends with %%EOF; programs may append a little. */
const endsWhole = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(-1024)).includes('%%EOF')

function filesIn(document: PDFDocument): (PacketInside['files'][number] & { readonly relationship: unknown })[] {
  const files = document.catalog.lookup(PDFName.of('AF'))
  if (!(files instanceof PDFArray)) return []
  return files.asArray().flatMap((ref) => {
    const file = document.context.lookup(ref)
    if (!(file instanceof PDFDict)) return []
    const embedded = file.lookup(PDFName.of('EF'))
    const stream = embedded instanceof PDFDict ? embedded.lookup(PDFName.of('F')) : undefined
    if (!(stream instanceof PDFRawStream)) return []
    const type = stream.dict.lookup(PDFName.of('Subtype'))
    return {
      relationship: file.lookup(PDFName.of('AFRelationship')),
      document: textOf(file.lookup(PDFName.of('Desc'))),
      name: textOf(file.lookup(PDFName.of('UF'))) ?? textOf(file.lookup(PDFName.of('F'))) ?? '',
      type: type instanceof PDFName ? type.decodeText() : 'application/octet-stream',
      bytes: bytesOf(stream),
    }
  })
}

const dayOf = (document: PDFDocument): string | null => document.getCreationDate()?.toISOString().slice(0, 10) ?? null

const textOf = (value: unknown): string | null => (value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null)

const bytesOf = (stream: PDFRawStream): Uint8Array => decodePDFRawStream(stream).decode()
