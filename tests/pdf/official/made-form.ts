import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@cantoo/fontkit'
import { PDFDocument, type PDFField, type PDFFont, PDFName, type PDFPage, PDFString, rgb } from 'pdf-lib'

const require = createRequire(import.meta.url)
export const TYPEFACE = new Uint8Array(readFileSync(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')))

const INK = rgb(0.1, 0.1, 0.1)
const LINE = { borderColor: rgb(0.5, 0.5, 0.5), borderWidth: 0.5 }

/** The fillable form for alcohol of Oudewal, a town that was made up: two pages with fields of every kind.
 * @param change spoils it */
export async function madeForm(change: (document: PDFDocument) => void | Promise<void> = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontkit)
  const font = await document.embedFont(TYPEFACE, { subset: true, customName: 'OUDEWL+NotoSans' })
  const sheet = new FormSheet(document, font)
  sheet.title('Gemeente Oudewal', 'Aanvraag Alcoholwetvergunning')
  sheet.radio('soort', 'Soort bedrijf', ['Horeca', 'Slijterij'])
  sheet.dropdown('model', 'Model', ['A', 'B'])
  sheet.choices('reden', 'Reden van de aanvraag', [
    ['1', 'Nieuwe zaak'],
    ['2', 'Overname'],
    ['3', 'Andere rechtsvorm'],
    ['4', 'Andere ondernemer'],
    ['5', 'Verbouwing'],
    ['9', 'Anders'],
  ])
  sheet.text('toelichting', 'Toelichting', { lines: 3 })
  sheet.row('Ingangsdatum', [
    ['ingang.dag', 30, 2],
    ['ingang.maand', 30, 2],
    ['ingang.jaar', 50, 4],
  ])
  sheet.comb('kvk', 'KvK-nummer', 8)
  sheet.dropdown('rechtsvorm', 'Rechtsvorm', ['Eenmanszaak', 'Personenvennootschap', 'Rechtspersoon', 'Anders'])
  sheet.list('aard', 'Aard van de zaak', ['Café', 'Restaurant', 'Overig'])
  sheet.text('naam.rechtspersoon', 'Naam rechtspersoon')
  sheet.text('handelsnaam', 'Handelsnaam')
  sheet.row('Leidinggevende 1: naam, geboren', [
    ['leiding.1.naam', 150, 0],
    ['leiding.1.geboren', 90, 10],
  ])
  sheet.row('Leidinggevende 2: naam, geboren', [
    ['leiding.2.naam', 150, 0],
    ['leiding.2.geboren', 90, 10],
  ])
  sheet.next()
  sheet.title('Gemeente Oudewal', 'De inrichting')
  sheet.row('Naam (twee regels)', [['inrichting.naam.1', 90, 0]])
  sheet.row('', [['inrichting.naam.2', 240, 0]])
  sheet.text('inrichting.straat', 'Straat')
  sheet.row('Huisnummer, toevoeging', [
    ['inrichting.nummer', 50, 0],
    ['inrichting.toevoeging', 50, 4],
  ])
  sheet.comb('inrichting.postcode', 'Postcode', 6)
  sheet.text('inrichting.plaats', 'Plaats')
  sheet.checks('Rijksmonument', ['monument.ja', 'monument.nee'])
  sheet.checks('Open voor iedereen (kruis aan)', ['open'])
  sheet.radio('recht', 'Recht op het pand', ['E', 'H', 'P', 'G'])
  sheet.row('Lokaliteit 1: naam, m²', [
    ['lokaal.1.naam', 150, 0],
    ['lokaal.1.m2', 50, 0],
  ])
  sheet.row('Lokaliteit 2: naam, m²', [
    ['lokaal.2.naam', 150, 0],
    ['lokaal.2.m2', 50, 0],
  ])
  sheet.text('plaats', 'Plaats')
  sheet.text('datum', 'Datum')
  sheet.text('dossier', 'Dossier (in te vullen door de gemeente)')
  sheet.button('afdrukken', 'Afdrukken')
  await change(document)
  return document.save({ updateFieldAppearances: false })
}

/** Puts fields below each other, each behind its label. */
class FormSheet {
  private page: PDFPage
  private y = 0

  constructor(
    private readonly document: PDFDocument,
    private readonly font: PDFFont,
  ) {
    this.page = this.next()
  }

  next(): PDFPage {
    this.page = this.document.addPage([595.28, 841.89])
    this.y = 790
    return this.page
  }

  title(town: string, text: string): void {
    this.page.drawRectangle({ x: 40, y: this.y - 6, width: 515, height: 24, color: rgb(0.9, 0.93, 0.97) })
    this.page.drawText(`${town}: ${text}`, { x: 48, y: this.y, size: 14, font: this.font, color: INK })
    this.y -= 40
  }

  text(name: string, label: string, { lines = 1 } = {}): void {
    const height = 18 + (lines - 1) * 14
    const box = this.place(label, height, 240)
    const field = this.document.getForm().createTextField(name)
    if (lines > 1) field.enableMultiline()
    field.addToPage(this.page, { ...box, ...LINE, font: this.font })
    plain(field, lines > 1 ? 10 : 0)
  }

  comb(name: string, label: string, cells: number): void {
    const field = this.document.getForm().createTextField(name)
    field.setMaxLength(cells)
    field.enableCombing()
    field.addToPage(this.page, { ...this.place(label, 18, cells * 16), ...LINE, font: this.font })
    plain(field, 11)
  }

  /** Fields beside each other: name, width, most letters (0: any number). */
  row(label: string, fields: readonly (readonly [name: string, width: number, letters: number])[]): void {
    const box = this.place(label, 18, 0)
    let { x } = box
    for (const [name, width, letters] of fields) {
      const field = this.document.getForm().createTextField(name)
      if (letters > 0) field.setMaxLength(letters)
      field.addToPage(this.page, { ...box, x, width, ...LINE, font: this.font })
      plain(field, 10)
      x += width + 10
    }
  }

  radio(name: string, label: string, options: readonly string[]): void {
    const group = this.document.getForm().createRadioGroup(name)
    options.forEach((option, index) => {
      const box = this.place(`${label}: ${option}`, 14, 14)
      group.addOptionToPage(option, this.page, { ...box, x: box.x + index, ...LINE })
    })
  }

  checks(label: string, names: readonly string[]): void {
    for (const name of names) {
      const check = this.document.getForm().createCheckBox(name)
      check.addToPage(this.page, { ...this.place(`${label} ${name}`, 14, 14), ...LINE })
    }
  }

  dropdown(name: string, label: string, options: string[]): void {
    const field = this.document.getForm().createDropdown(name)
    field.setOptions(options)
    field.addToPage(this.page, { ...this.place(label, 18, 160), ...LINE, font: this.font })
    plain(field, 10)
  }

  /** A dropdown whose values have other names in the file than on the page. */
  choices(name: string, label: string, options: readonly (readonly [value: string, shown: string])[]): void {
    this.dropdown(name, label, ['x'])
    const { dict } = this.document.getForm().getDropdown(name).acroField
    dict.set(PDFName.of('Opt'), this.document.context.obj(options.map((option) => option.map((text) => PDFString.of(text)))))
  }

  list(name: string, label: string, options: string[]): void {
    const field = this.document.getForm().createOptionList(name)
    field.setOptions(options)
    field.addToPage(this.page, { ...this.place(label, 44, 160), ...LINE, font: this.font })
    plain(field, 10)
  }

  button(name: string, label: string): void {
    this.document
      .getForm()
      .createButton(name)
      .addToPage(label, this.page, { ...this.place('', 18, 80), font: this.font })
  }

  private place(label: string, height: number, width: number): { x: number; y: number; width: number; height: number } {
    this.y -= height
    this.page.drawText(label, { x: 48, y: this.y + 4, size: 9, font: this.font, color: INK })
    const box = { x: 280, y: this.y, width, height }
    this.y -= 10
    return box
  }
}

/** As programs make fields: in a typeface that need not be in the file, with no look of its own. Size 0: as large as there is room. */
function plain(field: PDFField, size: number): void {
  const appearance = PDFString.of(`/Helv ${size} Tf 0 0 0.5 rg`)
  field.acroField.dict.set(PDFName.of('DA'), appearance)
  for (const widget of field.acroField.getWidgets()) {
    widget.dict.delete(PDFName.of('AP'))
    widget.dict.set(PDFName.of('DA'), appearance)
  }
}
