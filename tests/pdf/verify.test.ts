import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, rgb } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { fontsFor } from '../../src/cli/fonts.ts'
import type { Verified } from '../../src/model/packet-file/verified.ts'
import { verifyPacket } from '../../src/pdf/opened/verify.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { contentOf } from './packets.ts'

const content = contentOf('rules/base/examples/manager-leaves.yaml')
const fonts = fontsFor(content)
let packet: Uint8Array
/** The page on which the attachment is drawn, from 0. */
let sheet = -1

beforeAll(async () => {
  const plan = await PDFDocument.create()
  plan.addPage([300, 200]).drawRectangle({ x: 20, y: 20, width: 100, height: 50, color: rgb(0, 0, 1) })
  const [wanted] = content.assessment.documents
  const enclosure = { name: 'plan.pdf', type: 'application/pdf', bytes: await plan.save(), document: wanted?.id ?? '' }
  packet = (await writePacket(content, fonts, [enclosure])).bytes
  sheet = (await open()).getPages().findIndex(({ node }) => drawingIn(node) !== null)
  expect(sheet).toBeGreaterThan(0)
})

const open = (): Promise<PDFDocument> => PDFDocument.load(packet, { updateMetadata: false })

/** The drawing that a sheet of an attachment shows. */
function drawingIn(node: PDFDict): PDFRawStream | null {
  const shown = node.lookup(PDFName.of('Resources'), PDFDict).lookup(PDFName.of('XObject'))
  const [name] = shown instanceof PDFDict ? shown.keys() : []
  const found = shown instanceof PDFDict && name ? shown.lookup(name) : null
  return found instanceof PDFRawStream ? found : null
}

/** What is found in the packet after somebody did this to it. */
async function after(change: (document: PDFDocument) => void | Promise<void>): Promise<Verified> {
  const document = await open()
  await change(document)
  const bytes = await document.save()
  const inside = await readPacket(bytes)
  if (!inside.ok) throw new Error(inside.problem)
  return verifyPacket(bytes, inside, content, fonts)
}

test('a packet that another program saved anew is as it was', async () => {
  expect(await after(() => undefined)).toMatchObject({
    isSound: true,
    pagesThatSayOther: [],
    notes: [],
    programs: 0,
    otherFiles: [],
    signatures: 0,
  })
})

test('a text, a drawing and a stamp on a page are named, with what they say', async () => {
  const found = await after((document) => {
    const page = document.getPage(1)
    for (const Subtype of ['FreeText', 'Ink', 'Stamp'])
      page.node.addAnnot(
        document.context.register(
          document.context.obj({ Type: 'Annot', Subtype, Rect: [10, 10, 90, 30], Contents: PDFString.of(`een ${Subtype}`) }),
        ),
      )
  })
  expect(found).toMatchObject({
    isSound: false,
    notes: ['FreeText', 'Ink', 'Stamp'].map((kind) => ({ page: 2, kind, text: `een ${kind}` })),
  })
})

test('what is drawn into the sheet of an attachment is seen', async () => {
  const found = await after((document) => {
    const { node } = document.getPage(sheet)
    const shown = node.lookup(PDFName.of('Resources'), PDFDict).lookup(PDFName.of('XObject'), PDFDict)
    const [name] = shown.keys()
    const before = drawingIn(node)
    if (!name || !before) throw new Error('no sheet')
    const dict = Object.fromEntries(
      before.dict.entries().flatMap(([key, value]) => (/Length|Filter/.test(String(key)) ? [] : [[key.decodeText(), value]])),
    )
    shown.set(name, document.context.register(document.context.stream('1 0 0 rg 0 0 50 50 re f', dict)))
  })
  expect(found).toMatchObject({ isSound: false, pagesThatSayOther: [sheet + 1] })
})

test('a link that was made to lead elsewhere is seen', async () => {
  const found = await after((document) => {
    for (const page of document.getPages()) {
      const notes = page.node.Annots()
      const link = notes instanceof PDFArray && notes.size() > 0 ? notes.lookup(0, PDFDict) : null
      if (!link) continue
      link.delete(PDFName.of('Dest'))
      link.set(PDFName.of('A'), document.context.obj({ S: 'URI', URI: PDFString.of('https://example.org/') }))
      return
    }
    throw new Error('no link')
  })
  expect(found.pagesThatSayOther).toHaveLength(1)
  expect(found.isSound).toBe(false)
})

test('a typeface that was changed is seen on every page that is set in it', async () => {
  const found = await after((document) => {
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || object.get(PDFName.of('FontFile2')) === undefined) continue
      const file = object.lookup(PDFName.of('FontFile2'))
      if (!(file instanceof PDFRawStream)) continue
      const bytes = file.getContents().slice()
      object.set(PDFName.of('FontFile2'), document.context.register(document.context.stream(bytes, { Length1: bytes.length })))
    }
  })
  expect(found.pagesThatSayOther.length).toBeGreaterThan(3)
})

test.each([
  ['JavaScript', { S: 'JavaScript', JS: PDFString.of('app.alert(1)') }],
  ['starting a program', { S: 'Launch', F: PDFString.of('calc.exe') }],
])('an action that runs something is seen: %s', async (_what, action) => {
  const found = await after((document) => {
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj(action))
  })
  expect(found).toMatchObject({ isSound: false, programs: 1, pagesThatSayOther: [] })
})
