import { expect, test } from 'vitest'
import { readYaml } from '../../src/model/files/read-yaml.ts'

const codes = (text: string) => readYaml('f.yaml', text).findings.map(({ code, line, column }) => ({ code, line, column }))

test.each([
  { given: 'yes', value: 'yes' },
  { given: 'no', value: 'no' },
  { given: '03:00', value: '03:00' },
  { given: '03:00+1', value: '03:00+1' },
  { given: '2026-01-01', value: '2026-01-01' },
  { given: '12,50', value: '12,50' },
  { given: 'true', value: true },
  { given: '12.50', value: 12.5 },
])('$given is read as $value', ({ given, value }) => {
  const { source, findings } = readYaml('f.yaml', `a: ${given}`)
  expect(findings).toEqual([])
  expect((source.value as Record<string, unknown>).a).toBe(value)
})

test.each([
  { mistake: 'an open quote', text: 'a: 1\nb: "x\n', code: 'BAD_YAML', line: 2 },
  { mistake: 'an open bracket', text: 'a: 1\nb: [1, 2\n', code: 'BAD_YAML', line: 3 },
  { mistake: 'the same key twice', text: 'a: 1\nb:\n  c: 1\n  c: 2\n', code: 'DUPLICATE_KEY', line: 4 },
  { mistake: 'the key __proto__', text: 'a:\n  __proto__: { b: 1 }\n', code: 'FORBIDDEN_KEY', line: 2 },
  { mistake: 'the key constructor deep inside a list', text: 'a:\n  - b\n  - c: { constructor: 1 }\n', code: 'FORBIDDEN_KEY', line: 3 },
  { mistake: 'the key prototype in JSON', text: '{"a": 1,\n "prototype": 2}', code: 'FORBIDDEN_KEY', line: 2 },
  { mistake: 'an alias to nowhere', text: 'a: 1\nb: *x\n', code: 'BAD_YAML', line: 2 },
  { mistake: 'an alias of what it is in', text: 'a: &x\n  b: *x\n', code: 'BAD_YAML', line: 2 },
  { mistake: 'two documents in one file', text: 'a: 1\n---\nb: 2\n', code: 'BAD_YAML', line: 2 },
])('$mistake is found on its line', ({ text, code, line }) => {
  expect(codes(text)).toContainEqual(expect.objectContaining({ code, line }))
})

test('every mistake in the keys of a file is reported, not only the first', () => {
  expect(codes('a: 1\na: 2\nb: { __proto__: 1 }\nb: 3\n').map(({ code, line }) => `${code} ${line}`)).toEqual([
    'DUPLICATE_KEY 2',
    'FORBIDDEN_KEY 3',
    'DUPLICATE_KEY 4',
  ])
})

test('maps have no prototype, so no key can reach one', () => {
  const { source } = readYaml('f.json', '{"a": {"b": 1}, "__proto__": {"polluted": true}}')
  const value = source.value as { a: object }
  expect(Object.getPrototypeOf(value)).toBeNull()
  expect(Object.getPrototypeOf(value.a)).toBeNull()
  expect('polluted' in {}).toBe(false)
})

test.each([
  { what: '20 MB', text: `a:\n${'  - some text of a list\n'.repeat(900_000)}`, code: 'FILE_TOO_LARGE' },
  { what: 'a million open brackets', text: '['.repeat(1_000_000), code: 'BAD_YAML' },
  {
    what: 'a thousand levels of indentation',
    text: Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
    code: 'BAD_YAML',
  },
  {
    what: 'an alias bomb',
    text: `a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'
      .split('')
      .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`)
      .join('\n')}\n`,
    code: 'BAD_YAML',
  },
])('$what is refused at once', ({ text, code }) => {
  const { source, findings } = readYaml('f.yaml', text)
  expect(findings[0]?.code).toBe(code)
  expect(JSON.stringify(source.value ?? null).length).toBeLessThan(1_000_000)
})

test('a map of eighty thousand keys does not take minutes', () => {
  const { findings } = readYaml('f.yaml', Array.from({ length: 80_000 }, (_, at) => `k${at}: 1`).join('\n'))
  expect(findings).toEqual([])
})

test.each([
  { path: ['a'], line: 1, column: 4 },
  { path: ['list', 1, 'when'], line: 5, column: 11 },
  { path: ['list', 1, 'missing'], line: 4, column: 5 },
])('the position of $path is line $line, column $column', ({ path, line, column }) => {
  const { source } = readYaml('f.yaml', 'a: 1\nlist:\n  - when: x\n  - id: y\n    when: x = 1\n')
  expect(source.at(path)).toEqual({ line, column })
})

test.each([
  { style: 'plain', text: 'when: terrace.area = 5', find: 'area', line: 1, column: 15 },
  { style: 'single quotes', text: 'when: \'a = "b" and area\'', find: 'area', line: 1, column: 20 },
  { style: 'double quotes', text: 'when: "a = \\"b\\" and area"', find: 'area', line: 1, column: 22 },
  { style: 'a literal block', text: 'when: |\n  a = 1\n  and area\n', find: 'area', line: 3, column: 7 },
  { style: 'a folded block', text: 'when: >-\n    a = 1\n    and\n    area = 2\n', find: 'area', line: 4, column: 5 },
  { style: 'plain over two lines', text: 'when: a = 1\n  and area\n', find: 'area', line: 2, column: 7 },
])('a word of an expression in $style is found back in the file', ({ text, find, line, column }) => {
  const { source } = readYaml('f.yaml', text)
  const written = source.scalarAt(['when'])
  const at = written?.text.indexOf(find) ?? -1
  expect(at).toBeGreaterThan(0)
  expect(source.positionOf(written?.offsetOf(at) ?? 0)).toEqual({ line, column })
})

test('an amount keeps the text as it was written', () => {
  expect(readYaml('f.yaml', 'amount: 1882.10').source.scalarAt(['amount'])?.text).toBe('1882.10')
})
