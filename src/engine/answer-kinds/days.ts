import Big from 'big.js'
import { clock as clockText, minutes } from '../../feel/clock.ts'
import { formatClock, formatDate, untilWord } from '../forms/format.ts'
import { asItIs, type HeldAnswer } from './held-answer.ts'

export const day: HeldAnswer = {
  value: asItIs,
  print: (_, answer, lang) => formatDate(String(answer), lang),
  others: ({ id }, answer, turns) => turns.dates(id, String(answer)),
  printTown: (value, lang) => formatDate(String(value), lang),
}

export const days: HeldAnswer = {
  value: asItIs,
  print: (_, answer, lang) =>
    String(answer)
      .split('/')
      .map((date) => formatDate(date, lang))
      .join(` ${untilWord(lang)} `),
}

/** `HH:MM` in an answer, minutes after midnight in FEEL. */
export const clock: HeldAnswer = {
  value: (_, answer) => new Big(minutes(String(answer))),
  fromNumber: (value) => clockText(Number(value)),
  print: (_, answer, lang) => formatClock(String(answer), lang),
  printNumber: (value, lang) => formatClock(clockText(Number(value)), lang),
  others: ({ id }, answer, turns) =>
    turns
      .numbers(id, new Big(minutes(String(answer))), 1)
      .filter(isClock)
      .map((value) => clockText(Number(value))),
  townValue: (value) => new Big(minutes(String(value))),
  printTown: (value, lang) => formatClock(String(value), lang),
}

const isClock = (value: Big): boolean => value.lt(2880)
