import type { ResolvedQuestion } from '../variant.ts'
import type { AnswerKind } from './answer-kind.ts'
import { type InputProblem, type Judged, no } from './input-problem.ts'

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const PLAIN: AnswerKind['inFile'] = { fits: isNumber, told: () => ['a number', 'Write the number without quotes or unit.'] }
const FEEL = { kind: 'number' } as const

export const integer: AnswerKind = {
  holds: 'number',
  feel: () => FEEL,
  parse: (typed) => parse(typed, 0, 'wholeNumber'),
  judge: { number: judge(0, 'wholeNumber') },
  inFile: PLAIN,
  bounds: 'number',
  whole: true,
  inTown: { fits: Number.isInteger, told: ['a whole number', 'Write whole digits.'] },
}

/** In square metres unless its question has another unit. */
export const area: AnswerKind = {
  holds: 'number',
  feel: () => FEEL,
  parse: (typed) => parse(typed, 6, 'number'),
  judge: { number: judge(6, 'number') },
  inFile: PLAIN,
  bounds: 'number',
}

export const number: AnswerKind = {
  ...area,
  inTown: { fits: (value) => typeof value === 'number', told: ['a number', 'Write digits, with a dot before decimals.'] },
}

export const amount: AnswerKind = {
  holds: 'cents',
  feel: () => FEEL,
  parse: (typed) => {
    const euro = parse(typed.replace(/^€\s*/, '').replace(/,(-|–)$/, ''), 2, 'amount')
    return typeof euro === 'number' ? Math.round(euro * 100) : euro
  },
  judge: { number: judge(0, 'amount', 100) },
  inFile: { fits: isNumber, told: () => ['a number', 'Write whole cents: 1250 is € 12,50.'] },
  typed: (cents) => (cents / 100).toFixed(2).replace('.', ',').replace(',00', ''),
  bounds: 'number',
  inTown: {
    fits: (value) => typeof value === 'number',
    told: ['an amount in euro', 'Write digits with a dot before the cents, such as 12.50.'],
  },
}

/** Accepts Dutch and English notation: `1.250,50`, `1,250.50`, `1250,5`. A single dot followed by three digits separates thousands. */
function parse(text: string, decimals: number, problem: InputProblem): Judged {
  const bare = text.replaceAll(/[\s\u00a0]/g, '')
  if (/^-/.test(bare)) return no('negative')
  const written = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : /^\d{1,3}(,\d{3})+\.\d+$/.test(bare)
      ? bare.replaceAll(',', '')
      : bare.replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(written) || (written.split('.')[1]?.length ?? 0) > decimals) return no(problem)
  return Number(written)
}

/** `per`: how many stored units make one unit of the bounds. */
function judge(decimals: number, problem: InputProblem, per = 1): (question: ResolvedQuestion, value: number) => Judged {
  return ({ min, max }, value) => {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER || Number.isNaN(value)) return no('number')
    if (value < 0) return no('negative')
    if (Number(value.toFixed(decimals)) !== value) return no(problem)
    const inUnit = value / per
    const within = (typeof min !== 'number' || inUnit >= min) && (typeof max !== 'number' || inUnit <= max)
    // `+ 0` turns -0 into 0
    return within ? value + 0 : no('outside')
  }
}
