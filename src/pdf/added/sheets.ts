import type { Undrawn } from '../../model/packet-file/enclosure.ts'
/** Pages of an attachment, redrawn so that they may be part of a PDF/A: only paths and pictures, no fonts, no actions. All plain data, as it is
 * posted from the worker that made it. */
export interface Sheets {
  readonly pages: readonly Sheet[]
  /** What the pages show repeatedly: pictures, outlines of glyphs. */
  readonly objects: readonly DrawnObject[]
}

export interface Sheet {
  /** In points, as viewed: upright. */
  readonly width: number
  readonly height: number
  /** Operators, from (0, 0) at the bottom left. */
  readonly content: string
  /** Indices into the objects: `X3` in the content is the fourth. */
  readonly uses: readonly number[]
  /** Transparency states by name: opacity of lines and of surfaces, from 0 to 1. */
  readonly solid: readonly (readonly [name: string, stroke: number, fill: number])[]
}

/** A value of a dictionary: a text is a name, `bytes` a string, `object` another of these objects. */
export type DrawnValue =
  | string
  | number
  | boolean
  | readonly DrawnValue[]
  | { readonly bytes: Uint8Array }
  | { readonly object: number }
  | { readonly dict: DrawnDict }
export type DrawnDict = Readonly<Record<string, DrawnValue>>

export interface DrawnObject {
  readonly dict: DrawnDict
  readonly bytes: Uint8Array
  /** The bytes are not compressed yet. */
  readonly raw: boolean
}

/** An attachment that is only named in the packet. */
export class NotDrawn extends Error {
  constructor(readonly why: Undrawn) {
    super(why)
  }
}

/** Limits on drawing an attachment. Counted, not timed: the same file gives the same packet on every machine. */
export class Budget {
  private operators = 1_000_000
  private characters = 24_000_000
  private pixels = 150_000_000

  /** Operators read. */
  spend(operators: number): void {
    this.operators -= operators
    if (this.operators < 0) throw new NotDrawn('bomb')
  }

  /** Characters of content written. */
  write(characters: number): void {
    this.characters -= characters
    if (this.characters < 0) throw new NotDrawn('tooLarge')
  }

  /** A picture, in pixels: whoever opens the packet has to decode it. */
  show(pixels: number): void {
    this.pixels -= pixels
    if (!(this.pixels >= 0)) throw new NotDrawn('bomb')
  }
}

/** Maximum number of pages of one attachment that are drawn: more is a book. */
export const MOST_PAGES = 200
