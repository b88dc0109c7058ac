import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Node {
  readonly type: string
  readonly name?: string
  readonly params?: readonly Node[]
  readonly left?: Node
  readonly declarations?: readonly { readonly id: Node }[]
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Whether an item is called `one` here, as parameter of a function or in a loop. Beside an `other` it says what is meant: one of two. */
function isNamedOne({ type, params, left }: Node): boolean {
  if (type === 'ForOfStatement') return left?.declarations?.[0]?.id.name === 'one'
  return params?.some(({ name }, at) => name === 'one' && params[at + 1]?.name !== 'other') ?? false
}

/** How many items of a file say not what they are. */
function unnamed(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + unnamed(part), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part) => sum + unnamed(part), isNode(value) && isNamedOne(value) ? 1 : 0)
}

const countIn = (file: string, source: string): number => unnamed(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))

test('what is gone through is called what it is', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => countIn(file, readFileSync(join(root, 'src', file), 'utf8')) > 0)).toEqual([])
})

test('an item without a name is seen, one of two is not', () => {
  for (const text of [
    'boxes.map((one) => one.nr)',
    'for (const one of boxes) use(one)',
    'function use(one: Box): void {}',
    'const look = (at: number, one: Box) => one',
  ])
    expect(countIn('planted.ts', text), text).toBe(1)
  expect(countIn('planted.ts', 'const alike = (one: Box, other: Box) => one.nr === other.nr; const one = 1')).toBe(0)
})
