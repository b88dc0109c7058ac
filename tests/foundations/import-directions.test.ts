import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFiles } from '../../src/cli/rule-files.ts'

const root = join(import.meta.dirname, '..', '..')
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
const lint = (folder: string): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--only=noRestrictedImports', '--only=noImportCycles', '--colors=off', '--max-diagnostics=none', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  return { status, output: stdout + stderr }
}

describe('imports go one way', () => {
  let copy = ''
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'horeca1-imports-'))
    const config: { vcs: { enabled: boolean } } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    config.vcs.enabled = false
    writeFileSync(join(copy, 'biome.json'), JSON.stringify(config))
    cpSync(join(root, 'scripts/lint'), join(copy, 'scripts/lint'), { recursive: true })
  })
  afterEach(() => rmSync(copy, { recursive: true, force: true }))

  const plant = (file: string, line: string): void => {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), `${line}\n`)
  }

  test('the files of this project keep to the directions', () => {
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true })
    cpSync(join(root, 'tests/walk'), join(copy, 'tests/walk'), { recursive: true })
    expect(lint(copy)).toMatchObject({ status: 0 })
  })

  test.each(['', 'type '])('a circle of two files is refused: import %s', (kind) => {
    plant('src/engine/one.ts', `import ${kind}{ B } from './two.ts'\nexport type A = B\nexport const a = 1`)
    plant('src/engine/two.ts', `import ${kind}{ A } from './one.ts'\nexport type B = A | 1\nexport const b = 1`)
    const { status, output } = lint(copy)
    expect(status).toBe(1)
    expect(output).toContain('noImportCycles')
  })

  test.each([
    ['src/feel/planted.ts', "import { x } from '../model/variant.ts'\nexport const y = x"],
    ['src/feel/planted.ts', "import { readFileSync } from 'node:fs'\nexport const y = readFileSync"],
    ['src/model/schema/planted.ts', "import { x } from '../../engine/assess.ts'\nexport const y = x"],
    ['src/engine/planted.ts', "export { x } from '../machine/journey.ts'"],
    ['src/engine/planted.ts', "import { readFileSync } from 'node:fs'\nexport const y = readFileSync"],
    ['src/machine/planted.ts', "import type { X } from '../authoring/prove-tree.ts'\nexport const y: X = 1"],
    ['src/pdf/planted.ts', "export const x = () => import('../ui/page.ts')"],
    ['src/pdf/deep/planted.ts', "import { x } from '../../cli/main.ts'\nexport const y = x"],
    ['src/ui/planted.ts', "import { x } from '../pdf/draw.ts'\nexport const y = x"],
    ['src/ui/parts/form/deep/planted.ts', "import { x } from '../../../../pdf/draw.ts'\nexport const y = x"],
    ['src/model/link/deep/deeper/planted.ts', "import { x } from '../../../../engine/assess.ts'\nexport const y = x"],
    ['src/authoring/planted.ts', "import { x } from '../pdf/draw.ts'\nexport const y = x"],
    ['src/cli/planted.ts', "import { x } from '../ui/page.ts'\nexport const y = x"],
    ['tests/walk/planted.ts', "import { x } from '../../src/engine/assess.ts'\nexport const y = x"],
    ['tests/walk/planted.ts', "import type { X } from '../../src/model/variant.ts'\nexport const y: X = 1"],
    ['tests/walk/deep/planted.ts', "import { x } from '../../../src/machine/pages.ts'\nexport const y = x"],
    ['tests/walk/planted.ts', "export const x = () => import('../../rules/base/tree.yaml')"],
    ['tests/walk/planted.ts', "import { x } from '../engine/shipped.ts'\nexport const y = x"],
  ])('a planted import in %s is refused: %s', (file, line) => {
    plant(file, line)
    const { status, output } = lint(copy)
    expect(status).toBe(1)
    expect(output).toContain('noRestrictedImports')
    expect(output).toContain(file)
  })

  test.each([
    ['src/engine/planted.ts', "import { x } from '../feel/value.ts'\nexport const y = x"],
    ['src/cli/planted.ts', "import { x } from '../pdf/draw.ts'\nexport const y = x"],
    ['src/pdf/planted.ts', "import { x } from 'pdfjs-dist/legacy/build/pdf.mjs'\nexport const y = x"],
    ['src/model/deep/planted.ts', "import { x } from '../schema/common.ts'\nexport const y = x"],
    ['tests/walk/planted.ts', "import { x } from '../browser/site.ts'\nexport const y = x"],
    ['tests/walk/planted.ts', "import { x } from './page-reader.ts'\nexport const y = x"],
  ])('an import that goes the right way is accepted in %s', (file, line) => {
    plant(file, line)
    expect(lint(copy)).toMatchObject({ status: 0 })
  })
})

/** Code of src/ by its path from the root. */
const sources = (): [string, string][] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => existsSync(join(root, file)))
    .map((file) => [file, code(readFileSync(join(root, file), 'utf8'))])
const naming = (names: RegExp): string[] =>
  sources().flatMap(([file, text]) => (names.test(text) ? [`${file}: ${names.exec(text)?.[0]}`] : []))
const shipped = [...readFiles(root)].filter(([file]) => !file.includes('/examples/'))

test('no source file names a town, district or named area that ships with the rules', () => {
  // a town and a district by the id of their file, an area by that of its entry; what a town lists by licence is no layer
  const layers = shipped.flatMap(([file, text]) => {
    const entry = /municipalities\/.*areas\.yaml$/.test(file) ? /^ {2}- id: (\S+)/gm : /^id: (\S+)/gm
    return file.includes('municipalities/') ? [...text.matchAll(entry)].map(([, id = '']) => id) : []
  })
  expect(layers.length).toBeGreaterThanOrEqual(18)
  // A word of the language may be the name of a town as well; then only the id itself, in quotes, is refused. Time zones are no towns.
  expect(naming(new RegExp(`(?<!Europe/)(amsterdam|nijmegen|rotterdam)|['"\`](${layers.join('|')})['"\`/]`, 'i'))).toEqual([])
})

test('no source file names a fee or its amount', () => {
  const fees = shipped.flatMap(([file, text]) =>
    /\/(fees|municipality|districts\/.*|areas)\.yaml$/.test(file)
      ? [...(/^fees:\n((?: .*\n|\n)*)/m.exec(text)?.[1] ?? '').matchAll(/.*/g)].map(([line]) => line)
      : [],
  )
  const ids = new Set(fees.flatMap((line) => /\bid: ([A-Za-z]+\.[A-Za-z0-9.]+)/.exec(line)?.[1] ?? []))
  const amounts = new Set(
    fees.flatMap((line) =>
      line.trimStart().startsWith('#') ? [] : [...line.matchAll(/(?<![\d./-])\d+\.\d\d(?!\d)/g)].map(([amount]) => amount),
    ),
  )
  expect(ids.size).toBeGreaterThan(15)
  expect(amounts.size).toBeGreaterThan(20)
  // a round amount without its cents is a number like any other
  const written = [...amounts].flatMap((amount) => [
    amount.replace('.', '\\.'),
    ...(amount.endsWith('.00') ? [] : [amount.replace('.', ''), amount.replace(/0$/, '').replace('.', '\\.')]),
  ])
  expect(naming(new RegExp(`['"\`](${[...ids].join('|').replaceAll('.', '\\.')})['"\`]`))).toEqual([])
  expect(naming(new RegExp(`(?<![\\w.#])(${written.filter((one) => one.length > 3).join('|')})(?![\\w.])`))).toEqual([])
})

/** Without comments: those may give an example of an id. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
