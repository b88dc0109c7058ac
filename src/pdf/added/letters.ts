import fontkit from '@cantoo/fontkit'
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFRawStream } from 'pdf-lib'
import { type Encoding, namesOf, pointOf } from './letter-names.ts'
import { glyphTables, wrapCff } from './sfnt.ts'
import { NotDrawn } from './sheets.ts'
import { Entries, streamBytes } from './unpack.ts'

/** The glyphs of a font in a PDF: how its strings are split into codes, how wide each is, and its outline. */
export interface Letters {
  codes(text: Uint8Array): { readonly code: number; readonly isSpace: boolean }[]
  /** At a font size of one. */
  widthOf(code: number): number
  /** Glyph id of a code in this font; null: nothing is drawn. */
  glyphOf(code: number): number | null
  /** Outline of a glyph at a font size of one: path operators that end with a fill, and the bounding box. */
  outlineOf(glyph: number): { readonly path: string; readonly box: readonly [number, number, number, number] } | null
}

/** Reads an embedded font. Throws for one that is not embedded, or in the older format of Type 1: what it would look like is not known. */
export function readLetters(font: Entries): Letters {
  const kind = font.name('Subtype')
  if (kind === 'Type0') return composite(font)
  if (kind === 'TrueType' || kind === 'Type1' || kind === 'MMType1') return simple(font)
  throw new NotDrawn('letters')
}

const oneByte = (text: Uint8Array): { code: number; isSpace: boolean }[] => Array.from(text, (code) => ({ code, isSpace: code === 32 }))

function composite(font: Entries): Letters {
  if (font.name('Encoding') !== 'Identity-H') throw new NotDrawn('letters')
  const descendants = font.get('DescendantFonts')
  const below = descendants instanceof PDFArray ? font.context.lookup(descendants.get(0)) : undefined
  if (!(below instanceof PDFDict)) throw new NotDrawn('letters')
  const cid = new Entries(font.context, below)
  const shapes = shapesOf(cid)
  const map = cid.stream('CIDToGIDMap')
  const gids = map && streamBytes(map)
  const glyphOf = (code: number): number | null => {
    if (shapes.cids) return shapes.cids.get(code) ?? null
    return gids ? (gids[2 * code] ?? 0) * 256 + (gids[2 * code + 1] ?? 0) : code
  }
  const widths = cidWidths(cid)
  const standard = cid.number('DW') ?? 1000
  return {
    codes: (text) =>
      Array.from({ length: Math.floor(text.length / 2) }, (_, index) => ({
        code: (text[2 * index] ?? 0) * 256 + (text[2 * index + 1] ?? 0),
        isSpace: false,
      })),
    widthOf: (code) => (widths.get(code) ?? standard) / 1000,
    glyphOf,
    outlineOf: shapes.outlineOf,
  }
}

/** Widths by code: individual ones, and those of a range. */
function cidWidths(font: Entries): Map<number, number> {
  const widths = new Map<number, number>()
  const list = font.get('W')
  const items = list instanceof PDFArray ? list.asArray().map((item) => font.context.lookup(item)) : []
  const number = (index: number): number => {
    const item = items[index]
    return item instanceof PDFNumber ? item.asNumber() : 0
  }
  for (let at = 0; at < items.length; ) {
    const next = items[at + 1]
    if (next instanceof PDFArray) {
      next.asArray().forEach((item, index) => {
        const width = font.context.lookup(item)
        if (width instanceof PDFNumber) widths.set(number(at) + index, width.asNumber())
      })
      at += 2
    } else {
      const last = Math.min(number(at + 1), 0xffff)
      for (let code = number(at); code <= last; code++) widths.set(code, number(at + 2))
      at += 3
    }
  }
  return widths
}

function simple(font: Entries): Letters {
  const shapes = shapesOf(font)
  const names = encodingOf(font)
  const first = font.number('FirstChar') ?? 0
  const widths = font.numbers('Widths') ?? []
  const missing = font.below('FontDescriptor')?.number('MissingWidth') ?? 0
  const isSymbolic = ((font.below('FontDescriptor')?.number('Flags') ?? 0) & 4) !== 0
  const glyphOf = (code: number): number | null => shapes.byCode(code, names, isSymbolic) || null
  const known = new Map<number, number | null>()
  return {
    codes: oneByte,
    widthOf: (code) => (widths[code - first] ?? missing) / 1000,
    glyphOf: (code) => {
      const found = known.get(code)
      if (found !== undefined) return found
      const glyph = glyphOf(code)
      known.set(code, glyph)
      return glyph
    },
    outlineOf: shapes.outlineOf,
  }
}

/** Glyph names by code; null: the font has a built-in encoding. */
function encodingOf(font: Entries): (string | null)[] | null {
  const named = font.name('Encoding')
  const dict = font.below('Encoding')
  const base = named ?? dict?.name('BaseEncoding')
  const isKnown = (name: string | undefined): name is Encoding => name === 'WinAnsiEncoding' || name === 'MacRomanEncoding'
  const differences = dict?.get('Differences')
  const names = isKnown(base) ? namesOf(base) : null
  if (!(differences instanceof PDFArray)) return names
  const all: (string | null)[] = names ?? Array.from({ length: 256 }, () => null)
  let code = 0
  for (const item of differences.asArray()) {
    const value = font.context.lookup(item)
    if (value instanceof PDFNumber) code = value.asNumber()
    else if (value instanceof PDFName) all[code++] = value.decodeText()
  }
  return all
}

interface Shapes {
  /** Of a font with character ids (CID): its glyphs by these. */
  readonly cids: ReadonlyMap<number, number> | null
  byCode(code: number, names: readonly (string | null)[] | null, isSymbolic: boolean): number
  readonly outlineOf: Letters['outlineOf']
}

function shapesOf(font: Entries): Shapes {
  const descriptor = font.below('FontDescriptor')
  const trueType = descriptor?.stream('FontFile2')
  const other = descriptor?.stream('FontFile3')
  if (trueType) return trueTypeShapes(streamBytes(trueType))
  if (other) return cffShapes(other)
  throw new NotDrawn('letters')
}

function trueTypeShapes(bytes: Uint8Array): Shapes {
  const { cmaps, has } = glyphTables(bytes)
  if (!has('glyf')) throw new NotDrawn('letters')
  const [unicode, symbols, mac] = [cmaps.get('3,1') ?? cmaps.get('0,3') ?? cmaps.get('0,1'), cmaps.get('3,0'), cmaps.get('1,0')]
  const bySymbol = (code: number): number => symbols?.(code) || symbols?.(0xf000 + code) || mac?.(code) || 0
  const macCodes = new Map(namesOf('MacRomanEncoding').map((name, code) => [name, code] as const))
  return {
    cids: null,
    byCode: (code, names, isSymbolic) => {
      const name = names?.[code]
      if ((isSymbolic && symbols) || !name) return bySymbol(code) || unicode?.(code) || 0
      const point = pointOf(name)
      const macCode = macCodes.get(name)
      return (point !== undefined && unicode?.(point)) || (macCode !== undefined && mac?.(macCode)) || bySymbol(code)
    },
    outlineOf: outlinesOf(bytes, null),
  }
}

/** The part of the library's CFF font that is used here. */
interface Cff {
  readonly isCIDFont: boolean
  readonly topDict: {
    readonly CharStrings: { readonly length: number }
    readonly FontMatrix?: readonly number[]
    readonly charset?: unknown
    readonly Encoding?: unknown
  }
  getGlyphName(glyph: number): string | null
}

function cffShapes(stream: PDFRawStream): Shapes {
  const packed = streamBytes(stream)
  const isOpenType = packed[0] === 0x4f || (packed[0] === 0 && packed[1] === 1 && packed[2] === 0)
  const bytes = isOpenType ? packed : wrapCff(packed)
  const opened = fontkit.create(bytes) as unknown as { 'CFF '?: Cff }
  const cff = opened['CFF ']
  if (!cff) throw new NotDrawn('letters')
  const count = cff.topDict.CharStrings.length
  const matrix = cff.topDict.FontMatrix
  const outlineOf = outlinesOf(bytes, matrix?.[0] ?? 0.001)
  if (cff.isCIDFont) return { cids: cidsOf(cff.topDict.charset, count), byCode: () => 0, outlineOf }
  const byName = new Map<string, number>()
  for (let glyph = 0; glyph < count; glyph++) {
    const name = cff.getGlyphName(glyph)
    if (name !== null && !byName.has(name)) byName.set(name, glyph)
  }
  const built = builtIn(cff.topDict.Encoding, byName)
  return {
    cids: null,
    byCode: (code, names) => {
      const name = names?.[code]
      return (name ? byName.get(name) : undefined) ?? built(code)
    },
    outlineOf,
  }
}

interface Range {
  readonly first: number
  readonly nLeft: number
}

/** Glyphs by character id (CID). */
function cidsOf(charset: unknown, count: number): Map<number, number> {
  const cids = new Map([[0, 0]])
  const table = (charset ?? {}) as { readonly glyphs?: readonly number[]; readonly ranges?: readonly Range[] }
  if (table.glyphs) for (const [index, cid] of table.glyphs.entries()) cids.set(cid, index + 1)
  else if (table.ranges) {
    let glyph = 1
    for (const { first, nLeft } of table.ranges) for (let nth = 0; nth <= nLeft && glyph < count; nth++) cids.set(first + nth, glyph++)
  } else for (let glyph = 0; glyph < count; glyph++) cids.set(glyph, glyph)
  return cids
}

/** The built-in encoding of a font. */
function builtIn(encoding: unknown, byName: ReadonlyMap<string, number>): (code: number) => number {
  if (Array.isArray(encoding)) return (code) => byName.get(String(encoding[code])) ?? 0
  const table = (encoding ?? {}) as { readonly codes?: readonly number[]; readonly ranges?: readonly Range[] }
  const codes = new Map<number, number>()
  for (const [index, code] of (table.codes ?? []).entries()) codes.set(code, index + 1)
  let glyph = 1
  for (const { first, nLeft } of table.ranges ?? []) for (let nth = 0; nth <= nLeft; nth++) codes.set(first + nth, glyph++)
  return (code) => codes.get(code) ?? 0
}

const n = (value: number): string => String(Math.round(value * 10_000) / 10_000)

/** `scale`: from font units to a font size of one; null: by the units per em of the font. */
function outlinesOf(bytes: Uint8Array, scale: number | null): Letters['outlineOf'] {
  const font = fontkit.create(bytes)
  if (!('unitsPerEm' in font)) throw new NotDrawn('letters')
  const factor = scale ?? 1 / font.unitsPerEm
  if (!Number.isFinite(factor) || factor <= 0) throw new NotDrawn('letters')
  return (id) => {
    const commands = font.getGlyph(id)?.path.commands ?? []
    if (commands.length === 0) return null
    const box: [number, number, number, number] = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]
    let [x, y] = [0, 0]
    const parts: string[] = []
    for (const { command, args } of commands) {
      const points = args.map((value) => value * factor)
      if (points.some((value) => !Number.isFinite(value) || Math.abs(value) > 100)) throw new NotDrawn('letters')
      const [a = 0, b = 0, c = 0, d = 0] = points
      points.forEach((value, index) => {
        const low = index % 2
        box[low] = Math.min(box[low] ?? 0, value)
        box[low + 2] = Math.max(box[low + 2] ?? 0, value)
      })
      if (command === 'moveTo') parts.push(`${n(a)} ${n(b)} m`)
      else if (command === 'lineTo') parts.push(`${n(a)} ${n(b)} l`)
      else if (command === 'quadraticCurveTo')
        // the same curve as a cubic Bézier
        parts.push([x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d].map(n).join(' '), 'c')
      else if (command === 'bezierCurveTo') parts.push(points.map(n).join(' '), 'c')
      else parts.push('h')
      if (points.length >= 2) [x, y] = [points.at(-2) ?? 0, points.at(-1) ?? 0]
    }
    parts.push('f')
    return { path: parts.join(' '), box: [box[0] - 0.01, box[1] - 0.01, box[2] + 0.01, box[3] + 0.01] }
  }
}
