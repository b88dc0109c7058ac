import type { BoxCoverage } from '../../engine/assessment.ts'
import { addAll } from '../../model/util/add-all.ts'
import { highest } from '../../model/util/extremes.ts'
import { WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import { labelOf, widthOfOptions } from './box.ts'

/** Boxes are placed on a grid of twelve columns. Where a box is depends on the form alone, never on an answer: whoever reads many packets knows where
 * to look. */
const COLUMNS = 12
const GUTTER = 10

/** Width of this many columns, in points. */
const widthOf = (columns: number): number => ((WIDTH + GUTTER) / COLUMNS) * columns - GUTTER
const leftOf = (column: number): number => ((WIDTH + GUTTER) / COLUMNS) * column

/** Number of columns in which the content of a box of this type fits. */
const SPANS: Readonly<Record<string, number>> = {
  number: 2,
  time: 2,
  date: 3,
  amount: 2,
  timeRange: 3,
  signatureDate: 3,
  yesNo: 3,
  choice: 3,
  multiChoice: 3,
  text: 4,
  signature: 3,
  signaturePlace: 3,
  file: 6,
}
/** These take the rest of their row when the next box does not fit in it. */
const GROWS = new Set(['text', 'choice', 'multiChoice', 'signature', 'signaturePlace', 'file'])
const LABEL_LINES = 2

export interface Slot {
  readonly box: BoxCoverage
  /** Offset from the left margin, and width, in points. */
  readonly x: number
  readonly width: number
}

/** Rows of boxes side by side. A box with a heading, the first box of a nested row, and the first one after the last nested row begin a row. */
export function rowsOf(flow: Flow, boxes: readonly BoxCoverage[]): Slot[][] {
  const rows: { box: BoxCoverage; span: number }[][] = []
  let used = COLUMNS
  boxes.forEach((box, index) => {
    const span = spanOf(flow, box)
    const before = boxes[index - 1]
    const begins = box.heading !== null || box.nested !== before?.nested || box.item?.row !== before.item?.row
    if (begins || used + span > COLUMNS) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push({ box, span })
    used += span
  })
  return rows.map((row) => {
    const left = COLUMNS - row.reduce((sum, { span }) => sum + span, 0)
    const grows = row.findLast(({ box }) => GROWS.has(box.type))
    let column = 0
    return row.map(({ box, span }) => {
      const own = span + (box === grows?.box ? left : 0)
      const slot = { box, x: leftOf(column), width: widthOf(own) }
      column += own
      return slot
    })
  })
}

/** The same rows, but a box that `isTall` at its width gets the whole width, between what comes before and after it. */
export function withTall(rows: readonly Slot[][], isTall: (slot: Slot) => boolean): Slot[][] {
  return rows.flatMap((row) => {
    const made: Slot[][] = [[]]
    for (const slot of row) {
      if (slot.width < WIDTH && isTall(slot)) made.push([{ box: slot.box, x: 0, width: WIDTH }], [])
      else made.at(-1)?.push(slot)
    }
    return made.filter(({ length }) => length > 0)
  })
}

/** Merges rows into each other's white space: where the boxes of a row that `applies` all end to the left of those of the next one, both share a
 * line. */
export function closedUp(rows: readonly Slot[][], applies: (box: BoxCoverage) => boolean): Slot[][] {
  const made: Slot[][] = []
  for (const row of rows) {
    const last = made.at(-1)
    const [before, own] = [last?.filter(({ box }) => applies(box)) ?? [], row.filter(({ box }) => applies(box))]
    const right = highest(
      before.map(({ x, width }) => x + width),
      0,
    )
    const begins =
      row[0]?.box.heading !== null || row[0]?.box.item?.row !== last?.[0]?.box.item?.row || row[0]?.box.nested !== last?.[0]?.box.nested
    if (last && !begins && own.every(({ x }) => x >= right)) addAll(last, row)
    else made.push([...row])
  }
  return made
}

/** Wide enough for its type, for its options on one line, and for its label on two. */
function spanOf(flow: Flow, box: BoxCoverage): number {
  let span = SPANS[box.type] ?? COLUMNS
  if (box.parts !== null || box.rows !== null) return COLUMNS
  const options = box.options ? widthOfOptions(flow, box.options) : 0
  while (span < COLUMNS && (options > widthOf(span) || labelOf(flow, box, widthOf(span)).length > LABEL_LINES)) span++
  // what is left would be too narrow for any other box
  return span > 10 ? COLUMNS : span
}
