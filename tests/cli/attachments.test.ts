import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readPacket } from '../../src/pdf/read.ts'
import { horeca1, ROOT, type Run } from './terminal.ts'

const pdf = await PDFDocument.create()
pdf.addPage()
const GOOD = await pdf.save()
const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
)

/** Documents of the example, each with a file that is good or bad in its own way. */
const FILES: readonly { file: string; bytes: Uint8Array | null; says: string | null }[] = [
  { file: 'plan.pdf', bytes: GOOD, says: null },
  { file: 'photo.png', bytes: PNG, says: null },
  { file: 'nowhere.pdf', bytes: null, says: 'nowhere.pdf gaat niet mee: het kan niet worden gelezen (ENOENT)' },
  { file: 'empty.pdf', bytes: new Uint8Array(), says: 'empty.pdf gaat niet mee: het is leeg' },
  { file: 'cut.pdf', bytes: GOOD.slice(0, 60), says: 'cut.pdf gaat niet mee: het is beschadigd of niet compleet' },
  {
    file: 'program.pdf',
    bytes: new TextEncoder().encode('MZ\0\0'),
    says: 'program.pdf gaat niet mee: het is geen PDF, JPEG, PNG of gewone tekst',
  },
]

let cwd = ''
let result: Run
let documents: readonly string[] = []
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'horeca1-'))
  const example = parse(readFileSync(join(ROOT, 'rules/base/examples/cafe-terrace-machines.yaml'), 'utf8'))
  documents = example.attachments.slice(0, FILES.length).map((entry: { document: string }) => entry.document)
  const attachments = FILES.map(({ file }, index) => ({ id: `a${index}`, document: documents[index], file: `in/${file}` }))
  mkdirSync(join(cwd, 'in'))
  for (const { file, bytes } of FILES) if (bytes) writeFileSync(join(cwd, 'in', file), bytes)
  const { title: _title, expect: _expect, today: _today, ...answers } = example
  writeFileSync(join(cwd, 'answers.json'), JSON.stringify({ ...answers, attachments }, null, 2))
  result = await horeca1(cwd, 'packet', '--rules', ROOT, '--answers', 'answers.json', '--out', 'packet.pdf', '--json')
})

afterAll(() => rmSync(cwd, { recursive: true, force: true }))

describe('packet opens, checks and takes along each file that the answers name, or says why not', () => {
  test('every file that cannot go along is named with its place, the reason and the mend', () => {
    const lines = result.err.split('\n').filter((line) => line.includes('BAD_ATTACHMENT'))
    const bad = FILES.filter(({ says }) => says !== null)
    expect(lines).toHaveLength(bad.length)
    for (const [index, { says }] of bad.entries()) {
      expect(lines[index]).toContain(says ?? '')
      expect(lines[index]).toMatch(/^answers\.json:\d+:\d+ attachments\[\d\]\.file: /)
    }
  })

  test('the good ones stand inside, and only those are called attached', async () => {
    expect(result.code).toBe(0)
    const good = FILES.flatMap(({ file, bytes, says }, index) => (says === null ? [{ file, bytes, document: documents[index] }] : []))
    const read = await readPacket(new Uint8Array(readFileSync(join(cwd, 'packet.pdf'))))
    if (!read.ok) throw new Error(read.problem)
    const byDocument = (a: { document?: string | null | undefined }, b: { document?: string | null | undefined }): number =>
      (a.document ?? '') < (b.document ?? '') ? -1 : 1
    expect(read.files.map(({ document, name, bytes }) => ({ document, file: name, bytes }))).toEqual(good.toSorted(byDocument))
    const attached = JSON.parse(read.answersJson).attachments.filter((entry: object) => 'file' in entry)
    expect(attached.map(({ document }: { document: string }) => document).sort()).toEqual(good.map(({ document }) => document).sort())
    expect(JSON.parse(result.out)).toMatchObject({ attachments: good.map(({ document }) => ({ document })) })
  })

  test('with --strict there is no packet while one is missing', async () => {
    const strict = await horeca1(cwd, 'packet', '--rules', ROOT, '--answers', 'answers.json', '--out', 'strict.pdf', '--strict')
    expect(strict.code).toBe(1)
    expect(() => readFileSync(join(cwd, 'strict.pdf'))).toThrow('ENOENT')
  })
})
