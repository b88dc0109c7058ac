import type { Expr } from '../../feel/expr.ts'
import { partsOf } from '../../feel/references.ts'

/** Questions of `emptiable` that an expression holds against a value without saying what it makes of their being left empty: `= "opening"` is
 * false for who left the question empty, as if they had answered something else. A comparison with null anywhere in the expression says it.
 * Order (`<`) needs none: it is null for null, and nothing is decided on that. */
export function comparedEmpty(expr: Expr, emptiable: ReadonlySet<string>): string[] {
  const compared = new Set<string>()
  const considered = new Set<string>()
  const id = (one: Expr): string | null => ((one.op === 'fact' || one.op === 'get') && emptiable.has(one.id) ? one.id : null)
  const use = (one: Expr): void => {
    const found = id(one)
    if (found !== null) compared.add(found)
  }
  const walk = (one: Expr): void => {
    if (one.op === '=' || one.op === '!=') {
      for (const [side, other] of [
        [one.left, one.right],
        [one.right, one.left],
      ] as const) {
        const found = id(side)
        if (found === null) continue
        if (other.op === 'lit' && other.value === null) considered.add(found)
        else if (other.op === 'lit' || other.op === 'num') compared.add(found)
      }
    }
    if (one.op === 'and' || one.op === 'or') one.args.forEach(use)
    if (one.op === 'not') use(one.arg)
    if (one.op === 'if') use(one.test)
    if (one.op === 'call' && one.fn === 'list contains' && one.args[0]) use(one.args[0])
    partsOf(one).forEach(walk)
  }
  walk(expr)
  return [...compared].filter((one) => !considered.has(one))
}
