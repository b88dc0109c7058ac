import type { Mark } from '../model/house-style/mark.ts'
import type { Lang } from '../model/lang.ts'

/** What layout yields and drawing takes: pages of placements in points from the bottom left, and the structure they are tagged with. */
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

/** A box of the form as it is printed (ISO 32000-1, 14.8.5.6): a text field, or one option of several of which it says whether it is ticked. */
export type Field = { readonly role: 'tv'; readonly label: string } | { readonly role: 'cb' | 'rb'; readonly checked: boolean }

/** Where a link leads: an address of the web or of e-mail, or a place in this file. `says`: in words, for who cannot see where it points. */
export type Target = { readonly says: string } & ({ readonly address: string } | { readonly place: string })

/** What a stretch of a line is beside its text: a link, or a passage in another language. */
export type Inline = Target | { readonly lang: Lang }

/** What an element tells beside the text in it. */
interface Meaning {
  /** What a figure shows. */
  readonly alt?: string
  /** Of a figure, where it stands on its page, in points. */
  readonly box?: readonly [left: number, bottom: number, right: number, top: number]
  /** Read instead of what is drawn. */
  readonly actual?: string
  /** Of a passage in another language than the file. */
  readonly lang?: Lang
  /** Of a header of a table. */
  readonly scope?: 'Row' | 'Column'
  /** Of a list: whether its items bring a number. */
  readonly numbering?: 'Decimal' | 'None'
  readonly field?: Field
  readonly target?: Target
}

/** Element of the structure tree. Order of children is reading order. */
export interface Node extends Meaning {
  readonly role: Role
  readonly children: Node[]
}

/** What stands on a page and is no part of the text: the running head and foot, the header of a table that goes on, lines and frames. */
export type Artifact = 'head' | 'foot' | 'repeated' | 'layout'

export interface TextRun {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: Weight
  readonly grey: boolean
  /** On the coloured square of the running head. */
  readonly white?: boolean
  /** null: an artifact. */
  readonly node: Node | null
  readonly artifact?: Artifact
  /** Heard and found, and not seen: what it says is drawn as a picture. */
  readonly hidden?: boolean
  /** The last word goes on in the next run: it did not fit on its line. */
  readonly broken?: boolean
  /** Where the text comes from, for a character that cannot be drawn. */
  readonly origin: string
}
export interface Shape {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly style: 'frame' | 'open' | 'rule' | 'fill' | 'tint' | 'mark'
  /** Set for the squares of a QR code: they are one figure. */
  readonly node: Node | null
  readonly artifact?: Artifact
}
/** The mark of a town, as large as its box allows. */
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
  /** Of what is drawn to what it was. */
  readonly scale: number
  readonly node: Node
  /** Which attachment, and which of its pages, from 0. */
  readonly attachment: number
  readonly page: number
}
export type Placement = TextRun | Shape | MarkInBox | Picture

export interface Page {
  readonly part: string
  /** Of a page of an attachment that is wider than high. */
  readonly landscape?: boolean
  readonly placements: Placement[]
}
/** Page from 1, and the height on it in points from the bottom. */
export interface Place {
  readonly page: number
  readonly top: number
}
export interface Bookmark extends Place {
  readonly title: string
  /** 1: a part, 2: what stands in it, 3: the person or thing that this is about. */
  readonly level: 1 | 2 | 3
}
export interface PacketDocument {
  readonly pages: readonly Page[]
  readonly root: Node
  readonly bookmarks: readonly Bookmark[]
  /** What links within the file lead to. */
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
/** Above and below: what every printer leaves white, and the running head and foot. */
const EDGE = 15 * MM
export const LEFT = MARGIN
export const RIGHT = A4.width - MARGIN
/** How much wider, and lower, a page is that lies on its side. */
export const SIDEWAYS = A4.height - A4.width
export const TOP = A4.height - EDGE - 14
/** Base line of the running head. */
export const HEAD = A4.height - EDGE + 8
export const BOTTOM = EDGE + 2
export const WIDTH = RIGHT - LEFT

/** Nothing of a page may hold a line break, and a text may not be empty. */
export const node = (role: Role, meaning: Meaning = {}): Node => ({ role, children: [], ...meaning })
