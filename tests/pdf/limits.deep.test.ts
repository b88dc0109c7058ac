import { deflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { withinLimits } from '../../src/pdf/limits.ts'
import { readPacket } from '../../src/pdf/read.ts'

// a guard against hanging, not a measure: on an idle machine each takes less than a second
const GUARD = 30_000
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** A PDF with an attachment of these bytes as its answers. */
async function withAnswers(contents: Uint8Array, filters: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  const { context } = document
  const stream = context.stream(contents, { Filter: filters.map((filter) => PDFName.of(filter)) })
  const file = context.obj({
    Type: 'Filespec',
    AFRelationship: 'Data',
    UF: PDFString.of('answers.json'),
    EF: { F: context.register(stream) },
  })
  document.catalog.set(PDFName.of('AF'), context.obj([context.register(file)]))
  return document.save({ useObjectStreams: false })
}
const UNPACKED = 120_000_000
/** 117 kB */
const BOMB = deflateSync(new Uint8Array(UNPACKED), { level: 9 })
const objects = (contents: Uint8Array, filter: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      latin1(`%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [${filter}] /Length ${contents.length} >>\nstream\n`),
      contents,
      latin1('\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF'),
    ]),
  )

describe('a file that costs more to read than a packet can be is damaged, at once', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ['answers of 120 MB', () => withAnswers(BOMB, ['FlateDecode'])],
    ['answers packed twice', () => withAnswers(deflateSync(BOMB), ['FlateDecode', 'FlateDecode'])],
    ['answers packed three times', () => withAnswers(deflateSync(deflateSync(BOMB)), ['FlateDecode', 'FlateDecode', 'FlateDecode'])],
    ['objects of 120 MB', async () => objects(BOMB, '/FlateDecode')],
    ['objects packed twice', async () => objects(deflateSync(BOMB), '/FlateDecode /FlateDecode')],
    ['beginnings of objects', async () => latin1(`%PDF-1.7\n${'1 0 obj\n'.repeat(300_000)}`)],
    ['beginnings of objects, and one end', async () => latin1(`%PDF-1.7\n${'1 0 obj\n'.repeat(300_000)}endobj\n`)],
    ['numbers', async () => latin1(`%PDF-1.7\n${'1 '.repeat(1_000_000)}`)],
    ['words', async () => latin1(`%PDF-1.7\n1 0 obj\n<< >>\nendobj\n${'x y z '.repeat(500_000)}`)],
    ['words in an object', async () => latin1(`%PDF-1.7\n1 0 obj\n5 ${'x y z '.repeat(500_000)}\nendobj\n`)],
    ['cross references to nowhere', async () => latin1(`%PDF-1.7\n${'xref\nx\n'.repeat(200_000)}`)],
    ['nested lists', async () => latin1(`%PDF-1.7\n1 0 obj\n${'['.repeat(1_000_000)}\nendobj\n`)],
  ])(
    '%s',
    async (_what, make) => {
      const bytes = await make()
      expect(await readPacket(bytes)).toMatchObject({ ok: false, problem: expect.stringMatching(/damaged|foreign|badAnswers/) })
    },
    GUARD,
  )
})

test('the library unpacks without end, and stops when it is watched', async () => {
  const stream = PDFDocument.create().then(({ context }) => context.stream(BOMB, { Filter: 'FlateDecode' }))
  const unpack = async () => decodePDFRawStream(await stream).decode().length
  expect(await withinLimits(UNPACKED, unpack)).toBe(UNPACKED)
  expect(await withinLimits(BOMB.length, unpack)).toBeNull()
})

test('answers that are nested too deeply, or hold a key that is more than data, are bad answers', async () => {
  const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
  for (const json of [deep, '{"__proto__": {"polluted": true}}'])
    expect(await readPacket(await withAnswers(deflateSync(json), ['FlateDecode']))).toMatchObject({ ok: false, problem: 'badAnswers' })
})

test('what is not too large is read', async () => {
  const json = JSON.stringify({ schema: 1, variant: 'x', answers: { a: 'b'.repeat(100_000) } })
  expect(await readPacket(await withAnswers(deflateSync(deflateSync(json)), ['FlateDecode', 'FlateDecode']))).toMatchObject({
    ok: true,
    answersJson: json,
  })
})
