import fontkit from '@cantoo/fontkit'
import {
  layoutMultilineText,
  PDFButton,
  PDFCheckBox,
  PDFDict,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFOptionList,
  PDFRadioGroup,
  PDFString,
  PDFTextField,
  reduceRotation,
} from 'pdf-lib'
import { buttonsOf, choicesOf } from './open-form.ts'

type Widget = ReturnType<PDFTextField['acroField']['getWidgets']>[number]

/** Font sizes that are tried where the field leaves the size to the program, in points. */
const LARGEST = 12
const SMALLEST = 6

/** The fields of an opened PDF, written in the packet's own typeface: their text is in an embedded font, and a name with a letter that the form has
 * no typeface for is in its field all the same. */
export class Fields {
  readonly byName: ReadonlyMap<string, PDFField>
  private readonly characters: ReadonlySet<number>

  private constructor(
    private readonly document: PDFDocument,
    private readonly font: PDFFont,
  ) {
    this.byName = new Map(
      document
        .getForm()
        .getFields()
        .map((field) => [field.getName(), field]),
    )
    this.characters = new Set(font.getCharacterSet())
  }

  static async of(document: PDFDocument, typeface: Uint8Array): Promise<Fields> {
    document.registerFontkit(fontkit)
    const features = { liga: false, kern: false }
    return new Fields(document, await document.embedFont(typeface, { subset: true, customName: 'HORECF+NotoSans', features }))
  }

  /** Whether a text fits in a field as a whole: in its font size and its box, within its maximum length, in characters that the typeface has. */
  hasRoom(name: string, text: string): boolean {
    const field = this.byName.get(name)
    return field instanceof PDFTextField && sizesIn(field, text, this.font, this.characters) !== null
  }

  /** The first words of a text that fit in a field, and the rest. */
  split(name: string, text: string): readonly [here: string, rest: string] {
    const words = text.split(/\s+/).filter((word) => word !== '')
    let count = words.length
    while (count > 0 && !this.hasRoom(name, words.slice(0, count).join(' '))) count -= 1
    return [words.slice(0, count).join(' '), words.slice(count).join(' ')]
  }

  write(name: string, text: string): void {
    const field = this.byName.get(name)
    if (field instanceof PDFTextField) field.setText(text)
  }

  tick(name: string): void {
    const field = this.byName.get(name)
    if (field instanceof PDFCheckBox) field.check()
  }

  /** Chooses a value; false: the PDF does not know it. */
  choose(name: string, value: string): boolean {
    const field = this.byName.get(name)
    if (field instanceof PDFTextField) {
      if (!this.hasRoom(name, value)) return false
      field.setText(value)
      return true
    }
    if (field instanceof PDFRadioGroup) {
      if (!buttonsOf(field).includes(value)) return false
      field.select(value)
      return true
    }
    if (!(field instanceof PDFDropdown || field instanceof PDFOptionList)) return false
    const choice = choicesOf(field).find((each) => each.includes(value))
    if (choice) field.select(choice[1])
    return choice !== undefined
  }

  /** Draws the appearance of every field, also of those that stay empty: the appearances in the form use typefaces that need not be embedded. */
  draw(): void {
    for (const field of this.byName.values()) {
      if (field instanceof PDFTextField) this.drawText(field)
      else if (field instanceof PDFDropdown) this.drawList(field)
      else if (field instanceof PDFOptionList) this.drawList(field)
      else if (field instanceof PDFCheckBox || field instanceof PDFRadioGroup) field.updateAppearances()
      else if (field instanceof PDFButton) for (const widget of field.acroField.getWidgets()) widget.dict.delete(AP)
    }
  }

  private drawText(field: PDFTextField): void {
    const text = field.getText() ?? ''
    // the text that came with the form may not fit in its field
    const sizes = sizesIn(field, text, this.font, this.characters)
    if (sizes === null) field.setText('')
    this.inSizes(field, sizes ?? [], () => field.updateAppearances(this.font))
  }

  private drawList(field: PDFDropdown | PDFOptionList): void {
    const chosen = field.getSelected()
    const sizes = field.acroField.getWidgets().map((widget) => sizeOf(this.appearanceOf(field, widget)) || 10)
    this.inSizes(field, sizes, () =>
      field instanceof PDFDropdown ? field.updateAppearances(this.font) : field.updateAppearances(this.font),
    )
    // a choice is shown by its text, and stored by its name in the file
    const [value] = choicesOf(field).flatMap(([value, shown]) => (chosen.includes(shown) ? [PDFHexString.fromText(value)] : []))
    if (value) field.acroField.dict.set(PDFName.of('V'), value)
  }

  /** The library sets its own font in the field, which only the appearance it draws knows: put back afterwards, so that further typing uses the font
   * of the form. */
  private inSizes(field: PDFField, sizes: readonly number[], draw: () => void): void {
    const widgets = field.acroField.getWidgets()
    const kept = [field.acroField.dict, ...widgets.map(({ dict }) => dict)].map((dict) => [dict, dict.get(DA)] as const)
    widgets.forEach((widget, index) => {
      const size = sizes[index] ?? SMALLEST
      const { colour } = partsOf(this.appearanceOf(field, widget))
      widget.setDefaultAppearance(`/Own ${size} Tf ${colour}`)
    })
    draw()
    for (const [dict, value] of kept) {
      if (value === undefined) dict.delete(DA)
      else dict.set(DA, value)
    }
  }

  private appearanceOf(field: PDFField, widget: Widget): string {
    return appearance(this.document, field, widget)
  }
}

const AP = PDFName.of('AP')
const DA = PDFName.of('DA')

/** Default appearance of a field (ISO 32000-1, 12.7.3.3): of its widget, of itself or its ancestors, of the form. */
function appearance({ catalog }: Pick<PDFDocument, 'catalog'>, field: PDFField, widget: Widget): string {
  let holder: PDFObject | undefined = widget.dict
  for (let depth = 0; holder instanceof PDFDict && depth < 20; depth += 1) {
    const own = textOf(holder.lookup(DA))
    if (own !== null) return own
    holder = holder.lookup(PDFName.of('Parent'))
  }
  const form = catalog.lookup(PDFName.of('AcroForm'))
  return textOf(field.acroField.dict.lookup(DA)) ?? (form instanceof PDFDict ? textOf(form.lookup(DA)) : null) ?? ''
}

const textOf = (value: PDFObject | undefined): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null

const NUMBER = '(?:\\d*\\.\\d+|\\d+\\.?)'
const SIZE = new RegExp(`/\\S+\\s+(${NUMBER})\\s+Tf`)
const COLOUR = new RegExp(`(?:${NUMBER}\\s+){1,4}(?:g|rg|k)(?=\\s|$)`)

const partsOf = (text: string): { size: number; colour: string } => ({
  size: Number(SIZE.exec(text)?.[1] ?? 0),
  colour: COLOUR.exec(text)?.[0] ?? '0 g',
})
const sizeOf = (text: string): number => partsOf(text).size

/** Font size of a text in each widget of a field; null: it does not fit in one of them as a whole. */
function sizesIn(field: PDFTextField, text: string, font: PDFFont, characters: ReadonlySet<number>): number[] | null {
  const multiline = field.isMultiline()
  for (const character of text) {
    if (/[\n\r]/.test(character) && multiline) continue
    if (!characters.has(character.codePointAt(0) ?? 0)) return null
  }
  const most = field.getMaxLength()
  if (most !== undefined && text.length > most) return null
  const sizes: number[] = []
  for (const widget of field.acroField.getWidgets()) {
    const { size } = partsOf(appearance(field.doc, field, widget))
    const bounds = boundsOf(widget, field.isCombed())
    const tried = size > 0 ? [size] : downFrom(multiline ? LARGEST : Math.min(LARGEST, bounds.height * 0.75))
    const found = tried.find((each) => stands(field, text, each, font, bounds))
    if (found === undefined) return null
    sizes.push(found)
  }
  return sizes
}

const downFrom = (largest: number): number[] => {
  const sizes: number[] = []
  for (let size = Math.max(SMALLEST, Math.floor(largest * 2) / 2); size >= SMALLEST; size -= 0.5) sizes.push(size)
  return sizes
}

type Bounds = Parameters<typeof layoutMultilineText>[1]['bounds']

/** The area that the library leaves for a text within the edge of its field. */
function boundsOf(widget: Widget, isCombed: boolean): Bounds {
  const { width, height } = widget.getRectangle()
  const turned = reduceRotation(widget.getAppearanceCharacteristics()?.getRotation()) % 180 === 90
  const edge = (widget.getBorderStyle()?.getWidth() ?? 0) + (isCombed ? 0 : 1)
  return { x: edge, y: edge, width: (turned ? height : width) - 2 * edge, height: (turned ? width : height) - 2 * edge }
}

function stands(field: PDFTextField, text: string, size: number, font: PDFFont, bounds: Bounds): boolean {
  if (text === '') return true
  if (field.isMultiline()) {
    const { lines, lineHeight } = layoutMultilineText(text, { alignment: field.getAlignment(), fontSize: size, font, bounds })
    return lines.length * lineHeight <= bounds.height + 0.1 && lines.every(({ width }) => width <= bounds.width + 0.1)
  }
  if (field.isCombed()) {
    const cell = bounds.width / (field.getMaxLength() ?? 1)
    return [...text].every((letter) => font.widthOfTextAtSize(letter, size) <= cell * 1.2)
  }
  return font.widthOfTextAtSize(text, size) <= bounds.width + 0.1
}

/** The file, with the appearances of its fields. */
export async function savedForm(document: PDFDocument, typeface: Uint8Array): Promise<Uint8Array> {
  const fields = await Fields.of(document, typeface)
  fields.draw()
  return document.save({ updateFieldAppearances: false })
}
