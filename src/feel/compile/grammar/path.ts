import type { SyntaxNode } from '@lezer/common'
import { type Compilation, NULL } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { childrenOf } from '../parse.ts'
import { follow, isProblem, type Locals, resolveName } from '../resolve-name.ts'

/** A name, or names joined by dots, which may follow something other than a name: `managers[1].person.name`. */
export function compilePath(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const segments: string[] = []
  let start: SyntaxNode | null = node
  for (; start?.name === 'PathExpression'; start = start.firstChild) {
    const last = childrenOf(start).at(-1)
    if (last) segments.unshift(on.text(last))
  }
  if (!start) return NULL
  if (start.name === 'VariableName') {
    const resolved = resolveName(on.names, on.scope, locals, [on.text(start), ...segments])
    return isProblem(resolved) ? on.problem('FEEL_UNKNOWN_NAME', node, resolved.message, resolved.mend) : resolved
  }
  const of = on.compile(start, locals)
  const resolved = follow(on.names, of, segments, 0)
  if (!isProblem(resolved)) return resolved
  return of.type.kind === 'null' ? NULL : on.problem('FEEL_UNKNOWN_NAME', node, resolved.message, resolved.mend)
}
