import { EncryptedPDFError, PDFDocument } from 'pdf-lib'

/** Opens a PDF; one that only its owner may change opens without a password for everybody, so here as well. Throws EncryptedPDFError where a password is needed, and where an
 * object of the file cannot be read. */
export async function openOwned(bytes: Uint8Array): Promise<PDFDocument> {
  const how = { updateMetadata: false }
  try {
    return await PDFDocument.load(bytes, { ...how, throwOnInvalidObject: true })
  } catch (error) {
    // the library reads on in what is encrypted before it says so
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
