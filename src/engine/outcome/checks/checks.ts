import type { Compiled, Expr } from '../../../feel/expr.ts'
import { isClosed } from '../../../feel/references.ts'
import { isList, isRow, isUnknown, type RowRef, type Value } from '../../../feel/value.ts'
import type { Lang } from '../../../model/lang.ts'
import type { Text } from '../../../model/schema/common.ts'
import type { ResolvedCheck } from '../../../model/variant.ts'
import { formatValue } from '../../answer-kinds/print-answer.ts'
import type { Reading } from '../../context.ts'
import { aliasBindings } from '../../facts/behind.ts'
import { inItsWords, worded } from '../../facts/worded.ts'
import { localise, partyName } from '../../forms/format.ts'
import { rowRef, run } from '../../reader.ts'
import type { FiredCheck } from '../../states.ts'
import { fieldCheckCell } from './field-checks.ts'

/** Where a check fires: once for the case, or per row. */
export function checkCell(reading: Reading, [id = '']: readonly string[]): readonly FiredCheck[] {
  const check = reading.index.checks.get(id)
  if (!check) return fieldCheckCell(reading, id) ?? []
  if (check.per === null) {
    const fired = checkFor(reading, check, null)
    return fired ? [fired] : NONE
  }
  if (reading.get(`checkCase|${id}`) === false) return NONE
  return rowsOf(reading, check.per).items.flatMap((row) => reading.get(`checkRow|${id}|${row.id}`) ?? [])
}
const NONE: readonly FiredCheck[] = []

/** The part of a check per row that is about the case: `checkCase|check`. False: it fires in no row, and none needs to be looked at. */
export function checkCaseCell(reading: Reading, [id = '']: readonly string[]): boolean {
  const when = reading.index.checks.get(id)?.when
  const ofCase = when && splitByRow(when).ofCase
  return !ofCase || run(reading, ofCase) === true
}

interface Split {
  readonly ofCase: Compiled | null
  readonly ofRow: Compiled | null
}

/** The conjuncts of an `and` that involve no row, and the others; null where there are none. */
function splitByRow(when: Compiled): Split {
  const known = splits.get(when)
  if (known) return known
  const { expr } = when
  const allOf = (args: Expr[]): Compiled | null => (args.length > 0 ? { ...when, expr: { op: 'and', args } } : null)
  const made =
    expr.op === 'and'
      ? { ofCase: allOf(expr.args.filter((arg) => isClosed(arg))), ofRow: allOf(expr.args.filter((arg) => !isClosed(arg))) }
      : { ofCase: null, ofRow: when }
  splits.set(when, made)
  return made
}
const splits = new WeakMap<Compiled, Split>()

/** A check for one of its rows: `checkRow|check|row`. Depends only on the row's own part: when the case changes, no row is looked at again. */
export function checkRowCell(reading: Reading, [id = '', rowId = '']: readonly string[]): FiredCheck | null {
  const check = reading.index.checks.get(id)
  const row = rowRef(reading, rowId)
  return check && row ? checkFor(reading, check, row) : null
}

/** One check for the case, or for one of its rows. An undecided check does not fire. */
function checkFor(reading: Reading, check: ResolvedCheck, row: RowRef | null): FiredCheck | null {
  const when = row ? splitByRow(check.when).ofRow : check.when
  const bindings = row && check.per ? bindingsFor(reading, check.per, row) : {}
  if (when && run(reading, when, bindings) !== true) return null
  const { message, advice } = inItsWords(reading, check, bindings)
  return {
    row: row?.id ?? null,
    message: fillPlaceholders(reading, message, row),
    advice: advice ? localise(advice, reading.lang) : null,
  }
}

/** Rows of a collection or alias, and why there may be more. */
export function rowsOf(reading: Reading, per: string): { items: readonly RowRef[]; missing: readonly string[] } {
  const value = reading.get(reading.index.aliases.has(per) ? `alias|${per}` : `list|${per}|`)
  if (isList(value)) return { items: value.items.filter(isRow), missing: value.unknown?.missing ?? [] }
  if (isUnknown(value)) return { items: [], missing: value.missing }
  return { items: typeof value === 'object' && value !== null && isRow(value) ? [value] : [], missing: [] }
}

export const bindingsFor = (reading: Reading, per: string, row: RowRef): Record<string, Value> =>
  reading.index.aliases.has(per) ? aliasBindings(reading, per, row) : { row }

/** Replaces `{premises.maxPersons}` and `{town.closing.weekend}` in a message by their value. A sentence about an unknown value is dropped while another one
 * says enough; alone, it shows "?". */
function fillPlaceholders(reading: Reading, message: Text, row: RowRef | null): string {
  const sentences = localise(message, reading.lang)
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => fillSentence(reading, sentence, row))
  const known = sentences.filter((sentence) => sentence.known)
  return (known.length > 0 ? known : sentences).map((sentence) => sentence.text).join(' ')
}

function fillSentence(reading: Reading, sentence: string, row: RowRef | null): { text: string; known: boolean } {
  const lang: Lang = reading.lang
  let known = true
  const unknownValue = (): string => {
    known = false
    return '?'
  }
  const text = sentence.replace(/\{([a-zA-Z][\w.]*)\}/g, (_, name: string) => {
    const question = reading.index.questions.get(name)
    const parameter = reading.index.parameters.get(name)
    if (!question && !parameter) return unknownValue()
    const value = reading.get(question ? `fact|${name}|${question.subject === 'case' ? '' : (row?.id ?? '')}` : `parameter|${name}`)
    const printed = formatValue(value, question?.type ?? parameter?.type ?? 'text', lang, {
      option: (option) => {
        const asked = question && worded(reading, question, row?.id ?? null)
        const found = asked?.options?.find((known) => known.id === option)
        return found ? localise(found.label, lang) : option
      },
      party: (id) => partyName(reading, id),
      unit: question?.unit ?? parameter?.unit ?? null,
    })
    return printed ?? unknownValue()
  })
  return { text, known }
}
