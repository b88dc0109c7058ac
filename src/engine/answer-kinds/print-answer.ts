import Big from 'big.js'
import { isDay } from '../../feel/day.ts'
import { isList, isRow, type Value } from '../../feel/value.ts'
import type { Lang } from '../../model/lang.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedParameter, ResolvedQuestion } from '../../model/variant.ts'
import { formatDate, formatNumber, formatYesNo, localise } from '../forms/format.ts'
import { heldBy, heldIn } from './held-answers.ts'

/** An answer as given, for reading: option labels instead of ids, dates and money as people write them. */
export const formatAnswer = (question: ResolvedQuestion, answer: AnswerJson, lang: Lang, partyName: (id: string) => string): string =>
  heldBy(question).print(question, answer, lang, partyName)

export type ParameterValue = ResolvedParameter['values'][number]['value']

/** What a town has set, formatted for reading; null: not known. Money is in euros. */
export function formatParameter(parameter: ResolvedParameter, value: ParameterValue, lang: Lang): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return formatYesNo(value, lang)
  const { printTown } = heldBy(parameter)
  if (printTown) return printTown(value, lang)
  if (typeof value === 'number') return formatNumber(value, lang, parameter.unit)
  const option = parameter.options?.find(({ id }) => id === value)
  return option ? localise(option.label, lang) : value
}

/** A computed value; `type` is that of the box or question it is printed for. */
export function formatValue(
  value: Value,
  type: string,
  lang: Lang,
  names: { option: (id: string) => string; party: (id: string) => string; unit: string | null },
): string | null {
  if (value === null) return null
  if (typeof value === 'boolean') return formatYesNo(value, lang)
  if (typeof value === 'string') {
    if (isDay(value)) return formatDate(value, lang)
    return names.option(value)
  }
  if (isList(value)) {
    const parts = value.items.map((item) => formatValue(item, type, lang, names)).filter((part) => part !== null)
    // a number may contain a comma itself
    return parts.length > 0 ? parts.join(value.items.every((item) => item instanceof Big) ? '; ' : ', ') : null
  }
  if (isRow(value)) return names.party(value.id)
  if ('kind' in value) return null
  return heldIn(type)?.printNumber?.(value, lang) ?? formatNumber(value, lang, names.unit)
}
