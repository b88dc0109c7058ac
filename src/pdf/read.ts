import { decodePDFRawStream, EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'

export type ReadPacket =
  | { readonly ok: true; readonly answersJson: string }
  | { readonly ok: false; readonly message: string; readonly mend: string }

const refused = (message: string, mend: string): ReadPacket => ({ ok: false, message, mend })

/** The answers that travel inside a packet. They are found by AFRelationship Data: names of attachments do not survive every program. */
export async function readPacket(bytes: Uint8Array): Promise<ReadPacket> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (!start.includes('%PDF-')) return refused('This is not a PDF.', 'Choose the packet that you downloaded; its name ends in .pdf.')
  let document: PDFDocument
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch (error) {
    if (error instanceof EncryptedPDFError)
      return refused('This PDF is locked with a password.', 'Open it, save it without password, and try again.')
    return refused('This PDF is damaged or cut off.', 'Download or copy the packet again; part of it may be missing.')
  }
  try {
    const json = answersIn(document)
    if (json === null)
      return refused('This PDF holds no answers of ours.', 'Choose a packet made with this program, not another PDF or a print of it.')
    JSON.parse(json)
    return { ok: true, answersJson: json }
  } catch {
    return refused('The answers inside this PDF are damaged.', 'Use another copy of the packet, or the answers file that you saved.')
  }
}

function answersIn(document: PDFDocument): string | null {
  const files = document.catalog.lookup(PDFName.of('AF'))
  if (!(files instanceof PDFArray)) return null
  for (let index = 0; index < files.size(); index++) {
    const file = files.lookup(index)
    if (!(file instanceof PDFDict) || file.lookup(PDFName.of('AFRelationship')) !== PDFName.of('Data')) continue
    const embedded = file.lookup(PDFName.of('EF'))
    const stream = embedded instanceof PDFDict ? embedded.lookup(PDFName.of('F')) : undefined
    if (stream instanceof PDFRawStream) return new TextDecoder('utf-8', { fatal: true }).decode(decodePDFRawStream(stream).decode())
  }
  return null
}
