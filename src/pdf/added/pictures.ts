import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib'
import { GREY, RGB, type Space, spaceOf } from './colours.ts'
import { jpegHeader } from './jpeg.ts'
import { type Budget, type DrawnDict, type DrawnObject, type DrawnValue, NotDrawn } from './sheets.ts'
import { Entries, filtersOf, streamBytes } from './unpack.ts'

/** Filters that a picture may keep, as the packet may contain them (ISO 19005-3, 6.1.6 and 6.2.8). */
const KEPT = ['FlateDecode', 'DCTDecode', 'CCITTFaxDecode', 'JBIG2Decode']
/** Filters that are decoded here; the data is compressed anew. */
const OPENED = ['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode', 'FlateDecode']

export interface PictureStore {
  readonly context: PDFContext
  readonly budget: Budget
  /** Stores an object; returns its number. */
  put(object: DrawnObject): number
  /** Colour spaces in the resources of the page. */
  space(name: string): PDFObject | undefined
}

/** Converts a picture of the file to what the packet may contain: grey, RGB or a palette of these, without what only some programs support. Returns
 * its number. */
export function takePicture(stream: PDFRawStream, store: PictureStore): number {
  const { context, budget } = store
  const entries = new Entries(context, stream.dict)
  const [width = 0, height = 0] = [entries.number('Width', 'W'), entries.number('Height', 'H')]
  if (!(width >= 1 && height >= 1)) throw new NotDrawn('picture')
  budget.show(width * height)
  const isMask = entries.get('ImageMask', 'IM')?.toString() === 'true'
  const filters = filtersOf(context, stream.dict)
  const space = isMask ? GREY : pictureSpace(entries, store, filters)
  const size = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height } as const
  const bits = isMask ? 1 : filters.includes('DCTDecode') ? 8 : (entries.number('BitsPerComponent', 'BPC') ?? 8)
  const decode = entries.numbers('Decode') ?? entries.numbers('D')
  const extra: Record<string, DrawnValue> = {}
  if (isMask) extra.ImageMask = true
  const soft = entries.stream('SMask')
  if (soft) {
    if (new Entries(context, soft.dict).get('Matte') !== undefined) throw new NotDrawn('picture')
    extra.SMask = { object: takePicture(soft, store) }
  }
  const mask = entries.get('Mask')
  if (mask instanceof PDFRawStream) extra.Mask = { object: takePicture(mask, store) }
  else if (mask instanceof PDFArray) {
    if (space.kind !== 'grey' && space.kind !== 'rgb' && space.kind !== 'indexed') throw new NotDrawn('picture')
    extra.Mask = entries.numbers('Mask') ?? []
  }
  if (space.kind === 'cmyk' || space.kind === 'other') {
    const opened = open(stream, filters)
    if (!opened || bits !== 8) throw new NotDrawn('picture')
    const bytes = inRgb(opened, width * height, space, decode)
    return store.put({ dict: { ...size, ...extra, ColorSpace: 'DeviceRGB', BitsPerComponent: 8 }, bytes, raw: true })
  }
  if (decode) extra.Decode = decode
  if (!isMask) extra.ColorSpace = spaceValue(space)
  const dict = { ...size, ...extra, BitsPerComponent: bits }
  const [only] = filters
  if (filters.length === 1 && only !== undefined && KEPT.includes(only)) {
    if (only === 'DCTDecode') checkJpeg(stream, space, { width, height })
    const how = parametersOf(entries, store)
    return store.put({
      dict: { ...dict, Filter: only, ...(how && { DecodeParms: { dict: how } }) },
      bytes: stream.asUint8Array(),
      raw: false,
    })
  }
  // a JPEG inside another encoding, such as hexadecimal: the outer filters are removed
  if (filters.at(-1) === 'DCTDecode') {
    const bytes = streamBytes(PDFRawStream.of(withFilters(context, stream, filters.slice(0, -1)), stream.asUint8Array()))
    const inner = PDFRawStream.of(stream.dict, bytes)
    checkJpeg(inner, space, { width, height })
    return store.put({ dict: { ...dict, Filter: 'DCTDecode' }, bytes, raw: false })
  }
  const opened = open(stream, filters)
  if (!opened) throw new NotDrawn('picture')
  return store.put({ dict, bytes: opened, raw: true })
}

function withFilters(context: PDFContext, stream: PDFRawStream, filters: readonly string[]): PDFDict {
  const dict = PDFDict.withContext(context)
  for (const [key, value] of stream.dict.entries()) dict.set(key, value)
  dict.delete(PDFName.of('DecodeParms'))
  dict.set(PDFName.of('Filter'), context.obj([...filters]))
  return dict
}

const open = (stream: PDFRawStream, filters: readonly string[]): Uint8Array | null =>
  filters.every((filter) => OPENED.includes(filter)) ? streamBytes(stream) : null

function pictureSpace(entries: Entries, store: PictureStore, filters: readonly string[]): Space {
  const given = entries.get('ColorSpace', 'CS')
  if (given === undefined) {
    // a JPEG declares its own; JPEG 2000 is not kept
    if (filters.includes('DCTDecode')) return RGB
    throw new NotDrawn('picture')
  }
  return spaceOf(store.context, given, store.space)
}

const spaceValue = (space: Space): DrawnValue => {
  if (space.palette)
    return [
      'Indexed',
      space.palette.space,
      space.palette.bytes.length / (space.palette.space === 'DeviceGray' ? 1 : 3) - 1,
      { bytes: space.palette.bytes },
    ]
  return space.kind === 'grey' ? 'DeviceGray' : 'DeviceRGB'
}

/** The header of the JPEG must agree with what the file says about it. */
function checkJpeg(stream: PDFRawStream, space: Space, { width, height }: { width: number; height: number }): void {
  const header = jpegHeader(stream.asUint8Array())
  if (header?.bits !== 8 || header.width !== width || header.height !== height) throw new NotDrawn('picture')
  if (header.channels !== space.size) throw new NotDrawn('picture')
}

function parametersOf(entries: Entries, store: PictureStore): DrawnDict | undefined {
  const given = entries.get('DecodeParms', 'DP')
  const dict = given instanceof PDFArray ? store.context.lookup(given.get(0)) : given
  if (!(dict instanceof PDFDict)) return undefined
  const own = new Entries(store.context, dict)
  const kept: Record<string, DrawnValue> = {}
  for (const key of ['Predictor', 'Colors', 'BitsPerComponent', 'Columns', 'K', 'Rows', 'DamagedRowsBeforeError']) {
    const value = own.number(key)
    if (value !== undefined) kept[key] = value
  }
  for (const key of ['EndOfLine', 'EncodedByteAlign', 'EndOfBlock', 'BlackIs1']) {
    const value = own.get(key)?.toString()
    if (value === 'true' || value === 'false') kept[key] = value === 'true'
  }
  const globals = own.stream('JBIG2Globals')
  if (globals) kept.JBIG2Globals = { object: store.put({ dict: {}, bytes: streamBytes(globals), raw: true }) }
  return Object.keys(kept).length > 0 ? kept : undefined
}

function inRgb(bytes: Uint8Array, pixels: number, space: Space, decode: readonly number[] | undefined): Uint8Array {
  const out = new Uint8Array(pixels * 3)
  const numbers = new Array<number>(space.size).fill(0)
  const known = new Map<number, readonly number[]>()
  for (let pixel = 0; pixel < pixels; pixel++) {
    let key = 0
    for (let nth = 0; nth < space.size; nth++) key = key * 256 + (bytes[pixel * space.size + nth] ?? 0)
    let shade = known.get(key)
    if (!shade) {
      for (let nth = 0; nth < space.size; nth++) {
        const value = (bytes[pixel * space.size + nth] ?? 0) / 255
        const [low = 0, high = 1] = [decode?.[2 * nth], decode?.[2 * nth + 1]]
        numbers[nth] = low + value * (high - low)
      }
      const [red, green = red, blue = red] = space.shade(numbers)
      shade = [red, green, blue].map((part) => Math.round(part * 255))
      if (known.size < 4096) known.set(key, shade)
    }
    out.set(shade, pixel * 3)
  }
  return out
}
