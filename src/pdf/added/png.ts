import { decodePDFRawStream, PDFContext, PDFRawStream, PngEmbedder } from 'pdf-lib'
import { concatBytes } from '../../model/util/bytes/concat-bytes.ts'
import { crc } from '../../model/util/bytes/crc.ts'
import { type Budget, NotDrawn } from './sheets.ts'

/** Longest side of a drawn picture, in pixels: sharp on a page of A4, a tenth of what a screen or camera makes. The file itself is embedded whole. */
const LONGEST = 2400
/** Maximum number of pixels of a picture that is decoded here. */
const MOST_POINTS = 40_000_000
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Including its length, type and checksum. */
  readonly whole: Uint8Array
}

/** A raster image, each pixel grey or RGB. */
export interface Points {
  readonly width: number
  readonly height: number
  readonly space: 'DeviceGray' | 'DeviceRGB'
  readonly bytes: Uint8Array
}

/** A PNG flattened onto white, downscaled where it is larger than a page shows. */
export async function pngPoints(bytes: Uint8Array, budget: Budget): Promise<Points> {
  const chunks = chunksOf(bytes)
  const header = chunks[0]?.type === 'IHDR' ? new DataView(chunks[0].data.buffer, chunks[0].data.byteOffset, 13) : null
  if (!header || chunks.at(-1)?.type !== 'IEND') throw new NotDrawn('damaged')
  const [width, height, bits, channels] = [header.getUint32(0), header.getUint32(4), header.getUint8(8), CHANNELS[header.getUint8(9)]]
  if (width === 0 || height === 0 || channels === undefined) throw new NotDrawn('damaged')
  if (width * height > MOST_POINTS) throw new NotDrawn('bomb')
  budget.show(width * height)
  const parts = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)
  // a few bytes may unpack to gigabytes, and the library has no limit
  const expected = (Math.ceil((width * channels * bits) / 8) + 1) * height
  const unpacked = inflatedSize(concatBytes(parts), 2 * expected + 4096)
  if (unpacked > 2 * expected + 4096) throw new NotDrawn('bomb')
  const needed = chunks.filter(({ type }) => ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(type))
  const embedder = await PngEmbedder.for(concatBytes([bytes.subarray(0, 8), ...needed.map(({ whole }) => whole)]))
  const { rgbChannel, alphaChannel } = (
    embedder as unknown as { readonly image: { readonly rgbChannel: Uint8Array; readonly alphaChannel?: Uint8Array } }
  ).image
  return reduced(rgbChannel, alphaChannel, width, height)
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) break
    const type = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8))
    if (crc(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) throw new NotDrawn('damaged')
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length), whole: bytes.subarray(at, at + 12 + length) })
    at += 12 + length
    if (type === 'IEND') break
  }
  return chunks
}

/** Inflated size in bytes, or something above `most`. */
function inflatedSize(packed: Uint8Array, most: number): number {
  const dict = PDFContext.create().obj({ Filter: 'FlateDecode' })
  const stream = decodePDFRawStream(PDFRawStream.of(dict, packed))
  let size = 0
  while (size <= most) {
    const { length } = stream.getBytes(65_536)
    if (length === 0) return size
    size += length
  }
  return size
}

/** Each pixel is the mean of those that it replaces. */
function reduced(rgb: Uint8Array, alpha: Uint8Array | undefined, width: number, height: number): Points {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / LONGEST))
  const [columns, rows] = [Math.ceil(width / step), Math.ceil(height / step)]
  const out = new Uint8Array(columns * rows * 3)
  let isGrey = true
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const sum = [0, 0, 0]
      let count = 0
      for (let y = row * step; y < Math.min(height, (row + 1) * step); y++)
        for (let x = column * step; x < Math.min(width, (column + 1) * step); x++) {
          const at = y * width + x
          const solid = alpha ? (alpha[at] ?? 255) / 255 : 1
          for (let part = 0; part < 3; part++) sum[part] = (sum[part] ?? 0) + (rgb[3 * at + part] ?? 255) * solid + 255 * (1 - solid)
          count += 1
        }
      const at = 3 * (row * columns + column)
      for (let part = 0; part < 3; part++) out[at + part] = Math.round((sum[part] ?? 0) / count)
      if (isGrey && (out[at] !== out[at + 1] || out[at] !== out[at + 2])) isGrey = false
    }
  const size = { width: columns, height: rows }
  return isGrey
    ? { ...size, space: 'DeviceGray', bytes: Uint8Array.from({ length: columns * rows }, (_, index) => out[3 * index] ?? 0) }
    : { ...size, space: 'DeviceRGB', bytes: out }
}
