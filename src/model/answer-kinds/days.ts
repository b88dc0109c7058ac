import { Clock, Day } from '../schema/answer-file.ts'
import type { ResolvedQuestion } from '../variant.ts'
import type { AnswerKind } from './answer-kind.ts'
import { INPUT_PROBLEMS, isProblem, type Judged, no } from './input-problem.ts'

const isText = (value: unknown): boolean => typeof value === 'string'
const isDay = (value: unknown): boolean => Day.safeParse(value).success
const isClock = (value: unknown): boolean => Clock.safeParse(value).success

export const date: AnswerKind = {
  holds: 'day',
  feel: () => ({ kind: 'date' }),
  judge: { text: (question, text) => judgeDay(question, text, 'date') },
  inFile: { fits: isText, told: () => INPUT_PROBLEMS.date },
  bounds: 'day',
  inTown: { fits: isDay, told: ['a date', 'Write it like 2026-01-31.'] },
}

/** First and last day. */
export const period: AnswerKind = {
  holds: 'days',
  feel: () => ({ kind: 'period' }),
  judge: {
    text: (question, text) => {
      const [from = '', until = '', ...rest] = text.split('/')
      const wrong = [from, until].map((day) => judgeDay(question, day, 'period')).find(isProblem)
      if (wrong || rest.length > 0) return wrong ?? no('period')
      return from <= until ? text : no('periodOrder')
    },
  },
  inFile: { fits: isText, told: () => INPUT_PROBLEMS.period },
  bounds: 'day',
}

export const time: AnswerKind = {
  holds: 'clock',
  feel: () => ({ kind: 'time' }),
  // `23:00`, `23.00`, `1:30+1`
  parse: (typed) => {
    const match = /^(\d{1,2})[:.](\d{2})(\+1)?$/.exec(typed.replaceAll(' ', ''))
    return match ? `${match[1]?.padStart(2, '0')}:${match[2]}${match[3] ?? ''}` : no('time')
  },
  judge: { text: (_, text) => (isClock(text) ? text : no('time')) },
  inFile: { fits: isText, told: () => INPUT_PROBLEMS.time },
  bounds: null,
  inTown: { fits: isClock, told: ['a clock time', 'Write it like 01:00, or 01:00+1 for after midnight.'] },
}

function judgeDay({ min, max }: ResolvedQuestion, day: string, problem: 'date' | 'period'): Judged {
  if (!isDay(day)) return no(problem)
  const within = (typeof min !== 'string' || day >= min) && (typeof max !== 'string' || day <= max)
  return within ? day : no('outside')
}
