import type { Typed } from './compile/members.ts'
import type { Expr } from './expr.ts'
import type { Type } from './type.ts'

/** One line of a table: the condition under which it counts (null: always), and its value. */
export interface TableLine {
  readonly when: Expr | null
  readonly value: Typed
}

/** How a formula written as a table compiles to one expression. */
export const TABLES = {
  /** The first line that holds gives the value: `if … then … else if … then … else …`. Null where none does. */
  cases: (lines: readonly TableLine[]): Expr =>
    lines.reduceRight<Expr>(
      (otherwise, { when, value }) => (when ? { op: 'if', test: when, yes: value.expr, no: otherwise } : value.expr),
      { op: 'lit', value: null },
    ),
  /** The values of all lines that hold, in one list: `concatenate(if … then […] else [], …)`. A value that is a list adds its elements. */
  each: (lines: readonly TableLine[]): Expr => ({
    op: 'call',
    fn: 'concatenate',
    args: lines.map(({ when, value }) => (when ? { op: 'if', test: when, yes: asList(value), no: NOTHING } : asList(value))),
  }),
} as const

export type TableKind = keyof typeof TABLES

/** The type that a line of a table contributes to the whole. */
export const lineType = (kind: TableKind, type: Type): Type =>
  kind === 'cases' || type.kind === 'list' ? type : { kind: 'list', of: type }

/** The table as one expression, for people who ask what was computed. */
export function tableSource(
  kind: TableKind,
  lines: readonly { readonly when: string | null; readonly value: string; readonly isList: boolean }[],
): string {
  if (kind === 'cases')
    return (
      lines.reduceRight<string | null>(
        (rest, { when, value }) => (when === null ? value : `if ${when} then ${value} else ${rest ?? 'null'}`),
        null,
      ) ?? 'null'
    )
  const parts = lines.map(({ when, value, isList }) => {
    const list = isList ? value : `[${value}]`
    return when === null ? list : `if ${when} then ${list} else []`
  })
  return `concatenate(${parts.join(', ')})`
}

const NOTHING: Expr = { op: 'list', items: [] }
const asList = ({ expr, type }: Typed): Expr => (type.kind === 'list' ? expr : { op: 'list', items: [expr] })
