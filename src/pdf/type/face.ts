import fontkit, { type Font, type Glyph } from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

/** A glyph with its position, in thousandths of the font size. */
export interface PlacedGlyph {
  readonly glyph: Glyph
  readonly x: number
  readonly y: number
  readonly advance: number
}

/** Adjacent glyphs, and their total advance. */
export interface Row {
  readonly glyphs: readonly PlacedGlyph[]
  readonly advance: number
}

/** One font of the file: what it has, how its letters join, and which of its glyphs were used. */
export interface Face {
  /** Its resource name on a page. */
  readonly name: string
  readonly embedded: PDFFont
  /** The file has no bold of it: bold is drawn with a thicker outline. */
  readonly thickened: boolean
  has(point: number): boolean
  /** In thousandths of the font size. */
  widthOf(glyph: Glyph): number
  glyphOf(point: number): Glyph | null
  /** Shapes a text of one script and one direction; glyphs from left to right as seen. */
  shape(text: string, fromTheRight: boolean): Row
  /** Hexadecimal string of these glyphs. */
  encode(glyphs: readonly Glyph[]): string
}

/** Embeds a font. The library would lay out each text itself, letter by letter and without positions: here it only encodes the glyphs that it is
 * handed. */
export async function embedFace(
  document: PDFDocument,
  bytes: Uint8Array,
  { name, tag, thickened }: { name: string; tag: string; thickened: boolean },
): Promise<Face> {
  let next: readonly Glyph[] = []
  const font = fontkit.create(bytes)
  if (!('unitsPerEm' in font)) throw new Error('one typeface is expected, not a collection')
  const layOut = font.layout.bind(font)
  document.registerFontkit({ create: () => Object.assign(font, { layout: () => ({ glyphs: next }) }) })
  // a name of our own: the library appends random letters, and the same answers should give the same file
  const embedded = await document.embedFont(bytes, { subset: true, customName: `${tag}+${font.postscriptName ?? 'Typeface'}` })
  const scale = 1000 / font.unitsPerEm
  const has = (point: number): boolean => font.hasGlyphForCodePoint(point)
  return {
    name,
    embedded,
    thickened,
    has,
    widthOf: (glyph) => glyph.advanceWidth * scale,
    glyphOf: (point) => (has(point) ? font.glyphForCodePoint(point) : null),
    shape: (text, fromTheRight) => {
      const { glyphs, advance } = shaped(layOut, font, text, fromTheRight)
      return { glyphs: glyphs.map((placed) => scaled(placed, scale)), advance: advance * scale }
    },
    encode: (glyphs) => {
      next = glyphs
      return embedded.encodeText(' ').asString()
    },
  }
}

const scaled = ({ glyph, x, y, advance }: PlacedGlyph, scale: number): PlacedGlyph => ({
  glyph,
  x: x * scale,
  y: y * scale,
  advance: advance * scale,
})

/** In font units. Glyphs that are missing or invisible are left out: no reader program may meet an empty box. */
function shaped(layOut: Font['layout'], font: Font, text: string, fromTheRight: boolean): Row {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0)
  const { glyphs, positions } = layOut(text, undefined, undefined, undefined, fromTheRight ? 'rtl' : 'ltr')
  const space = font.glyphForCodePoint(0x20)?.id
  let at = 0
  const row = glyphs.flatMap((glyph, index): PlacedGlyph[] => {
    const { xAdvance = glyph.advanceWidth, xOffset = 0, yOffset = 0 } = positions?.[index] ?? {}
    const x = at + xOffset
    at += xAdvance
    if (glyph.id === 0 || (glyph.id === space && xAdvance === 0)) return []
    // ISO 19005-3, 6.2.11.7: each glyph maps to some character, also one that is only part of a letter
    if (glyph.codePoints.length === 0) glyph.codePoints = points.slice(0, 1)
    return [{ glyph, x, y: yOffset, advance: xAdvance }]
  })
  return { glyphs: row, advance: at }
}
