import { PDFDocument } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { fontsFor } from '../../../src/cli/fonts.ts'
import type { Enclosure } from '../../../src/model/packet-file/enclosure.ts'
import { marksOf } from '../../../src/pdf/parts/marks.ts'
import { readPacket } from '../../../src/pdf/read.ts'
import { writePacket } from '../../../src/pdf/write.ts'
import { contentOf, FONTS, textsOf } from '../packets.ts'

// a document with several files: each stands inside whole, under its own name, and as sheets with the mark of the document and its own number

const content = contentOf('rules/base/examples/cafe-terrace-machines.yaml')
const [first = '', second = ''] = marksOf(content).keys()
/** Eleven of one document, so that ten comes after nine; one of the other. */
let enclosures: readonly Enclosure[]
let bytes: Uint8Array
let texts: string[]

beforeAll(async () => {
  const made = async (name: string, document: string, pages: number): Promise<Enclosure> => {
    const pdf = await PDFDocument.create()
    for (let page = 0; page < pages; page++)
      pdf.addPage([200 + name.length, 300]).drawLine({ start: { x: 9, y: 9 }, end: { x: 99, y: 99 } })
    return { name, type: 'application/pdf', bytes: await pdf.save(), document }
  }
  enclosures = [
    await made('los.pdf', second, 1),
    ...(await Promise.all(Array.from({ length: 11 }, (_, index) => made(`deel ${index + 1}.pdf`, first, index === 0 ? 2 : 1)))),
  ]
  bytes = (await writePacket(content, fontsFor(content, FONTS), enclosures)).bytes
  texts = await textsOf(bytes)
})

test('each goes along byte for byte under its own name, and is given back to its document', async () => {
  const inside = await readPacket(bytes)
  if (!inside.ok) throw new Error(inside.problem)
  const plain = (each: { name: string; document: string | null; bytes: Uint8Array }) => [
    each.name,
    each.document,
    Buffer.from(each.bytes).toString('base64'),
  ]
  const byName = (a: unknown[], b: unknown[]): number => String(a[0]).localeCompare(String(b[0]))
  expect(inside.files.map(plain).sort(byName)).toEqual(enclosures.map(plain).sort(byName))
})

test('the list and the sheets name them in the order in which they were added', () => {
  const [mark, other] = [marksOf(content).get(first), marksOf(content).get(second)]
  const all = texts.join('\n')
  const list = texts.find((text) => text.includes('deel 1.pdf') && text.includes('deel 11.pdf')) ?? ''
  const places = Array.from({ length: 11 }, (_, index) => list.indexOf(`deel ${index + 1}.pdf`))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  for (let n = 1; n <= 11; n++) expect(all).toContain(`${mark}.${n} ·`)
  expect(all).not.toContain(`${mark}.12`)
  // a document with one file has its mark alone
  expect(all).toContain(`${other} ·`)
  expect(all).not.toContain(`${other}.1`)
})
