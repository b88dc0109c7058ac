import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { openProject, openVariant } from '../../src/cli/project.ts'

const root = join(import.meta.dirname, '../..')
let facts: ReadonlySet<string>
beforeAll(() => {
  const { variant } = openVariant(openProject(root, undefined), 'base', '2026-03-01')
  facts = new Set(variant?.questions.map(({ id }) => id))
})

/** The texts that stand in a part of a syntax tree: between quotes, in a template, in an element. */
function textsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(textsIn)
  const { type, value } = node as { type?: unknown; value?: unknown }
  if (type === 'Literal') return typeof value === 'string' ? [value] : []
  if (type === 'TemplateElement') return [(value as { cooked: string }).cooked]
  return Object.values(node).flatMap(textsIn)
}

/** Facts of the rule set whose ids stand in texts of the code: `file: id`. */
const named = (file: string, source: string): string[] =>
  textsIn(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))
    .flatMap((text) => [...text.matchAll(/[a-z]\w*(?:\.[a-z]\w*)+/g)])
    .flatMap(([word]) => (facts.has(word) ? [`${file}: ${word}`] : []))

test('the program knows no fact by its id: a rule set says which facts it is to know by name', () => {
  expect(facts.size).toBeGreaterThan(400)
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => named(file, readFileSync(join(root, 'src', file), 'utf8')))).toEqual([])
})

test('a fact in a text or a key is seen', () => {
  for (const text of ["get('fact|premises.name|')", 'get(`answer|role.kind@`)', "const open = 'hours.open'"])
    expect(named('planted.ts', text), text).toHaveLength(1)
  expect(named('planted.ts', "import Big from 'big.js' // premises.name")).toEqual([])
})
