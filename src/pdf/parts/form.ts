import type { BoxCoverage, SectionCoverage } from '../../engine/assessment.ts'
import { addAll } from '../../model/util/add-all.ts'
import { highest } from '../../model/util/extremes.ts'
import { LEFT, type Node } from '../document.ts'
import { ALONG, type Flow } from '../flow.ts'
import { layOutTable } from '../table.ts'
import { BoxCell, isLong, type Paper } from './box.ts'
import { closedUp, rowsOf, type Slot, withTall } from './grid.ts'
import { layOutRefused, layOutSigned } from './refused.ts'
import { isRepeated, layOutRepeated } from './repeated.ts'

/** An answer that is printed in full on a continuation sheet. */
export interface Continued {
  readonly form: string
  readonly box: BoxCoverage
  /** The field of the PDF that refers to it; null: the PDF has none for this box. Absent: the box is in our own layout. */
  readonly field?: string | null
  /** Heading of the part that contains the box, with whom or what it is about. */
  readonly part: string
}

/** Between rows of boxes. */
const GAP = 1.5
/** An answer of more than four lines reads better when lines are longer. */
const TALLEST = 4 * 12
/** Height of the name of a row. */
const TITLE = 16
/** Height of a table header and a first row. */
const TABLE = 44

/** A form on pages of its own, the `nth` part of the packet from 1: status, law, addressee, then its sections with numbered boxes. */
export function layOutForm(flow: Flow, paper: Paper, nth: number): Continued[] {
  const { form, words } = paper
  flow.begin(form.title, `${words.part} ${nth} · ${form.title}`)
  flow.heading(1, form.title)
  flow.readAlong(form.english?.title, form.title)
  flow.paragraph(
    form.status === 'preparation'
      ? words.formStatus.preparation
      : [words.formStatus[form.status], form.statusReference].filter(Boolean).join(': '),
    { weight: 'bold', size: 9.5, after: 3 },
  )
  flow.paragraph(`${words.addressee}: ${form.addressee} · ${words.law}: ${form.law}`, { size: 9, after: 3 })
  if (form.beyondStatute !== '') flow.paragraph(`${words.beyondStatute}: ${form.beyondStatute}`, { size: 8, grey: true })
  if (form.incomplete) flow.paragraph(form.incomplete, { size: 9.5 })
  // no signing page for this form: what would be on it is said here
  if (form.copyOut) flow.paragraph([words.copyOut, form.declaration, form.falseStatements].join(' '), { size: 9.5 })
  return layOutSections(flow, paper)
}

/** The sections of a form with their boxes, then its annexes; adjacent parts that do not apply are put together. Returns what goes to continuation
 * sheets. */
export function layOutSections(flow: Flow, paper: Paper): Continued[] {
  const { form } = paper
  const continued: Continued[] = []
  let quiet: Part[] = []
  const flush = (): void => {
    if (quiet.length > 0) layOutQuiet(flow, paper, quiet)
    quiet = []
  }
  for (const section of form.sections.filter((section) => !isAnnex(section))) {
    const parts = partsOf(section)
    if (parts.every(isQuiet)) {
      addAll(quiet, parts)
      continue
    }
    flush()
    if (isRepeated(section) && section.instances.length > 1 && layOutRepeated(flow, paper, section)) continue
    for (const part of parts) {
      if (isQuiet(part)) quiet.push(part)
      else {
        flush()
        addAll(continued, layOutPart(flow, { ...paper, row: part.row }, part))
      }
    }
  }
  for (const part of annexSheets(form.sections).flat()) {
    if (isQuiet(part)) quiet.push(part)
    else {
      flush()
      addAll(continued, layOutPart(flow, { ...paper, row: part.row }, part))
    }
  }
  flush()
  return continued
}

/** A section, or what it asks about one row. */
interface Part {
  readonly heading: string
  /** Its bookmarks. */
  readonly names: readonly string[]
  readonly english: string | undefined
  readonly row: string | null
  readonly boxes: readonly BoxCoverage[]
}

const partsOf = ({ title: section, english, instances }: SectionCoverage): Part[] =>
  instances.map(({ row, title, boxes }) => ({
    heading: title === null ? section : `${section}: ${title}`,
    names: title === null ? [section] : [section, title],
    english,
    row,
    boxes,
  }))

/** None of it applies. */
const isQuiet = ({ boxes }: Part): boolean => boxes.every(({ state }) => state === 'notApplicable')

/** Consecutive parts of which nothing applies: in one paragraph, each with its bookmark. */
function layOutQuiet(flow: Flow, paper: Paper, parts: readonly Part[]): void {
  flow.quietPart(
    parts.map(({ names }) => names),
    30,
  )
  layOutRefused(
    flow,
    paper,
    parts.map(({ heading, boxes }) => ({ about: heading, boxes })),
  )
}

function layOutPart(flow: Flow, paper: Paper, { heading, names, english, boxes }: Part): Continued[] {
  const rows = closedUp(
    withTall(rowsOf(flow, boxes), ({ box, width }) => applies(box) && new BoxCell(flow, box, width, paper).bodyHeight > TALLEST),
    applies,
  )
  flow.heading(2, heading, firstHeight(flow, paper, rows), names)
  flow.readAlong(english, names[0] === heading ? heading : '')
  return flow.within(`${heading} (${paper.words.goesOn})`, () => layOutRows(flow, paper, heading, boxes, rows))
}

const isAnnex = (section: SectionCoverage): boolean => section.annex && section.instances.every(({ row }) => row !== null)

/** Annexes come after the form, row by row: sections about the same row stay together. */
function annexSheets(sections: readonly SectionCoverage[]): Part[][] {
  const byRows = new Map<string, Part[][]>()
  for (const { title, english, instances } of sections.filter(isAnnex)) {
    const rows = instances.map(({ row }) => row).join(' ')
    const sheets = byRows.get(rows) ?? instances.map((): Part[] => [])
    instances.forEach(({ title: about, row, boxes }, index) => {
      sheets[index]?.push({ heading: `${title}: ${about ?? ''}`, names: [about ?? '', title], english, row, boxes })
    })
    byRows.set(rows, sheets)
  }
  return [...byRows.values()].flat()
}

/** Printed as a box: it applies, and is not filled in on a signing page. */
const applies = ({ state }: BoxCoverage): boolean => state !== 'notApplicable' && state !== 'signature'

/** Height of the first row of boxes that is printed, including its headings. */
function firstHeight(flow: Flow, paper: Paper, rows: readonly (readonly Slot[])[]): number {
  const first = rows.find((row) => row.some(({ box }) => applies(box))) ?? []
  const named = first.some(({ box }) => box.heading !== null) ? 30 : 0
  const titled = first.some(({ box }) => box.item !== null) ? TITLE : 0
  const made = first.filter(({ box }) => applies(box)).map(({ box, width }) => new BoxCell(flow, box, width, paper).height)
  return (
    Math.min(highest(made, 0), flow.pageHeight / 2) +
    3 * GAP +
    (paper.form.english ? 2 * ALONG : 0) +
    named +
    titled +
    (first.some(({ box }) => box.rows) ? TABLE : 0)
  )
}

/** Returns the boxes whose text continues on another sheet. */
function layOutRows(
  flow: Flow,
  paper: Paper,
  part: string,
  boxes: readonly BoxCoverage[],
  rows: readonly (readonly Slot[])[],
): Continued[] {
  const layout = new BoxRows(flow, paper)
  for (const row of rows) layout.row(row)
  layout.gather()
  return boxes.filter((box) => applies(box) && isLong(box)).map((box) => ({ form: paper.form.id, box, part }))
}

/** A box in its place in a row, ready to be drawn. */
interface PlacedBox extends Slot {
  readonly cell: BoxCell
}

/** Rows of boxes below each other, with the headings and the names of the items between them. */
class BoxRows {
  /** Boxes are a numbered list, from one heading to the next. */
  private list: Node | null = null
  /** Boxes that are not printed as a box, of the rows since the last heading. */
  private gathered: BoxCoverage[] = []
  /** The item that the last row was about, and how many there were. */
  private item: string | null = null
  private count = 0
  /** A heading that waits for its first box. */
  private heading: { readonly text: string; readonly english: string | undefined } | null = null

  constructor(
    private readonly flow: Flow,
    private readonly paper: Paper,
  ) {}

  row(slots: readonly Slot[]): void {
    const { flow, paper } = this
    const [first] = slots
    if (!first) return
    const begun = this.beginItem(first.box)
    addAll(
      this.gathered,
      slots.flatMap(({ box }) => (applies(box) ? [] : [box])),
    )
    const cells = slots
      .filter(({ box }) => applies(box))
      .map((slot): PlacedBox => ({ ...slot, cell: new BoxCell(flow, slot.box, slot.width, paper) }))
    if (cells.length === 0 && begun === null) return
    const labelHeight = highestOf(cells, ({ labelHeight }) => labelHeight)
    const whole = labelHeight + highestOf(cells, ({ height, labelHeight }) => height - labelHeight)
    const goesOn = whole > flow.pageHeight - 60
    const least = goesOn ? 60 : whole
    this.layOutHeading(least + (begun === null ? 0 : TITLE))
    if (begun !== null) {
      flow.ensure(TITLE + least + GAP)
      flow.paragraph(`${this.count}. ${begun}`, { weight: 'bold', size: 9, after: 2, plain: true })
      this.list = null
    }
    if (cells.length === 0) return
    this.list ??= flow.add('L', undefined, { numbering: 'Decimal' })
    // the label of a table stays with its first rows
    flow.ensure(least + GAP + (cells.some(({ box }) => tableOf(box)) ? TABLE : 0))
    if (goesOn) {
      for (const { cell } of cells) cell.drawOverPages(this.list)
      flow.space(GAP)
    } else this.drawBeside(cells, labelHeight, whole, this.list)
  }

  /** What was gathered, in one paragraph of each kind. */
  gather(): void {
    const { flow, paper, gathered } = this
    const [signed, refused] = ['signature', 'notApplicable'].map((state) => gathered.filter((box) => box.state === state))
    if (signed?.[0]) layOutSigned(flow, paper, signed)
    if (refused?.[0]) layOutRefused(flow, paper, [{ about: '', boxes: refused }])
    if (gathered.length > 0) this.list = null
    this.gathered = []
  }

  /** Takes in what the first box of a row says of headings and items; returns the title of the item that begins with it. */
  private beginItem({ heading, english, item }: BoxCoverage): string | null {
    const row = item?.row ?? null
    const isOther = row !== this.item
    if (heading !== null || isOther) this.gather()
    if (heading !== null) {
      this.heading = { text: heading, english: english?.heading ?? undefined }
      this.count = 0
    }
    this.item = row
    if (item === null) this.count = 0
    if (item === null || !(isOther || heading !== null)) return null
    this.count++
    return item.title
  }

  /** The heading that waits, on the page of its box. */
  private layOutHeading(below: number): void {
    const { flow, heading } = this
    if (heading === null) return
    flow.heading(3, heading.text, below + 2 * GAP + ALONG)
    flow.readAlong(heading.english, heading.text)
    this.heading = null
    this.list = null
  }

  private drawBeside(cells: readonly PlacedBox[], labelHeight: number, height: number, list: Node): void {
    const { flow } = this
    const top = flow.top
    const drawn = cells.map(({ box, cell, x }) => ({ box, body: cell.draw(LEFT + x, top, labelHeight, height, list) }))
    flow.moveTo(top - height - GAP)
    for (const { box, body } of drawn) this.layOutTable(box, body)
  }

  private layOutTable(box: BoxCoverage, within: Node): void {
    const rows = tableOf(box)
    if (!rows) return
    layOutTable(
      this.flow,
      rows.header,
      rows.cells,
      rows.header.map(() => 1),
      {
        origin: `${this.paper.form.id}:${box.key}`,
        plain: true,
        within,
        ...(box.english && { english: box.english.header }),
        ...(box.textLang && box.textLang !== this.paper.lang && { langs: rows.header.map(() => box.textLang) }),
      },
    )
  }
}

/** The table that fills a box; null: none. */
const tableOf = ({ rows, state }: BoxCoverage): BoxCoverage['rows'] => (state === 'filled' ? rows : null)

const highestOf = (cells: readonly PlacedBox[], height: (cell: BoxCell) => number): number =>
  highest(
    cells.map(({ cell }) => height(cell)),
    0,
  )
