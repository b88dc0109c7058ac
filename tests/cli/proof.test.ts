import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textsOf } from '../pdf/packets.ts'
import { folder, horeca1, ROOT } from './terminal.ts'

const EXAMPLE = join(ROOT, 'rules/base/examples/lunchroom-without-alcohol.yaml')

test.each([
  { lang: 'nl', title: 'Bewijs van de uitkomst' },
  { lang: 'en', title: 'Proof of the outcome' },
])('proof writes a PDF to read, in $lang', async ({ lang, title }) => {
  const cwd = folder()
  const args = ['--answers', EXAMPLE, '--out', 'p.pdf', '--lang', lang, '--reference', 'H1-TEST-0001', '--rules', ROOT]
  const made = await horeca1(cwd, 'proof', ...args, '--json')
  expect(made).toMatchObject({ code: 0, err: '' })
  const bytes = new Uint8Array(readFileSync(join(cwd, 'p.pdf')))
  const pages = await textsOf(bytes)
  expect(pages[0]).toContain(title)
  expect(pages[0]).toContain('H1-TEST-0001')
  expect(JSON.parse(made.out)).toEqual({ file: 'p.pdf', pages: pages.length, bytes: bytes.length, reference: 'H1-TEST-0001' })
  // it is no packet, and no command takes it for one
  for (const command of ['read', 'verify']) {
    const read = await horeca1(cwd, command, 'p.pdf', '--rules', ROOT)
    expect(read.code).toBe(1)
    expect(read.err).toContain('zitten geen antwoorden van ons')
  }
})

test('proof says what is wrong with answers or with a folder, and where to write is asked', async () => {
  const cwd = folder()
  expect((await horeca1(cwd, 'proof', '--answers', EXAMPLE, '--rules', ROOT)).code).toBe(2)
  const lost = await horeca1(cwd, 'proof', '--answers', EXAMPLE, '--out', 'nowhere/p.pdf', '--rules', ROOT)
  expect(lost.code).toBe(1)
  expect(lost.err).toContain('Kies een andere map')
  expect((await horeca1(cwd, 'proof', '--answers', 'none.json', '--out', 'p.pdf', '--rules', ROOT)).code).toBe(1)
})
