import { EncryptedPDFError, PDFDocument } from 'pdf-lib'

/** Opens a PDF; one with an owner password only opens without a password everywhere, so here as well. Throws EncryptedPDFError when a password is
 * needed; throws as well when an object of the file cannot be read. */
export async function openOwned(bytes: Uint8Array): Promise<PDFDocument> {
  const how = { updateMetadata: false }
  try {
    return await PDFDocument.load(bytes, { ...how, throwOnInvalidObject: true })
  } catch (error) {
    // the library goes on parsing encrypted data before it reports that it is encrypted
    const isEncrypted = error instanceof EncryptedPDFError || (await saysEncrypted(bytes))
    if (!isEncrypted) throw error
    return PDFDocument.load(bytes, { ...how, password: '' }).catch(() => {
      throw new EncryptedPDFError()
    })
  }
}

const saysEncrypted = (bytes: Uint8Array): Promise<boolean> =>
  PDFDocument.load(bytes, { updateMetadata: false }).then(
    () => false,
    (error: unknown) => error instanceof EncryptedPDFError,
  )
