import type { Compiled } from '../../feel/expr.ts'
import type { Scope, Type } from '../../feel/type.ts'
import { reporter } from '../link/context.ts'
import type { Feel, Text, TextInCase } from '../schema/common.ts'
import type { Dated, Marked } from '../variant.ts'
import { comparedEmpty } from './compared-empty.ts'
import type { Resolving } from './resolving.ts'
import { compileScalar } from './scalar.ts'
import { compileTable, tableIn } from './table.ts'

export const BOOLEAN: Type = { kind: 'boolean' }
export const NUMBER: Type = { kind: 'number' }
export const DATE: Type = { kind: 'date' }
export const TEXT: Type = { kind: 'string' }

/** Compiles the formula in a property of an item, FEEL or a table of it; null when there is none or it is wrong, which is then a finding at the exact
 * character. */
export function compileSlot(
  context: Resolving,
  item: object,
  property: string | number,
  scope: Scope = {},
  expected: Type | null = BOOLEAN,
): Compiled | null {
  const value: unknown = Reflect.get(item, property)
  if (value === undefined || value === null) return null
  const table = tableIn(value)
  const made = table ? compileTable(context, table, scope, expected) : compileScalar(context, item, property, scope, expected)
  if (!made) return null
  const { file, line } = context.ruleSet.provenance.origin(item, property)
  for (const id of comparedEmpty(made.expr, context.emptiable)) {
    const { holder, key } = made.scalars.find((scalar) => comparedEmpty(scalar.expr, context.emptiable).includes(id)) ?? {
      holder: item,
      key: property,
    }
    reporter(context.ruleSet, context.findings)(
      'EMPTY_COMPARED',
      'error',
      holder,
      key,
      `${id} may be left empty, and this counts an empty one as another answer.`,
      'Say what it means: compare it with null too, give the question a default:, or take its optional: out.',
    )
  }
  return { expr: made.expr, source: made.source, file, line }
}

/** For a property that must have an expression: a wrong one already makes the variant null, so that the placeholder is never evaluated. */
export const compileNeeded = (
  context: Resolving,
  item: object,
  property: string | number,
  scope: Scope = {},
  expected: Type | null = BOOLEAN,
): Compiled => compileSlot(context, item, property, scope, expected) ?? { expr: { op: 'lit', value: null }, source: '', file: '', line: 0 }

export function marked({ ruleSet }: Resolving, item: { source?: string | undefined; unverified?: boolean | undefined }): Marked {
  const origin = ruleSet.provenance.origin(item)
  // the layer that marked it as unverified is responsible
  const doubted = item.unverified ? ruleSet.provenance.origin(item, 'unverified') : origin
  return { source: item.source ?? null, unverified: item.unverified === true, origin: doubted.layer === origin.layer ? origin : doubted }
}

/** Dated values of a council: the filing date decides by default. */
export const dated = (
  context: Resolving,
  item: {
    source?: string | undefined
    unverified?: boolean | undefined
    from?: string | undefined
    until?: string | undefined
    decidedBy?: Dated['decidedBy'] | undefined
  },
  decidedBy: Dated['decidedBy'] = 'filingDate',
): Dated => ({ ...marked(context, item), from: item.from ?? null, until: item.until ?? null, decidedBy: item.decidedBy ?? decidedBy })

/** Its validity period; null: no limit. */
export const spanOf = ({ from, until }: { from?: string | undefined; until?: string | undefined }): Span => ({
  from: from ?? null,
  until: until ?? null,
})
interface Span {
  readonly from: string | null
  readonly until: string | null
}

/** The text of a line that has a condition of its own. */
export const withoutCondition = ({ nl, en, since }: TextInCase): Text => ({ nl, en, ...(since && { since }) })

/** The alternative wordings of an item, each line with its condition compiled.
 * @param texts the texts of a line, null where it has none */
export const wordsByCase = <Line extends { readonly when: Feel }, Texts>(
  context: Resolving,
  lines: readonly Line[] | undefined,
  scope: Scope,
  texts: (line: Line) => Texts,
): (Texts & { readonly when: Compiled })[] | null =>
  lines?.map((line) => ({ ...texts(line), when: compileNeeded(context, line, 'when', scope, BOOLEAN) })) ?? null
