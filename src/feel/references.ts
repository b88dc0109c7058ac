import type { Expr } from './expr.ts'

export interface References {
  readonly facts: readonly string[]
  readonly collections: readonly string[]
  readonly aliases: readonly string[]
  readonly parameters: readonly string[]
  readonly verdicts: readonly string[]
  readonly documents: readonly string[]
}

/** Everything of the catalogue that an expression names, each once. */
export function references(expr: Expr): References {
  const found = {
    facts: new Set<string>(),
    collections: new Set<string>(),
    aliases: new Set<string>(),
    parameters: new Set<string>(),
    verdicts: new Set<string>(),
    documents: new Set<string>(),
  }
  const walk = (one: Expr): void => {
    if (one.op === 'fact' || one.op === 'get') found.facts.add(one.id)
    if (one.op === 'rows') found.collections.add(one.collection)
    if (one.op === 'alias') found.aliases.add(one.id)
    if (one.op === 'parameter') found.parameters.add(one.id)
    if (one.op === 'call' && one.args[0]?.op === 'lit' && typeof one.args[0].value === 'string') {
      if (one.fn === 'verdict' || one.fn === 'documents') found.verdicts.add(one.args[0].value)
      if (one.fn === 'attached') found.documents.add(one.args[0].value)
    }
    for (const inner of partsOf(one)) walk(inner)
  }
  walk(expr)
  return {
    facts: [...found.facts],
    collections: [...found.collections],
    aliases: [...found.aliases],
    parameters: [...found.parameters],
    verdicts: [...found.verdicts],
    documents: [...found.documents],
  }
}

/** Expressions inside an expression. */
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
