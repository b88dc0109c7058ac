import type Big from 'big.js'
import type { Value } from '../../feel/value.ts'
import type { Lang } from '../../model/lang.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'

/** Where comparisons turn, per fact: the answers just at, below and above each bound. */
export interface Turns {
  numbers(fact: string, now: Big, step: number): Big[]
  dates(fact: string, now: string): string[]
}

/** Everything the engine does with an answer, by what it holds. */
export interface HeldAnswer {
  /** As FEEL sees it. The answer has been checked by readAnswers; `party` resolves an id to its row. */
  value(question: ResolvedQuestion, answer: AnswerJson, party: (id: string) => Value): Value
  /** The answer for a number of FEEL; defaults to that number. */
  fromNumber?(value: Big): AnswerJson
  /** As given, for reading: labels instead of ids, days and money as people write them. */
  print(question: ResolvedQuestion, answer: AnswerJson, lang: Lang, partyName: (id: string) => string): string
  /** A number of FEEL, for reading; by default with the unit of its question. */
  printNumber?(value: Big, lang: Lang): string
  /** Other answers to the same question: each option, each side of each bound. When absent, none are tried. */
  others?(question: ResolvedQuestion, answer: AnswerJson, turns: Turns): AnswerJson[]
  /** A value that a town has set, as conditions read it; defaults to the value itself. */
  townValue?(value: string | number | boolean): Value
  /** The same for reading; by default a number with its unit, the label of an option, or the text. Money is in euros. */
  printTown?(value: string | number | boolean, lang: Lang): string
}

/** Text, day, yes or no: FEEL takes it unchanged. */
export const asItIs = (_: ResolvedQuestion, answer: AnswerJson): Value =>
  Array.isArray(answer) ? answer.join(', ') : typeof answer === 'number' ? String(answer) : answer
