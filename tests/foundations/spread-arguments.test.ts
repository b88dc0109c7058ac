import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadRuleSet } from '../../src/model/load.ts'
import { files } from '../model/fixtures/rule-set.ts'

const root = join(import.meta.dirname, '..', '..')

describe('a list of any length is never handed over as arguments', () => {
  let copy = ''
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'horeca1-spread-'))
    const config: { vcs: { enabled: boolean } } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    config.vcs.enabled = false
    writeFileSync(join(copy, 'biome.json'), JSON.stringify(config))
    cpSync(join(root, 'scripts/lint'), join(copy, 'scripts/lint'), { recursive: true })
    mkdirSync(join(copy, 'src/model'), { recursive: true })
  })
  afterEach(() => rmSync(copy, { recursive: true, force: true }))

  const lint = (code: string) => {
    writeFileSync(join(copy, 'src/model/planted.ts'), `export const f = (list: number[], more: number[]) => ${code}\n`)
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const { status, stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--colors=off', '.'], { cwd: copy, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }

  test.each(['list.push(...more)', 'list.push(1, ...more)', 'Math.max(0, ...more)', 'list?.concat(...[more])', 'new Array(...more)'])(
    '%s is refused',
    (code) => {
      const { status, output } = lint(code)
      expect(output).toContain('addAll')
      expect(status).toBe(1)
    },
  )

  test.each(['list.push(more.length)', 'new Set([...more])', 'list.concat([...more])', '[list].map((one) => ({ ...one }))'])(
    '%s is not',
    (code) => expect(lint(code)).toMatchObject({ status: 0 }),
  )

  test('200,000 findings are told', () => {
    const all = files()
    for (let at = 0; at < 200_000; at++) all.set(`rules/base/strange${at}.yaml`, '{')
    expect(loadRuleSet(all).findings.length).toBeGreaterThan(200_000)
  })
})
