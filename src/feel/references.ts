import type { Expr } from './expr.ts'

export interface References {
  readonly facts: readonly string[]
  readonly collections: readonly string[]
  readonly aliases: readonly string[]
  readonly parameters: readonly string[]
  readonly verdicts: readonly string[]
  /** Those of the verdicts whose duty is read. */
  readonly duties: readonly string[]
  readonly documents: readonly string[]
  readonly fees: readonly string[]
}

/** Everything in the catalogue that an expression names, each once. */
export function references(expr: Expr): References {
  const known = read.get(expr)
  if (known) return known
  const made = readBy(expr)
  read.set(expr, made)
  return made
}
/** Memoised: expressions are immutable, and many towns share them. */
const read = new WeakMap<Expr, References>()

function readBy(expr: Expr): References {
  const found = {
    facts: new Set<string>(),
    collections: new Set<string>(),
    aliases: new Set<string>(),
    parameters: new Set<string>(),
    verdicts: new Set<string>(),
    duties: new Set<string>(),
    documents: new Set<string>(),
    fees: new Set<string>(),
  }
  const walk = (expr: Expr): void => {
    if (expr.op === 'fact' || expr.op === 'get') found.facts.add(expr.id)
    if (expr.op === 'rows') found.collections.add(expr.collection)
    if (expr.op === 'alias') found.aliases.add(expr.id)
    if (expr.op === 'parameter') found.parameters.add(expr.id)
    if (expr.op === 'call' && expr.args[0]?.op === 'lit' && typeof expr.args[0].value === 'string') {
      if (expr.fn === 'verdict' || expr.fn === 'duty' || expr.fn === 'documents') found.verdicts.add(expr.args[0].value)
      if (expr.fn === 'duty') found.duties.add(expr.args[0].value)
      if (expr.fn === 'attached') found.documents.add(expr.args[0].value)
      if (expr.fn === 'fee') found.fees.add(expr.args[0].value)
    }
    for (const inner of partsOf(expr)) walk(inner)
  }
  walk(expr)
  return {
    facts: [...found.facts],
    collections: [...found.collections],
    aliases: [...found.aliases],
    parameters: [...found.parameters],
    verdicts: [...found.verdicts],
    duties: [...found.duties],
    documents: [...found.documents],
    fees: [...found.fees],
  }
}

/** Whether an expression means the same for every row: it reads no name bound outside it. The business is bound everywhere. */
export function isClosed(expr: Expr, bound: readonly string[] = ['business']): boolean {
  if (expr.op === 'var') return bound.includes(expr.name)
  const inside = 'name' in expr ? [...bound, expr.name] : bound
  // the list that a name iterates over is outside its scope
  return partsOf(expr).every((part, index) => isClosed(part, index === 0 ? bound : inside))
}

/** Direct subexpressions of an expression. */
export function partsOf(expr: Expr): Expr[] {
  switch (expr.op) {
    case 'and':
    case 'or':
    case 'call':
      return expr.args
    case 'not':
    case 'negate':
      return [expr.arg]
    case 'if':
      return [expr.test, expr.yes, expr.no]
    case 'list':
      return expr.items
    case 'some':
    case 'every':
    case 'filter':
      return [expr.in, expr.test]
    case 'map':
      return [expr.in, expr.body]
    case 'at':
      return [expr.in]
    case 'get':
      return [expr.of]
    case 'rows':
      return expr.of ? [expr.of] : []
    case 'lit':
    case 'num':
    case 'fact':
    case 'var':
    case 'alias':
    case 'parameter':
      return []
    default:
      return [expr.left, expr.right]
  }
}
