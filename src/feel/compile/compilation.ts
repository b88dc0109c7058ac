import type { SyntaxNode } from '@lezer/common'
import type { Expr } from '../expr.ts'
import type { Names, Scope, Type } from '../type.ts'
import { compatible, describe, unknownOption } from '../types.ts'
import type { Typed } from './members.ts'
import type { FeelProblem } from './problem.ts'
import { type Locals, meant } from './resolve-name.ts'

/** What the parts of the grammar share while one expression is compiled. */
export interface Compilation {
  readonly names: Names
  readonly scope: Scope
  readonly problems: readonly FeelProblem[]
  /** The source of a node. */
  text(node: SyntaxNode): string
  /** Compiles a part of the expression, of whatever kind. */
  compile(node: SyntaxNode, locals: Locals): Typed
  /** Reports a problem; returns what stands in the place of the part that has it. */
  problem(code: FeelProblem['code'], node: SyntaxNode, message: string, mend: string): Typed
  /** Compiles what is done for each element of a list. */
  walking<T>(node: SyntaxNode, inside: () => T): T
}

export const NULL: Typed = { expr: { op: 'lit', value: null }, type: { kind: 'null' } }
export const BOOLEAN: Type = { kind: 'boolean' }
export const NUMBER: Type = { kind: 'number' }

/** Compiles a part that has to be of this type. `why`: begins the message when it is not. */
export function expectType(on: Compilation, node: SyntaxNode, type: Type, locals: Locals, why: string): Expr {
  const typed = on.compile(node, locals)
  if (!compatible(typed.type, type))
    on.problem(
      'FEEL_TYPE',
      node,
      `${why}; this is a ${describe(typed.type)}.`,
      type.kind === 'boolean' ? 'Compare it with something.' : `Write a ${describe(type)} here.`,
    )
  return typed.expr
}

/** Whether one side is a text that is not an option of the other; if so, that is reported. */
export function hasUnknownOption(on: Compilation, node: SyntaxNode, one: Type, other: Type): boolean {
  const unknown = unknownOption(one, other)
  if (unknown)
    on.problem(
      'FEEL_UNKNOWN_OPTION',
      node,
      `There is no option "${unknown.option}" here.`,
      `${meant(unknown.option, unknown.options)} Options: ${unknown.options.join(', ')}.`,
    )
  return unknown !== null
}

/** Reports that a value of this type cannot be an element of such a list. */
export const notInList = (on: Compilation, node: SyntaxNode, element: Type, of: Type): Typed =>
  on.problem('FEEL_TYPE', node, `A ${describe(element)} is sought in a list of ${describe(of)}s.`, 'Seek a value of the same type.')
