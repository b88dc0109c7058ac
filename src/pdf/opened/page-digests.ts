import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import { digestOf, ownNotesOf, sealOf } from '../page-seal.ts'

/** Entries that do not affect what is seen: what an object belongs to, when it was changed, how it is compressed. */
const ASIDE: ReadonlySet<string> = new Set([
  'Parent',
  'P',
  'StructParent',
  'StructParents',
  'PieceInfo',
  'LastModified',
  'Length',
  'Filter',
])

/** Digest of everything visible on each page of a packet, by its original page number: what is drawn, with all drawings, pictures and typefaces that
 * it uses, however deep, and our own links. The same in a copy that another program saved. */
export async function pageDigests(document: PDFDocument): Promise<Map<number, string>> {
  const { context } = document
  const pages = document.getPages()
  const numbers = new Map(pages.map((page, index) => [page.ref.tag, index]))
  const known = new Map<string, Promise<string>>()
  const encoder = new TextEncoder()
  /** An object in canonical form; `around`: the references being followed, at which a cycle is cut. */
  const serialised = async (object: PDFObject | undefined, around: readonly string[]): Promise<string> => {
    if (object instanceof PDFRef) {
      const { tag } = object
      if (numbers.has(tag)) return `page ${numbers.get(tag)}`
      if (around.includes(tag)) return 'circle'
      const before = known.get(tag)
      if (before) return before
      const made = serialised(context.lookup(object), [...around, tag]).then((text) => digestOf(encoder.encode(text)))
      known.set(tag, made)
      return made
    }
    if (object instanceof PDFArray) return `[${(await Promise.all(object.asArray().map((each) => serialised(each, around)))).join(' ')}]`
    if (object instanceof PDFDict) {
      const entries = object
        .entries()
        .filter(([key]) => !ASIDE.has(key.decodeText()))
        .map(async ([key, value]) => `${key.decodeText()} ${await serialised(value, around)}`)
      return `<${(await Promise.all(entries)).sort().join(' ')}>`
    }
    if (object instanceof PDFRawStream) return `${await serialised(object.dict, around)} ${await digestOf(contentsOf(object))}`
    if (object instanceof PDFString || object instanceof PDFHexString) return JSON.stringify(object.decodeText())
    return String(object)
  }
  const digests = new Map<number, string>()
  for (const page of pages) {
    const seal = sealOf(page)
    if (!seal || digests.has(seal.page)) continue
    const { node } = page
    const contents = node.lookup(PDFName.of('Contents'))
    const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => context.lookup(ref)) : [contents]
    const drawn = await Promise.all(streams.map((each) => (each instanceof PDFRawStream ? digestOf(contentsOf(each)) : '')))
    const shown = await serialised(node.Resources(), [])
    const links = await Promise.all(ownNotesOf(page).map((note) => serialised(note, [])))
    const box = ['MediaBox', 'CropBox', 'Rotate'].map((key) => node.get(PDFName.of(key)))
    const frame = await Promise.all(box.map((each) => serialised(each && context.lookup(each), [])))
    digests.set(seal.page, await digestOf(encoder.encode([...drawn, shown, ...links, ...frame].join('\n'))))
  }
  return digests
}

/** Decompressed where possible: pictures stay encoded. */
function contentsOf(stream: PDFRawStream): Uint8Array {
  const filter = String(stream.dict.get(PDFName.of('Filter')) ?? '')
  return /DCT|JPX|CCITT|JBIG2/.test(filter) ? stream.getContents() : decodePDFRawStream(stream).decode()
}
