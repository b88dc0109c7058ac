import { PDFDict, type PDFDocument, type PDFField } from 'pdf-lib'
import type { BoxCoverage, FormCoverage } from '../../engine/assessment.ts'
import type { Target } from '../../model/official/mapping.ts'
import { fieldsIn } from '../../model/official/mapping.ts'
import { boxAround, type Matrix } from '../../model/util/matrix.ts'
import { frameOf, sheetsOfPdf } from '../added/pdf-sheets.ts'
import type { Sheets } from '../added/sheets.ts'
import { type Filling, fillingOf, type Heard, tableLine, type Write } from './filling.ts'
import { openForm } from './open-form.ts'
import { Fields } from './write-fields.ts'

/** A PDF of the town with the answers filled in. */
export interface FilledForm {
  /** The PDF itself, filled in and still editable. */
  readonly bytes: Uint8Array
  /** Its pages as they are drawn in the packet. */
  readonly sheets: Sheets
  /** What is read aloud on each of them, in the order of the form. */
  readonly heard: readonly HeardBox[]
  /** Answers that went to a continuation sheet. */
  readonly continued: readonly ContinuedBox[]
}

/** A box on a page of the PDF. */
export interface HeardBox {
  readonly box: BoxCoverage
  /** Zero-based. */
  readonly page: number
  /** Empty: nothing was answered, or the answer is on the continuation sheet. */
  readonly parts: readonly HeardPart[]
  readonly isContinued: boolean
  /** Heading of the part that it is in. */
  readonly part: string
  /** Area of its first field, in points from the bottom left of the sheet. */
  readonly at: Area
}
export type HeardPart =
  | { readonly kind: 'text'; readonly text: string; readonly at: Area }
  | { readonly kind: 'option'; readonly text: string; readonly checked: boolean; readonly at: Area }

export interface ContinuedBox {
  readonly box: BoxCoverage
  /** Heading of the part that it is in. */
  readonly part: string
  readonly text: string
  /** The field that refers to it; null: the PDF has no more rows. */
  readonly field: string | null
}

export type Area = readonly [left: number, bottom: number, right: number, top: number]
interface Spot {
  readonly page: number
  readonly at: Area
}

/** Fills in a PDF of the town with what its form prints. An answer that does not fit in its field as a whole goes to a continuation sheet as a whole.
 * @param form its texts as they are printed
 * @param targets fields for the answers of each box
 * @param says texts for a field whose answer is elsewhere, longest first */
export async function fillForm(
  bytes: Uint8Array,
  form: FormCoverage,
  targets: Readonly<Record<string, readonly Target[]>>,
  typeface: Uint8Array,
  says: readonly string[],
): Promise<FilledForm> {
  const document = await openForm(bytes)
  const fields = await Fields.of(document, typeface)
  const spots = spotsOf(document, fields.byName)
  const heard: HeardBox[] = []
  const continued: ContinuedBox[] = []
  const seen = new Map<string, number>()
  for (const section of form.sections)
    for (const { title, boxes } of section.instances) {
      const part = title === null ? section.title : `${section.title}: ${title}`
      for (const box of boxes) {
        if (!Object.hasOwn(targets, box.nr)) continue
        const nth = seen.get(box.nr) ?? 0
        // a nested row that nobody is in takes up no target
        if (box.state !== 'notApplicable' || !box.nested) seen.set(box.nr, nth + 1)
        const target = targets[box.nr]?.[nth]
        const isFilled = box.state === 'filled'
        const names = target === undefined ? [] : fieldsIn(target).map(({ name }) => name)
        const filling = isFilled && target !== undefined ? fillingOf(box, target) : null
        const isWritten = filling !== null && writeAll(filling, fields)
        if (isFilled && !isWritten) {
          const text = box.text ?? box.rows?.cells.map((line) => tableLine(box.rows, line)).join('\n') ?? ''
          const field = say(names, fields, says)
          continued.push({ box, part, text, field: names[0] === undefined ? null : (field ?? names[0]) })
        }
        const spot = names.map((name) => spots.get(name)).find((each) => each !== undefined)
        if (spot) {
          const parts = isWritten && filling ? filling.heard.flatMap((each) => partsOf(each, spots, spot)) : []
          for (const page of [...new Set([spot.page, ...parts.map((each) => each.page)])]) {
            const own = parts.filter((each) => each.page === page).map(({ part: heardPart }) => heardPart)
            heard.push({ box, page, parts: own, isContinued: isFilled && !isWritten, part, at: own[0]?.at ?? spot.at })
          }
        }
      }
    }
  fields.draw()
  const filled = await document.save({ updateFieldAppearances: false })
  return { bytes: filled, sheets: await sheetsOfPdf(filled), heard, continued }
}

/** Writes an answer if all of it fits; otherwise none of it. */
function writeAll({ writes, fits }: Filling, fields: Fields): boolean {
  if (!fits) return false
  const placed = writes.map((write) => place(write, fields))
  if (placed.some((texts) => texts === null)) return false
  for (const [index, write] of writes.entries()) {
    if (write.kind === 'tick') fields.tick(write.field)
    if (write.kind === 'choose' && !fields.choose(write.field, write.value)) return false
    for (const [field, text] of placed[index] ?? []) fields.write(field, text)
  }
  return true
}

/** Which text goes into which field; null: it does not fit. */
function place(write: Write, fields: Fields): (readonly [field: string, text: string])[] | null {
  if (write.kind === 'text') {
    // the applicant may have typed line breaks, and the field has one line
    const options = [write.text, write.text.replaceAll(/\s*[\n\r]+\s*/g, ', '), ...(write.shorter ? [write.shorter] : [])]
    const text = options.find((each) => fields.hasRoom(write.field, each))
    return text === undefined ? null : [[write.field, text]]
  }
  if (write.kind === 'lines') {
    const texts: (readonly [string, string])[] = []
    let left = write.text
    for (const field of write.fields) {
      const [here, rest] = fields.split(field, left)
      texts.push([field, here])
      left = rest
    }
    return left === '' ? texts : null
  }
  if (write.kind === 'tick') return fields.byName.has(write.field) ? [] : null
  return []
}

/** Says in the first field with room for it that the answer is elsewhere; returns that field. */
function say(names: readonly string[], fields: Fields, says: readonly string[]): string | null {
  for (const text of says)
    for (const name of names)
      if (fields.hasRoom(name, text)) {
        fields.write(name, text)
        return name
      }
  return null
}

function partsOf(heard: Heard, spots: ReadonlyMap<string, Spot>, otherwise: Spot): { readonly page: number; readonly part: HeardPart }[] {
  if (heard.kind === 'text') {
    const { page, at } = heard.fields.map((name) => spots.get(name)).find((each) => each !== undefined) ?? otherwise
    return heard.text === '' ? [] : [{ page, part: { kind: 'text', text: heard.text, at } }]
  }
  return heard.options.map(({ field, text, checked }) => {
    const { page, at } = spots.get(field) ?? otherwise
    return { page, part: { kind: 'option', text, checked, at } }
  })
}

/** Area of each field, where it appears first. */
function spotsOf(document: PDFDocument, fields: ReadonlyMap<string, PDFField>): Map<string, Spot> {
  const places = new Map<PDFDict, { readonly page: number; readonly matrix: Matrix }>()
  document.getPages().forEach((page, number) => {
    const { matrix } = frameOf(page)
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const note = document.context.lookup(ref)
      if (note instanceof PDFDict) places.set(note, { page: number, matrix })
    }
  })
  const spots = new Map<string, Spot>()
  for (const [name, field] of fields)
    for (const widget of field.acroField.getWidgets()) {
      const found = places.get(widget.dict)
      if (!found || spots.has(name)) continue
      const { x, y, width, height } = widget.getRectangle()
      spots.set(name, { page: found.page, at: boxAround([x, y, x + width, y + height], found.matrix) })
    }
  return spots
}
