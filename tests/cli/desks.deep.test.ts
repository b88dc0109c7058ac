import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, rgb } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csv } from '../../src/engine/packet/desks/csv.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { textsOf } from '../pdf/packets.ts'
import { horeca1, ROOT } from './terminal.ts'

let cwd = ''
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'horeca1-'))
  const example = join(ROOT, 'rules/base/examples/lunchroom-without-alcohol.yaml')
  const made = await horeca1(cwd, 'packet', '--rules', ROOT, '--answers', example, '--out', 'packet.pdf', '--reference', 'H1-TEST-0001')
  expect(made.code).toBe(0)
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const packet = (): Uint8Array => new Uint8Array(readFileSync(join(cwd, 'packet.pdf')))

describe('verify', () => {
  test('says that every page of a packet says what its answers say, and where the signing pages are', async () => {
    const { code, out } = await horeca1(cwd, 'verify', 'packet.pdf', '--rules', ROOT, '--json')
    const result = JSON.parse(out)
    expect(code).toBe(0)
    expect(result).toMatchObject({
      reference: 'H1-TEST-0001',
      sameRules: true,
      pagesThatSayOther: [],
      changes: [],
      signatures: 0,
      updates: 0,
      otherFiles: [],
    })
    expect(result.answersHash).toMatch(/^[0-9a-f]{64}$/)
    const texts = await textsOf(packet())
    for (const { page, name, sheet } of result.signing) {
      expect(texts[page - 1]).toContain(name)
      expect(texts[page - 1]).toContain(`Blad ${sheet}`)
      expect(texts[page - 1]).toContain(result.answersHash.slice(0, 16))
    }
    expect(result.signing.length).toBeGreaterThan(0)
  })

  test('names the page that somebody drew over, and what was put in', async () => {
    const document = await PDFDocument.load(packet(), { updateMetadata: false })
    document.getPage(2).drawRectangle({ x: 100, y: 500, width: 50, height: 10, color: rgb(1, 1, 1) })
    await document.attach(new Uint8Array([1]), 'extra.txt', { mimeType: 'text/plain' })
    writeFileSync(join(cwd, 'changed.pdf'), await document.save())
    const { code, out } = await horeca1(cwd, 'verify', 'changed.pdf', '--rules', ROOT, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ pagesThatSayOther: [3], otherFiles: ['extra.txt'] })
    const said = await horeca1(cwd, 'verify', 'changed.pdf', '--rules', ROOT)
    expect(said.out).toContain('bladzijden die iets anders zeggen dan de antwoorden erin: 3')
  })
})

describe('split', () => {
  let files: readonly string[] = []
  beforeAll(async () => {
    const { code, err } = await horeca1(cwd, 'split', 'packet.pdf', '--out', 'desks', '--rules', ROOT)
    expect(err).toBe('')
    expect(code).toBe(0)
    files = readdirSync(join(cwd, 'desks')).sort()
  })
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(cwd, 'desks', name)))

  test('gives each department a PDF without files inside, its answers and its boxes', async () => {
    const pdfs = files.filter((name) => name.endsWith('.pdf'))
    expect(pdfs.length).toBeGreaterThan(1)
    for (const name of pdfs) {
      expect(files).toContain(name.replace('.pdf', '.json'))
      expect(files).toContain(name.replace('.pdf', '.csv'))
      expect(await readPacket(read(name))).toMatchObject({ ok: false, problem: 'stripped', reference: 'H1-TEST-0001' })
      const pages = await textsOf(read(name))
      // nothing that is for the applicant alone
      expect(pages.join(' ')).not.toMatch(/Dit moet u nu doen|Leges en kosten/)
    }
  })

  test('gives a department only the answers that its own boxes print', () => {
    const [first, second] = files
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(Buffer.from(read(name)).toString()).answers)
    const whole = Object.keys(JSON.parse(Buffer.from(read(files.find((name) => name.endsWith('.json')) ?? '')).toString()).answers)
    expect(Object.keys(second)).not.toEqual(Object.keys(first))
    expect(whole.length).toBeGreaterThan(0)
  })

  test('lists every file with its checksum', () => {
    const inventory = Buffer.from(read('H1-TEST-0001-inventory.csv')).toString()
    for (const name of files.filter((each) => !each.endsWith('inventory.csv')))
      expect(inventory).toContain(`"${name}","${read(name).length}","${createHash('sha256').update(read(name)).digest('hex')}"`)
  })
})

test.each([
  ['=1+1', `"'=1+1"`],
  ['+31 6', `"'+31 6"`],
  ['-5', `"'-5"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  [' =1', `"' =1"`],
  ['\uff1d1', `"'\uff1d1"`],
  ['say "x", y', '"say ""x"", y"'],
])('in a table %j is text', (text, cell) => {
  expect(csv([[text]])).toBe(`\ufeff${cell}\r\n`)
})

describe('lock', () => {
  test('makes a copy that opens with the password only, says it is no PDF/A, and does not claim to be one', async () => {
    writeFileSync(join(cwd, 'password.txt'), 'correct horse battery\n')
    const { code, out } = await horeca1(cwd, 'lock', 'packet.pdf', '--out', 'locked.pdf', '--password-file', 'password.txt')
    expect(code).toBe(0)
    expect(out).toContain('geen PDF/A')
    const bytes = new Uint8Array(readFileSync(join(cwd, 'locked.pdf')))
    expect(await readPacket(bytes)).toMatchObject({ ok: false, problem: 'locked' })
    await expect(PDFDocument.load(bytes, { password: 'wrong' })).rejects.toThrow()
    const opened = await PDFDocument.load(bytes, { password: 'correct horse battery', updateMetadata: false })
    expect(opened.getPageCount()).toBeGreaterThan(10)
    expect(Buffer.from(bytes).toString('latin1')).toContain('AESV3')
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('pdfaid:part')
  })

  test('refuses a short password, and a packet that is locked already', async () => {
    writeFileSync(join(cwd, 'short.txt'), 'short')
    expect((await horeca1(cwd, 'lock', 'packet.pdf', '--out', 'x.pdf', '--password-file', 'short.txt')).code).toBe(1)
    expect((await horeca1(cwd, 'lock', 'locked.pdf', '--out', 'x.pdf', '--password-file', 'password.txt')).code).toBe(1)
  })
})

test('a packet that only its owner may change is read like any other', async () => {
  const document = await PDFDocument.load(packet(), { updateMetadata: false })
  document.catalog.delete(document.context.obj('Metadata'))
  document.encrypt({ userPassword: '', ownerPassword: 'eigenaar' })
  const read = await readPacket(await document.save())
  expect(read.ok && JSON.parse(read.answersJson).variant).toBe('voorbeeld-licht')
})
