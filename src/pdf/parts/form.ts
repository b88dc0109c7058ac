import type { BoxCoverage, SectionCoverage } from '../../engine/assessment.ts'
import { addAll } from '../../model/util/add-all.ts'
import { highest } from '../../model/util/extremes.ts'
import { LEFT, type Node } from '../document.ts'
import { ALONG, type Flow } from '../flow.ts'
import { layOutTable } from '../table.ts'
import { BoxCell, isLong, type Paper } from './box.ts'
import { closedUp, rowsOf, type Slot, withTall } from './grid.ts'
import { layOutRefused } from './refused.ts'
import { isRepeated, layOutRepeated } from './repeated.ts'

/** An answer that is printed in full on a continuation sheet. */
export interface Continued {
  readonly form: string
  readonly box: BoxCoverage
  /** Heading of the part that the box stands in, with whom or what it is about. */
  readonly part: string
}

/** Between rows of boxes. */
const GAP = 1.5
/** An answer of more than four lines reads better in longer lines. */
const TALLEST = 4 * 12
/** Height of the name of a row. */
const TITLE = 16
/** Height of the header of a table and a first row. */
const TABLE = 44

/** A form on pages of its own, the `nth` part of the packet from 1: status, law, addressee, then its sections with numbered boxes. Yields what goes to continuation sheets. */
export function layOutForm(flow: Flow, paper: Paper, nth: number): Continued[] {
  const { form, words } = paper
  const continued: Continued[] = []
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
  // no signing page for this form: what would stand there is said here
  if (form.copyOut) flow.paragraph([words.copyOut, form.declaration, form.falseStatements].join(' '), { size: 9.5 })
  for (const section of form.sections.filter((section) => !isAnnex(section))) {
    if (isRepeated(section) && section.instances.length > 1 && layOutRepeated(flow, paper, section)) continue
    for (const { row, title, boxes } of section.instances) {
      const heading = title === null ? section.title : `${section.title}: ${title}`
      const names = title === null ? [section.title] : [section.title, title]
      addAll(continued, layOutPart(flow, { ...paper, row }, { heading, names, english: section.english }, boxes))
    }
  }
  for (const sheet of annexSheets(form.sections))
    for (const { section, english, title, row, boxes } of sheet)
      addAll(continued, layOutPart(flow, { ...paper, row }, { heading: `${section}: ${title}`, names: [title, section], english }, boxes))
  return continued
}

/** A section, or what it asks about one row. */
function layOutPart(
  flow: Flow,
  paper: Paper,
  { heading, names, english }: { heading: string; names: readonly string[]; english: string | undefined },
  boxes: readonly BoxCoverage[],
): Continued[] {
  if (boxes.every(({ state }) => state === 'notApplicable')) {
    flow.quietPart(names, 30)
    layOutRefused(flow, paper, boxes, heading)
    return []
  }
  const rows = closedUp(
    withTall(rowsOf(flow, boxes), ({ box, width }) => applies(box) && new BoxCell(flow, box, width, paper).bodyHeight > TALLEST),
    applies,
  )
  flow.heading(2, heading, firstHeight(flow, paper, rows), names)
  flow.readAlong(english, names[0] === heading ? heading : '')
  return flow.within(`${heading} (${paper.words.goesOn})`, () => layOutRows(flow, paper, heading, boxes, rows))
}

const isAnnex = (section: SectionCoverage): boolean => section.annex && section.instances.every(({ row }) => row !== null)

type Sheet = {
  readonly section: string
  readonly english: string | undefined
  readonly title: string
  readonly row: string | null
  readonly boxes: readonly BoxCoverage[]
}[]

/** Annexes stand behind the form, row after row: sections about the same row stand together. */
function annexSheets(sections: readonly SectionCoverage[]): Sheet[] {
  const byRows = new Map<string, Sheet[]>()
  for (const { title, english, instances } of sections.filter(isAnnex)) {
    const rows = instances.map(({ row }) => row).join(' ')
    const sheets = byRows.get(rows) ?? instances.map((): Sheet => [])
    instances.forEach((instance, index) => {
      sheets[index]?.push({ section: title, english, title: instance.title ?? '', row: instance.row, boxes: instance.boxes })
    })
    byRows.set(rows, sheets)
  }
  return [...byRows.values()].flat()
}

const applies = ({ state }: BoxCoverage): boolean => state !== 'notApplicable'

/** Height of the first row of boxes that is printed, with what names it. */
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

/** Yields the boxes whose text goes on behind. */
function layOutRows(
  flow: Flow,
  paper: Paper,
  part: string,
  boxes: readonly BoxCoverage[],
  rows: readonly (readonly Slot[])[],
): Continued[] {
  let count = 0
  // boxes are a list of numbered things, from one name to the next
  let list: Node | null = null
  let refused: BoxCoverage[] = []
  let before: string | null = null
  const flush = (): void => {
    if (refused.length === 0) return
    layOutRefused(flow, paper, refused)
    refused = []
    list = null
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
      refused,
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
    // what names a box stands on the page of that box
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
    // the label of a table stands above its first rows
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
