import { lineType, TABLES, type TableKind, type TableLine, tableSource } from '../../feel/table.ts'
import type { Scope, Type } from '../../feel/type.ts'
import { compatible, describe, join } from '../../feel/types.ts'
import { reporter } from '../link/context.ts'
import type { Resolving } from './resolving.ts'
import { type CompiledFormula, type CompiledScalar, compileScalar } from './scalar.ts'

interface Table {
  readonly kind: TableKind
  readonly lines: readonly { readonly when?: unknown; readonly value?: unknown }[]
}

const KINDS: readonly TableKind[] = ['cases', 'each']

/** The table in which a formula was written; null when it is FEEL. Its shape was validated when the file was read. */
export function tableIn(value: unknown): Table | null {
  if (typeof value !== 'object' || value === null) return null
  for (const kind of KINDS) {
    const lines: unknown = Reflect.get(value, kind)
    if (Array.isArray(lines)) return { kind, lines }
  }
  return null
}

/** Compiles a table cell by cell, so that each mistake is a finding at its own cell; null when there is one. */
export function compileTable(context: Resolving, { kind, lines }: Table, scope: Scope, expected: Type | null): CompiledFormula | null {
  const report = reporter(context.ruleSet, context.findings)
  const made: (TableLine & { readonly source: Parameters<typeof tableSource>[1][number] })[] = []
  const scalars: CompiledScalar[] = []
  let whole: Type = { kind: 'null' }
  let sound = true
  const one = expected?.kind === 'list' && kind === 'each' ? null : expected
  for (const [index, line] of lines.entries()) {
    const condition = 'when' in line ? compileScalar(context, line, 'when', scope, { kind: 'boolean' }) : null
    const inner = tableIn(line.value)
    const value = inner ? compileTable(context, inner, scope, one) : compileScalar(context, line, 'value', scope, one)
    const endless = kind === 'cases' && !('when' in line)
    if (endless && (index < lines.length - 1 || lines.length === 1)) {
      sound = false
      report(
        'BAD_SHAPE',
        'error',
        line,
        'value',
        lines.length === 1
          ? 'A table with one case that always holds is no table.'
          : 'This case always holds, so the ones after it are never reached.',
        lines.length === 1 ? 'Write the value itself, without cases:.' : 'Give it a when:, or put it last.',
      )
    }
    if (!value || ('when' in line && !condition)) {
      sound = false
      continue
    }
    const type = lineType(kind, value.type)
    const joined = join(whole, type)
    if (!joined || (expected && !compatible(type, expected))) {
      sound = false
      report(
        'FEEL_TYPE',
        'error',
        line,
        'value',
        joined && expected
          ? `This gives a ${describe(type)}; a ${describe(expected)} is needed here.`
          : `This gives a ${describe(type)}, the lines before it a ${describe(whole)}.`,
        'Give every line of a table the same type.',
      )
    } else whole = joined
    made.push({
      when: condition?.expr ?? null,
      value,
      source: { when: condition?.source ?? null, value: value.source, isList: value.type.kind === 'list' },
    })
    for (const scalar of [...(condition?.scalars ?? []), ...value.scalars]) scalars.push(scalar)
  }
  if (!sound) return null
  return {
    expr: TABLES[kind](made),
    type: whole,
    source: tableSource(
      kind,
      made.map(({ source }) => source),
    ),
    scalars,
  }
}
