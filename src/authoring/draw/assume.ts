import type { Compiled, Expr } from '../../feel/expr.ts'

/** Choices taken as given, by fact: a drawing for a new business omits what is only asked of others. */
export type Assumptions = ReadonlyMap<string, string>

/** The condition with these choices filled in: true, false, or what remains of it. */
export function assume(condition: Compiled, given: Assumptions): Compiled | boolean {
  const expr = simplify(condition.expr, given)
  if (expr.op === 'lit' && typeof expr.value === 'boolean') return expr.value
  return expr === condition.expr ? condition : { ...condition, expr }
}

function simplify(expr: Expr, given: Assumptions): Expr {
  switch (expr.op) {
    case '=':
    case '!=': {
      const known = expr.left.op === 'fact' ? given.get(expr.left.id) : undefined
      if (known === undefined || expr.right.op !== 'lit') return expr
      return { op: 'lit', value: (known === expr.right.value) === (expr.op === '=') }
    }
    case 'not': {
      const arg = simplify(expr.arg, given)
      if (arg.op === 'lit' && typeof arg.value === 'boolean') return { op: 'lit', value: !arg.value }
      return arg === expr.arg ? expr : { op: 'not', arg }
    }
    case 'and':
    case 'or': {
      const deciding = expr.op === 'or'
      const args = expr.args.map((arg) => simplify(arg, given))
      if (args.some((arg) => arg.op === 'lit' && arg.value === deciding)) return { op: 'lit', value: deciding }
      const rest = args.filter((arg) => !(arg.op === 'lit' && arg.value === !deciding))
      const [only] = rest
      if (only === undefined) return { op: 'lit', value: !deciding }
      if (rest.length === 1) return only
      return rest.length === expr.args.length && rest.every((arg, index) => arg === expr.args[index]) ? expr : { op: expr.op, args: rest }
    }
    default:
      return expr
  }
}
