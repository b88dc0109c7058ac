import { crc32, deflateSync } from 'node:zlib'

/** A part of a PNG with its check sum. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export interface PngOptions {
  readonly width?: number
  readonly height?: number
  /** 0 grey, 2 RGB, 3 palette, 6 RGB with alpha. */
  readonly colour?: 0 | 2 | 3 | 6
  readonly depth?: number
  readonly interlaced?: boolean
  /** Points, line by line, each line behind its filter byte; else one colour. */
  readonly lines?: Uint8Array
  /** Between the header and the points. */
  readonly more?: readonly Buffer[]
  /** Behind the end. */
  readonly trailing?: Buffer
}

const CHANNELS = { 0: 1, 2: 3, 3: 1, 6: 4 } as const
export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG made byte by byte: a square of one colour unless said otherwise. */
export function png({
  width = 8,
  height = 8,
  colour = 6,
  depth = 8,
  interlaced = false,
  lines,
  more = [],
  trailing,
}: PngOptions = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8)
  const wide = Math.ceil((width * CHANNELS[colour] * depth) / 8) + 1
  const points = lines ?? Buffer.alloc(wide * height, 0).map((_, at) => (at % wide === 0 ? 0 : colour === 3 ? 0 : 0xc0))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...(colour === 3 ? [chunk('PLTE', Buffer.from([0x1b, 0x5f, 0xa8, 255, 255, 255]))] : []),
    ...more,
    chunk('IDAT', deflateSync(points)),
    chunk('IEND', Buffer.alloc(0)),
    ...(trailing ? [trailing] : []),
  ])
}
