import type { Glyph } from '@cantoo/fontkit'
import type { PDFDocument } from 'pdf-lib'
import type { Measure, Weight } from '../document.ts'
import { clustersOf } from './clusters.ts'
import { inVisualOrder, levelsOf, mirrored } from './direction.ts'
import { embedFace, type Face, type PlacedGlyph, type Row } from './face.ts'

export interface FontBytes {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
  /** Fallback typefaces for letters that these do not have (`otherTypefaces`), preferred ones first. */
  readonly others?: readonly Uint8Array[]
}

/** Consecutive glyphs of one font. Positions are in thousandths of the font size, from the start of the text. */
interface Stretch {
  readonly face: Face
  readonly x: number
  readonly y: number
  readonly hex: string
}
/** A text whose letters join, stack or run from right to left, or that needs more than one font. */
interface Shaped {
  readonly stretches: readonly Stretch[]
  readonly advance: number
}

/** The fonts of a document. Shaping dominates the cost of drawing, so the glyph and advance of a plain letter are looked up once. */
export interface Typeface {
  readonly measure: Measure
  /** Hexadecimal string of the glyphs of a text of plain letters, in the font of its weight; null: the text must be shaped. */
  encode(text: string, weight: Weight): string | null
  shape(text: string, weight: Weight): Shaped
  /** Whether any of the fonts has this character. */
  has(character: string): boolean
  readonly faces: readonly Face[]
}

/** Letters that neither join nor stack. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]$/u

interface PlainGlyph {
  readonly hex: string
  readonly advance: number
}

export async function embedTypeface(document: PDFDocument, bytes: FontBytes): Promise<Typeface> {
  const own = {
    regular: await embedFace(document, bytes.regular, { name: 'R', tag: 'HORECA', thickened: false }),
    bold: await embedFace(document, bytes.bold, { name: 'B', tag: 'HORECB', thickened: false }),
  }
  const others: Face[] = []
  for (const other of bytes.others ?? [])
    others.push(await embedFace(document, other, { name: `F${others.length}`, tag: tagOf(others.length), thickened: true }))
  const plain = { regular: new Map<string, PlainGlyph | null>(), bold: new Map<string, PlainGlyph | null>() }
  const glyphOf = (character: string, weight: Weight): PlainGlyph | null => {
    let found = plain[weight].get(character)
    if (found === undefined) {
      const face = own[weight]
      const glyph = PLAIN.test(character) ? face.glyphOf(character.codePointAt(0) ?? 0) : null
      found = glyph && { hex: face.encode([glyph]), advance: face.widthOf(glyph) }
      plain[weight].set(character, found)
    }
    return found
  }
  const shapes = { regular: new Map<string, Shaped>(), bold: new Map<string, Shaped>() }
  const shape = (text: string, weight: Weight): Shaped => {
    let found = shapes[weight].get(text)
    if (!found) {
      found = shaped(text, [own[weight], ...others])
      shapes[weight].set(text, found)
    }
    return found
  }
  return {
    faces: [own.regular, own.bold, ...others],
    has: (character) => [own.regular, ...others].some((face) => face.has(character.codePointAt(0) ?? 0)),
    shape,
    measure: (text, weight, size) => {
      let width = 0
      for (const character of text) {
        const glyph = glyphOf(character, weight)
        if (!glyph) return (shape(text, weight).advance * size) / 1000
        width += glyph.advance
      }
      return (width * size) / 1000
    },
    encode: (text, weight) => {
      let hex = ''
      for (const character of text) {
        const glyph = glyphOf(character, weight)
        if (!glyph) return null
        hex += glyph.hex
      }
      return hex
    },
  }
}

/** Tag of six letters before the name of a subset font (ISO 32000-1, 9.6.4). */
const tagOf = (index: number): string =>
  `HOR${[676, 26, 1].map((step) => String.fromCharCode(65 + (Math.floor(index / step) % 26))).join('')}`

/** Text in one font and one direction, drawn in one way. */
interface Segment {
  readonly face: Face
  readonly level: number
  /** Letter by letter: nothing in it joins. */
  readonly isPlain: boolean
  text: string
}

function shaped(text: string, faces: readonly Face[]): Shaped {
  const stretches: Stretch[] = []
  let at = 0
  for (const { face, glyphs, advance } of inVisualOrder(segmentsOf(text, faces)).map(glyphsOf)) {
    let open: { x: number; y: number; end: number; glyphs: Glyph[] } | null = null
    const close = (): void => {
      if (open) stretches.push({ face, x: open.x, y: open.y, hex: face.encode(open.glyphs) })
      open = null
    }
    for (const placed of glyphs) {
      const x = at + placed.x
      if (!open || Math.abs(open.end - x) > 0.5 || open.y !== placed.y) {
        close()
        open = { x, y: placed.y, end: x, glyphs: [] }
      }
      open.glyphs.push(placed.glyph)
      open.end += face.widthOf(placed.glyph)
    }
    close()
    at += advance
  }
  return { stretches, advance: at }
}

function segmentsOf(text: string, faces: readonly Face[]): Segment[] {
  const levels = levelsOf(text)
  const segments: Segment[] = []
  let at = 0
  const add = (part: string, face: Face, level: number): void => {
    const isPlain = PLAIN.test(part)
    const last = segments.at(-1)
    // letters of one script join; a mark on a plain letter goes with that letter alone
    const isStacked = !isPlain && PLAIN.test([...part][0] ?? '')
    if (last && !isStacked && last.face === face && last.level === level && last.isPlain === isPlain) last.text += part
    else segments.push({ face, level, isPlain, text: part })
  }
  for (const cluster of clustersOf(text)) {
    const level = levels?.[at] ?? 0
    at += cluster.length
    const whole = faces.find((face) => hasAll(face, cluster))
    if (whole) add(cluster, whole, level)
    else
      for (const character of cluster) {
        const face = faces.find((other) => hasAll(other, character))
        if (face) add(character, face, level)
      }
  }
  return segments
}

const hasAll = (face: Face, cluster: string): boolean =>
  [...cluster].every((character) => /[\u200c\u200d]/.test(character) || face.has(character.codePointAt(0) ?? 0))

function glyphsOf({ face, level, isPlain, text }: Segment): Row & { readonly face: Face } {
  const fromTheRight = level % 2 === 1
  const row = isPlain ? eachAlone(face, fromTheRight ? [...text].toReversed().map(mirrored) : [...text]) : face.shape(text, fromTheRight)
  return { ...row, face }
}

function eachAlone(face: Face, characters: readonly string[]): Row {
  let at = 0
  const glyphs = characters.flatMap((character): PlacedGlyph[] => {
    const glyph = face.glyphOf(character.codePointAt(0) ?? 0)
    if (!glyph) return []
    const x = at
    at += face.widthOf(glyph)
    return [{ glyph, x, y: 0, advance: at - x }]
  })
  return { glyphs, advance: at }
}
