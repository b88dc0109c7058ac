import { evaluate as feelin } from 'feelin'
import { describe, expect, test } from 'vitest'
import { DIFFERENCES, FUNCTIONS_NOT_OFFERED, NOT_OFFERED } from '../../scripts/docs/feel-differences.ts'
import { feelDoc } from '../../scripts/docs/write-feel-doc.ts'
import { compileFeel } from '../../src/feel/compile/compile.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import { FUNCTIONS, OWN_FUNCTIONS } from '../../src/feel/functions.ts'
import type { Value } from '../../src/feel/value.ts'
import { NAMES } from './names.ts'
import { readerOf } from './table-reader.ts'
import { TCK_ROWS } from './tck-rows.ts'
import { plain } from './worlds.ts'

const run = (source: string): Value => {
  const compiled = compileFeel(source, NAMES, {}, null)
  if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.problems)}`)
  return evaluate(compiled.expr, readerOf({}), {})
}
const refusal = (source: string): string[] => {
  const compiled = compileFeel(source, NAMES, {}, null)
  return compiled.ok ? [] : compiled.problems.map(({ code }) => code)
}
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

test('there are as many cases of the conformance kit as were read', () => expect(TCK_ROWS.length).toBeGreaterThan(330))

test.each(TCK_ROWS)('conformance kit %s: %s', (_id, expression, value) => {
  const ours = plain(run(expression))
  if (typeof value === 'number') expect(ours).toBeCloseTo(value, 8)
  else expect(ours).toEqual(value)
})

describe('docs/feel.md tells the truth about where we differ', () => {
  test.each(DIFFERENCES)('$expression is $here', ({ expression, here, standard, feelin: theirs }) => {
    expect(shown(plain(run(expression)))).toBe(here)
    expect(shown(feelin(expression, {}).value)).toBe(theirs ?? standard)
    expect(here === standard && (theirs ?? standard) === here, 'no difference: take the row out').toBe(false)
  })
})

describe('docs/feel.md tells the truth about what is not offered: it is a finding, and what to write instead is taken', () => {
  test.each([...NOT_OFFERED, ...FUNCTIONS_NOT_OFFERED])('$example', ({ example, instead, how }) => {
    expect(refusal(example)).not.toEqual([])
    if (instead !== null) expect(refusal(instead)).toEqual([])
    expect(instead ?? how ?? '').not.toBe('')
  })
})

/** DMN 1.5, tables 72 to 82. */
const BUILT_IN =
  'number, string, date, date and time, time, duration, years and months duration, not, substring, string length, upper case, lower case, substring before, ' +
  'substring after, replace, contains, starts with, ends with, matches, split, string join, list contains, list replace, count, min, max, sum, mean, all, any, sublist, append, ' +
  'concatenate, insert before, remove, reverse, index of, union, distinct values, flatten, product, median, stddev, mode, decimal, floor, ceiling, round up, ' +
  'round down, round half up, round half down, abs, modulo, sqrt, log, exp, odd, even, is, before, after, meets, met by, overlaps, overlaps before, overlaps after, ' +
  'finishes, finished by, includes, during, starts, started by, coincides, range, day of year, day of week, month of year, week of year, sort, get value, get entries, ' +
  'context, context put, context merge, now, today'

test('every built-in function of the standard is offered, or docs/feel.md says what to write instead', () => {
  const known = new Set([...FUNCTIONS.keys(), ...OWN_FUNCTIONS.map(({ name }) => name), ...FUNCTIONS_NOT_OFFERED.map(({ name }) => name)])
  expect(BUILT_IN.split(', ').filter((name) => !known.has(name))).toEqual([])
  expect(FUNCTIONS_NOT_OFFERED.map(({ name }) => name).filter((name) => FUNCTIONS.has(name))).toEqual([])
})

test('docs/feel.md names every function', () => {
  const doc = feelDoc()
  for (const name of FUNCTIONS.keys()) expect(doc).toContain(`\`${name}(`)
})
