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
  {
    indent = 0,
    size = 9,
    origin = 'table',
    rowHead = 0,
    plain = false,
    langs = [],
    within,
    headSize = size,
    least = 0,
    toDo = false,
    english = [],
  }: TableOptions = {},
): void {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const room = WIDTH - indent
  const columns = widths.map((width) => (width / total) * room)
  const sizeOf = (weight: 'regular' | 'bold'): number => (weight === 'bold' ? headSize : size)
  const stepOf = (weight: 'regular' | 'bold'): number => sizeOf(weight) * flow.rowStep
  const step = stepOf('regular')
  /** Above and below the lines of a row together, in points: small letters need less. */
  const pad = size < 9 ? 4 : 6
  const table = flow.add('Table', within)

  const shiftOf = (column: number): number => (toDo && column === 0 ? TICK : 0)
  const wrapped = (texts: readonly CellText[], weight: 'regular' | 'bold'): Line<Inline | null>[][] =>
    texts.map((cell, index) => {
      const width = (columns[index] ?? 50) - 8 - shiftOf(index)
      if (typeof cell !== 'string') {
        const { text } = cell
        if ('english' in cell) {
          const parts = [{ text, tag: null }, ...(cell.english === text ? [] : [{ text: `\n${cell.english}`, tag: IN_ENGLISH }])]
          return flow.wrapParts<Inline | null>(parts, weight, sizeOf(weight), width)
        }
        const { place, says } = cell
        return flow.wrapParts([{ text, tag: { says, place } }], weight, sizeOf(weight), width)
      }
      return plain ? flow.wrap(cell, weight, sizeOf(weight), width) : flow.wrapLinked(cell, weight, sizeOf(weight), width)
    })
  const tallest = (lines: readonly (readonly unknown[])[]): number =>
    highest(
      lines.map(({ length }) => length),
      1,
    )
  const along = english.map((text, column) =>
    text === null || text === header[column] ? [] : flow.wrap(text, 'regular', ALONG - 0.5, (columns[column] ?? 50) - 8),
  )
  const alongHeight = highest(
    along.map(({ length }) => length * ALONG_STEP),
    0,
  )
  const heightOf = (count: number, weight: 'regular' | 'bold' = 'regular'): number =>
    weight === 'bold' ? count * stepOf(weight) + alongHeight + 6 : Math.max(least, count * step + pad)

  /** Lines from `from` up to `until` of each cell. */
  const draw = (cells: readonly Cell[], weight: 'regular' | 'bold', from: number, until: number): void => {
    const height = heightOf(until - from, weight)
    const own = sizeOf(weight)
    if (weight === 'bold') flow.shape({ x: LEFT + indent, y: flow.top - height, width: room, height, style: 'tint' })
    let x = LEFT + indent
    if (toDo && weight === 'regular' && from === 0) flow.shape({ x: x + 4, y: flow.top - 12, width: 9, height: 9, style: 'frame' })
    cells.forEach(({ lines, element, links, along = [] }, column) => {
      lines.slice(from, until).forEach((line, nth) => {
        const y = flow.top - own - 2 - nth * stepOf(weight)
        const at = x + 4 + shiftOf(column)
        if (element) flow.line(line, at, y, element, { size: own, weight, grey: false, origin, links })
        else for (const { text } of line.pieces) flow.text(at, y, text, own, weight, false, null, origin)
      })
      const inEnglish = element && along.length > 0 ? flow.add('Span', element, { lang: 'en' }) : null
      along.forEach((line, nth) => {
        const y = flow.top - ALONG - 1.5 - lines.length * stepOf(weight) - nth * ALONG_STEP
        flow.text(x + 4, y, textOf(line), ALONG - 0.5, 'regular', true, inEnglish, origin, line.broken)
      })
      x += columns[column] ?? 0
    })
    flow.shape({ x: LEFT + indent, y: flow.top - height, width: room, height: 0.5, style: 'rule' })
    flow.space(height)
  }

  const head = wrapped(header, 'bold')
  const headHeight = heightOf(tallest(head), 'bold')
  const drawHead = (elements: readonly (Node | null)[]): void =>
    draw(
      head.map((lines, column) => ({
        lines,
        element: elements[column] ?? null,
        links: new Map<Inline, Node>(),
        along: along[column] ?? [],
      })),
      'bold',
      0,
      tallest(head),
    )
  const bodies = rows.map((row) => wrapped(row, 'regular'))
  const page = flow.pageHeight - headHeight
  const goesOn = (lines: Cell['lines'][]): boolean => heightOf(tallest(lines)) > page / 3
  const first = bodies[0] ?? []
  // the header is never alone at the foot of a page
  flow.ensure(headHeight + heightOf(goesOn(first) ? FEWEST : tallest(first)))
  const headRow = flow.add('TR', table)
  drawHead(header.map(() => flow.add('TH', headRow, { scope: 'Column' })))

  for (const lines of bodies) {
    const row = flow.add('TR', table)
    const cells = lines.map((cell, column): Cell => {
      const lang = langs[column]
      const meaning = { ...(column === rowHead && { scope: 'Row' as const }), ...(lang && { lang }) }
      return { lines: cell, element: flow.add(column === rowHead ? 'TH' : 'TD', row, meaning), links: new Map() }
    })
    const count = tallest(lines)
    const breaks = goesOn(lines)
    for (let from = 0; from < count; ) {
      const fits = flow.top - BOTTOM < least ? 0 : Math.floor((flow.top - BOTTOM - pad) / step)
      const left = count - from
      if (fits < (breaks ? Math.min(left, FEWEST) : left)) {
        flow.newPage()
        drawHead([])
        continue
      }
      const until = from + Math.min(left, fits)
      draw(cells, 'regular', from, until)
      from = until
    }
  }
  flow.gap(8)
}
