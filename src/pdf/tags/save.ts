import { PDFDict, type PDFDocument, PDFHexString, PDFInvalidObject, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib'
import { fromLatin1, toLatin1 } from '../../model/util/bytes/latin1.ts'
import { RawObject } from './raw-object.ts'

/** Number of objects in an object stream. */
const TOGETHER = 1000

/** The file as bytes: all but streams goes into object streams (ISO 32000-1, 7.5.7), and a cross-reference stream says where each object is. The
 * library does this too, in several times the time: it is made for files of others, and the structure of fifty pages is eight thousand small objects. */
export async function save(document: PDFDocument): Promise<Uint8Array> {
  await document.flush()
  nameSafely(document)
  const { context } = document
  const objects = context.enumerateIndirectObjects()
  const apart = objects.filter(([, object]) => isApart(object))
  const packed = objects.filter(([, object]) => !isApart(object))
  const places = new Map<number, readonly [kind: number, at: number, index: number]>()
  const chunks: Uint8Array[] = []
  let at = 0
  const put = (bytes: Uint8Array): void => {
    chunks.push(bytes)
    at += bytes.length
  }
  const putObject = (ref: PDFRef, object: PDFObject): void => {
    places.set(ref.objectNumber, [1, at, 0])
    put(toLatin1(`${ref.objectNumber} 0 obj\n`))
    put(bytesOf(object))
    put(toLatin1('\nendobj\n'))
  }
  const header = new Uint8Array(context.header.sizeInBytes())
  context.header.copyBytesInto(header, 0)
  put(header)
  put(toLatin1('\n'))
  for (const [ref, object] of apart) putObject(ref, object)
  let next = context.largestObjectNumber + 1
  for (let from = 0; from < packed.length; from += TOGETHER) {
    const some = packed.slice(from, from + TOGETHER)
    const number = next++
    const texts = some.map(([, object]) => textOf(object))
    let offset = 0
    const index = some.map(([ref], nth) => {
      places.set(ref.objectNumber, [2, number, nth])
      const pair = `${ref.objectNumber} ${offset} `
      offset += (texts[nth]?.length ?? 0) + 1
      return pair
    })
    const first = index.join('')
    const stream = context.flateStream(toLatin1(`${first}${texts.join('\n')}\n`), { Type: 'ObjStm', N: some.length, First: first.length })
    putObject(PDFRef.of(number), stream)
  }
  const start = at
  const own = next
  places.set(own, [1, start, 0])
  const { Root, Info, ID } = context.trailerInfo
  const table = context.flateStream(tableOf(places, own + 1), {
    Type: 'XRef',
    Size: own + 1,
    W: [1, 4, 2],
    ...(Root && { Root }),
    ...(Info && { Info }),
    ...(ID && { ID }),
  })
  putObject(PDFRef.of(own), table)
  put(toLatin1(`startxref\n${start}\n%%EOF\n`))
  const file = new Uint8Array(at)
  let position = 0
  for (const chunk of chunks) {
    file.set(chunk, position)
    position += chunk.length
  }
  return file
}

const isApart = (object: PDFObject): boolean => object instanceof PDFStream || object instanceof PDFInvalidObject

/** Seven bytes per object: 1 and its offset, or 2, its object stream and its index there; 0: there is no such object. */
function tableOf(places: ReadonlyMap<number, readonly [number, number, number]>, size: number): Uint8Array {
  const table = new DataView(new ArrayBuffer(size * 7))
  table.setUint16(5, 0xffff)
  for (const [number, [kind, at, index]] of places) {
    table.setUint8(number * 7, kind)
    table.setUint32(number * 7 + 1, at)
    table.setUint16(number * 7 + 5, index)
  }
  return new Uint8Array(table.buffer)
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

/** Text in the file is ASCII and Latin-1. */
function textOf(object: PDFObject): string {
  return object instanceof RawObject ? object.text : fromLatin1(bytesOf(object))
}

/** The library writes the older of the two names of an attachment as a literal string: a parenthesis or a backslash in a file name would end it
 * early, and the rest would be parsed as PDF. In a hexadecimal string no name can do that. */
function nameSafely(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Filespec')) continue
    const name = object.get(PDFName.of('UF'))
    if (!(name instanceof PDFHexString)) continue
    const ascii = name.decodeText().replaceAll(/[^ -~]/g, '_')
    object.set(PDFName.of('F'), PDFHexString.of([...ascii].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')))
  }
}
