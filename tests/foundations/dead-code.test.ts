import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
let copy = ''

/** TypeScript 7 has no API for JavaScript; tools that need one find nothing and say nothing. So we plant something to be found. */
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'horeca1-dead-code-'))
  for (const file of ['package.json', 'knip.json', 'tsconfig.json']) copyFileSync(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, 'src/cli'), { recursive: true })
  writeFileSync(join(copy, 'src/cli/main.ts'), "import { used } from '../used.ts'\n\nconsole.log(used)\n")
})
afterEach(() => rmSync(copy, { recursive: true, force: true }))

const knip = (): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, [join(root, 'node_modules/knip/bin/knip.js'), '--include', 'files,exports,types', '--no-config-hints'], {
    cwd: copy,
    encoding: 'utf8',
  })

test('a planted export that nobody imports is found', () => {
  writeFileSync(join(copy, 'src/used.ts'), 'export const used = 1\nexport const forgotten = 2\n')
  const { status, stdout } = knip()
  expect(status).toBe(1)
  expect(stdout).toContain('forgotten')
  expect(stdout).not.toContain('used  ')
})

test('a planted file that nobody imports is found', () => {
  writeFileSync(join(copy, 'src/used.ts'), 'export const used = 1\n')
  writeFileSync(join(copy, 'src/alone.ts'), 'export const alone = 1\n')
  const { status, stdout } = knip()
  expect(status).toBe(1)
  expect(stdout).toContain('src/alone.ts')
})

test('a tree in which all is used passes', () => {
  writeFileSync(join(copy, 'src/used.ts'), 'export const used = 1\n')
  expect(knip()).toMatchObject({ status: 0 })
})
