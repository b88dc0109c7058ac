import { PDFDict, PDFDocument, PDFHexString, PDFName, rgb } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { readPacket } from '../../src/pdf/read.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { getDocument } from '../walk/printed/pdfjs.ts'
import { contentOf, FONTS } from './packets.ts'

const content = contentOf('rules/base/examples/manager-leaves.yaml')
const scan = { name: 'scan.png', type: 'image/png', bytes: Uint8Array.of(1, 2, 3) }
const written = await writePacket(content, FONTS, [
  { ...scan, document: 'permit' },
  { ...scan, bytes: Uint8Array.of(4, 5), document: 'identity@p1' },
])
const { bytes, pages } = written

/** The packet after a program changed it and saved it in its own way. */
async function after(change: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  await change(document)
  return document.save({ useObjectStreams: true })
}
/** The key that the reference of the packet had on each page before. */
function withDutchSeal(document: PDFDocument): void {
  for (const { node } of document.getPages()) {
    const owner = node.lookup(PDFName.of('PieceInfo'), PDFDict).lookup(PDFName.of('Horeca1'), PDFDict)
    const data = owner.lookup(PDFName.of('Private'), PDFDict)
    data.set(PDFName.of('Kenmerk'), data.lookup(PDFName.of('Reference'), PDFHexString))
    data.delete(PDFName.of('Reference'))
  }
}
const stranger = await PDFDocument.create()
stranger.addPage().drawRectangle({ width: 10, height: 10 })

describe('what happened to the pages of a packet is seen', () => {
  const untouched = { reference: 'H1-TEST-0001', overdrawn: [], annotated: [], foreign: [], missing: 0 }
  test.each([
    { what: 'saved anew by another program, in another way', change: () => undefined, pages: untouched },
    { what: 'made when the seal still had its Dutch name', change: withDutchSeal, pages: untouched },
    {
      what: 'a white box over an answer',
      change: (document: PDFDocument) => document.getPage(1).drawRectangle({ x: 100, y: 400, width: 200, height: 20, color: rgb(1, 1, 1) }),
      pages: { ...untouched, overdrawn: [2] },
    },
    {
      what: 'a note stuck on it',
      change: (document: PDFDocument) =>
        document
          .getPage(0)
          .node.set(PDFName.of('Annots'), document.context.obj([{ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 20, 20] }])),
      pages: { ...untouched, annotated: [1] },
    },
    {
      what: 'put together with a page of something else',
      change: async (document: PDFDocument) => {
        const [page] = await document.copyPages(stranger, [0])
        if (page) document.insertPage(0, page)
      },
      pages: { ...untouched, foreign: [1] },
    },
    { what: 'a page taken out', change: (document: PDFDocument) => document.removePage(2), pages: { ...untouched, missing: 1 } },
    {
      what: 'a page put in twice',
      change: async (document: PDFDocument) => {
        const [page] = await document.copyPages(document, [1])
        if (page) document.addPage(page)
      },
      pages: { ...untouched, foreign: [pages + 1] },
    },
  ])('$what', async ({ change, pages: state }) => {
    const read = await readPacket(await after(change as (document: PDFDocument) => void))
    expect(read).toMatchObject({ ok: true, answersJson: content.answersJson, reference: 'H1-TEST-0001', pages: state })
  })

  test('pages without what travelled inside, as merging programs leave them, are known by their reference', async () => {
    const merged = await PDFDocument.create()
    const from = await PDFDocument.load(bytes)
    for (const page of await merged.copyPages(from, [0, 1])) merged.addPage(page)
    expect(await readPacket(await merged.save())).toEqual({ ok: false, problem: 'stripped', reference: 'H1-TEST-0001' })
  })

  test('a PDF of somebody else', async () => {
    expect(await readPacket(await stranger.save())).toEqual({ ok: false, problem: 'foreign', reference: null })
  })
})

test('documents come out as they went in, each at its place, two of one name as well', async () => {
  const read = await readPacket(bytes)
  expect(read.ok && read.files).toEqual([
    { ...scan, bytes: Uint8Array.of(4, 5), document: 'identity@p1' },
    { ...scan, name: 'scan (2).png', document: 'permit' },
  ])
})

test('whatever a file is called, the packet stays a PDF and another reader finds it under that name', async () => {
  const names = [
    'plan) 1.pdf',
    '(.png',
    'a\\',
    ')>>/OpenAction<</S/JavaScript/JS(app.alert(1))>>',
    'Ünal – café.pdf',
    '漢.pdf',
    '%EOF.png',
    '<a>.png',
  ]
  const packet = await writePacket(
    content,
    FONTS,
    names.map((name, index) => ({ ...scan, name, document: `d${index}` })),
  )
  const text = Buffer.from(packet.bytes).toString('latin1')
  expect(text).not.toMatch(/OpenAction|JavaScript/)
  const pdf = await getDocument({ data: packet.bytes.slice(), stopAtErrors: true, verbosity: 0 }).promise
  const found = Object.values((await pdf.getAttachments()) ?? {}).map((each) => (each as { filename: string }).filename)
  // that reader shows what stands behind the last slash
  const shown = names.map((name) => name.split(/[\\/]/).at(-1) || 'unnamed')
  expect(found.filter((name) => name !== 'answers.json').toSorted()).toEqual(shown.toSorted())
  expect((await pdf.getPage(1)).pageNumber).toBe(1)
  await pdf.destroy()
  const read = await readPacket(packet.bytes)
  expect(read.ok && read.files.map(({ name }) => name)).toEqual(names)
})

test('the order in which files were added gives no other packet', async () => {
  const content = contentOf('rules/base/examples/manager-leaves.yaml')
  const file = (document: string) => ({ name: `${document}.txt`, type: 'text/plain', bytes: new TextEncoder().encode(document), document })
  const [one, other] = [
    await writePacket(content, FONTS, [file('kvkExtract'), file('idCopies@p1')]),
    await writePacket(content, FONTS, [file('idCopies@p1'), file('kvkExtract')]),
  ]
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
})
