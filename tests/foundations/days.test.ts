import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const DAY_ARITHMETIC = /86_?400_?000|24 \* 60 \* 60|Date\.UTC|[gs]etUTC\w+|T00:00:00|date-fns/
const counting = (files: readonly [string, string][]): string[] =>
  files.flatMap(([file, text]) => (DAY_ARITHMETIC.test(text) ? [file] : []))

test('only one file counts days', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file): [string, string] => [file.replaceAll('\\', '/'), readFileSync(join(root, 'src', file), 'utf8')])
  expect(files.length).toBeGreaterThan(100)
  expect(counting(files)).toEqual(['feel/count-days.ts'])
})

test('days that are counted by hand elsewhere are seen', () => {
  const planted = [
    'new Date(at + 86_400_000)',
    'at.setUTCDate(at.getUTCDate() + 1)',
    'Date.parse(day + "T00:00:00Z")',
    "import { addDays } from 'date-fns'",
  ]
  for (const text of planted) expect(counting([['engine/outcome/planted.ts', text]])).toEqual(['engine/outcome/planted.ts'])
})
