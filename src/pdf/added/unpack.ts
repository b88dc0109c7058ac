import { decodePDFRawStream, PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib'
import { NotDrawn } from './sheets.ts'

/** The decoded data of a stream. Throws where it has a predictor, which the library ignores. */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  if (/\/Predictor\s+(?!1\b)\d/.test(stream.dict.toString())) throw new NotDrawn('picture')
  return decodePDFRawStream(stream).decode()
}

/** Names of the filters of a stream, outermost first. */
export function filtersOf(context: PDFContext, dict: PDFDict): string[] {
  const filter = context.lookup(dict.get(PDFName.of('Filter')) ?? dict.get(PDFName.of('F')))
  const all = filter instanceof PDFArray ? filter.asArray().map((item) => context.lookup(item)) : [filter]
  return all.flatMap((name) => (name instanceof PDFName ? [LONG[name.decodeText()] ?? name.decodeText()] : []))
}

const LONG: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
}

/** A dictionary of the file; references in its values are resolved. */
export class Entries {
  constructor(
    readonly context: PDFContext,
    readonly dict: PDFDict,
  ) {}

  /** `short`: the abbreviated key in an inline image. */
  get(name: string, short = name): PDFObject | undefined {
    for (const key of [name, short]) {
      const value = this.dict.get(PDFName.of(key))
      if (value !== undefined) return this.context.lookup(value)
    }
    return undefined
  }

  number(name: string, short = name): number | undefined {
    const value = this.get(name, short)
    return value instanceof PDFNumber ? value.asNumber() : undefined
  }

  name(name: string, short = name): string | undefined {
    const value = this.get(name, short)
    return value instanceof PDFName ? value.decodeText() : undefined
  }

  numbers(name: string): number[] | undefined {
    const value = this.get(name)
    if (!(value instanceof PDFArray)) return undefined
    return value.asArray().map((item) => {
      const number = this.context.lookup(item)
      return number instanceof PDFNumber ? number.asNumber() : 0
    })
  }

  /** A nested dictionary; of a stream, its own. */
  below(name: string): Entries | undefined {
    const value = this.get(name)
    if (value instanceof PDFRawStream) return new Entries(this.context, value.dict)
    return value instanceof PDFDict ? new Entries(this.context, value) : undefined
  }

  stream(name: string): PDFRawStream | undefined {
    const value = this.get(name)
    return value instanceof PDFRawStream ? value : undefined
  }
}
