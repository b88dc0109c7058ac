import { describe, expect, test } from 'vitest'
import { compileFeel } from '../../src/feel/compile/compile.ts'
import { MOST_BRACKETS, MOST_CHARACTERS, MOST_LAYERS, MOST_SIGNS, MOST_WALKS } from '../../src/feel/compile/size.ts'
import { NAMES } from './names.ts'

const compile = (source: string) => compileFeel(source, NAMES, {}, null)
const chain = (count: number, word: string, part = 'shop.open'): string => Array(count).fill(part).join(` ${word} `)
const nested = (count: number, open: string, inside: string, close: string): string => open.repeat(count) + inside + close.repeat(count)

describe('what is too large is a finding of its own, at its place, with what to do', () => {
  test.each<{ what: string; source: string; says: RegExp }>([
    { what: '20,000 and', source: chain(20_000, 'and'), says: /characters/ },
    { what: 'a few and too many', source: chain(MOST_SIGNS + 2, 'or', 'true'), says: /and, or, \+/ },
    { what: '20,000 options behind in', source: `shop.colour in (${chain(20_000, ',', '"red"')})`, says: /characters/ },
    { what: 'brackets', source: nested(MOST_BRACKETS + 1, '(', 'shop.open', ')'), says: /Brackets/ },
    { what: '2,500 brackets', source: nested(2_400, '(', 'true', ')'), says: /Brackets/ },
    { what: '1,000 lists in lists', source: nested(1_000, '[', '1', ']'), says: /Brackets/ },
    { what: 'calls in calls', source: nested(MOST_BRACKETS + 1, 'abs(', '1', ')'), says: /Brackets/ },
    { what: 'if after if', source: `${'if true then 1 else '.repeat(MOST_LAYERS + 5)}2`, says: /layers/ },
    { what: '1,000 if', source: `${'if shop.open then 1 else '.repeat(1_000)}2`, says: /characters/ },
    { what: 'minus after minus', source: `${'-'.repeat(1_000)}5 > 3`, says: /more than 150/ },
    { what: 'plus after plus', source: chain(MOST_SIGNS + 2, '+', '1'), says: /more than 150/ },
    {
      what: 'lists walked in lists',
      source: `${'some x in rooms satisfies '.repeat(MOST_WALKS + 1)}true`,
      says: /walked inside each other/,
    },
    { what: 'a long word', source: `${'a'.repeat(4_000)} = 1`, says: /name has 4000 characters/ },
    { what: 'a word of 60,000 letters', source: `${'a'.repeat(60_000)} = 1`, says: /characters/ },
    { what: 'a word of 200,000 letters', source: 'a'.repeat(200_000), says: /characters/ },
    { what: 'a number of a thousand digits', source: `${'9'.repeat(1_000)} > shop.size`, says: /34 digits/ },
    { what: 'a number with an exponent', source: '1e999999999 > shop.size', says: /exponent/ },
    { what: 'filters on filters', source: `count(rooms${'[area > 1]'.repeat(200)}) > 1`, says: /walked|layers/ },
  ])('$what', ({ source, says }) => {
    const result = compile(source)
    expect(result.ok).toBe(false)
    const [first] = result.ok ? [] : result.problems
    expect(first).toMatchObject({ code: 'FEEL_TOO_LARGE', message: expect.stringMatching(says) })
    expect(first?.mend.length).toBeGreaterThan(20)
    expect(first?.from).toBeLessThanOrEqual(MOST_CHARACTERS)
    expect(first?.from).toBeLessThan(first?.to ?? 0)
    expect(first?.to).toBeLessThanOrEqual(source.length)
  })
})

describe('what is just not too large is taken', () => {
  test.each<[string, string]>([
    ['and', chain(MOST_SIGNS, 'and')],
    ['short words joined by and', chain(MOST_SIGNS, 'and', 'true')],
    ['comparisons joined by or', chain(MOST_SIGNS, 'or', 'shop.colour = "red"')],
    ['plus', `${chain(MOST_SIGNS, '+', 'shop.size')} > 1`],
    ['minus', `${'-'.repeat(MOST_SIGNS - 1)}5 > 3`],
    ['brackets', nested(MOST_BRACKETS, '(', 'shop.open', ')')],
    ['options', `shop.name in (${chain(370, ',', '"a street"')})`],
    ['if', `${'if true then 1 else '.repeat(MOST_LAYERS - 5)}2`],
    ['lists walked', `${'some x in rooms satisfies '.repeat(MOST_WALKS)}true`],
    ['digits', '9999999999999999999999999999999999 > shop.size'],
    ['a text of 4,000 letters', `shop.name = "${'and '.repeat(1_000)}"`],
    ['a comment', `shop.open // ${'and '.repeat(300)}`],
  ])('%s', (_what, source) => expect(compile(source)).toMatchObject({ ok: true }))
})

test('of very many mistakes the first are told, and how many there are', () => {
  const result = compile(`shop.colour in (${Array.from({ length: 400 }, (_, at) => `"re${at}"`).join(', ')})`)
  const problems = result.ok ? [] : result.problems
  expect(problems).toHaveLength(20)
  expect(problems.at(-1)?.message).toContain('380 more')
})

test.each(['toString', 'valueOf', 'hasOwnProperty', 'constructor', '__proto__'])('%s is no function, list or name', (name) => {
  for (const source of [
    `${name}(1)`,
    name,
    `shop.${name}`,
    `rooms.${name}`,
    `${name}.size`,
    `verdict("${name}") = "needed"`,
    `shop.colour = "${name}"`,
  ]) {
    const result = compile(source)
    expect(result.ok ? source : result.problems.map(({ code }) => code)[0]).toMatch(/FEEL_UNKNOWN/)
  }
  expect(compile(`some ${name} in rooms satisfies ${name}.area > 1`)).toMatchObject({ ok: true })
})
