import type { SmallRules } from '../engine/small-rules.ts'

/** Questions in one part of a made-up rule set, and boxes on its form. */
const QUESTIONS = 320
const BOXES = 500

/** A made-up rule set of so many parts: each has its own questions with conditions on earlier ones, a derived fact, a licence, a chapter of the form, a fee line
 * and checks. Only the first question is shared. Labels are different words, as those of a real catalogue are. */
export function largeRules(times: number): SmallRules {
  const parts = Array.from({ length: times }, (_, part) => part)
  return {
    questions: [{ id: 'all.first', type: 'yesNo', label: words(0) }, ...parts.flatMap(questionsOf)],
    steps: [{ id: 'first', ask: ['all.first'] }],
    licences: parts.map((part) => ({
      id: `permit${part}`,
      form: 'form',
      rules: [
        { id: 'sum', when: `all.first and ${fact(part, 0)}`, verdict: 'needed' },
        { id: 'rest', when: true, verdict: 'notNeeded' },
      ],
    })),
    sections: parts.map((part) => ({
      id: `chapter${part}`,
      act: `permit${part}`,
      boxes: Array.from({ length: BOXES }, (_, box) => ({
        nr: `${part}-${box}`,
        ...(box % 5 === 4 ? { when: fact(part, (box * 8) % (QUESTIONS - 8)) } : {}),
        questions: [fact(part, (box * 7) % QUESTIONS)],
      })),
    })),
    fees: parts.map((part) => ({
      id: `fee${part}`,
      licence: `permit${part}`,
      amounts: [{ amount: `100 + ${fact(part, 4)}`, source: 'Wet 1', decidedBy: 'filingDate' }],
    })),
    checks: parts.flatMap((part) =>
      Array.from({ length: 40 }, (_, at) => ({
        id: `check${part}x${at}`,
        when: `${fact(part, at * 8)} and ${fact(part, at * 8 + 4)} > 50`,
      })),
    ),
  }
}

/** Each eighth question is yes or no, the others are numbers and texts; some are asked only when the yes or no before them is a yes. */
function questionsOf(part: number): Record<string, unknown>[] {
  return Array.from({ length: QUESTIONS }, (_, at) => ({
    id: fact(part, at),
    type: at % 8 === 0 ? 'yesNo' : at % 8 === 4 ? 'integer' : 'text',
    label: words(1 + part * QUESTIONS + at),
    ...(at % 8 === 5 || at % 8 === 6 ? { when: fact(part, at - (at % 8)) } : {}),
  }))
}

export const fact = (part: number, at: number): string => `part${part}.f${at}`

/** Words of their own for each number: syllables by its digits, spread by a large prime so that neighbours differ. */
export function words(number: number): { nl: string; en: string } {
  const spread = (number * 2_654_435_761) % 4_294_967_296
  const text = (seed: number): string =>
    Array.from({ length: 6 }, (_, at) => SYLLABLES[Math.floor(seed / 29 ** (at % 5)) % 29] ?? '').join(`${number % 7} `)
  return { nl: `${text(spread)} ${number}`, en: `${text((spread * 31) % 4_294_967_296)} ${number}` }
}

const SYLLABLES = 'ba de fi go hu ja ke li mo nu pa re si to vu wa ze bra cle dri flo gru sta spe tri kno pla zwe schu'.split(' ')
