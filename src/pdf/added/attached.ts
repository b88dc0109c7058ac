import { type AttachmentKind, attachmentKind } from '../../model/answers/attachment-kind.ts'
import type { Undrawn } from '../../model/packet-file/enclosure.ts'
import { jpegHeader } from './jpeg.ts'
import { sheetsOfPdf } from './pdf-sheets.ts'
import { pngPoints } from './png.ts'
import { Budget, NotDrawn, type Sheets } from './sheets.ts'

/** An attachment as the packet shows it: its pages, its text, or why it shows neither. */
export type Attached =
  | { readonly kind: 'pages'; readonly sheets: Sheets }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'named'; readonly why: Undrawn }

/** Longest text that is printed, in characters: more is not a document. */
const LONGEST_TEXT = 200_000
/** Maximum number of pixels of a picture that a reader program may be asked to decode. */
const MOST_POINTS = 100_000_000

/** Inspects an added file by its content, never by its name, and redraws it where that is safe. Always returns, whatever the file is; limits are
 * counted, not timed, so that the result is the same everywhere. */
export async function attach(name: string, bytes: Uint8Array): Promise<Attached> {
  try {
    if (bytes.length === 0) throw new NotDrawn('empty')
    const kind = attachmentKind(name, bytes)
    if (kind === null) throw new NotDrawn('unknownKind')
    return await DRAW[kind](bytes)
  } catch (error) {
    return { kind: 'named', why: error instanceof NotDrawn ? error.why : 'damaged' }
  }
}

const pages = (sheets: Sheets): Attached => ({ kind: 'pages', sheets })

const DRAW: Readonly<Record<AttachmentKind, (bytes: Uint8Array) => Promise<Attached>>> = {
  'application/pdf': async (bytes) => pages(await sheetsOfPdf(bytes)),
  'image/jpeg': async (bytes) => pages(photo(bytes)),
  'image/png': async (bytes) => {
    const { width, height, space, bytes: points } = await pngPoints(bytes, new Budget())
    return pages(onePicture({ width, height }, { ColorSpace: space, BitsPerComponent: 8 }, points, true, 1))
  },
  'text/plain': async (bytes) => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.length > LONGEST_TEXT) throw new NotDrawn('tooLarge')
    return { kind: 'text', text }
  },
}

function photo(bytes: Uint8Array): Sheets {
  const header = jpegHeader(bytes)
  if (!header?.isWhole || header.width < 1 || header.height < 1) throw new NotDrawn('damaged')
  if (header.width * header.height > MOST_POINTS) throw new NotDrawn('bomb')
  if (!header.isCommon || header.bits !== 8 || (header.channels !== 1 && header.channels !== 3)) throw new NotDrawn('picture')
  const look = { ColorSpace: header.channels === 1 ? 'DeviceGray' : 'DeviceRGB', BitsPerComponent: 8, Filter: 'DCTDecode' }
  return onePicture(header, look, bytes, false, header.orientation)
}

/** Matrix that turns the unit square for each way a camera was held (Exif 2.3, 4.6.4). */
const TURNED: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
}

/** A picture as a page of its own, at 200 pixels an inch. */
function onePicture(
  size: { readonly width: number; readonly height: number },
  look: Readonly<Record<string, string | number>>,
  bytes: Uint8Array,
  raw: boolean,
  orientation: number,
): Sheets {
  const onSide = orientation >= 5
  const inPoints = (dots: number): number => (dots * 72) / 200
  const [width, height] = [inPoints(onSide ? size.height : size.width), inPoints(onSide ? size.width : size.height)]
  const [a, b, c, d, e, f] = TURNED[orientation] ?? [1, 0, 0, 1, 0, 0]
  const placed = [a * width, b * height, c * width, d * height, e * width, f * height].map((value) => value.toFixed(2)).join(' ')
  return {
    pages: [{ width, height, content: `q ${placed} cm /X0 Do Q`, uses: [0], solid: [] }],
    objects: [{ dict: { Type: 'XObject', Subtype: 'Image', Width: size.width, Height: size.height, ...look }, bytes, raw }],
  }
}
