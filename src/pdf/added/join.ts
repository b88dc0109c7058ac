import { type PDFDocument as Document, EncryptedPDFError, PageSizes, PDFDocument } from 'pdf-lib'
import type { Joined, Leaf } from '../../model/packet-file/enclosure.ts'
import { withinLimits } from '../limits.ts'

/** Margin around a photo on its page, in points: what most printers cannot reach. */
const MARGIN = 28

/** Joins several photos and PDFs into one PDF, in the given order: a photo fills an A4 page, the pages of a PDF stay as they are. */
export async function joinFiles(leaves: readonly Leaf[]): Promise<Joined> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const leaf of leaves) {
    try {
      if (leaf.type === 'application/pdf') await addPages(document, leaf.bytes)
      else await addPhoto(document, leaf)
    } catch (error) {
      return { ok: false, name: leaf.name, problem: error instanceof EncryptedPDFError ? 'locked' : 'damaged' }
    }
  }
  return { ok: true, bytes: await document.save(), pages: document.getPageCount() }
}

async function addPages(document: Document, bytes: Uint8Array): Promise<void> {
  const pages = await withinLimits(bytes.length, async () => {
    const other = await PDFDocument.load(bytes, { updateMetadata: false })
    return document.copyPages(other, other.getPageIndices())
  })
  if (pages === null) throw new Error('unpacks to too much')
  for (const page of pages) document.addPage(page)
}

async function addPhoto(document: Document, { type, bytes }: Leaf): Promise<void> {
  const image = type === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes)
  const [short, long] = PageSizes.A4
  const [width, height] = image.width > image.height ? [long, short] : [short, long]
  const scale = Math.min((width - 2 * MARGIN) / image.width, (height - 2 * MARGIN) / image.height)
  const size = { width: image.width * scale, height: image.height * scale }
  document.addPage([width, height]).drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size })
}
