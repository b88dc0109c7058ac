/** What the header of a JPEG says. */
export interface JpegHeader {
  readonly width: number
  readonly height: number
  /** Number of components of a colour: 1 grey, 3 colours, 4 inks. */
  readonly channels: number
  readonly bits: number
  /** Any reader program can show it as it is (baseline, extended or progressive Huffman). */
  readonly isCommon: boolean
  /** How the camera was held (Exif 2.3, 4.6.4): 1 upright, 3 upside down, 6 and 8 on its side, 2, 4, 5 and 7 mirrored as well. */
  readonly orientation: number
  /** The end marker is present. */
  readonly isWhole: boolean
}

/** Reads the segments of a JPEG (ISO 10918-1, annex B); null: it is not one, or has no picture. */
export function jpegHeader(bytes: Uint8Array): JpegHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null
  let orientation = 1
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    // fill bytes
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda || marker === 0xd9) return null
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return null
    if (marker === 0xe1) orientation = orientationIn(bytes.subarray(at + 4, at + 2 + length)) ?? orientation
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && length >= 8) {
      return {
        bits: bytes[at + 4] ?? 0,
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        channels: bytes[at + 9] ?? 0,
        isCommon: marker <= 0xc2,
        orientation: orientationBehind(bytes, at + 2 + length) ?? orientation,
        isWhole: hasEnd(bytes),
      }
    }
    at += 2 + length
  }
  return null
}

/** Some programs write Exif after the frame: searches up to the first scan. */
function orientationBehind(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda || marker === 0xd9) return undefined
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    if (length < 2) return undefined
    if (marker === 0xe1) return orientationIn(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  return undefined
}

/** Phones append a little after the end marker. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= Math.max(2, bytes.length - 65_536); at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

/** The orientation in the first tags of an Exif segment. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (new TextDecoder('latin1').decode(segment.subarray(0, 4)) !== 'Exif' || segment.length < 14) return undefined
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6)
  const little = tiff.getUint16(0) === 0x4949
  const start = tiff.getUint32(4, little)
  if (start + 2 > tiff.byteLength) return undefined
  const count = tiff.getUint16(start, little)
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * 12
    if (at + 12 > tiff.byteLength) return undefined
    if (tiff.getUint16(at, little) !== 0x0112) continue
    const value = tiff.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}
