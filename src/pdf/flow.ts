import { highest } from '../model/util/extremes.ts'
import {
  BOTTOM,
  type Bookmark,
  LEFT,
  type Measure,
  type Node,
  node,
  type Page,
  type Role,
  type Shape,
  TOP,
  type Weight,
  WIDTH,
} from './document.ts'

export interface TextOptions {
  readonly size?: number
  readonly weight?: Weight
  readonly grey?: boolean
  readonly indent?: number
  readonly after?: number
  readonly origin?: string
}

/** Fills pages from top to bottom; knows where it is, and in which element of the structure. */
export class Flow {
  readonly pages: Page[] = []
  readonly bookmarks: Bookmark[] = []
  private y = TOP
  private part = ''
  private parent: Node

  constructor(
    private readonly measure: Measure,
    readonly root: Node,
    /** Number of the first page this flow makes, from 1. */
    private readonly firstPage: number,
  ) {
    this.parent = root
  }

  get pageNumber(): number {
    return this.firstPage + this.pages.length - 1
  }

  /** Width of a text in points. */
  width(text: string, weight: Weight, size: number): number {
    return this.measure(text, weight, size)
  }

  get top(): number {
    return this.y
  }

  /** A new part on a new page: its name stands in the running head and among the bookmarks. */
  begin(part: string, level: 1 | 2 = 1): void {
    this.part = part
    this.newPage()
    const section = node('Sect')
    this.root.children.push(section)
    this.parent = section
    this.bookmarks.push({ title: part, page: this.pageNumber, level })
  }

  newPage(): void {
    this.pages.push({ part: this.part, placements: [] })
    this.y = TOP
  }

  /** Goes to a new page when this height does not fit any more. */
  ensure(height: number): void {
    if (this.y - height < BOTTOM) this.newPage()
  }

  space(height: number): void {
    this.y -= height
  }

  add(role: Role, within: Node = this.parent, alt?: string): Node {
    const made = node(role, alt)
    within.children.push(made)
    return made
  }

  /** `below`: height of what must stand on the same page. */
  heading(level: 1 | 2 | 3, text: string, below = 40): void {
    const size = level === 1 ? 18 : level === 2 ? 12.5 : 10.5
    const lines = this.wrap(text, 'bold', size, WIDTH)
    if (level > 1) this.space(level === 2 ? 10 : 6)
    this.ensure(lines.length * size * 1.25 + Math.max(below, 40))
    this.lines(lines, this.add(`H${level}`), { size, weight: 'bold' })
    this.space(level === 1 ? 8 : 4)
  }

  paragraph(text: string, options: TextOptions = {}): void {
    const { size = 10, weight = 'regular', indent = 0, after = 5 } = options
    this.lines(this.wrap(text, weight, size, WIDTH - indent), this.add('P'), options)
    this.space(after)
  }

  /** Items with a dot before them; `numbered` items bring their own number. */
  list(items: readonly string[], options: TextOptions & { readonly numbered?: boolean } = {}): void {
    const list = this.add('L')
    for (const item of items) {
      const body = this.add('LBody', this.add('LI', list))
      const lines = this.wrap(item, options.weight ?? 'regular', options.size ?? 10, WIDTH - 12)
      // a long item goes on on the next page, a short one stays together
      this.ensure(Math.min(lines.length, 4) * (options.size ?? 10) * 1.35)
      if (!options.numbered) this.shape({ x: LEFT + 2, y: this.y - 7, width: 3, height: 3, style: 'fill' })
      this.lines(lines, body, { ...options, indent: options.numbered ? 0 : 12 })
      this.space(2)
    }
    this.space(4)
  }

  /** A table whose header is repeated on each page. `widths` are shares of the page. */
  table(
    header: readonly string[],
    rows: readonly (readonly string[])[],
    widths: readonly number[],
    options: { indent?: number; size?: number; origin?: string } = {},
  ): void {
    const { indent = 0, size = 9, origin = 'table' } = options
    const total = widths.reduce((sum, width) => sum + width, 0)
    const room = WIDTH - indent
    const columns = widths.map((width) => (width / total) * room)
    const table = this.add('Table')
    const draw = (cells: readonly string[], role: 'TH' | 'TD', tagged: boolean): void => {
      const wrapped = cells.map((cell, index) => this.wrap(cell, role === 'TH' ? 'bold' : 'regular', size, (columns[index] ?? 50) - 8))
      const height =
        highest(
          wrapped.map((lines) => lines.length),
          1,
        ) *
          size *
          1.3 +
        6
      if (this.y - height < BOTTOM) {
        this.newPage()
        if (role === 'TD') draw(header, 'TH', false)
      }
      const row = tagged ? this.add('TR', table) : null
      let x = LEFT + indent
      if (role === 'TH') this.shape({ x, y: this.y - height, width: room, height, style: 'tint' })
      wrapped.forEach((lines, index) => {
        const cell = row ? this.add(role, row) : null
        lines.forEach((line, n) => {
          this.text(x + 4, this.y - size - 2 - n * size * 1.3, line, size, role === 'TH' ? 'bold' : 'regular', false, cell, origin)
        })
        x += columns[index] ?? 0
      })
      this.shape({ x: LEFT + indent, y: this.y - height, width: room, height: 0.5, style: 'rule' })
      this.y -= height
    }
    draw(header, 'TH', true)
    for (const row of rows) draw(row, 'TD', true)
    this.space(8)
  }

  /** Lines of one element, breaking over pages. */
  lines(
    lines: readonly string[],
    within: Node,
    { size = 10, weight = 'regular', grey = false, indent = 0, origin = '' }: TextOptions = {},
  ): void {
    for (const line of lines) {
      this.ensure(size * 1.35)
      this.text(LEFT + indent, this.y - size, line, size, weight, grey, within, origin)
      this.y -= size * 1.35
    }
  }

  text(x: number, y: number, text: string, size: number, weight: Weight, grey: boolean, within: Node | null, origin: string): void {
    if (text === '') return
    this.pages.at(-1)?.placements.push({ kind: 'text', x, y, text, size, weight, grey, node: within, origin })
  }

  shape(shape: Omit<Shape, 'kind' | 'node'> & { node?: Node }): void {
    this.pages.at(-1)?.placements.push({ kind: 'rect', node: null, ...shape })
  }

  /** Breaks at spaces; a word wider than the line is cut where it must. */
  wrap(text: string, weight: Weight, size: number, width: number): string[] {
    const lines: string[] = []
    for (const paragraph of text.split(/\r?\n/)) {
      let line = ''
      for (const word of paragraph.split(/\s+/).filter(Boolean)) {
        const longer = line === '' ? word : `${line} ${word}`
        if (this.measure(longer, weight, size) <= width) {
          line = longer
          continue
        }
        if (line !== '') lines.push(line)
        line = this.cut(word, weight, size, width, lines)
      }
      lines.push(line)
    }
    return lines.length === 0 ? [''] : lines
  }

  private cut(word: string, weight: Weight, size: number, width: number, lines: string[]): string {
    let rest = ''
    for (const letter of word) {
      if (rest !== '' && this.measure(rest + letter, weight, size) > width) {
        lines.push(rest)
        rest = letter
      } else rest += letter
    }
    return rest
  }

  moveTo(y: number): void {
    this.y = y
  }
}
