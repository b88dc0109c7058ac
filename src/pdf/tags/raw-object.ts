import { PDFObject } from 'pdf-lib'

/** An object of the file in serialised form. Thousands of structure elements are made this way: a dictionary of the library for each would take
 * longer than laying out the pages. `text`: ASCII and Latin-1. */
export class RawObject extends PDFObject {
  constructor(readonly text: string) {
    super()
  }

  override toString(): string {
    return this.text
  }

  override clone(): RawObject {
    return new RawObject(this.text)
  }

  override sizeInBytes(): number {
    return this.text.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    for (let at = 0; at < this.text.length; at++) buffer[offset + at] = this.text.charCodeAt(at)
    return this.text.length
  }
}

/** A text string of the file (ISO 32000-1, 7.9.2): as it is where PDFDocEncoding has all its characters, else in UTF-16. */
export function textString(text: string): string {
  if (/^[\x20-\x7e\xa1-\xac\xae-\xff]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  let hex = 'FEFF'
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase()
  return `<${hex}>`
}
