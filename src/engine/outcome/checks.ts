import { isList, isRow, isUnknown, type RowRef, type Value } from '../../feel/value.ts'
import type { Lang } from '../../model/lang.ts'
import type { Text } from '../../model/schema/common.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { aliasBindings } from '../facts/behind.ts'
import { partyName, printValue, say } from '../forms/print.ts'
import { rowRef, run } from '../reader.ts'
import type { FiredCheck } from '../states.ts'
import { fieldCheckCell } from './field-checks.ts'

/** Where a check fires: once for the case, or per row. */
export function checkCell(context: Context, get: Get, [id = '']: readonly string[]): readonly FiredCheck[] {
  const check = context.index.checks.get(id)
  if (!check) return fieldCheckCell(context, get, id) ?? []
  const rows = check.per === null ? [''] : rowsOf(context, get, check.per).items.map((row) => row.id)
  return rows.flatMap((row) => get(`checkRow|${id}|${row}`) ?? [])
}

/** One check for the case or one of its rows: `checkRow|check|row`. What cannot be decided does not fire. */
export function checkRowCell(context: Context, get: Get, [id = '', rowId = '']: readonly string[]): FiredCheck | null {
  const check = context.index.checks.get(id)
  const row = rowId ? rowRef(get, rowId) : null
  if (!check || (rowId && !row)) return null
  if (run(context, get, check.when, row && check.per ? bindingsFor(context, get, check.per, row) : {}) !== true) return null
  const message = fillPlaceholders(context, get, check.message, row)
  return { row: row?.id ?? null, message, advice: check.advice ? say(check.advice, context.lang) : null }
}

/** Rows of a collection or alias, and why there may be more. */
export function rowsOf(context: Context, get: Get, per: string): { items: readonly RowRef[]; missing: readonly string[] } {
  const value = get(context.index.aliases.has(per) ? `alias|${per}` : `list|${per}|`)
  if (isList(value)) return { items: value.items.filter(isRow), missing: value.unknown?.missing ?? [] }
  if (isUnknown(value)) return { items: [], missing: value.missing }
  return { items: typeof value === 'object' && value !== null && isRow(value) ? [value] : [], missing: [] }
}

export const bindingsFor = (context: Context, get: Get, per: string, row: RowRef): Record<string, Value> =>
  context.index.aliases.has(per) ? aliasBindings(context, get, per, row) : { row }

/** `{premises.maxPersons}` and `{town.closing.weekend}` in a message stand for their value. A sentence about a value that nobody knows yet is left
 * out while another one says enough; alone, it shows "?". */
function fillPlaceholders(context: Context, get: Get, message: Text, row: RowRef | null): string {
  const sentences = say(message, context.lang)
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => fillSentence(context, get, sentence, row))
  const known = sentences.filter((sentence) => sentence.known)
  return (known.length > 0 ? known : sentences).map((sentence) => sentence.text).join(' ')
}

function fillSentence(context: Context, get: Get, sentence: string, row: RowRef | null): { text: string; known: boolean } {
  const lang: Lang = context.lang
  let known = true
  const unknownValue = (): string => {
    known = false
    return '?'
  }
  const text = sentence.replace(/\{([a-zA-Z][\w.]*)\}/g, (_, name: string) => {
    const question = context.index.questions.get(name)
    const parameter = context.index.parameters.get(name)
    if (!question && !parameter) return unknownValue()
    const value = get(question ? `fact|${name}|${question.subject === 'case' ? '' : (row?.id ?? '')}` : `parameter|${name}`)
    const printed = printValue(value, question?.type ?? parameter?.type ?? 'text', lang, {
      option: (option) => {
        const found = question?.options?.find((one) => one.id === option)
        return found ? say(found.label, lang) : option
      },
      party: (id) => partyName(get, id),
      unit: question?.unit ?? parameter?.unit ?? null,
    })
    return printed ?? unknownValue()
  })
  return { text, known }
}
