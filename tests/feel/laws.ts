import fc from 'fast-check'
import { evaluate as feelin } from 'feelin'
import { expect } from 'vitest'
import { compileFeel } from '../../src/feel/compile/compile.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Expr } from '../../src/feel/expr.ts'
import { FUNCTIONS, OWN_FUNCTIONS } from '../../src/feel/functions.ts'
import { partsOf } from '../../src/feel/references.ts'
import type { Type } from '../../src/feel/type.ts'
import { isCertain } from '../../src/feel/value.ts'
import { expressions } from './expressions.ts'
import { NAMES } from './names.ts'
import { answered, completed, contextOf, isOf, leavesRoom, plain, readerOver, worlds } from './worlds.ts'

interface Compiled {
  readonly expr: Expr
  readonly type: Type
}

/** What was generated, for those who want to know whether a law says anything. */
export interface Tally {
  ran: number
  /** Decided on partial answers. */
  decided: number
  readonly functions: Set<string>
  readonly operators: Set<string>
}
const newTally = (): Tally => ({ ran: 0, decided: 0, functions: new Set(), operators: new Set() })

/** null: a text is compared with an option that cannot be, or the whole became too large. Nothing else that is generated may be refused. */
function compiled(source: string, tally: Tally): Compiled | null {
  const result = compileFeel(source, NAMES, {}, null)
  if (!result.ok) {
    const other = result.problems.filter(({ code }) => code !== 'FEEL_UNKNOWN_OPTION' && code !== 'FEEL_TOO_LARGE')
    if (other.length > 0) throw new Error(`refused: ${source}\n${JSON.stringify(other)}`)
    return null
  }
  const seen = (expr: Expr): void => {
    tally.operators.add(expr.op)
    if (expr.op === 'call') tally.functions.add(expr.fn)
    for (const part of partsOf(expr)) seen(part)
  }
  seen(result.expr)
  tally.ran += 1
  return result
}

/** On all answers and on some: no throw, and a value of the very type that was checked. What some answers decide, all completions of them decide the same. */
export function holdsForCompletions(runs: number, seed?: number): Tally {
  const tally = newTally()
  const any = worlds({ nulls: true })
  fc.assert(
    fc.property(
      expressions({ mild: false }),
      any,
      fc.array(any, { minLength: 3, maxLength: 3 }),
      answered,
      (source, base, others, some) => {
        const made = compiled(source.ours, tally)
        if (!made) return
        const partial = evaluate(made.expr, readerOver(base, some), {})
        expect(isOf(partial, made.type), `${source.ours} is ${JSON.stringify(plain(partial))}`).toBe(true)
        if (isCertain(partial)) tally.decided += 1
        for (const other of [base, ...others]) {
          const full = evaluate(made.expr, readerOver(completed(base, other, some)), {})
          expect(isOf(full, made.type), `${source.ours} is ${JSON.stringify(plain(full))}`).toBe(true)
          expect(isCertain(full), `${source.ours} is ${JSON.stringify(full)}`).toBe(true)
          if (!leavesRoom(partial, full)) expect({ source: source.ours, value: full }).toEqual({ source: source.ours, value: partial })
        }
      },
    ),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  )
  return tally
}

/** On all answers: what feelin gives. */
export function agreesWithFeelin(runs: number, options: { readonly nulls: boolean; readonly seed?: number }): Tally {
  const tally = newTally()
  fc.assert(
    fc.property(expressions({ mild: true }), worlds(options), (source, world) => {
      if (source.feelin === null) return
      const made = compiled(source.ours, tally)
      if (!made) return
      const ours = plain(evaluate(made.expr, readerOver(world), {}))
      const theirs = feelin(source.feelin, contextOf(world)).value
      if (!alike(ours, theirs)) expect({ ...source, value: ours }).toEqual({ ...source, value: theirs })
    }),
    { numRuns: runs, ...(options.seed === undefined ? {} : { seed: options.seed }) },
  )
  return tally
}

/** Floating point is near enough; a row of feelin is a context with an id. */
function alike(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) return Array.isArray(theirs) && ours.length === theirs.length && ours.every((one, at) => alike(one, theirs[at]))
  if (typeof ours === 'number') return typeof theirs === 'number' && Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
  if (typeof theirs === 'object' && theirs !== null) return ours === ('id' in theirs ? theirs.id : String(theirs))
  return ours === (theirs ?? null)
}

/** Functions and operators that a run did not meet. */
export function notMet(
  { functions, operators }: Tally,
  left: { readonly operators?: readonly string[]; readonly functions?: readonly string[] } = {},
): string[] {
  // written as calls, and something else once compiled: a value, a condition
  const written = new Set(['clock', 'date', 'not', 'channel', 'login'])
  const names = [...FUNCTIONS.keys(), ...OWN_FUNCTIONS.map(({ name }) => name).filter((name) => !written.has(name))]
  return [
    ...names.filter((name) => !functions.has(name) && !left.functions?.includes(name)),
    ...OPERATORS.filter((op) => !operators.has(op) && !left.operators?.includes(op)),
  ]
}

const OPERATORS: readonly Expr['op'][] = [
  'lit',
  'num',
  'fact',
  'get',
  'var',
  'rows',
  'alias',
  'parameter',
  'and',
  'or',
  'not',
  'negate',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  'concat',
  'if',
  'list',
  'some',
  'every',
  'filter',
  'map',
  'at',
  'call',
]
