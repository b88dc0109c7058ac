import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { explain } from '../../src/engine/why/explain.ts'
import type { Compiled } from '../../src/feel/expr.ts'
import { tableLines } from '../../src/feel/table-lines.ts'
import { CAFE, TODAY } from '../rules/situations/situation.ts'
import { answersFor } from './answers.ts'
import { shippedVariant } from './shipped.ts'

const variant = shippedVariant('voorbeeld')
const lines = (id: string, answers: Readonly<Record<string, unknown>>): string[] => {
  const given = Object.fromEntries(Object.entries({ ...CAFE, ...answers }).filter(([, value]) => value !== undefined))
  const application = openCase(variant, answersFor(variant, { answers: given }), { today: TODAY })
  return (explain(application, id)?.rules ?? []).flatMap(({ text, value }) => (text.startsWith('line ') ? [`${text} = ${value}`] : []))
}

describe('which line of a table decided is said', () => {
  test.each([
    {
      given: 'the second case holds',
      answers: { 'kitchen.methods': ['frying', 'cold'] },
      says: ['line 2 of 6: list contains(kitchen.methods, "frying") → "frying" = frying'],
    },
    { given: 'no case holds', answers: { 'kitchen.methods': ['none'] }, says: ['line 6 of 6: otherwise → "none" = none'] },
    {
      given: 'the first is not known yet: none after it can decide',
      answers: { 'kitchen.methods': undefined },
      says: ['line 1 of 6: list contains(kitchen.methods, "charcoal") → "charcoal" = unknown (kitchen.methods)'],
    },
  ])('cases: $given', ({ answers, says }) => {
    expect(lines('kitchen.kind', answers)).toEqual(says)
  })

  test('each: every line that holds', () => {
    expect(lines('application.licences', {})).toEqual([
      'line 1 of 6: verdict("alcohol") = "needed" → ["alcohol"] = alcohol',
      'line 2 of 6: verdict("exploitation") = "needed" → ["exploitation"] = exploitation',
      'line 6 of 6: verdict("environment") = "needed" → ["environment"] = environment',
    ])
  })

  test('a formula that is no table has none', () => {
    expect(lines('kitchen.cooks', { 'kitchen.methods': ['cooking'] })).toEqual([])
  })
})

test('every table of the shipped rules can be told line by line', () => {
  const tables: { id: string; compiled: Compiled }[] = variant.questions.flatMap(({ id, derived, refinedBy, settledBy, prefill }) =>
    [derived, refinedBy, settledBy, prefill].flatMap((compiled) => (compiled && compiled.expr.op === 'if' ? [{ id, compiled }] : [])),
  )
  expect(tables.length).toBeGreaterThan(50)
  expect(tables.filter(({ compiled }) => tableLines(compiled).length === 0).map(({ id }) => id)).toEqual([])
})
