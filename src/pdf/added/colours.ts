import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFString } from 'pdf-lib'
import { NotDrawn } from './sheets.ts'
import { streamBytes } from './unpack.ts'

/** A colour as grey or RGB, each component from 0 to 1: what the packet can show. */
export type Shade = readonly [number] | readonly [number, number, number]

/** A colour space (ISO 32000-1, 8.6), as far as its colours can be converted to grey or RGB. */
export interface Space {
  /** Number of components of a colour. */
  readonly size: number
  shade(numbers: readonly number[]): Shade
  readonly kind: 'grey' | 'rgb' | 'cmyk' | 'indexed' | 'pattern' | 'other'
  /** Of an indexed space: its palette as bytes, in grey or RGB. */
  readonly palette?: { readonly space: 'DeviceGray' | 'DeviceRGB'; readonly bytes: Uint8Array }
}

const clamp = (value: number | undefined): number => Math.min(1, Math.max(0, value ?? 0))

export const GREY: Space = { size: 1, kind: 'grey', shade: ([grey]) => [clamp(grey)] }
export const RGB: Space = { size: 3, kind: 'rgb', shade: ([red, green, blue]) => [clamp(red), clamp(green), clamp(blue)] }
export const CMYK: Space = {
  size: 4,
  kind: 'cmyk',
  // the conversion of ISO 32000-1, 10.3.5
  shade: ([cyan, magenta, yellow, black]) => {
    const light = (ink: number | undefined): number => 1 - Math.min(1, clamp(ink) + clamp(black))
    return [light(cyan), light(magenta), light(yellow)]
  },
}
const PATTERN: Space = { size: 0, kind: 'pattern', shade: () => [0] }

const NAMED: Readonly<Record<string, Space>> = {
  DeviceGray: GREY,
  G: GREY,
  CalGray: GREY,
  DeviceRGB: RGB,
  RGB,
  CalRGB: RGB,
  DeviceCMYK: CMYK,
  CMYK,
  Pattern: PATTERN,
}

/** The colour space that an object of the file denotes. `named`: those in the resources of the page. */
export function spaceOf(
  context: PDFContext,
  given: PDFObject | undefined,
  named: (name: string) => PDFObject | undefined,
  depth = 0,
): Space {
  if (depth > 6) throw new NotDrawn('picture')
  const object = context.lookup(given)
  if (object instanceof PDFName) {
    const name = object.decodeText()
    const own = named(name)
    if (own !== undefined && own !== given) return spaceOf(context, own, () => undefined, depth + 1)
    const space = NAMED[name]
    if (!space) throw new NotDrawn('picture')
    return space
  }
  if (!(object instanceof PDFArray)) throw new NotDrawn('picture')
  const [head, ...rest] = object.asArray().map((item) => context.lookup(item))
  const name = head instanceof PDFName ? head.decodeText() : ''
  const below = (item: PDFObject | undefined): Space => spaceOf(context, item, named, depth + 1)
  switch (name) {
    case 'ICCBased': {
      const profile = rest[0]
      const size = profile instanceof PDFRawStream ? context.lookup(profile.dict.get(PDFName.of('N'))) : undefined
      const space = size instanceof PDFNumber ? { 1: GREY, 3: RGB, 4: CMYK }[size.asNumber()] : undefined
      if (!space) throw new NotDrawn('picture')
      return space
    }
    case 'Indexed':
    case 'I':
      return indexed(below(rest[0]), rest[1], rest[2])
    case 'Separation':
      return tinted(1, below(rest[1]), rest[2], context)
    case 'DeviceN':
      return tinted(rest[0] instanceof PDFArray ? rest[0].size() : 0, below(rest[1]), rest[2], context)
    default: {
      const space = NAMED[name]
      if (!space) throw new NotDrawn('picture')
      return space
    }
  }
}

function indexed(base: Space, highest: PDFObject | undefined, table: PDFObject | undefined): Space {
  const last = highest instanceof PDFNumber ? Math.min(255, highest.asNumber()) : 0
  const bytes =
    table instanceof PDFRawStream
      ? streamBytes(table)
      : table instanceof PDFString || table instanceof PDFHexString
        ? table.asBytes()
        : new Uint8Array()
  const shades = Array.from({ length: last + 1 }, (_, index) =>
    base.shade(Array.from({ length: base.size }, (_, nth) => (bytes[index * base.size + nth] ?? 0) / 255)),
  )
  const isGrey = shades.every((shade) => shade.length === 1)
  const flat = shades.flatMap((shade) => (isGrey ? [shade[0]] : shade.length === 1 ? [shade[0], shade[0], shade[0]] : [...shade]))
  return {
    size: 1,
    kind: 'indexed',
    shade: ([index]) => shades[Math.min(last, Math.max(0, Math.round(index ?? 0)))] ?? [0],
    palette: { space: isGrey ? 'DeviceGray' : 'DeviceRGB', bytes: Uint8Array.from(flat, (value) => Math.round(value * 255)) },
  }
}

/** A spot colour, converted through the alternate space and tint transform that the file gives. */
function tinted(size: number, alternate: Space, tint: PDFObject | undefined, context: PDFContext): Space {
  const dict = tint instanceof PDFRawStream ? tint.dict : tint
  const kind = dict instanceof PDFDict ? context.lookup(dict.get(PDFName.of('FunctionType'))) : undefined
  if (!(dict instanceof PDFDict) || !(kind instanceof PDFNumber) || size < 1) throw new NotDrawn('picture')
  if (kind.asNumber() === 2 && size === 1) {
    const [from, to] = [numbers(context, dict, 'C0') ?? [0], numbers(context, dict, 'C1') ?? [1]]
    const power = context.lookup(dict.get(PDFName.of('N')))
    const exponent = power instanceof PDFNumber ? power.asNumber() : 1
    return {
      size,
      kind: 'other',
      shade: ([ink]) => alternate.shade(from.map((value, index) => value + clamp(ink) ** exponent * ((to[index] ?? 0) - value))),
    }
  }
  if (kind.asNumber() === 0 && size === 1 && tint instanceof PDFRawStream) {
    const bits = numbers(context, dict, 'BitsPerSample')
    const steps = numbers(context, dict, 'Size')?.[0] ?? 0
    const range = numbers(context, dict, 'Range') ?? []
    if (bits?.[0] !== 8 || steps < 2) throw new NotDrawn('picture')
    const bytes = streamBytes(tint)
    const out = range.length / 2
    return {
      size,
      kind: 'other',
      shade: ([ink]) => {
        const index = Math.round(clamp(ink) * (steps - 1))
        return alternate.shade(
          Array.from({ length: out }, (_, nth) => {
            const [low = 0, high = 1] = [range[2 * nth], range[2 * nth + 1]]
            return low + ((bytes[index * out + nth] ?? 0) / 255) * (high - low)
          }),
        )
      },
    }
  }
  throw new NotDrawn('picture')
}

function numbers(context: PDFContext, dict: PDFDict, key: string): number[] | undefined {
  const value = context.lookup(dict.get(PDFName.of(key)))
  if (value instanceof PDFNumber) return [value.asNumber()]
  if (!(value instanceof PDFArray)) return undefined
  return value.asArray().map((item) => {
    const number = context.lookup(item)
    return number instanceof PDFNumber ? number.asNumber() : 0
  })
}
