import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Where the code says a type that the compiler cannot follow, how often, and why it may. Anything else is told by a guard, a schema or a narrower type. */
const STAYS: readonly { readonly why: string; readonly files: Readonly<Record<string, number>> }[] = [
  {
    why: 'each cell is computed by its own function of CELLS, and found again under a key that says its type',
    files: { 'engine/case.ts': 2 },
  },
  {
    why: 'the same value with some parts replaced has the type it had, which a mapped type cannot say of a walk through any value',
    files: {
      'engine/incremental/same.ts': 2,
      'model/dated/variant-on.ts': 7,
      'model/layers/reword.ts': 2,
      'model/resolve/shared.ts': 1,
      'pdf/substituted.ts': 3,
    },
  },
  {
    why: 'items of any list are gone through by the names that a rule file gives; which list has such a property the schema said',
    files: { 'authoring/diff/held-on.ts': 1, 'model/layers/locked.ts': 1, 'model/layers/reword.ts': 1 },
  },
  {
    why: 'what was read from a file is mended in place before its schema sees it',
    files: { 'model/files/parse-file.ts': 2 },
  },
  {
    why: 'a schema was chosen by a name, or says more than its type: what it let through is what it is for',
    files: {
      'authoring/prove/walk.ts': 1,
      'cli/commands/upgrade-in-words.ts': 1,
      'draft/change.ts': 2,
      'model/answers/input.ts': 1,
      'model/answers/read-answers.ts': 1,
      'model/answers/write-answers.ts': 1,
      'model/files/file-kinds.ts': 1,
      'model/load.ts': 1,
      'ui/pages/AskedPage.tsx': 1,
    },
  },
  {
    why: 'made by the build of the same site, and only packed in between',
    files: { 'model/languages/page-texts.ts': 1, 'model/packed/unpack.ts': 2, 'ui/languages/added-language.ts': 3 },
  },
  {
    why: 'what another thread answers to a question is what it was asked for',
    files: { 'cli/check/worker-pool.ts': 1, 'cli/check/worker.ts': 1, 'configure-client.ts': 1 },
  },
  {
    why: 'the types of a library or browser say less than it gives, or say it of another place than this',
    files: {
      'draft/storage/connection.ts': 1,
      'machine/journey.ts': 1,
      'machine/tree-machine.ts': 1,
      'model/files/read-yaml.ts': 4,
      'model/files/schema-at.ts': 2,
      'offline.ts': 1,
      'offline.worker.ts': 3,
      'packet.worker.ts': 1,
      'pdf/added/letters.ts': 3,
      'pdf/added/png.ts': 1,
      'pdf/limits.ts': 1,
      'trusted-types.ts': 1,
      'ui/jsx/jsx-dev-runtime.ts': 1,
      'ui/jsx/jsx-runtime.ts': 2,
      'ui/parts/form/problem-text.ts': 1,
    },
  },
  {
    why: 'TypeScript loses it between two lines: entries made into an object, what Array.isArray leaves of a read-only list',
    files: { 'cli/commands/language.ts': 1, 'cli/options.ts': 1, 'model/official/mapping.ts': 2 },
  },
  {
    why: 'words that are looked up by a name of the rules, in texts whose other words are known one by one',
    files: { 'authoring/diff/vocabulary.ts': 2, 'ui/text/en.ts': 3, 'ui/text/later/packet/sending.ts': 2, 'ui/text/nl.ts': 3 },
  },
]

interface Node {
  readonly type: string
  readonly expression?: Node
  readonly typeAnnotation?: { readonly typeName?: { readonly name?: string } }
}
const isNode = (value: object): value is Node => 'type' in value && typeof value.type === 'string'
const isCast = ({ type, typeAnnotation }: Node): boolean =>
  type === 'TSNonNullExpression' || type === 'TSTypeAssertion' || (type === 'TSAsExpression' && typeAnnotation?.typeName?.name !== 'const')

/** How often a part of a syntax tree says a type of its own accord; `as unknown as Other` is once. */
function castsIn(value: unknown, around = false): number {
  if (typeof value !== 'object' || value === null) return 0
  const here = isNode(value) && isCast(value)
  return Object.values(value).reduce((sum: number, part: unknown) => sum + castsIn(part, here), here && !around ? 1 : 0)
}
const countIn = (file: string, source: string): number => castsIn(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))

test('a type is said against the compiler only where the reason is written down', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  const found = files.map((file) => [file, countIn(file, readFileSync(join(root, 'src', file), 'utf8'))] as const)
  const known: Record<string, number> = {}
  for (const { files } of STAYS) for (const [file, count] of Object.entries(files)) known[file] = (known[file] ?? 0) + count
  expect(Object.fromEntries(found.filter(([, count]) => count > 0))).toEqual(known)
})

test('a cast is seen however it is written, and what is none is not', () => {
  for (const text of [
    'const name = read("name") as string',
    'const list = value as unknown as readonly string[]',
    'const first = list[0]!',
    'const size = <number>read("size")',
    'const verdict = get(key) as Verdict',
  ])
    expect(countIn('planted.ts', text), text).toBe(1)
  for (const text of [
    'const kinds = ["a", "b"] as const',
    'const box = { nr } satisfies Box',
    'import { open as openFile } from "./file.ts"',
  ])
    expect(countIn('planted.ts', text), text).toBe(0)
})
