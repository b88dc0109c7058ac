/** What layout yields and drawing takes: pages of placements in points from the bottom left, and the structure they are tagged with. */
export type Weight = 'regular' | 'bold'
export type Role = 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'L' | 'LI' | 'LBody' | 'Figure'

/** Element of the structure tree. Order of children is reading order. */
export interface Node {
  readonly role: Role
  readonly children: Node[]
  readonly alt?: string
}

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
  /** null: decoration that repeats on every page. */
  readonly node: Node | null
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
}
export type Placement = TextRun | Shape

export interface Page {
  readonly part: string
  readonly placements: Placement[]
}
export interface Bookmark {
  readonly title: string
  readonly page: number
  readonly level: 1 | 2
}
export interface PacketDocument {
  readonly pages: readonly Page[]
  readonly root: Node
  readonly bookmarks: readonly Bookmark[]
  readonly lang: 'nl' | 'en'
  readonly title: string
  readonly colour: string
}

/** Width of a text in points. */
export type Measure = (text: string, weight: Weight, size: number) => number

export const A4 = { width: 595.28, height: 841.89 } as const
const MM = 72 / 25.4
export const MARGIN = 20 * MM
export const LEFT = 20 * MM
export const RIGHT = A4.width - MARGIN
export const TOP = A4.height - MARGIN - 14
/** Base line of the running head. */
export const HEAD = A4.height - MARGIN + 8
export const BOTTOM = MARGIN + 10
export const WIDTH = RIGHT - LEFT

/** Nothing of a page may hold a line break, and a text may not be empty. */
export const node = (role: Role, alt?: string): Node => (alt === undefined ? { role, children: [] } : { role, children: [], alt })
