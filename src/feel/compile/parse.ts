import type { SyntaxNode } from '@lezer/common'
import { parser, trackVariables } from 'lezer-feel'
import { FUNCTIONS } from '../functions.ts'

/** A FEEL keyword such as "between" can be part of a function name only if the parser knows that function. */
const context = Object.fromEntries([...FUNCTIONS.keys()].map((name) => [name, () => null]))
const expression = parser.configure({ top: 'Expression', contextTracker: trackVariables(context) })

interface Parsed {
  readonly root: SyntaxNode
  readonly errorAt: number | null
}

/** Memoised: the base rules are read again for every town. */
const parsed = new Map<string, Parsed>()

/** Syntax tree of an expression, and the offset of its first syntax error. */
export function parseFeel(source: string): Parsed {
  const known = parsed.get(source)
  if (known) return known
  const root = expression.parse(source).topNode
  const made = { root, errorAt: firstError(root) }
  parsed.set(source, made)
  return made
}

function firstError(node: SyntaxNode): number | null {
  if (node.type.isError) return node.from
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const found = firstError(child)
    if (found !== null) return found
  }
  return null
}

/** Children that are expressions or operators, without punctuation. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (!PUNCTUATION.has(child.name)) children.push(child)
  return children
}

const PUNCTUATION = new Set(['(', ')', '[', ']', ',', '.', '..', '⚠', 'LineComment', 'BlockComment'])
