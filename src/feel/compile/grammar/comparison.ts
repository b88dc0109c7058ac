import type { SyntaxNode } from '@lezer/common'
import type { Expr } from '../../expr.ts'
import { compatible, describe } from '../../types.ts'
import { BOOLEAN, type Compilation, hasUnknownOption, NULL, notInList } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { childrenOf } from '../parse.ts'
import type { Locals } from '../resolve-name.ts'

const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const
type Comparison = (typeof COMPARISONS)[number]
const isComparison = (op: string): op is Comparison => COMPARISONS.some((each) => each === op)

/** `a < b`, `a between b and c`, `a in …`. */
export function compileComparison(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const [leftNode, opNode, ...rest] = childrenOf(node)
  if (!leftNode || !opNode) return NULL
  const left = on.compile(leftNode, locals)
  if (opNode.name === 'between') return between(on, node, left, rest, locals)
  if (opNode.name === 'in') {
    const tests = rest
      .flatMap((child) => (child.name === 'PositiveUnaryTests' ? childrenOf(child) : [child]))
      .map((child) => membership(on, left, child, locals))
    return { expr: oneOf(tests), type: BOOLEAN }
  }
  const op = on.text(opNode)
  const [rightNode] = rest
  if (!rightNode || !isComparison(op))
    return on.problem('FEEL_UNSUPPORTED', node, `There is no comparison "${op}" here.`, 'Use =, !=, <, <=, >, >=, between or in.')
  return { expr: compare(on, op, node, left, on.compile(rightNode, locals)), type: BOOLEAN }
}

function between(on: Compilation, node: SyntaxNode, left: Typed, rest: readonly SyntaxNode[], locals: Locals): Typed {
  const [low, high] = rest.filter((child) => child.name !== 'and')
  if (!low || !high) return NULL
  const from = compare(on, '>=', node, left, on.compile(low, locals))
  const to = compare(on, '<=', node, left, on.compile(high, locals))
  return { expr: { op: 'and', args: [from, to] }, type: BOOLEAN }
}

const oneOf = (tests: Expr[]): Expr => (tests.length === 1 && tests[0] ? tests[0] : { op: 'or', args: tests })

function compare(on: Compilation, op: Comparison, node: SyntaxNode, left: Typed, right: Typed): Expr {
  const compared: Expr = { op, left: left.expr, right: right.expr }
  if (hasUnknownOption(on, node, left.type, right.type)) return compared
  if (left.type.kind === 'list' && right.type.kind !== 'list' && right.type.kind !== 'null')
    on.problem('FEEL_TYPE', node, 'A list is compared with one value.', 'Write list contains(list, value).')
  else if (!compatible(left.type, right.type))
    on.problem(
      'FEEL_TYPE',
      node,
      `A ${describe(left.type)} is compared with a ${describe(right.type)}.`,
      'Compare values of the same type.',
    )
  else if (op !== '=' && op !== '!=' && ['boolean', 'row', 'list'].includes(left.type.kind))
    on.problem('FEEL_TYPE', node, `A ${describe(left.type)} has no order.`, 'Use = or !=.')
  return compared
}

/** One test after `in`: a value, a list, a range, or a comparison such as > 5. */
function membership(on: Compilation, left: Typed, node: SyntaxNode, locals: Locals): Expr {
  const inner = node.name === 'PositiveUnaryTest' ? (childrenOf(node)[0] ?? node) : node
  if (inner.name === 'SimplePositiveUnaryTest') {
    const [first, second] = childrenOf(inner)
    if (first?.name === 'Interval') return range(on, left, first, locals)
    const op = first ? on.text(first) : ''
    if (second && isComparison(op)) return compare(on, op, node, left, on.compile(second, locals))
  }
  // the grammar reads what follows a range or list as part of the test; accepting that silently would change the meaning
  if (inner.name === 'Conjunction' || inner.name === 'Disjunction')
    return on.problem(
      'FEEL_SYNTAX',
      inner,
      'What follows in … is read as part of the test.',
      'Put brackets around the part with in: (x in [1..10]) or y.',
    ).expr
  if (inner.name === 'Interval') return range(on, left, inner, locals)
  if (inner.name === 'List') return oneOf(childrenOf(inner).map((child) => compare(on, '=', child, left, on.compile(child, locals))))
  const right = on.compile(inner, locals)
  if (right.type.kind !== 'list') return compare(on, '=', inner, left, right)
  if (!compatible(right.type.of, left.type)) notInList(on, inner, left.type, right.type.of)
  return { op: 'call', fn: 'list contains', args: [right.expr, left.expr] }
}

function range(on: Compilation, left: Typed, node: SyntaxNode, locals: Locals): Expr {
  const [low, high] = childrenOf(node)
  if (!low || !high) return { op: 'lit', value: null }
  const text = on.text(node)
  const from = compare(on, text.startsWith('[') ? '>=' : '>', node, left, on.compile(low, locals))
  const to = compare(on, text.endsWith(']') ? '<=' : '<', node, left, on.compile(high, locals))
  return { op: 'and', args: [from, to] }
}
