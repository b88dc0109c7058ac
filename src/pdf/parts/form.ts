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
  let count = 0
  // boxes are a numbered list, from one heading to the next
  let list: Node | null = null
  let gathered: BoxCoverage[] = []
  let before: string | null = null
  const flush = (): void => {
    const [signed, refused] = ['signature', 'notApplicable'].map((state) => gathered.filter((box) => box.state === state))
    if (signed?.[0]) layOutSigned(flow, paper, signed)
    if (refused?.[0]) layOutRefused(flow, paper, [{ about: '', boxes: refused }])
    if (gathered.length > 0) list = null
    gathered = []
  }
  let heading: string | null = null
  let headingInEnglish: string | undefined
  for (const row of rows) {
    const [first] = row
    if (!first) continue
    const { item } = first.box
    const nested = item?.row ?? null
    const begins = item !== null && (nested !== before || first.box.heading !== null)
    if (first.box.heading !== null || nested !== before) flush()
    if (first.box.heading !== null) [heading, headingInEnglish, count] = [first.box.heading, first.box.english?.heading ?? undefined, 0]
    if (item === null) count = 0
    if (begins) count++
    before = nested
    addAll(
      gathered,
      row.flatMap(({ box }) => (applies(box) ? [] : [box])),
    )
    const cells = row.filter(({ box }) => applies(box)).map((slot) => ({ ...slot, cell: new BoxCell(flow, slot.box, slot.width, paper) }))
    if (cells.length === 0 && !begins) continue
    const labelHeight = highest(
      cells.map(({ cell }) => cell.labelHeight),
      0,
    )
    const height = highest(
      cells.map(({ cell }) => cell.height - cell.labelHeight),
      0,
    )
    const whole = labelHeight + height
    const goesOn = whole > flow.pageHeight - 60
    const least = goesOn ? 60 : whole
    // a heading stays on the page of its box
    if (heading !== null) {
      flow.heading(3, heading, least + (begins ? TITLE : 0) + 2 * GAP + ALONG)
      flow.readAlong(headingInEnglish, heading)
      heading = null
      list = null
    }
    if (begins) {
      flow.ensure(TITLE + least + GAP)
      flow.paragraph(`${count}. ${item.title}`, { weight: 'bold', size: 9, after: 2, plain: true })
      list = null
    }
    if (cells.length === 0) continue
    list ??= flow.add('L', undefined, { numbering: 'Decimal' })
    const within = list
    const tables = cells.flatMap(({ box }) => (box.rows !== null && box.state === 'filled' ? [box.rows] : []))
    // the label of a table stays with its first rows
    flow.ensure(least + GAP + (tables.length > 0 ? TABLE : 0))
    if (goesOn) {
      for (const { cell } of cells) cell.drawOverPages(within)
      flow.space(GAP)
      continue
    }
    const top = flow.top
    const bodies = cells.map(({ cell, x }) => cell.draw(LEFT + x, top, labelHeight, whole, within))
    flow.moveTo(top - whole - GAP)
    cells.forEach(({ box }, index) => {
      const body = bodies[index]
      if (!box.rows || box.state !== 'filled' || !body) return
      layOutTable(
        flow,
        box.rows.header,
        box.rows.cells,
        box.rows.header.map(() => 1),
        {
          origin: `${paper.form.id}:${box.key}`,
          plain: true,
          within: body,
          ...(box.english && { english: box.english.header }),
          ...(box.textLang && box.textLang !== paper.lang && { langs: box.rows.header.map(() => box.textLang) }),
        },
      )
    })
  }
  flush()
  return boxes.filter((box) => applies(box) && isLong(box)).map((box) => ({ form: paper.form.id, box, part }))
}
