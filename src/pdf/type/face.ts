import fontkit, { type Font, type Glyph } from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

/** A glyph where it is drawn, in thousandths of the size. */
export interface PlacedGlyph {
  readonly glyph: Glyph
  readonly x: number
  readonly y: number
  readonly advance: number
}

/** Glyphs beside each other, and what they take together. */
export interface Row {
  readonly glyphs: readonly PlacedGlyph[]
  readonly advance: number
}

/** One font of the file: what it has, how its letters join, and the glyphs that were used of it. */
export interface Face {
  /** Its name among the resources of a page. */
  readonly name: string
  readonly embedded: PDFFont
  /** The file has no bold of it: it is drawn thicker. */
  readonly thickened: boolean
  has(point: number): boolean
  /** In thousandths of the size. */
  widthOf(glyph: Glyph): number
  glyphOf(point: number): Glyph | null
  /** A text in one script and one direction, from left to right as it is seen. */
  shape(text: string, fromTheRight: boolean): Row
  /** Hexadecimal string of these glyphs. */
  encode(glyphs: readonly Glyph[]): string
}

/** Embeds a font. The library would lay each text out itself, letter after letter and without their places: here it only takes the glyphs that it is handed. */
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
  // a name of our own: the library adds random letters to its own, and the same answers should give the same file
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

/** In units of the font. What the font has no glyph for, and what is not seen, is left out: a reader program may not meet an empty box. */
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
    // ISO 19005-3, 6.2.11.7: each glyph stands for some character, also one that is only part of a letter
    if (glyph.codePoints.length === 0) glyph.codePoints = points.slice(0, 1)
    return [{ glyph, x, y: yOffset, advance: xAdvance }]
  })
  return { glyphs: row, advance: at }
}
