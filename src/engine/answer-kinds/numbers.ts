import Big from 'big.js'
import { kindOf } from '../../model/answer-kinds/answer-kinds.ts'
import { formatCents, formatNumber } from '../forms/format.ts'
import type { HeldAnswer } from './held-answer.ts'

export const number: HeldAnswer = {
  value: (_, answer) => new Big(Number(answer)),
  print: ({ unit }, answer, lang) => formatNumber(Number(answer), lang, unit),
  others: (question, answer, turns) => {
    const now = new Big(Number(answer))
    return kindOf(question).whole
      ? turns.numbers(question.id, now, 1).map((value) => Number(value.round(0, Big.roundHalfUp)))
      : turns.numbers(question.id, now, 0.5).map(Number)
  },
}

/** Whole cents in an answer, euro in FEEL. */
export const cents: HeldAnswer = {
  value: (_, answer) => new Big(Number(answer)).div(100),
  fromNumber: (value) => Number(value.times(100)),
  print: (_, answer, lang) => formatCents(Number(answer), lang),
  printNumber: (value, lang) => formatCents(Number(value.times(100).round(0)), lang),
  others: ({ id }, answer, turns) => turns.numbers(id, new Big(Number(answer)).div(100), 1).map((value) => Number(value.times(100))),
  printTown: (value, lang) => formatCents(Math.round(Number(value) * 100), lang),
}
