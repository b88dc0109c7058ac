import type { SyntaxNode } from '@lezer/common'
import { isDay } from '../../day.ts'
import type { Type } from '../../type.ts'
import { describe, join } from '../../types.ts'
import type { Compilation } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { childrenOf } from '../parse.ts'
import type { Locals } from '../resolve-name.ts'

export function compileString(on: Compilation, node: SyntaxNode): Typed {
  try {
    const value: unknown = JSON.parse(on.text(node).replaceAll('\n', '\\n'))
    if (typeof value === 'string') return { expr: { op: 'lit', value }, type: { kind: 'string', options: [value] } }
  } catch {
    // falls through to the finding
  }
  return on.problem('FEEL_SYNTAX', node, 'This text has an escape that does not exist.', 'Use \\", \\\\ or \\n.')
}

export function compileDate(on: Compilation, node: SyntaxNode): Typed {
  const match = /^date\("(\d{4}-\d{2}-\d{2})"\)$/.exec(on.text(node).replace(/\s+/g, ''))
  const iso = match?.[1]
  if (!iso)
    return on.problem('FEEL_UNSUPPORTED', node, 'Only a day can be written out.', 'Write date("2026-05-01"); times are clock("01:00+1").')
  if (!isDay(iso)) return on.problem('FEEL_TYPE', node, `The day ${iso} does not exist.`, 'Write a day that exists.')
  return { expr: { op: 'lit', value: iso }, type: { kind: 'date' } }
}

export function compileList(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const children = childrenOf(node)
  const items = children.map((child) => on.compile(child, locals))
  let of: Type = { kind: 'null' }
  items.forEach((item, index) => {
    const joined = join(of, item.type)
    if (joined) of = joined
    else
      on.problem(
        'FEEL_TYPE',
        children[index] ?? node,
        `A list of ${describe(of)}s cannot hold a ${describe(item.type)}.`,
        'Give all elements the same type.',
      )
  })
  return { expr: { op: 'list', items: items.map((item) => item.expr) }, type: { kind: 'list', of } }
}
