import type { SyntaxNode } from '@lezer/common'
import type { Type } from '../../type.ts'
import { describe } from '../../types.ts'
import { BOOLEAN, type Compilation, expectType, NULL } from '../compilation.ts'
import type { Typed } from '../members.ts'
import { childrenOf } from '../parse.ts'
import type { Locals } from '../resolve-name.ts'

/** `for x in list return …`, `some x in list satisfies …`, `every x in list satisfies …`. */
export function compileIteration(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const children = childrenOf(node)
  const word = children[0]?.name
  const sources = children
    .filter((child) => child.name === 'InExpressions' || child.name === 'InExpression')
    .flatMap((child) => (child.name === 'InExpressions' ? childrenOf(child) : [child]))
  const body = children.at(-1)
  const [source] = sources
  if (!source || !body || sources.length !== 1)
    return on.problem('FEEL_UNSUPPORTED', node, 'One list is walked at a time.', `Nest a second ${word ?? 'some'} inside the first.`)
  const [nameNode, , listNode] = childrenOf(source)
  if (!nameNode || !listNode) return NULL
  const name = on.text(nameNode)
  const list = on.compile(listNode, locals)
  const item = elementOf(on, list.type, listNode)
  const inner: Locals = { variables: new Map([...locals.variables, [name, item]]), item: locals.item }
  if (word === 'for') {
    const result = on.walking(node, () => on.compile(body, inner))
    return { expr: { op: 'map', name, in: list.expr, body: result.expr }, type: { kind: 'list', of: result.type } }
  }
  const test = on.walking(node, () => expectType(on, body, BOOLEAN, inner, 'After satisfies comes a condition'))
  return { expr: { op: word === 'every' ? 'every' : 'some', name, in: list.expr, test }, type: BOOLEAN }
}

/** `list[condition]`, `list[1]`. */
export function compileFilter(on: Compilation, node: SyntaxNode, locals: Locals): Typed {
  const [listNode, testNode] = childrenOf(node)
  if (!listNode || !testNode) return NULL
  const list = on.compile(listNode, locals)
  const item = elementOf(on, list.type, listNode)
  if (testNode.name === 'NumericLiteral' && /^[1-9]\d*$/.test(on.text(testNode)))
    return { expr: { op: 'at', in: list.expr, index: Number(on.text(testNode)) }, type: item }
  const inner: Locals = { variables: new Map([...locals.variables, ['item', item]]), item }
  const test = on.walking(node, () => expectType(on, testNode, BOOLEAN, inner, 'Between [ and ] comes a condition or a position from 1'))
  return { expr: { op: 'filter', name: 'item', in: list.expr, test }, type: list.type }
}

function elementOf(on: Compilation, type: Type, node: SyntaxNode): Type {
  if (type.kind === 'list') return type.of
  if (type.kind !== 'null')
    on.problem('FEEL_TYPE', node, `A list is needed here; this is a ${describe(type)}.`, 'Name a list, such as managers or rooms.')
  return { kind: 'null' }
}
