import type { Value } from '../../feel/value.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedBox, ResolvedQuestion } from '../../model/variant.ts'
import { formatAnswer, formatValue } from '../answer-kinds/print-answer.ts'
import type { Reading } from '../context.ts'
import { localise, partyName } from './format.ts'

/** An answer as given, in the words of its box where that has some. */
export function printGiven(reading: Reading, { print: map }: ResolvedBox, question: ResolvedQuestion, answer: AnswerJson): string {
  if (map) {
    const mapped = (Array.isArray(answer) ? answer : [String(answer)]).map((each) => map[each])
    if (mapped.every((printed) => printed !== undefined)) return [...new Set(mapped)].join(', ')
  }
  return formatAnswer(question, answer, reading.lang, (party) => partyName(reading, party))
}

/** A computed value. Options go through the print map of the box, then through the labels of the question. */
export function printIn(
  reading: Reading,
  { print, type }: ResolvedBox,
  value: Value,
  map: Readonly<Record<string, string>> | null = print,
  question: ResolvedQuestion | null = null,
): string | null {
  if (typeof value === 'boolean' && map?.[String(value)] !== undefined) return map[String(value)] ?? null
  return formatValue(value, question?.type ?? type, reading.lang, {
    option: (option) => {
      if (map?.[option] !== undefined) return map[option]
      const label = question?.options?.find((known) => known.id === option)?.label
      return label ? localise(label, reading.lang) : option
    },
    party: (party) => partyName(reading, party),
    unit: question?.unit ?? null,
  })
}
