import Big from 'big.js'
import fc from 'fast-check'
import { evaluate as oracle } from 'feelin'
import { expect } from 'vitest'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Compiled, Expr } from '../../src/feel/expr.ts'
import { partsOf } from '../../src/feel/references.ts'
import type { Value } from '../../src/feel/value.ts'
import type { ResolvedQuestion } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { readerOf, type Table } from './table-reader.ts'
import { plain } from './worlds.ts'

const SHARED = new Set([
  'count',
  'sum',
  'min',
  'max',
  'abs',
  'floor',
  'ceiling',
  'list contains',
  'contains',
  'starts with',
  'string length',
  'concatenate',
  'flatten',
])

/** Every condition of a town that reads answers of the case and uses what FEEL has too, on arbitrary answers. */
export function sharedConditionsAgree(id: string, runs: number): void {
  const variant = shippedVariant(id)
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const conditions = [...compiledIn(variant)].filter(({ expr }) => isPlain(expr, questions) && factsIn(expr).length > 0)
  expect(conditions.length).toBeGreaterThan(150)
  const facts = [...new Set(conditions.flatMap(({ expr }) => factsIn(expr)))]
  fc.assert(
    fc.property(fc.record(Object.fromEntries(facts.map((fact) => [fact, answerTo(questions.get(fact))]))), (values) => {
      const table: Table = Object.fromEntries(Object.entries(values).map(([fact, value]) => [fact, asValue(value)]))
      const context = nested(values)
      for (const { expr, source } of conditions)
        expect({ source, value: plain(evaluate(expr, readerOf(table), {})) }).toEqual({ source, value: oracle(source, context).value })
    }),
    { numRuns: runs },
  )
}

/** Everything in a variant that was compiled from FEEL. */
function* compiledIn(value: unknown): Generator<Compiled> {
  if (typeof value !== 'object' || value === null) return
  if ('expr' in value && 'source' in value) yield value as Compiled
  else for (const item of Object.values(value)) yield* compiledIn(item)
}

/** Reads only answers of the case, and uses only what FEEL has too. */
function isPlain(expr: Expr, questions: ReadonlyMap<string, ResolvedQuestion>): boolean {
  if (expr.op === 'call' && !SHARED.has(expr.fn)) return false
  if (['get', 'var', 'rows', 'alias', 'parameter', 'some', 'every', 'filter', 'map', 'at'].includes(expr.op)) return false
  if (expr.op === 'fact' && !['yesNo', 'choice', 'multiChoice', 'integer', 'text'].includes(questions.get(expr.id)?.type ?? ''))
    return false
  return partsOf(expr).every((part) => isPlain(part, questions))
}
const factsIn = (expr: Expr): string[] => [...(expr.op === 'fact' ? [expr.id] : []), ...partsOf(expr).flatMap(factsIn)]

function answerTo(question: ResolvedQuestion | undefined): fc.Arbitrary<unknown> {
  const options = question?.options?.map((option) => option.id) ?? []
  switch (question?.type) {
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...options)
    case 'multiChoice':
      return fc.subarray(options, { minLength: 1 })
    case 'integer':
      return fc.nat({ max: 600 })
    default:
      return fc.constantFrom('a', 'b c')
  }
}
const asValue = (value: unknown): Value =>
  typeof value === 'number'
    ? new Big(value)
    : Array.isArray(value)
      ? { kind: 'list', items: value as string[], unknown: null }
      : typeof value === 'boolean'
        ? value
        : String(value)

function nested(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const top: Record<string, unknown> = {}
  for (const [id, value] of Object.entries(values)) {
    const path = id.split('.')
    let at = top
    for (const segment of path.slice(0, -1)) {
      at[segment] ??= {}
      at = at[segment] as Record<string, unknown>
    }
    at[path.at(-1) ?? ''] = value
  }
  return top
}
