import { type PDFContext, PDFHexString, PDFName, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib'
import { hex } from '../../model/util/bytes/hex.ts'
import { toLatin1 } from '../../model/util/bytes/latin1.ts'
import type { DrawnDict, DrawnObject, DrawnValue, Sheets } from '../added/sheets.ts'
import type { Picture } from '../document.ts'

/** Resource name of a page of an attachment. */
export const pictureName = ({ attachment, page }: Pick<Picture, 'attachment' | 'page'>): string => `A${attachment}-${page}`

/** Writes the pages of attachments, each as a form XObject, and the objects that they share, each once. */
export function drawnSheets(context: PDFContext, sheets: readonly (Sheets | null)[]): (picture: Picture) => PDFRef {
  const written = sheets.map(() => new Map<number, PDFRef>())
  const objectRef = (attachment: number, index: number): PDFRef => {
    const known = written[attachment]?.get(index)
    if (known) return known
    const object = sheets[attachment]?.objects[index]
    if (!object) throw new Error(`attachment ${attachment} has no object ${index}`)
    const ref = context.register(streamOf(context, object, (below) => objectRef(attachment, below)))
    written[attachment]?.set(index, ref)
    return ref
  }
  return ({ attachment, page }) => {
    const sheet = sheets[attachment]?.pages[page]
    if (!sheet) throw new Error(`attachment ${attachment} has no page ${page}`)
    const { width, height, content, uses, solid } = sheet
    const states = Object.fromEntries(solid.map(([name, CA, ca]) => [name, { Type: 'ExtGState', CA, ca }]))
    const shown = Object.fromEntries(uses.map((index) => [`X${index}`, objectRef(attachment, index)]))
    const drawing = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, Math.ceil(width * 100) / 100, Math.ceil(height * 100) / 100],
      Resources: { XObject: shown, ...(solid.length > 0 && { ExtGState: states }) },
    }
    return context.register(context.flateStream(toLatin1(content), drawing))
  }
}

function streamOf(context: PDFContext, { dict, bytes, raw }: DrawnObject, refOf: (index: number) => PDFRef): PDFRawStream {
  const value = (given: DrawnValue): PDFObject => {
    if (typeof given === 'string') return PDFName.of(given)
    if (typeof given === 'number') return context.obj(given)
    if (typeof given === 'boolean') return context.obj(given)
    if ('bytes' in given) return PDFHexString.of(hex(given.bytes))
    if ('object' in given) return refOf(given.object)
    if ('dict' in given) return context.obj(entries(given.dict))
    return context.obj(given.map(value))
  }
  const entries = (of: DrawnDict): Record<string, PDFObject> =>
    Object.fromEntries(Object.entries(of).map(([key, given]) => [key, value(given)]))
  const own = entries(dict)
  return raw ? context.flateStream(bytes, own) : PDFRawStream.of(context.obj({ ...own, Length: bytes.length }), bytes)
}
