import { EncryptedPDFError, PDFDocument } from 'pdf-lib'

/** Whether a PDF can be opened by whoever gets it. */
export async function opensAsPdf(bytes: Uint8Array): Promise<'opens' | 'locked' | 'damaged'> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    return document.getPageCount() > 0 ? 'opens' : 'damaged'
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'locked' : 'damaged'
  }
}
