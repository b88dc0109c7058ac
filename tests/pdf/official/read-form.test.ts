import { PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { openForm } from '../../../src/pdf/official/open-form.ts'
import { readForm } from '../../../src/pdf/official/read-form.ts'
import { Fields } from '../../../src/pdf/official/write-fields.ts'
import { madeForm, TYPEFACE } from './made-form.ts'
import { PDF, READ } from './oudewal.ts'

const read = (bytes: Uint8Array) => readForm(bytes, TYPEFACE)
const kindOf = (name: string) => READ.fields.find((field) => field.name === name)

test('the fields of a PDF are read with their kind and what may be chosen', () => {
  expect(READ).toMatchObject({ problem: null, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(kindOf('toelichting')).toEqual({ name: 'toelichting', kind: 'text', options: [] })
  expect(kindOf('monument.ja')?.kind).toBe('check')
  expect(kindOf('soort')).toEqual({ name: 'soort', kind: 'radio', options: ['Horeca', 'Slijterij'] })
  // of a choice the name that the file has for it, and the words on the page
  expect(kindOf('reden')).toMatchObject({ kind: 'dropdown', options: expect.arrayContaining(['1', 'Nieuwe zaak']) })
  expect(kindOf('aard')?.kind).toBe('list')
  expect(kindOf('afdrukken')?.kind).toBe('button')
})

test('a name for which a group has no button cannot be chosen', async () => {
  const bytes = await madeForm((document) => {
    const group = document.getForm().getRadioGroup('soort').acroField
    group.setOpt([...(group.getExportValues() ?? []), PDFString.of('Zonder knop')])
    expect(document.getForm().getRadioGroup('soort').getOptions()).toContain('Zonder knop')
  })
  expect((await read(bytes)).fields.find(({ name }) => name === 'soort')?.options).toEqual(['Horeca', 'Slijterij'])
  const fields = await Fields.of(await openForm(bytes), TYPEFACE)
  expect(fields.choose('soort', 'Zonder knop')).toBe(false)
  expect(fields.choose('soort', 'Slijterij')).toBe(true)
})

describe('why a PDF cannot be filled in', () => {
  test('it is locked', async () => {
    const document = await PDFDocument.load(await madeForm())
    document.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim', algorithm: 'AES-256' })
    expect((await read(await document.save({ updateFieldAppearances: false }))).problem).toBe('encrypted')
  })

  test('its form is in XFA alone', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [], XFA: PDFString.of('<xdp/>') }))
    expect((await read(await document.save({ updateFieldAppearances: false }))).problem).toBe('xfa')
  })

  test('it has no form, or none with fields', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    expect((await read(await document.save())).problem).toBe('noForm')
  })

  test.for([
    ['no PDF', new TextEncoder().encode('een brief')],
    ['nothing', new Uint8Array()],
    ['half of one', PDF.subarray(0, 4000)],
  ] as const)('it is %s', async ([, bytes]) => {
    expect((await read(bytes)).problem).toBe('damaged')
  })

  test('its letters are not inside, so that an archive cannot show them', async () => {
    const bytes = await madeForm(async (document) => {
      const font = await document.embedFont(StandardFonts.Helvetica)
      document.getPage(0).drawText('Niet in het bestand', { x: 40, y: 20, size: 8, font })
    })
    expect(await read(bytes)).toMatchObject({ problem: 'undrawn', detail: 'letters', fields: READ.fields })
  })
})

test('what a form would run is left out, and XFA beside its fields does not matter', async () => {
  const bytes = await madeForm((document) => {
    const { context, catalog } = document
    const script = context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
    catalog.set(PDFName.of('OpenAction'), context.register(script))
    document
      .getForm()
      .getTextField('kvk')
      .acroField.dict.set(PDFName.of('AA'), context.obj({ K: script }))
    document
      .getForm()
      .getButton('afdrukken')
      .acroField.dict.set(PDFName.of('A'), context.obj({ S: 'SubmitForm' }))
    catalog.lookup(PDFName.of('AcroForm'), PDFDict).set(PDFName.of('XFA'), PDFString.of('<xdp/>'))
  })
  expect(await read(bytes)).toMatchObject({ problem: null, fields: READ.fields })
})
