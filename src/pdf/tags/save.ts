import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFStream,
} from 'pdf-lib'
import { concatBytes } from '../../model/util/bytes/concat-bytes.ts'
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
  const file = new FileWriter()
  const header = new Uint8Array(context.header.sizeInBytes())
  context.header.copyBytesInto(header, 0)
  file.put(header)
  file.put(toLatin1('\n'))
  for (const [ref, object] of apart) file.putObject(ref.objectNumber, object)
  let next = context.largestObjectNumber + 1
  for (let from = 0; from < packed.length; from += TOGETHER) file.putTogether(context, next++, packed.slice(from, from + TOGETHER))
  const start = file.length
  file.places.set(next, [1, start, 0])
  const { Root, Info, ID } = context.trailerInfo
  const table = context.flateStream(tableOf(file.places, next + 1), {
    Type: 'XRef',
    Size: next + 1,
    W: [1, 4, 2],
    ...(Root && { Root }),
    ...(Info && { Info }),
    ...(ID && { ID }),
  })
  file.putObject(next, table)
  file.put(toLatin1(`startxref\n${start}\n%%EOF\n`))
  return file.bytes()
}

/** Where an object is: by itself (1) at an offset, or in an object stream (2), by the number of that and the index there. */
type ObjectPlace = readonly [kind: 1 | 2, at: number, index: number]

/** Puts objects after one another, and notes where each is. */
class FileWriter {
  readonly places = new Map<number, ObjectPlace>()
  length = 0
  private readonly chunks: Uint8Array[] = []

  put(bytes: Uint8Array): void {
    this.chunks.push(bytes)
    this.length += bytes.length
  }

  putObject(number: number, object: PDFObject): void {
    this.places.set(number, [1, this.length, 0])
    this.put(toLatin1(`${number} 0 obj\n`))
    this.put(bytesOf(object))
    this.put(toLatin1('\nendobj\n'))
  }

  /** Objects in one object stream, whose own number is `number`. */
  putTogether(context: PDFContext, number: number, objects: readonly [PDFRef, PDFObject][]): void {
    const texts = objects.map(([, object]) => textOf(object))
    let offset = 0
    const index = objects.map(([ref], nth) => {
      this.places.set(ref.objectNumber, [2, number, nth])
      const pair = `${ref.objectNumber} ${offset} `
      offset += (texts[nth]?.length ?? 0) + 1
      return pair
    })
    const first = index.join('')
    const dict = { Type: 'ObjStm', N: objects.length, First: first.length }
    this.putObject(number, context.flateStream(toLatin1(`${first}${texts.join('\n')}\n`), dict))
  }

  bytes(): Uint8Array {
    return concatBytes(this.chunks)
  }
}

const isApart = (object: PDFObject): boolean => object instanceof PDFStream || object instanceof PDFInvalidObject

/** Seven bytes per object: 1 and its offset, or 2, its object stream and its index there; 0: there is no such object. */
function tableOf(places: ReadonlyMap<number, ObjectPlace>, size: number): Uint8Array {
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
