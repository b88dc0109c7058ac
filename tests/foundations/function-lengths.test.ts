import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** As many lines as are read without scrolling back. A component that reads from top to bottom, one element a line, may be longer. */
const MOST = { plain: 80, component: 90 }

/** Longer ones, in rooms that were not divided yet. Nothing is added here. */
const NOT_DIVIDED: ReadonlySet<string> = new Set([
  'authoring/prove/tree.ts proveTree',
  'build/rules-plugin.ts horeca1Rules',
  'engine/packet/packet-set.ts packetSet',
  'engine/why/explain.ts explain',
  'model/files/read-yaml.ts convert',
  'model/findings/describe-issue.ts describeIssue',
  'model/link/references/references.ts checkReferences',
  'model/link/texts/notes.ts noteValues',
  'model/resolve/scalar.ts compileScalar',
])

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly id?: { readonly name?: string } | null
  readonly key?: { readonly name?: string }
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value
const FUNCTIONS: ReadonlySet<string> = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const partsOf = (node: object): object[] => Object.values(node).filter((part): part is object => typeof part === 'object' && part !== null)

const hasElements = (node: object): boolean =>
  (isNode(node) && (node.type === 'JSXElement' || node.type === 'JSXFragment')) || partsOf(node).some(hasElements)

/** The functions of a file that are longer than they may be. A method or variable gives its name to the function that it holds. */
function tooLong(source: string, tree: object): string[] {
  const found: string[] = []
  const walk = (node: object, named: string): void => {
    const name = isNode(node) ? (node.id?.name ?? node.key?.name ?? '') : named
    if (isNode(node) && FUNCTIONS.has(node.type)) {
      const lines = source.slice(node.start, node.end).split('\n').length
      if (lines > (hasElements(node) ? MOST.component : MOST.plain)) found.push(node.id?.name ?? named)
    }
    for (const part of partsOf(node)) walk(part, name)
  }
  walk(tree, '')
  return found
}

const tooLongIn = (file: string, source: string): string[] => tooLong(source, parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))

test('no function is longer than somebody reads at once', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) => tooLongIn(file, readFileSync(join(root, 'src', file), 'utf8')).map((name) => `${file} ${name}`))
  expect(found.filter((each) => !NOT_DIVIDED.has(each))).toEqual([])
})

test('a long function is seen, a long component from ten lines further on', () => {
  const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n')
  const plain = (count: number): string => `export function long() {\n${lines(count, 'work()')}\n}`
  const component = (count: number): string => `export const Long = () => {\nreturn <p>\n${lines(count, '<br />')}\n</p>\n}`
  expect(tooLongIn('planted.ts', plain(MOST.plain - 2))).toEqual([])
  expect(tooLongIn('planted.ts', plain(MOST.plain - 1))).toEqual(['long'])
  expect(tooLongIn('planted.tsx', component(MOST.component - 4))).toEqual([])
  expect(tooLongIn('planted.tsx', component(MOST.component - 3))).toEqual(['Long'])
  expect(tooLongIn('planted.ts', `class Room {\nlong() {\n${lines(MOST.plain, 'work()')}\n}\n}`)).toEqual(['long'])
})
