import fontkit from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import type { Measure, Weight } from './document.ts'

export interface FontBytes {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

/** A typeface embedded in a document. Shaping is the cost of drawing, so a character is looked up once: its glyph and its advance. */
export interface Typeface {
  readonly measure: Measure
  /** Hexadecimal string of the glyphs of a text. */
  encode(text: string, weight: Weight): string
  readonly fonts: Readonly<Record<Weight, PDFFont>>
}

/** Texts are drawn character by character, so each is looked up for itself and no table of substitution or kerning is read. */
const oneToOne = {
  create: (bytes: Uint8Array) => {
    const font = fontkit.create(bytes)
    if ('glyphsForString' in font) Object.assign(font, { layout: (text: string) => ({ glyphs: font.glyphsForString(text) }) })
    return font
  },
}

interface Glyph {
  readonly hex: string
  /** In thousandths of the size. */
  readonly advance: number
}

export async function embedTypeface(document: PDFDocument, bytes: FontBytes): Promise<Typeface> {
  document.registerFontkit(oneToOne)
  // a name of our own: the library adds random letters to its own, and the same answers should give the same file
  const fonts = {
    regular: await document.embedFont(bytes.regular, { subset: true, customName: 'HORECA+NotoSans-Regular' }),
    bold: await document.embedFont(bytes.bold, { subset: true, customName: 'HORECB+NotoSans-Bold' }),
  }
  const cache = { regular: new Map<string, Glyph>(), bold: new Map<string, Glyph>() }
  const glyph = (character: string, weight: Weight): Glyph => {
    let found = cache[weight].get(character)
    if (!found) {
      found = { hex: fonts[weight].encodeText(character).asString(), advance: fonts[weight].widthOfTextAtSize(character, 1000) }
      cache[weight].set(character, found)
    }
    return found
  }
  return {
    fonts,
    measure: (text, weight, size) => {
      let width = 0
      for (const character of text) width += glyph(character, weight).advance
      return (width * size) / 1000
    },
    encode: (text, weight) => {
      let hex = ''
      for (const character of text) hex += glyph(character, weight).hex
      return hex
    },
  }
}
