import type { SyntaxNode } from '@lezer/common'
import { compatible, describe } from '../../types.ts'
import { type Compilation, expectType, NULL, NUMBER } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { childrenOf } from '../parse.ts'
import type { Locals } from '../resolve-name.ts'

/** `-a`, `a + b` of numbers or of texts, `a - b`, `a * b`, `a / b`. */
export function compileArithmetic(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const [first, second, third] = childrenOf(node)
  if (first?.name === 'ArithOp' && second)
    return { expr: { op: 'negate', arg: expectType(on, second, NUMBER, locals, 'Only a number can be negative') }, type: NUMBER }
  if (!first || !second || !third) return NULL
  const op = on.text(second)
  if (op !== '+' && op !== '-' && op !== '*' && op !== '/')
    return on.problem('FEEL_UNSUPPORTED', node, `There is no operator "${op}" here.`, 'Use +, -, * or /.')
  const [left, right] = [on.compile(first, locals), on.compile(third, locals)]
  const operands = { left: left.expr, right: right.expr }
  // null + null is null: nothing tells whether texts or numbers were meant
  if (op === '+' && left.type.kind === 'null' && right.type.kind === 'null') return { expr: { op, ...operands }, type: left.type }
  if (op === '+' && isText(left) && isText(right)) return { expr: { op: 'concat', ...operands }, type: { kind: 'string' } }
  for (const [typed, child] of [
    [left, first],
    [right, third],
  ] as const) {
    if (!compatible(typed.type, NUMBER))
      on.problem(
        'FEEL_TYPE',
        child,
        `${op} counts with numbers; this is a ${describe(typed.type)}.`,
        op === '+' ? 'Add two numbers, or two texts with string(…).' : 'Use numbers.',
      )
  }
  return { expr: { op, ...operands }, type: NUMBER }
}

const isText = ({ type }: Typed): boolean => type.kind === 'string' || type.kind === 'null'
