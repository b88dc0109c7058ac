import { compileFeel } from '../../feel/compile.ts'
import type { Compiled } from '../../feel/expr.ts'
import type { Names, Scope, Type } from '../../feel/type.ts'
import { formatPath } from '../files/source.ts'
import { decimal } from '../findings/describe-issue.ts'
import { type Finding, inBrief } from '../findings/finding.ts'
import type { Applied } from '../layers/layers.ts'
import { namesOf } from '../names.ts'
import type { RuleSet } from '../rule-set.ts'
import type { Dated, Marked } from '../variant.ts'
import { comparedEmpty } from './compared-empty.ts'

export const BOOLEAN: Type = { kind: 'boolean' }
export const NUMBER: Type = { kind: 'number' }
export const DATE: Type = { kind: 'date' }
export const TEXT: Type = { kind: 'string' }

/** What turning a catalogue into a variant needs. */
export interface Resolving extends Applied {
  readonly ruleSet: RuleSet
  readonly names: Names
  /** Questions that may be left empty, and then have no value. */
  readonly emptiable: ReadonlySet<string>
  readonly findings: Finding[]
}

export const resolving = (ruleSet: RuleSet, applied: Applied, findings: Finding[]): Resolving => ({
  ...applied,
  ruleSet,
  findings,
  names: namesOf(applied.catalogue),
  emptiable: new Set(
    applied.catalogue.questions
      .filter(({ optional, default: unless, derived }) => optional === true && unless === undefined && derived === undefined)
      .map(({ id }) => id),
  ),
})

/** Compiles the FEEL in a property of an item; null when there is none or it is wrong, which is then a finding at the very character. */
export function compileSlot(
  context: Resolving,
  item: object,
  property: string | number,
  scope: Scope = {},
  expected: Type | null = BOOLEAN,
): Compiled | null {
  const value = (item as Record<string | number, unknown>)[property]
  if (value === undefined || value === null) return null
  const { ruleSet, names, findings } = context
  const place = ruleSet.provenance.place(item, property)
  const written = place?.source.scalarAt(place.path) ?? null
  const source = written?.text ?? String(value)
  const at = place?.source.at(place.path) ?? { line: 1, column: 1 }
  const file = place?.source.file ?? ''
  const result = compileFeel(source, names, scope, expected)
  if (result.ok) {
    for (const id of comparedEmpty(result.expr, context.emptiable))
      findings.push(
        inBrief({
          code: 'EMPTY_COMPARED',
          severity: 'error',
          file,
          ...at,
          path: place ? formatPath(place.path) : '',
          message: `${id} may be left empty, and this counts an empty one as another answer.`,
          mend: `Say what it means: compare it with null too, give the question a default:, or take its optional: out.`,
        }),
      )
    return { expr: result.expr, source, file, line: at.line }
  }
  const money = expected?.kind === 'number' ? decimal(source) : null
  for (const problem of result.problems) {
    // A name that was lost to a mistake in its own file is reported there.
    const name = source.slice(problem.from, problem.to)
    if (problem.code === 'FEEL_UNKNOWN_NAME' && [...ruleSet.lost].some((id) => name.includes(id) || problem.message.includes(id))) continue
    const position = written && place ? place.source.positionOf(written.offsetOf(problem.from)) : at
    const path = place ? formatPath(place.path) : ''
    if (money !== null) {
      findings.push(
        inBrief({
          code: 'BAD_SHAPE',
          severity: 'error',
          file,
          ...position,
          path,
          message: `Expected an amount in euro with a dot, found "${source}".`,
          mend: `Write ${money}.`,
        }),
      )
      return null
    }
    findings.push(
      inBrief({
        code: problem.code,
        severity: 'error',
        file,
        ...position,
        path,
        message: `${problem.message}\n${excerpt(source, problem.from, problem.to)}`,
        mend: problem.mend,
      }),
    )
  }
  return null
}

/** For a slot that must hold an expression: a wrong one has made the variant null already, so what stands in for it is never run. */
export const compileNeeded = (
  context: Resolving,
  item: object,
  property: string | number,
  scope: Scope = {},
  expected: Type | null = BOOLEAN,
): Compiled => compileSlot(context, item, property, scope, expected) ?? { expr: { op: 'lit', value: null }, source: '', file: '', line: 0 }

const WIDTH = 100

/** The line of the expression with a caret under the mistake; of a long line only the part around it. */
function excerpt(source: string, from: number, to: number): string {
  const start = source.lastIndexOf('\n', from - 1) + 1
  const next = source.indexOf('\n', from)
  const end = next < 0 ? source.length : next
  const length = Math.max(1, Math.min(to, end) - from)
  const left = end - start <= WIDTH ? start : Math.max(start, from - Math.floor(WIDTH / 3))
  const right = Math.min(end, Math.max(left + WIDTH, from + length))
  const before = left > start ? '…' : ''
  const line = `${before}${source.slice(left, right)}${right < end ? '…' : ''}`
  return `  ${line}\n  ${' '.repeat(before.length + from - left)}${'^'.repeat(length)}`
}

export function marked({ ruleSet }: Resolving, item: { source?: string | undefined; unverified?: boolean | undefined }): Marked {
  const origin = ruleSet.provenance.origin(item)
  // a layer that made something uncertain is the one to ask
  const doubted = item.unverified ? ruleSet.provenance.origin(item, 'unverified') : origin
  return { source: item.source ?? null, unverified: item.unverified === true, origin: doubted.layer === origin.layer ? origin : doubted }
}

/** Values of a council: where nothing is said, the filing date decides. */
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
