import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../src/cli/commands.ts'
import { type KeptVariants, keptVariants } from '../../src/cli/kept-variants.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { shippedVariant } from '../engine/shipped.ts'

const folder = mkdtempSync(join(tmpdir(), 'horeca1-kept-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = readFiles(process.cwd())
const variant = shippedVariant('voorbeeld')

test('what was compiled is had back for the same files and the same code only', () => {
  const kept = keptVariants(join(folder, 'same'), 'code')
  expect(kept.find(files, 'voorbeeld')).toBeNull()
  kept.keep(files, variant)
  expect(kept.find(files, 'voorbeeld')).toEqual(JSON.parse(JSON.stringify(variant)))
  expect(kept.find(files, 'rotterdam')).toBeNull()
  expect(kept.find(files, '../../voorbeeld')).toBeNull()
  const [first = ''] = files.keys()
  expect(kept.find(new Map(files).set(first, `${files.get(first)} `), 'voorbeeld')).toBeNull()
  expect(keptVariants(join(folder, 'same'), 'newer code').find(files, 'voorbeeld')).toBeNull()
})

test('variants of an earlier rule set go when one of a newer is kept, and a spoilt file is as none', () => {
  const here = join(folder, 'older')
  const kept = keptVariants(here, 'code')
  kept.keep(files, variant)
  const [older = ''] = readdirSync(here)
  kept.keep(new Map([...files, ['rules/base/more.yaml', '']]), variant)
  const [newer = '', ...more] = readdirSync(here)
  expect(newer).not.toBe(older)
  expect(more).toEqual([])
  for (const file of readdirSync(join(here, newer))) writeFileSync(join(here, newer, file), '{"id":')
  expect(kept.find(new Map([...files, ['rules/base/more.yaml', '']]), 'voorbeeld')).toBeNull()
})

test('a folder that cannot be made costs nothing but time', () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const kept = keptVariants(join(file, 'under'), 'code')
  kept.keep(files, variant)
  expect(kept.find(files, 'voorbeeld')).toBeNull()
})

test.each(['assess', 'explain'])('%s says the same whether the rules were compiled before or not', async (command) => {
  const told = async (kept: KeptVariants | null): Promise<string> => {
    let text = ''
    const note = (line: string): void => {
      text += `${line}\n`
    }
    const args = ['--answers', 'rules/base/examples/cafe-terrace-machines.yaml', ...(command === 'assess' ? ['--json'] : ['alcohol'])]
    expect(await run([command, ...args], { cwd: process.cwd(), today: '2026-11-29', out: note, err: note, kept })).toBe(0)
    return text
  }
  const kept = keptVariants(join(folder, command), 'code')
  const first = await told(kept)
  let found = 0
  const counting: KeptVariants = {
    ...kept,
    find: (these, id) => {
      const one = kept.find(these, id)
      if (one) found++
      return one
    },
  }
  expect(await told(counting)).toBe(first)
  expect(found).toBe(1)
  expect(await told(null)).toBe(first)
})
