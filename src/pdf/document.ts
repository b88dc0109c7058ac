import type { Mark } from '../model/house-style/mark.ts'
import type { Lang } from '../model/lang.ts'

/** The output of layout and the input of drawing: pages of placements in points from the bottom left, and the structure they are tagged with. */
export type Weight = 'regular' | 'bold'
export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Span'
  | 'Link'
  | 'Form'
  | 'Reference'
  | 'TOC'
  | 'TOCI'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Figure'

/** A box of the form as printed (ISO 32000-1, 14.8.5.6): a text field, or one option of several and whether it is ticked. */
export type Field = { readonly role: 'tv'; readonly label: string } | { readonly role: 'cb' | 'rb'; readonly checked: boolean }

/** Where a link leads: a web or e-mail address, or a place in this file. `says`: in words, for people who cannot see where it points. */
export type Target = { readonly says: string } & ({ readonly address: string } | { readonly place: string })

/** What a stretch of a line is besides its text: a link, or a passage in another language. */
export type Inline = Target | { readonly lang: Lang }

/** What an element conveys besides the text in it. */
interface Meaning {
  /** What a figure shows. */
  readonly alt?: string
  /** Of a figure: its bounding box on the page, in points. */
  readonly box?: readonly [left: number, bottom: number, right: number, top: number]
  /** Actual text: read instead of what is drawn. */
  readonly actual?: string
  /** Of a passage in a language other than the file's. */
  readonly lang?: Lang
  /** Of a table header. */
  readonly scope?: 'Row' | 'Column'
  /** Of a list: whether its items are numbered. */
  readonly numbering?: 'Decimal' | 'None'
  readonly field?: Field
  readonly target?: Target
}

/** Element of the structure tree. Order of children is reading order. */
export interface Node extends Meaning {
  readonly role: Role
  readonly children: Node[]
}

/** What is on a page but not part of the text: the running head and foot, the repeated header of a table, lines and frames. */
export type Artifact = 'head' | 'foot' | 'repeated' | 'layout'

export interface TextRun {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  /** Never empty, without line breaks. */
  readonly text: string
  readonly size: number
  readonly weight: Weight
  readonly grey: boolean
  /** On the coloured square of the running head. */
  readonly white?: boolean
  /** null: an artifact. */
  readonly node: Node | null
  readonly artifact?: Artifact
  /** Invisible, but read aloud and found by searching: what it says is drawn as a picture. */
  readonly hidden?: boolean
  /** The last word continues in the next run: it did not fit on its line. */
  readonly broken?: boolean
  /** Where the text comes from, to report a character that cannot be drawn. */
  readonly origin: string
}
export interface Shape {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly style: 'frame' | 'open' | 'rule' | 'fill' | 'tint' | 'mark'
  /** Set for the squares of a QR code, which are one figure. */
  readonly node: Node | null
  readonly artifact?: Artifact
}
/** The logo of a town, as large as its box allows. */
export interface MarkInBox {
  readonly kind: 'mark'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly mark: Mark
  readonly node: null
  readonly artifact: Artifact
}
/** A page of an attachment: one figure. */
export interface Picture {
  readonly kind: 'picture'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Drawn size relative to the original. */
  readonly scale: number
  readonly node: Node
  /** Index of the attachment, and of the page in it, from 0. */
  readonly attachment: number
  readonly page: number
}
export type Placement = TextRun | Shape | MarkInBox | Picture

export interface Page {
  readonly part: string
  /** Set for a page of an attachment that is wider than high. */
  readonly landscape?: boolean
  readonly placements: Placement[]
}
/** Page number from 1, and height on the page in points from the bottom. */
export interface Place {
  readonly page: number
  readonly top: number
}
export interface Bookmark extends Place {
  readonly title: string
  /** 1: a part, 2: a section in it, 3: the person or thing that this is about. */
  readonly level: 1 | 2 | 3
}
export interface PacketDocument {
  readonly pages: readonly Page[]
  readonly root: Node
  readonly bookmarks: readonly Bookmark[]
  /** Destinations of links within the file. */
  readonly places: ReadonlyMap<string, Place>
  readonly lang: Lang
  readonly title: string
  readonly colour: string
}

/** Width of a text in points. */
export type Measure = (text: string, weight: Weight, size: number) => number

export const A4 = { width: 595.28, height: 841.89 } as const
const MM = 72 / 25.4
/** Left and right: room for the holes of a binder. */
const MARGIN = 20 * MM
/** Top and bottom: what no printer prints on, and the running head and foot. */
const EDGE = 15 * MM
export const LEFT = MARGIN
export const RIGHT = A4.width - MARGIN
/** How much wider, and lower, a landscape page is. */
export const SIDEWAYS = A4.height - A4.width
export const TOP = A4.height - EDGE - 14
/** Baseline of the running head. */
export const HEAD = A4.height - EDGE + 8
export const BOTTOM = EDGE + 2
export const WIDTH = RIGHT - LEFT

/** An element without children. */
export const node = (role: Role, meaning: Meaning = {}): Node => ({ role, children: [], ...meaning })
