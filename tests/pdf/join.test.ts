import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import type { Leaf } from '../../src/model/packet-file/enclosure.ts'
import { joinFiles } from '../../src/pdf/added/join.ts'

/** A PNG of one colour. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc(body))
    return Buffer.concat([size, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + 3 * width), 0x7f)
  for (let row = 0; row < height; row += 1) rows[row * (1 + 3 * width)] = 0
  const whole = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat(whole))
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

async function pdf(...sizes: (readonly [number, number])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const [width, height] of sizes) document.addPage([width, height])
  return document.save()
}

const leaf = (name: string, type: Leaf['type'], bytes: Uint8Array): Leaf => ({ name, type, bytes })

test('photos fill a page of A4 as they lie, pages of a PDF keep their size, in the order that was chosen', async () => {
  const joined = await joinFiles([
    leaf('staand.png', 'image/png', png(30, 40)),
    leaf('twee.pdf', 'application/pdf', await pdf([300, 200], [100, 400])),
    leaf('liggend.png', 'image/png', png(80, 20)),
  ])
  if (!joined.ok) throw new Error(joined.problem)
  const document = await PDFDocument.load(joined.bytes)
  expect(document.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())])).toEqual([
    [595, 842],
    [300, 200],
    [100, 400],
    [842, 595],
  ])
  expect(joined.pages).toBe(4)
})

test('what cannot be opened is named, and nothing is made of the rest', async () => {
  const good = leaf('goed.png', 'image/png', png(4, 4))
  for (const [name, type, bytes] of [
    ['half.pdf', 'application/pdf', (await pdf([100, 100])).slice(0, 40)],
    ['geen.jpg', 'image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
    ['leeg.png', 'image/png', new Uint8Array()],
  ] as const)
    expect(await joinFiles([good, leaf(name, type, bytes)])).toEqual({ ok: false, name, problem: 'damaged' })
})

test('a PDF with a password is said to be locked', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt({ userPassword: 'geheim', ownerPassword: 'eigenaar' })
  const bytes = await document.save()
  expect(await joinFiles([leaf('op slot.pdf', 'application/pdf', bytes)])).toEqual({ ok: false, name: 'op slot.pdf', problem: 'locked' })
})
