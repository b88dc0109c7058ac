import { PDFName, PDFRawStream } from 'pdf-lib'
import { openOwned } from './open.ts'

/** A copy that takes a password to open, encrypted with AES-256 (ISO 32000-2, revision 6); null: this PDF cannot be opened here. An encrypted file is
 * not PDF/A (ISO 19005-3, 6.1.3), so the copy does not claim to be. */
export async function lockedCopy(bytes: Uint8Array, password: string): Promise<Uint8Array | null> {
  const document = await openOwned(bytes).catch(() => null)
  if (!document || document.isEncrypted) return null
  const { context, catalog } = document
  const about = catalog.lookup(PDFName.of('Metadata'))
  if (about instanceof PDFRawStream) {
    const text = new TextDecoder().decode(about.getContents()).replaceAll(/<(pdfaid|pdfuaid):\w+>[^<]*<\/\1:\w+>/g, '')
    catalog.set(
      PDFName.of('Metadata'),
      context.register(context.stream(new TextEncoder().encode(text), { Type: 'Metadata', Subtype: 'XML' })),
    )
  }
  // without the password nobody can change it either: the owner password is thrown away
  const owner = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16)).join('')
  document.encrypt({ userPassword: password, ownerPassword: owner, algorithm: 'AES-256' })
  return document.save({ updateFieldAppearances: false })
}
