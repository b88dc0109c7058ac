import { compileFeel } from '../../feel/compile/compile.ts'
import type { Typed } from '../../feel/compile/members.ts'
import type { Scope, Type } from '../../feel/type.ts'
import { formatPath } from '../files/source.ts'
import { inBrief } from '../findings/finding.ts'
import { INVISIBLE, withoutInvisible } from '../findings/look-alikes.ts'
import { amountInWords, decimal } from '../findings/meant.ts'
import { stillNamed } from '../findings/still-named.ts'
import { isRecord, propertyOf } from '../util/record.ts'
import type { Resolving } from './resolving.ts'

/** The compiled expression of one scalar in a file, and where it is. */
export interface CompiledScalar extends Typed {
  readonly holder: object
  readonly key: string | number
  /** FEEL text as written. */
  readonly source: string
}

/** The result of compiling a formula: `scalars` are the expressions it consists of. */
export interface CompiledFormula extends Typed {
  readonly source: string
  readonly scalars: readonly CompiledScalar[]
}

/** Maximum length of a line with a condition or formula: nobody reads a longer one to its end. */
export const LONGEST_LINE = 200

/** Compiles the FEEL text in a property; null when it is wrong, which is then a finding at the exact character. */
export function compileScalar(
  context: Resolving,
  holder: object,
  key: string | number,
  scope: Scope,
  expected: Type | null,
): CompiledFormula | null {
  const { ruleSet, names, findings } = context
  const place = ruleSet.provenance.place(holder, key)
  const written = place?.source.scalarAt(place.path) ?? null
  const source = written?.text ?? String(Reflect.get(holder, key))
  const at = place?.source.at(place.path) ?? { line: 1, column: 1 }
  const file = place?.source.file ?? ''
  const path = place ? formatPath(place.path) : ''
  if (written && place) {
    const last = place.source.positionOf(written.offsetOf(source.length - 1))
    for (let { line } = at; line <= last.line; line += 1) {
      // what follows on the line, such as a source: with a long address, is no part of it
      const length = Math.min(place.source.lengthOf(line), line === last.line ? last.column : Number.POSITIVE_INFINITY)
      if (length > LONGEST_LINE)
        findings.push({
          code: 'FEEL_LONG_LINE',
          severity: 'warning',
          file,
          line,
          column: LONGEST_LINE + 1,
          path,
          message: `This line has ${length} characters; lines of a condition or formula have at most ${LONGEST_LINE}.`,
          mend: 'Write several lines below >-, a table with cases: or each:, or give a part a name with derived:.',
        })
    }
  }
  const result = compileFeel(source, names, scope, expected)
  if (result.ok) {
    const { expr, type } = result
    // in FEEL that is null, and a fee of null is unknown: certainly not intended
    if (dividesByNought(expr))
      findings.push(
        inBrief({
          code: 'FEEL_TYPE',
          severity: 'error',
          file,
          ...at,
          path,
          message: `Nothing can be divided by nought: ${source}`,
          mend: 'Divide by another number, or write the outcome.',
        }),
      )
    const slip = key === 'amount' ? thousands(source) : null
    if (slip) findings.push(inBrief({ code: 'BAD_SHAPE', severity: 'error', file, ...at, path, ...slip }))
    const comma = /(\d+),(\d{1,2})(?![\d.])/.exec(source.replace(/"[^"]*"/g, (text) => ' '.repeat(text.length)))
    if (comma)
      findings.push(
        inBrief({
          code: 'FEEL_SYNTAX',
          severity: 'error',
          file,
          ...(written && place ? place.source.positionOf(written.offsetOf(comma.index)) : at),
          path,
          message: `Between two digits a comma without a space is read as two numbers: ${comma[0]}`,
          mend: `Write ${comma[1]}.${comma[2]} for one number, or put a space behind the comma for two.`,
        }),
      )
    return { expr, type, source, scalars: [{ expr, type, source, holder, key }] }
  }
  const money = expected?.kind === 'number' ? (decimal(source) ?? (key === 'amount' ? amountInWords(source) : null)) : null
  const word = source.match(/\S+/g)?.find((each) => each.search(INVISIBLE) >= 0)
  const hidden = word === undefined ? null : `There is an invisible character in it. Type ${withoutInvisible(word)} again.`
  for (const problem of result.problems) {
    // a name that was dropped because of a mistake in its own file is reported there
    const name = source.slice(problem.from, problem.to)
    if (problem.code === 'FEEL_UNKNOWN_NAME' && [...context.lost].some((id) => name.includes(id) || problem.message.includes(id))) continue
    const position = written && place ? place.source.positionOf(written.offsetOf(problem.from)) : at
    const gone = problem.code === 'FEEL_UNKNOWN_NAME' ? context.removed.get(`questions/${name}`) : undefined
    if (gone) {
      findings.push(stillNamed(`question ${name}`, gone, { file, line: position.line }))
      continue
    }
    if (money !== null) {
      findings.push(
        inBrief({
          code: 'BAD_SHAPE',
          severity: 'error',
          file,
          ...position,
          path,
          message: `Expected an amount in euro with a dot, found "${source}".`,
          mend: money === 'null' ? 'Write null: it is not known yet.' : `Write ${money}.`,
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
        mend: hidden ?? problem.mend,
      }),
    )
  }
  return null
}

/** `1.882`: an amount has no three decimals, so this is a Dutch thousands separator. */
function thousands(source: string): { message: string; mend: string } | null {
  if (!/^[1-9]\d{0,2}\.\d{3}$/.test(source)) return null
  return {
    message: `Expected an amount in euro with a dot, found "${source}".`,
    mend: `An amount has two decimals. Write ${source.replace('.', '')}.00 for thousands.`,
  }
}

function dividesByNought(expr: unknown): boolean {
  if (!isRecord(expr)) return false
  const { op, right } = expr
  if (op === '/' && propertyOf(right, 'op') === 'num' && Number(propertyOf(right, 'value')) === 0) return true
  return Object.values(expr).some(dividesByNought)
}

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
