import type { Lang } from '../model/lang.ts'
import { highest } from '../model/util/extremes.ts'
import { BOTTOM, type Inline, LEFT, type Node, WIDTH } from './document.ts'
import { ALONG, type Flow } from './flow.ts'
import { type Line, textOf } from './type/wrap.ts'

export interface TableOptions {
  readonly indent?: number
  readonly size?: number
  readonly origin?: string
  /** The column that is the header of its row; null: none. */
  readonly rowHead?: number | null
  /** Written by the applicant: addresses in it do not become links. */
  readonly plain?: boolean
  /** Languages of columns; null: that of the file. */
  readonly langs?: readonly (Lang | null)[]
  readonly within?: Node
  /** Font size of its header, when that differs. */
  readonly headSize?: number
  /** Per column, its English name, small beneath the Dutch one; null: none. */
  readonly english?: readonly (string | null)[]
  /** Minimum height of a row, in points. */
  readonly least?: number
  /** Each row is something to do: a square before its first cell can be ticked with a pen. */
  readonly toDo?: boolean
}

/** Languages of columns that are Dutch in every file: sources, and what a national text says. */
export const dutchIn = (lang: Lang, ...columns: readonly boolean[]): { readonly langs?: readonly (Lang | null)[] } =>
  lang === 'nl' ? {} : { langs: columns.map((dutch) => (dutch ? 'nl' : null)) }

/** Content of a cell; with a place, it links there; with English, that is printed below it. */
export type CellText =
  | string
  | { readonly text: string; readonly place: string; readonly says: string }
  | { readonly text: string; readonly english: string }

/** A cell: its lines, and its structure element; null: the repeated header on a next page. */
interface Cell {
  readonly lines: readonly Line<Inline | null>[]
  readonly element: Node | null
  readonly links: Map<Inline, Node>
  /** English below its lines. */
  readonly along?: readonly Line<null>[]
}

/** Minimum number of lines of a cell on a page, where a row breaks across pages. */
const FEWEST = 3
const ALONG_STEP = 8
const IN_ENGLISH: Inline = { lang: 'en' }
/** Width that a square to tick takes from its cell. */
const TICK = 16

/** A table whose header is repeated on each page. A row stays together, unless it takes more than a third of a page. */
export function layOutTable(
  flow: Flow,
  header: readonly string[],
  rows: readonly (readonly CellText[])[],
  widths: readonly number[],
  options: TableOptions = {},
): void {
  const table = new TableLayout(flow, header, widths, options)
  const bodies = rows.map((row) => table.wrapped(row, 'regular'))
  table.begin(bodies[0] ?? [])
  for (const lines of bodies) table.row(lines)
  flow.gap(8)
}

type Weight = 'regular' | 'bold'
type Lines = readonly Line<Inline | null>[]

const tallest = (cells: readonly (readonly unknown[])[]): number =>
  highest(
    cells.map(({ length }) => length),
    1,
  )

class TableLayout {
  private readonly options
  private readonly room: number
  /** Widths of the columns in points. */
  private readonly columns: readonly number[]
  /** Above and below the lines of a row together, in points: small letters need less. */
  private readonly pad: number
  private readonly head: readonly Lines[]
  /** English names of the columns, and how high they are. */
  private readonly along: readonly Line<null>[][]
  private readonly alongHeight: number
  private readonly table: Node

  constructor(
    private readonly flow: Flow,
    header: readonly string[],
    widths: readonly number[],
    given: TableOptions,
  ) {
    const { size = 9, english = [], within } = given
    this.options = {
      indent: 0,
      size,
      origin: 'table',
      rowHead: 0,
      plain: false,
      langs: [],
      headSize: size,
      least: 0,
      toDo: false,
      ...given,
    }
    this.room = WIDTH - this.options.indent
    const total = widths.reduce((sum, width) => sum + width, 0)
    this.columns = widths.map((width) => (width / total) * this.room)
    this.pad = size < 9 ? 4 : 6
    this.table = flow.add('Table', within)
    this.along = english.map((text, column) =>
      text === null || text === header[column] ? [] : flow.wrap(text, 'regular', ALONG - 0.5, this.widthOf(column)),
    )
    this.alongHeight = highest(
      this.along.map(({ length }) => length * ALONG_STEP),
      0,
    )
    this.head = this.wrapped(header, 'bold')
  }

  /** Lines of each cell of a row. */
  wrapped(texts: readonly CellText[], weight: Weight): Lines[] {
    return texts.map((cell, column) => this.cellLines(cell, weight, this.widthOf(column) - this.shiftOf(column)))
  }

  private cellLines(cell: CellText, weight: Weight, width: number): Lines {
    const { flow } = this
    const size = this.sizeOf(weight)
    if (typeof cell === 'string')
      return this.options.plain ? flow.wrap(cell, weight, size, width) : flow.wrapLinked(cell, weight, size, width)
    const { text } = cell
    if ('place' in cell) return flow.wrapParts([{ text, tag: { says: cell.says, place: cell.place } }], weight, size, width)
    const parts = [{ text, tag: null }, ...(cell.english === text ? [] : [{ text: `\n${cell.english}`, tag: IN_ENGLISH }])]
    return flow.wrapParts<Inline | null>(parts, weight, size, width)
  }

  /** The header, which is never alone at the foot of a page. */
  begin(first: readonly Lines[]): void {
    const { flow } = this
    flow.ensure(this.headHeight + this.heightOf(this.goesOn(first) ? FEWEST : tallest(first)))
    const row = flow.add('TR', this.table)
    this.drawHead(this.head.map(() => flow.add('TH', row, { scope: 'Column' })))
  }

  /** A row, on as many pages as it takes. */
  row(lines: readonly Lines[]): void {
    const { flow, pad, step } = this
    const { least } = this.options
    const cells = this.cellsOf(lines)
    const count = tallest(lines)
    const breaks = this.goesOn(lines)
    for (let from = 0; from < count; ) {
      const fits = flow.top - BOTTOM < least ? 0 : Math.floor((flow.top - BOTTOM - pad) / step)
      const left = count - from
      if (fits < (breaks ? Math.min(left, FEWEST) : left)) {
        flow.newPage()
        this.drawHead([])
        continue
      }
      const until = from + Math.min(left, fits)
      this.draw(cells, 'regular', from, until)
      from = until
    }
  }

  private cellsOf(lines: readonly Lines[]): Cell[] {
    const { flow } = this
    const { langs, rowHead } = this.options
    const row = flow.add('TR', this.table)
    return lines.map((cell, column) => {
      const lang = langs[column]
      const isHead = column === rowHead
      const meaning = { ...(isHead && { scope: 'Row' as const }), ...(lang && { lang }) }
      return { lines: cell, element: flow.add(isHead ? 'TH' : 'TD', row, meaning), links: new Map() }
    })
  }

  private widthOf(column: number): number {
    return (this.columns[column] ?? 50) - 8
  }

  private shiftOf(column: number): number {
    return this.options.toDo && column === 0 ? TICK : 0
  }

  private sizeOf(weight: Weight): number {
    return weight === 'bold' ? this.options.headSize : this.options.size
  }

  private stepOf(weight: Weight): number {
    return this.sizeOf(weight) * this.flow.rowStep
  }

  private get step(): number {
    return this.stepOf('regular')
  }

  private get headHeight(): number {
    return this.heightOf(tallest(this.head), 'bold')
  }

  private heightOf(count: number, weight: Weight = 'regular'): number {
    return weight === 'bold'
      ? count * this.stepOf(weight) + this.alongHeight + 6
      : Math.max(this.options.least, count * this.step + this.pad)
  }

  /** Whether a row takes so much of a page that it may break. */
  private goesOn(lines: readonly Lines[]): boolean {
    return this.heightOf(tallest(lines)) > (this.flow.pageHeight - this.headHeight) / 3
  }

  /** `elements`: none where the header is repeated. */
  private drawHead(elements: readonly Node[]): void {
    const cells = this.head.map(
      (lines, column): Cell => ({ lines, element: elements[column] ?? null, links: new Map(), along: this.along[column] ?? [] }),
    )
    this.draw(cells, 'bold', 0, tallest(this.head))
  }

  /** Lines from `from` up to `until` of each cell. */
  private draw(cells: readonly Cell[], weight: Weight, from: number, until: number): void {
    const { flow, room } = this
    const { indent, toDo } = this.options
    const height = this.heightOf(until - from, weight)
    let x = LEFT + indent
    if (weight === 'bold') flow.shape({ x, y: flow.top - height, width: room, height, style: 'tint' })
    if (toDo && weight === 'regular' && from === 0) flow.shape({ x: x + 4, y: flow.top - 12, width: 9, height: 9, style: 'frame' })
    cells.forEach((cell, column) => {
      this.drawLines({ ...cell, lines: cell.lines.slice(from, until) }, weight, x + 4 + this.shiftOf(column))
      this.drawAlong(cell, x + 4, flow.top - cell.lines.length * this.stepOf(weight))
      x += this.columns[column] ?? 0
    })
    flow.shape({ x: LEFT + indent, y: flow.top - height, width: room, height: 0.5, style: 'rule' })
    flow.space(height)
  }

  private drawLines({ lines, element, links }: Cell, weight: Weight, x: number): void {
    const { flow } = this
    const { origin } = this.options
    const size = this.sizeOf(weight)
    lines.forEach((line, nth) => {
      const y = flow.top - size - 2 - nth * this.stepOf(weight)
      if (element) flow.line(line, x, y, element, { size, weight, grey: false, origin, links })
      else for (const { text } of line.pieces) flow.text(x, y, text, size, weight, false, null, origin)
    })
  }

  private drawAlong({ along = [], element }: Cell, x: number, top: number): void {
    if (along.length === 0) return
    const { flow } = this
    const within = element && flow.add('Span', element, { lang: 'en' })
    along.forEach((line, nth) => {
      flow.text(
        x,
        top - ALONG - 1.5 - nth * ALONG_STEP,
        textOf(line),
        ALONG - 0.5,
        'regular',
        true,
        within,
        this.options.origin,
        line.broken,
      )
    })
  }
}
