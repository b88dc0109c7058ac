import type { Expr } from '../../feel/expr.ts'
import { partsOf } from '../../feel/references.ts'

/** Questions of `emptiable` that an expression compares with a value without considering that they may be left empty: `= "opening"` is then false, as if
 * something else had been answered. A comparison with null anywhere in the expression shows that it was considered. Ordering (`<`) does not need one: it gives
 * null for null, on which nothing is decided. */
export function comparedEmpty(expr: Expr, emptiable: ReadonlySet<string>): string[] {
  const compared = new Set<string>()
  const considered = new Set<string>()
  const id = (expr: Expr): string | null => ((expr.op === 'fact' || expr.op === 'get') && emptiable.has(expr.id) ? expr.id : null)
  const use = (expr: Expr): void => {
    const found = id(expr)
    if (found !== null) compared.add(found)
  }
  const walk = (expr: Expr): void => {
    if (expr.op === '=' || expr.op === '!=') {
      for (const [side, other] of [
        [expr.left, expr.right],
        [expr.right, expr.left],
      ] as const) {
        const found = id(side)
        if (found === null) continue
        if (other.op === 'lit' && other.value === null) considered.add(found)
        else if (other.op === 'lit' || other.op === 'num') compared.add(found)
      }
    }
    if (expr.op === 'and' || expr.op === 'or') expr.args.forEach(use)
    if (expr.op === 'not') use(expr.arg)
    if (expr.op === 'if') use(expr.test)
    if (expr.op === 'call' && expr.fn === 'list contains' && expr.args[0]) use(expr.args[0])
    partsOf(expr).forEach(walk)
  }
  walk(expr)
  return [...compared].filter((fact) => !considered.has(fact))
}
