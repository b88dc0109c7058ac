import { crc32, deflateSync } from 'node:zlib'

/** Colours of a kept picture at most: letters on two grounds, their edges, and what a town brings. */
const COLOURS = 64

/** A PNG of so few colours that forty of them can be kept: those that are seen most, and the nearest for every other. `pixels`: four bytes a point. */
export function smallPng(pixels: Uint8ClampedArray, width: number, height: number): Buffer {
  const { palette, indexes } = reduced(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // eight bits a point, by number of its colour
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function reduced(pixels: Uint8ClampedArray): { readonly palette: readonly number[]; readonly indexes: Uint8Array } {
  const count = new Map<number, number>()
  const colours = new Uint32Array(pixels.length / 4)
  for (let at = 0; at < colours.length; at++) {
    const colour = ((pixels[at * 4] ?? 0) << 16) | ((pixels[at * 4 + 1] ?? 0) << 8) | (pixels[at * 4 + 2] ?? 0)
    colours[at] = colour
    count.set(colour, (count.get(colour) ?? 0) + 1)
  }
  const palette: number[] = []
  // colours beside one that is there already would leave no room for those of a small sign
  for (const [colour] of [...count].sort(([a, most], [b, more]) => more - most || a - b)) {
    if (palette.length === COLOURS) break
    if (palette.every((known) => distance(known, colour) > 150)) palette.push(colour)
  }
  const nearest = new Map<number, number>()
  for (const colour of count.keys()) {
    let best = 0
    for (let index = 1; index < palette.length; index++)
      if (distance(palette[index] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = index
    nearest.set(colour, best)
  }
  return { palette, indexes: Uint8Array.from(colours, (colour) => nearest.get(colour) ?? 0) }
}

const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const made = Buffer.alloc(body.length + 8)
  made.writeUInt32BE(data.length, 0)
  body.copy(made, 4)
  made.writeUInt32BE(crc32(body), body.length + 4)
  return made
}
