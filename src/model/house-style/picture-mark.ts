import { unzlibSync, zlibSync } from 'fflate'
import { fromBase64, toBase64 } from '../util/bytes/base64.ts'
import { concatBytes } from '../util/bytes/concat-bytes.ts'
import { crc } from '../util/bytes/crc.ts'
import { fromLatin1 } from '../util/bytes/latin1.ts'

/** A bitmap logo: a PNG encoded here, from nothing but the pixels of the file. */
export interface PictureMark {
  /** In pixels. */
  readonly box: readonly [x: 0, y: 0, width: number, height: number]
  /** Base64. */
  readonly png: string
}

/** Why a file is not accepted as a bitmap logo. */
export type PictureProblem =
  | { readonly kind: 'otherKind'; readonly found: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooWide'; readonly width: number; readonly height: number }
  /** Interlaced, or 16 bits per channel: nothing that a logo needs. */
  | { readonly kind: 'rare'; readonly what: string }

/** Maximum pixels of the longest side: sharp at the size of a logo, on screen and on paper. */
export const MOST_POINTS = 512

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Magic numbers of other formats that are saved as .png. */
const OTHERS: readonly (readonly [name: string, begin: string])[] = [
  ['a JPEG', '\xff\xd8\xff'],
  ['a GIF', 'GIF8'],
  ['a WebP', 'RIFF'],
  ['a PDF', '%PDF'],
  ['an SVG', '<svg'],
  ['an SVG', '<?xml'],
]
/** Channels per pixel, by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const PALETTE = 3
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8], 2: [8], 3: [1, 2, 4, 8], 4: [8], 6: [8] }
/** Number of filter types of a scanline. */
const FILTERS = 5

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

/** Decodes a PNG and encodes its pixels anew: comments, locations, colour profiles and data hidden behind the image are left behind. Nothing in it is run. File
 * format: ISO/IEC 15948.
 * @param base64 the bytes of the file */
export function readPicture(base64: string): PictureMark | { readonly problem: PictureProblem } {
  const bytes = bytesOf(base64)
  if (!bytes) return { problem: { kind: 'damaged' } }
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) {
    const begin = fromLatin1(bytes.subarray(0, 8))
    const other = OTHERS.find(([, mark]) => begin.startsWith(mark))
    return { problem: other ? { kind: 'otherKind', found: other[0] } : { kind: 'damaged' } }
  }
  const chunks = chunksOf(bytes)
  const header = chunks?.[0]
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13) return { problem: { kind: 'damaged' } }
  const view = new DataView(header.data.buffer, header.data.byteOffset, 13)
  const [width, height, depth, colour, interlaced] = [
    view.getUint32(0),
    view.getUint32(4),
    view.getUint8(8),
    view.getUint8(9),
    view.getUint8(12),
  ]
  const channels = CHANNELS[colour]
  if (width === 0 || height === 0 || channels === undefined) return { problem: { kind: 'damaged' } }
  if (Math.max(width, height) > MOST_POINTS) return { problem: { kind: 'tooWide', width, height } }
  if (interlaced !== 0) return { problem: { kind: 'rare', what: 'interlacing' } }
  if (!DEPTHS[colour]?.includes(depth)) return { problem: { kind: 'rare', what: `${depth} bits` } }
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data
  const colours = (palette?.length ?? 0) / 3
  if (colour === PALETTE && !(Number.isInteger(colours) && colours > 0 && colours <= 2 ** depth)) return { problem: { kind: 'damaged' } }
  const clear = chunks.find(({ type }) => type === 'tRNS')?.data
  const lines = linesOf(chunks, Math.ceil((width * channels * depth) / 8) + 1, height)
  if (!lines) return { problem: { kind: 'damaged' } }
  const made = written([
    { type: 'IHDR', data: header.data },
    ...(colour === PALETTE && palette ? [{ type: 'PLTE', data: palette }] : []),
    ...(clear && clear.length > 0 && clear.length === clearLength(colour, colours, clear.length) ? [{ type: 'tRNS', data: clear }] : []),
    { type: 'IDAT', data: zlibSync(lines, { level: 9 }) },
    { type: 'IEND', data: new Uint8Array() },
  ])
  return { box: [0, 0, width, height], png: toBase64(made) }
}

/** Length of the tRNS chunk: up to one byte per palette colour, otherwise one colour. */
const clearLength = (colour: number, colours: number, length: number): number =>
  colour === PALETTE ? Math.min(length, colours) : colour === 0 ? 2 : colour === 2 ? 6 : -1

/** The scanlines as in the file; null when their size differs from what the header says. */
function linesOf(chunks: readonly Chunk[], wide: number, height: number): Uint8Array | null {
  const packed = concatBytes(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  // one spare byte reveals data that decompresses to more, however much that is
  const room = new Uint8Array(wide * height + 1)
  try {
    const lines = unzlibSync(packed, { out: room })
    if (lines.length !== wide * height) return null
    for (let at = 0; at < lines.length; at += wide) if ((lines[at] ?? FILTERS) >= FILTERS) return null
    return lines
  } catch {
    return null
  }
}

/** null: truncated, or a chunk with the wrong checksum. Anything after the end is not read. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length || crc(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return null
    const type = fromLatin1(bytes.subarray(at + 4, at + 8))
    chunks.push({ type, data: bytes.subarray(at + 8, end) })
    if (type === 'IEND') return chunks
    at = end + 4
  }
  return null
}

function written(chunks: readonly Chunk[]): Uint8Array {
  return concatBytes([
    Uint8Array.from(SIGNATURE),
    ...chunks.map(({ type, data }) => {
      const whole = new Uint8Array(data.length + 12)
      const view = new DataView(whole.buffer)
      view.setUint32(0, data.length)
      for (let index = 0; index < 4; index++) whole[4 + index] = type.charCodeAt(index)
      whole.set(data, 8)
      view.setUint32(8 + data.length, crc(whole.subarray(4, 8 + data.length)))
      return whole
    }),
  ])
}

/** null: not base64, for instance a picture that was read as text. */
function bytesOf(base64: string): Uint8Array | null {
  try {
    return fromBase64(base64)
  } catch {
    return null
  }
}
