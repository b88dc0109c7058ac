import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import { textsOf } from './packets.ts'

/** Everything a PDF holds, as text: its pages as a reader program sees them, every stream inflated, every text in its objects, embedded files included. */
export async function everythingIn(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const found: string[] = [...(await textsOf(bytes)), new TextDecoder('latin1').decode(bytes)]
  const walk = (object: PDFObject | undefined): void => {
    if (object instanceof PDFString || object instanceof PDFHexString) found.push(object.decodeText())
    if (object instanceof PDFName) found.push(object.decodeText())
    if (object instanceof PDFArray) for (const one of object.asArray()) walk(one)
    if (object instanceof PDFDict) for (const [, one] of object.entries()) walk(one)
    if (object instanceof PDFStream) {
      walk(object.dict)
      const inflated = object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : object.getContents()
      found.push(new TextDecoder('utf-8').decode(inflated), new TextDecoder('latin1').decode(inflated))
    }
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) walk(object)
  return found.join('\n')
}
