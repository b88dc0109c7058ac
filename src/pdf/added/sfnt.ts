/** Which glyph a TrueType font has for a code: the tables by which a font within a PDF may be looked up (ISO 32000-1, 9.6.6.4). */
export interface GlyphTables {
  /** By platform and encoding, such as `3,1` for Unicode. */
  readonly cmaps: ReadonlyMap<string, (code: number) => number>
  has(table: string): boolean
}

export function glyphTables(bytes: Uint8Array): GlyphTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  const count = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16
    const name = new TextDecoder('latin1').decode(bytes.subarray(at, at + 4))
    tables.set(name, view.getUint32(at + 8))
  }
  const cmaps = new Map<string, (code: number) => number>()
  const start = tables.get('cmap')
  if (start !== undefined) {
    const subtables = view.getUint16(start + 2)
    for (let index = 0; index < subtables; index++) {
      const at = start + 4 + index * 8
      const lookup = cmapAt(view, start + view.getUint32(at + 4))
      if (lookup) cmaps.set(`${view.getUint16(at)},${view.getUint16(at + 2)}`, lookup)
    }
  }
  return { cmaps, has: (table) => tables.has(table) }
}

/** Formats 0, 4, 6 and 12 of the OpenType specification, which is all that fonts within PDFs have. */
function cmapAt(view: DataView, at: number): ((code: number) => number) | null {
  const format = view.getUint16(at)
  if (format === 0) return (code) => (code >= 0 && code < 256 ? view.getUint8(at + 6 + code) : 0)
  if (format === 6) {
    const [first, count] = [view.getUint16(at + 6), view.getUint16(at + 8)]
    return (code) => (code >= first && code < first + count ? view.getUint16(at + 10 + 2 * (code - first)) : 0)
  }
  if (format === 12) {
    const groups = view.getUint32(at + 12)
    return (code) => {
      for (let index = 0; index < groups; index++) {
        const group = at + 16 + index * 12
        const [first, last] = [view.getUint32(group), view.getUint32(group + 4)]
        if (code >= first && code <= last) return view.getUint32(group + 8) + code - first
      }
      return 0
    }
  }
  if (format !== 4) return null
  const twice = view.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + twice]
  return (code) => {
    for (let index = 0; index < twice; index += 2) {
      if (code > view.getUint16(ends + index)) continue
      const first = view.getUint16(starts + index)
      if (code < first) return 0
      const delta = view.getUint16(starts + twice + index)
      const range = starts + 2 * twice + index
      const offset = view.getUint16(range)
      if (offset === 0) return (code + delta) & 0xffff
      const glyph = view.getUint16(range + offset + 2 * (code - first))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}

/** A bare CFF font, wrapped in a file with one table: the library does not read bare ones. */
export function wrapCff(cff: Uint8Array): Uint8Array {
  const at = 28
  const bytes = new Uint8Array(at + cff.length)
  const view = new DataView(bytes.buffer)
  bytes.set([0x4f, 0x54, 0x54, 0x4f])
  view.setUint16(4, 1)
  bytes.set([0x43, 0x46, 0x46, 0x20], 12)
  view.setUint32(20, at)
  view.setUint32(24, cff.length)
  bytes.set(cff, at)
  return bytes
}
