import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, horeca1, ROOT } from './terminal.ts'

const WRITTEN = join(ROOT, 'tests/authoring/newcomer/molenkreek')
const TOWN = 'rules/municipalities/molenkreek'

/** The base with the made-up town Molenkreek, one of whose files was changed. */
function withTown(file: string, from: string, to: string): string {
  const cwd = folder()
  for (const name of ['forms', 'rules/base']) cpSync(join(ROOT, name), join(cwd, name), { recursive: true })
  cpSync(WRITTEN, join(cwd, TOWN), { recursive: true })
  const path = join(cwd, TOWN, file)
  const before = readFileSync(path, 'utf8')
  expect(before).toContain(from)
  writeFileSync(path, before.replace(from, to))
  return cwd
}

describe('who checks a municipality', () => {
  test('hears what is wrong in its districts, once and in their own file, and which were looked at', async () => {
    const cwd = withTown('districts/haven.yaml', 'weekend, values: [{ value: 04:00+1', 'weekend, values: [{ value: 02:00+1')
    const { code, out, err } = await horeca1(cwd, 'check', '--variant', 'molenkreek', '--rules', cwd)
    expect(code).toBe(1)
    expect(err.match(/\[[A-Z_]+\]/g)).toEqual(['[TWO_CLOCKS]'])
    expect(err).toMatch(/^rules\/municipalities\/molenkreek\/districts\/haven\.yaml:/)
    expect(out).toContain('5 gemeenten en stadsdelen, 1 voorbeelden')
    expect(out).toContain('ook bekeken: molenkreek/dorp, molenkreek/dorp/brink, molenkreek/haven, molenkreek/haven/kade')
  })

  test('hears of an example of a district that comes out otherwise', async () => {
    const cwd = withTown('examples/dorp.yaml', 'hours: { fri: tooLate }', 'hours: { fri: ok }')
    const { code, err } = await horeca1(cwd, 'check', '--variant', 'molenkreek', '--rules', cwd)
    expect(code).toBe(1)
    expect(err).toContain(`${TOWN}/examples/dorp.yaml`)
  })

  test('of a district alone hears nothing of its neighbour', async () => {
    const cwd = withTown('districts/haven.yaml', 'weekend, values: [{ value: 04:00+1', 'weekend, values: [{ value: 02:00+1')
    const { code, err } = await horeca1(cwd, 'check', '--variant', 'molenkreek/dorp', '--rules', cwd)
    expect(err).toBe('')
    expect(code).toBe(0)
  })
})

describe('who asks what there is', () => {
  test('reads it in Dutch, or in English when asked', async () => {
    expect((await horeca1(ROOT, 'help')).out).toContain('kijkt alles na')
    expect((await horeca1(ROOT, 'help', '--lang', 'en')).out).toContain('every rule, form, layer')
  })

  test('and writes it wrongly, sees how it is written', async () => {
    const { code, err } = await horeca1(ROOT, 'explain')
    expect(code).toBe(2)
    expect(err).toContain('explain --answers F ID')
  })
})
