import { childrenOf, parseFeel } from './compile/parse.ts'
import type { Compiled, Expr } from './expr.ts'

/** One line of a formula written as a table: its number from 1, its text, its parts. `isList`: lines after it count as well. */
export interface TableLineOf {
  readonly number: number
  readonly text: string
  readonly when: Expr | null
  readonly value: Expr
  readonly isList: boolean
}

/** The lines of a formula that was written as a table, or could have been: `if … then … else if …`, or conditional lists concatenated. A table is
 * compiled to such an expression and kept nowhere else. Empty for any other formula. */
export function tableLines({ expr, source }: Pick<Compiled, 'expr' | 'source'>): TableLineOf[] {
  const { root, errorAt } = parseFeel(source)
  if (errorAt !== null) return []
  let top = root
  for (let only = soleChild(top); only && WRAPPERS.has(top.name); only = soleChild(top)) top = only
  if (top.name === 'IfExpression') return cases(expr, top, source, 1)
  if (expr.op === 'call' && expr.fn === 'concatenate' && top.name === 'FunctionInvocation') return each(expr.args, top, source)
  return []
}

type Node = ReturnType<typeof childrenOf>[number]
const KEYWORDS: ReadonlySet<string> = new Set(['if', 'then', 'else'])
const branchesOf = (node: Node): Node[] => childrenOf(node).filter(({ name }) => !KEYWORDS.has(name))
const WRAPPERS: ReadonlySet<string> = new Set(['Expression', 'ParenthesizedExpression'])

function soleChild(node: Node): Node | null {
  const [only, ...others] = childrenOf(node)
  return only && others.length === 0 ? only : null
}

function cases(expr: Expr, node: Node, source: string, number: number): TableLineOf[] {
  const [test, yes, no] = branchesOf(node)
  if (expr.op !== 'if' || !test || !yes || !no) return []
  const line = { number, text: `${wordsOf(test, source)} → ${wordsOf(yes, source)}`, when: expr.test, value: expr.yes, isList: false }
  if (expr.no.op === 'if' && no.name === 'IfExpression') return [line, ...cases(expr.no, no, source, number + 1)]
  if (expr.no.op === 'lit' && expr.no.value === null) return [line]
  return [line, { number: number + 1, text: `otherwise → ${wordsOf(no, source)}`, when: null, value: expr.no, isList: false }]
}

function each(args: readonly Expr[], node: Node, source: string): TableLineOf[] {
  const parts = childrenOf(node).flatMap((part) => (part.name === 'PositionalParameters' ? childrenOf(part) : []))
  if (parts.length !== args.length) return []
  return args.flatMap((arg, index) => {
    const part = parts[index]
    if (!part) return []
    const [test, yes] = branchesOf(part)
    const conditional = arg.op === 'if' && part.name === 'IfExpression' && test && yes
    const text = conditional ? `${wordsOf(test, source)} → ${wordsOf(yes, source)}` : `always → ${wordsOf(part, source)}`
    return { number: index + 1, text, when: conditional ? arg.test : null, value: conditional ? arg.yes : arg, isList: true }
  })
}

const wordsOf = (node: Node, source: string): string => source.slice(node.from, node.to)
