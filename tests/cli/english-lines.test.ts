import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textsOf } from '../pdf/packets.ts'
import { folder, horeca1, ROOT } from './terminal.ts'

test('a packet for who reads English is Dutch for the town, and only there', async () => {
  const cwd = folder()
  const example = join(ROOT, 'rules/base/examples/manager-change.yaml')
  const rules = ['--rules', ROOT]
  expect((await horeca1(cwd, 'packet', '--answers', example, '--out', 'p.pdf', '--lang', 'en', ...rules)).code).toBe(0)
  const text = (await textsOf(new Uint8Array(readFileSync(join(cwd, 'p.pdf'))))).join(' ')
  expect(text).toContain('What you have to do now')
  expect(text).toContain('Gewenste ingangsdatum')
  expect(text).not.toContain('Desired starting date')
  const verified = await horeca1(cwd, 'verify', 'p.pdf', '--json', ...rules)
  expect(JSON.parse(verified.out)).toMatchObject({ isSound: true, pagesThatSayOther: [] })
  expect((await horeca1(cwd, 'split', 'p.pdf', '--out', 'desks', ...rules)).code).toBe(0)
  const tables = readdirSync(join(cwd, 'desks')).filter((name) => name.endsWith('.csv') && !name.includes('inventory'))
  const rows = tables.map((name) => readFileSync(join(cwd, 'desks', name), 'utf8')).join('\n')
  expect(rows).toContain('Gewenste ingangsdatum')
  expect(rows).not.toContain('Desired starting date')
}, 300_000)

test('a packet with English lines is Dutch for the town, verifies, and is split as it is', async () => {
  const cwd = folder()
  const example = join(ROOT, 'rules/base/examples/manager-change.yaml')
  const rules = ['--rules', ROOT]
  const made = await horeca1(cwd, 'packet', '--answers', example, '--out', 'p.pdf', '--lang', 'en', '--english-lines', ...rules)
  expect(made.code).toBe(0)
  const pages = await textsOf(new Uint8Array(readFileSync(join(cwd, 'p.pdf'))))
  expect(pages[0]).toContain('What you have to do now')
  const form = pages.find((text) => text.includes('AL-007')) ?? ''
  expect(form).toMatch(/Gewenste ingangsdatum .*Desired starting date/)
  const verified = await horeca1(cwd, 'verify', 'p.pdf', '--json', ...rules)
  expect(JSON.parse(verified.out)).toMatchObject({ isSound: true, pagesThatSayOther: [] })
  expect((await horeca1(cwd, 'split', 'p.pdf', '--out', 'desks', ...rules)).code).toBe(0)
  const desk = readdirSync(join(cwd, 'desks')).find((name) => name.endsWith('.pdf')) ?? ''
  expect((await textsOf(new Uint8Array(readFileSync(join(cwd, 'desks', desk))))).join(' ')).toMatch(
    /Voor de gemeente.*Desired starting date/,
  )
  expect((await horeca1(cwd, 'html', 'p.pdf', '--out', 'p.html', ...rules)).code).toBe(0)
  expect(readFileSync(join(cwd, 'p.html'), 'utf8').match(/lang="en">Desired starting date\s*</)?.length).toBe(1)
}, 300_000)
