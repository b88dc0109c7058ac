import Big from 'big.js'
import { daysBetween, daysLater, yearsLater } from '../../feel/count-days.ts'
import { isDay } from '../../feel/day.ts'
import { evaluate } from '../../feel/evaluate/evaluate.ts'
import type { Expr } from '../../feel/expr.ts'
import type { Bindings } from '../../feel/reader.ts'
import { partsOf, references } from '../../feel/references.ts'
import type { RowRef, Value } from '../../feel/value.ts'
import type { Turns } from '../answer-kinds/held-answer.ts'
import type { Case } from '../context.ts'
import { readerOf } from '../reader.ts'

const COMPARISONS = new Set<string>(['=', '!=', '<', '<=', '>', '>='])

/** Finds the comparisons in these expressions, for the case and each of these rows. A fact compared directly turns at the value of the other side, or that many
 * years away if its age is compared; a number within a sum turns where it closes the gap between the two sides. */
export function turnsIn(application: Case, expressions: readonly Expr[], rows: readonly RowRef[]): Turns {
  const at = new Map<string, Set<Value>>()
  const away = new Map<string, Set<Big>>()
  const add = <T>(map: Map<string, Set<T>>, fact: string, value: T): void => void map.set(fact, (map.get(fact) ?? new Set()).add(value))
  const reader = readerOf(application)
  const compare = (sides: readonly Expr[], bindings: Bindings): void => {
    const values = sides.map((side) => evaluate(side, reader, bindings))
    const distance = values[0] instanceof Big && values[1] instanceof Big ? values[1].minus(values[0]) : null
    for (const [index, side] of sides.entries()) {
      const other = values[1 - index] ?? null
      if ((side.op === 'fact' || side.op === 'get') && (other instanceof Big || typeof other === 'string')) add(at, side.id, other)
      if (distance) for (const fact of readBy(application, side)) add(away, fact, distance)
      if (!(other instanceof Big)) continue
      for (const span of outcomesOf(derivedOf(application, side))) {
        if (span.op !== 'call' || span.fn !== 'years between') continue
        for (const [end, by] of [Number(other), -Number(other)].entries()) {
          const date = evaluate(span.args[end] ?? span, reader, bindings)
          const moving = span.args[1 - end]
          const turn = typeof date === 'string' ? yearsLater(date, by) : null
          if (turn !== null && (moving?.op === 'fact' || moving?.op === 'get')) add(at, moving.id, turn)
        }
      }
    }
  }
  const visit = (expr: Expr): void => {
    for (const part of partsOf(expr)) visit(part)
    if (!COMPARISONS.has(expr.op) || !('left' in expr)) return
    const names = new Set(namesIn(expr))
    if (names.size === 0) compare([expr.left, expr.right], {})
    else for (const row of rows) compare([expr.left, expr.right], Object.fromEntries([...names].map((name) => [name, row])))
  }
  for (const expr of expressions) visit(expr)
  return {
    numbers: (fact, now, step) => {
      const about = (values: readonly Big[]): Big[] =>
        nearest(
          values.flatMap((value) => [value, value.plus(step), value.minus(step)]).filter((value) => value.gte(0) && !value.eq(now)),
          (value) => Number(value.minus(now).abs()),
        )
      const moved = [...(away.get(fact) ?? [])].flatMap((distance) => [now.plus(distance), now.minus(distance)])
      return [...about([...(at.get(fact) ?? [])].filter((value) => value instanceof Big)), ...about(moved)]
    },
    dates: (fact, now) => {
      const about = (days: readonly string[]): string[] =>
        nearest(
          days.flatMap((day) => existing([day, daysLater(day, 1), daysLater(day, -1)])).filter((day) => day !== now),
          (day) => Math.abs(daysBetween(day, now) ?? 0),
        )
      const exact = [...(at.get(fact) ?? [])].filter((value) => typeof value === 'string').filter(isDay)
      return [...about(exact), ...about([...(away.get(fact) ?? [])].flatMap((distance) => moves(now, Number(distance))))]
    },
  }
}

/** Facts that a side reads, including through computed facts. */
function readBy(application: Case, expr: Expr, seen = new Set<string>()): Set<string> {
  for (const id of references(expr).facts) {
    if (seen.has(id)) continue
    seen.add(id)
    const derived = application.index.questions.get(id)?.derived
    if (derived) readBy(application, derived.expr, seen)
  }
  return seen
}

/** The formula of a computed fact; anything else as it is. */
function derivedOf(application: Case, side: Expr): Expr {
  const derived = side.op === 'fact' || side.op === 'get' ? application.index.questions.get(side.id)?.derived : null
  return derived ? derived.expr : side
}

/** What an expression may evaluate to: each of its branches. */
const outcomesOf = (expr: Expr): readonly Expr[] => (expr.op === 'if' ? [...outcomesOf(expr.yes), ...outcomesOf(expr.no)] : [expr])

/** Row variables that an expression uses. */
const namesIn = (expr: Expr): string[] => (expr.op === 'var' ? [expr.name] : partsOf(expr).flatMap(namesIn))

/** The dates that many years or days earlier and later. */
function moves(day: string, by: number): string[] {
  return existing([yearsLater(day, by), yearsLater(day, -by), daysLater(day, by), daysLater(day, -by)])
}

const existing = (days: readonly (string | null)[]): string[] => days.filter((day) => day !== null)

function nearest<T extends Big | string>(values: readonly T[], far: (value: T) => number): T[] {
  return [...new Map(values.map((value) => [String(value), value])).values()].toSorted((a, b) => far(a) - far(b))
}
