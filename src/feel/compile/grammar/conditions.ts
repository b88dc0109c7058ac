import type { SyntaxNode } from '@lezer/common'
import { describe, join } from '../../types.ts'
import { BOOLEAN, type Compilation, expectType, NULL } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { childrenOf } from '../parse.ts'
import type { Locals } from '../resolve-name.ts'

/** `a and b`, `a or b`. */
export function compileConnective(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const op = node.name === 'Conjunction' ? 'and' : 'or'
  const args = operandsOf(node)
    .filter((child) => child.name !== op)
    .map((child) => expectType(on, child, BOOLEAN, locals, `Both sides of ${op} are conditions`))
  const flat = args.flatMap((arg) => (arg.op === op ? arg.args : [arg]))
  return { expr: { op, args: flat }, type: BOOLEAN }
}

/** Operands of `a and b and c`, which the parser nests to the left: as deep as there are operators. */
function operandsOf(node: SyntaxNode): SyntaxNode[] {
  const operands: SyntaxNode[] = []
  let rest: SyntaxNode | undefined = node
  while (rest?.name === node.name) {
    const [first, ...others] = childrenOf(rest)
    for (const other of others.reverse()) operands.push(other)
    rest = first
  }
  if (rest) operands.push(rest)
  return operands.reverse()
}

/** `if a then b else c`. */
export function compileChoice(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const [test, yes, no] = childrenOf(node).filter((child) => !['if', 'then', 'else'].includes(child.name))
  if (!test || !yes || !no) return NULL
  const condition = expectType(on, test, BOOLEAN, locals, 'After if comes a condition')
  const [then, other] = [on.compile(yes, locals), on.compile(no, locals)]
  const type = join(then.type, other.type)
  if (!type)
    on.problem('FEEL_TYPE', node, `then gives a ${describe(then.type)}, else a ${describe(other.type)}.`, 'Give both the same type.')
  return { expr: { op: 'if', test: condition, yes: then.expr, no: other.expr }, type: type ?? { kind: 'null' } }
}
