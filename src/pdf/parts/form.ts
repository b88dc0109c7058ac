import type { BoxCoverage, FormCoverage, SectionCoverage } from '../../engine/assessment.ts'
import { addAll } from '../../model/util/add-all.ts'
import { highest } from '../../model/util/extremes.ts'
import { LEFT, type Node, WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../texts.ts'

/** An answer that is printed in full on a continuation sheet. */
export interface Continued {
  readonly form: string
  readonly box: BoxCoverage
  /** Heading of the part that the box stands in, with whom or what it is about. */
  readonly part: string
}

const NUMBER_WIDTH = 44
const GAP = 8
const PAD = 4
/** Height of the name of a row. */
const TITLE = 16
/** Height of the header of a table and a first row. */
const TABLE = 44
/** More than this does not read well in a box. */
const LONGEST = 420

/** A form on pages of its own: status, law, addressee, then its sections with numbered boxes. Yields what goes to continuation sheets. */
export function layOutForm(flow: Flow, form: FormCoverage, words: Words): Continued[] {
  const continued: Continued[] = []
  flow.begin(form.title, 1)
  flow.heading(1, form.title)
  flow.paragraph(
    form.status === 'preparation'
      ? words.formStatus.preparation
      : [words.formStatus[form.status], form.statusReference].filter(Boolean).join(': '),
    { weight: 'bold', size: 9.5 },
  )
  flow.paragraph(`${words.addressee}: ${form.addressee}`, { size: 9.5, after: 1 })
  flow.paragraph(`${words.law}: ${form.law}`, { size: 9, grey: true })
  if (form.incomplete) flow.paragraph(form.incomplete, { size: 9.5 })
  // no signing page for this form: what would stand there is said here
  if (form.copyOut) flow.paragraph([words.copyOut, form.declaration, form.falseStatements].join(' '), { size: 9.5 })
  for (const section of form.sections.filter((one) => !isAnnex(one))) {
    for (const { title, boxes } of section.instances) {
      const reason = refusedWhole(boxes)
      const heading = title === null ? section.title : `${section.title}: ${title}`
      flow.heading(2, heading, reason === null ? firstHeight(flow, form, boxes, words) : 40)
      if (reason === null) addAll(continued, layOutBoxes(flow, form, heading, boxes, words))
      else flow.paragraph(`${words.notApplicable}: ${reason} (${boxes.map((box) => box.official ?? box.nr).join(', ')})`, { size: 9 })
    }
  }
  for (const sheet of annexSheets(form.sections)) {
    flow.newPage()
    for (const { heading, boxes } of sheet) {
      flow.heading(2, heading, firstHeight(flow, form, boxes, words))
      addAll(continued, layOutBoxes(flow, form, heading, boxes, words))
    }
  }
  return continued
}

const isAnnex = (section: SectionCoverage): boolean => section.annex && section.instances.every(({ row }) => row !== null)

type Sheet = { readonly heading: string; readonly boxes: readonly BoxCoverage[] }[]

/** Annexes stand behind the form, a sheet per row: sections about the same rows share it. */
function annexSheets(sections: readonly SectionCoverage[]): Sheet[] {
  const byRows = new Map<string, Sheet[]>()
  for (const { title, instances } of sections.filter(isAnnex)) {
    const rows = instances.map(({ row }) => row).join(' ')
    const sheets = byRows.get(rows) ?? instances.map((): Sheet => [])
    instances.forEach((instance, index) => {
      sheets[index]?.push({ heading: `${title}: ${instance.title}`, boxes: instance.boxes })
    })
    byRows.set(rows, sheets)
  }
  return [...byRows.values()].flat()
}

/** Why a part of many boxes is not applicable as a whole: then one line says so, with the number of each. */
const refusedWhole = (boxes: readonly BoxCoverage[]): string | null => {
  const reason = boxes[0]?.reason ?? null
  return boxes.length > 12 && boxes.every((box) => box.state === 'notApplicable' && box.reason === reason) ? reason : null
}

const firstHeight = (flow: Flow, form: FormCoverage, [box]: readonly BoxCoverage[], words: Words): number =>
  box ? new BoxCell(flow, box, WIDTH, words, form).height + 8 + (box.heading === null ? 0 : 30) + (box.item === null ? 0 : TITLE) : 40

/** Yields the boxes whose text goes on behind. */
function layOutBoxes(flow: Flow, form: FormCoverage, part: string, boxes: readonly BoxCoverage[], words: Words): Continued[] {
  let rows = 0
  const continued = boxes.filter(isLong).map((box) => ({ form: form.id, box, part }))
  for (let index = 0; index < boxes.length; index++) {
    const [box, next] = [boxes[index], boxes[index + 1]]
    if (!box) continue
    const before = boxes[index - 1]?.item ?? null
    rows = box.item === null || box.heading !== null ? 0 : rows
    const half = (WIDTH - GAP) / 2
    const together = next?.heading === null && next.item?.row === box.item?.row
    const paired = next && together && isShort(box) && isShort(next) && fitsHalf(flow, box, half) && fitsHalf(flow, next, half)
    const pair = paired ? [box, next] : [box]
    if (paired) index++
    const width = paired ? half : WIDTH
    const made = pair.map((one) => new BoxCell(flow, one, width, words, form))
    const height = highest(made.map((cell) => cell.height))
    const starts = box.item !== null && (box.item.row !== before?.row || box.heading !== null)
    // what names a box stands on the page of that box
    if (box.heading !== null) flow.heading(3, box.heading, height + (starts ? TITLE : 0) + 8)
    if (box.item !== null && starts) {
      rows++
      flow.ensure(TITLE + height + 3)
      flow.paragraph(`${rows}. ${box.item.title}`, { weight: 'bold', size: 9, after: 2 })
    }
    const hasTable = box.rows !== null && box.state === 'filled'
    // the label of a table stands above its first rows
    flow.ensure(height + 3 + (hasTable ? TABLE : 0))
    const top = flow.top
    made.forEach((cell, column) => {
      cell.draw(LEFT + column * (width + GAP), top, height)
    })
    flow.moveTo(top - height - 3)
    if (box.rows && hasTable)
      flow.table(
        box.rows.header,
        box.rows.cells,
        box.rows.header.map(() => 1),
        { indent: NUMBER_WIDTH, origin: `${form.id}:${box.key}` },
      )
  }
  return continued
}

export const isLong = (box: BoxCoverage): boolean =>
  box.parts === null && box.text !== null && box.text.length > Math.min(box.capacity ?? LONGEST, LONGEST)

const isShort = (box: BoxCoverage): boolean =>
  box.options === null &&
  box.rows === null &&
  box.parts === null &&
  !isLong(box) &&
  box.label.length <= 60 &&
  (box.text?.length ?? 0) <= 44 &&
  (box.reason?.length ?? 0) <= 60

const fitsHalf = (flow: Flow, box: BoxCoverage, width: number): boolean =>
  flow.wrap(box.text ?? '', 'bold', 10, width - NUMBER_WIDTH - 2 * PAD).length <= 2

/** One box: number in the narrow column, label, and what stands in it. */
class BoxCell {
  readonly height: number
  private readonly label: string[]
  private readonly body: string[]
  private readonly options: OptionLine[]

  constructor(
    private readonly flow: Flow,
    private readonly box: BoxCoverage,
    private readonly width: number,
    private readonly words: Words,
    private readonly form: FormCoverage,
  ) {
    this.origin = `${form.id}:${box.key}`
    const room = width - NUMBER_WIDTH - 2 * PAD
    this.label = flow.wrap(box.label, 'regular', 8, room)
    const printsOptions = box.state === 'filled' && box.options !== null && box.options.some((option) => option.ticked)
    this.options = printsOptions ? optionLines(flow, box.options ?? [], room) : []
    this.body =
      printsOptions || (box.rows && box.state === 'filled')
        ? []
        : (this.parts() ?? [this.answer()]).flatMap((text) => flow.wrap(text, box.state === 'filled' ? 'bold' : 'regular', 10, room))
    this.height = this.label.length * 10.5 + this.body.length * 13 + this.options.length * 12.5 + 2 * PAD + 2
  }

  private readonly origin: string

  /** A party, part by part: each with its number, as on the block that the paper repeats. */
  private parts(): string[] | null {
    const { box, words } = this
    if (box.parts === null || (box.state !== 'filled' && box.state !== 'missing')) return null
    return box.parts.map(({ nr, label, text }) => `${nr} ${label}: ${text ?? words.open}`)
  }

  private answer(): string {
    const { box, words, form } = this
    switch (box.state) {
      case 'filled':
        return isLong(box) ? words.continued : (box.text ?? '')
      case 'notApplicable':
        return box.reason && box.reason !== words.notApplicable ? `${words.notApplicable}: ${box.reason}` : words.notApplicable
      case 'signature':
        return form.copyOut ? words.signedOnline : words.signature
      case 'empty':
        return words.empty
      case 'authority':
        return words.authority
      case 'missing':
        return words.open
      default:
        return box.state satisfies never
    }
  }

  draw(x: number, top: number, height: number): void {
    const { flow, box } = this
    const element = flow.add('P')
    flow.shape({
      x: x + NUMBER_WIDTH,
      y: top - height,
      width: this.width - NUMBER_WIDTH,
      height,
      style: box.state === 'missing' ? 'open' : 'frame',
    })
    flow.text(x, top - PAD - 8, box.official ?? box.nr, 8, 'bold', true, element, this.origin)
    const left = x + NUMBER_WIDTH + PAD
    let y = top - PAD
    for (const line of this.label) {
      flow.text(left, y - 8, line, 8, 'regular', true, element, this.origin)
      y -= 10.5
    }
    for (const line of this.body) {
      flow.text(
        left,
        y - 10,
        line,
        10,
        box.state === 'filled' ? 'bold' : 'regular',
        box.state !== 'filled' && box.state !== 'missing',
        element,
        this.origin,
      )
      y -= 13
    }
    for (const line of this.options) {
      for (const option of line) this.drawOption(option, left + option.at, y, element)
      y -= 12.5
    }
  }

  private drawOption({ text, ticked }: PlacedOption, x: number, top: number, element: Node): void {
    const { flow } = this
    flow.shape({ x, y: top - 10, width: 8, height: 8, style: 'frame' })
    if (ticked) flow.text(x + 1.8, top - 8.8, 'x', 9, 'bold', false, element, this.origin)
    flow.text(x + 12, top - 9, text, 9, ticked ? 'bold' : 'regular', !ticked, element, this.origin)
  }
}

interface PlacedOption {
  readonly text: string
  readonly ticked: boolean
  /** From the left of the box. */
  readonly at: number
}
type OptionLine = PlacedOption[]

/** Options beside each other, as many as fit on a line; one that is wider than the line is cut, its full text stands in the rule set. */
function optionLines(flow: Flow, options: readonly { text: string; ticked: boolean }[], room: number): OptionLine[] {
  const lines: OptionLine[] = [[]]
  let at = 0
  for (const { text, ticked } of options) {
    const width = 12 + flow.width(text, ticked ? 'bold' : 'regular', 9)
    if (at > 0 && at + width > room) {
      lines.push([])
      at = 0
    }
    lines.at(-1)?.push({ text: width > room ? `${text.slice(0, Math.floor((text.length * (room - 20)) / width))}…` : text, ticked, at })
    at += width + 14
  }
  return lines
}
