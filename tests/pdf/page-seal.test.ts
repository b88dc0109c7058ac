import { PDFDocument, PDFName, rgb } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { readPacket } from '../../src/pdf/read.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { contentOf, FONTS } from './packets.ts'

const content = contentOf('rules/base/examples/manager-leaves.yaml')
const scan = { name: 'scan.png', type: 'image/png', bytes: Uint8Array.of(1, 2, 3) }
const written = await writePacket(content, FONTS, [
  { ...scan, document: 'permit' },
  { ...scan, bytes: Uint8Array.of(4, 5), document: 'identity@p1' },
])
if (!written.ok) throw new Error('no packet')
const { bytes, pages } = written

/** The packet after a program changed it and saved it in its own way. */
async function after(change: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  await change(document)
  return document.save({ useObjectStreams: true })
}
const stranger = await PDFDocument.create()
stranger.addPage().drawRectangle({ width: 10, height: 10 })

describe('what happened to the pages of a packet is seen', () => {
  const untouched = { kenmerk: 'H1-TEST-0001', overdrawn: [], annotated: [], foreign: [], missing: 0 }
  test.each([
    { what: 'saved anew by another program, in another way', change: () => undefined, pages: untouched },
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
    expect(read).toMatchObject({ ok: true, answersJson: content.answersJson, kenmerk: 'H1-TEST-0001', pages: state })
  })

  test('pages without what travelled inside, as merging programs leave them, are known by their reference', async () => {
    const merged = await PDFDocument.create()
    const from = await PDFDocument.load(bytes)
    for (const page of await merged.copyPages(from, [0, 1])) merged.addPage(page)
    expect(await readPacket(await merged.save())).toEqual({ ok: false, problem: 'stripped', kenmerk: 'H1-TEST-0001' })
  })

  test('a PDF of somebody else', async () => {
    expect(await readPacket(await stranger.save())).toEqual({ ok: false, problem: 'foreign', kenmerk: null })
  })
})

test('documents come out as they went in, each at its place, two of one name as well', async () => {
  const read = await readPacket(bytes)
  expect(read.ok && read.files).toEqual([
    { ...scan, bytes: Uint8Array.of(4, 5), document: 'identity@p1' },
    { ...scan, name: 'scan (2).png', document: 'permit' },
  ])
})
