import type { Holds } from '../../model/answer-kinds/answer-kind.ts'
import { kindIn, kindOf } from '../../model/answer-kinds/answer-kinds.ts'
import { option, options, yesNo } from './choices.ts'
import { clock, day, days } from './days.ts'
import type { HeldAnswer } from './held-answer.ts'
import { cents, number } from './numbers.ts'
import { country, party, text } from './texts.ts'

const HELD: Readonly<Record<Holds, HeldAnswer>> = {
  yesNo,
  option,
  options,
  number,
  cents,
  day,
  days,
  clock,
  party,
  country,
  text,
  code: text,
  file: text,
}

/** What the engine does with the answers to a question, or with a value of a town. */
export const heldBy = (of: Parameters<typeof kindOf>[0]): HeldAnswer => HELD[kindOf(of).holds]

/** The same by the type of a box; null when that is not a kind of answer. */
export function heldIn(type: string): HeldAnswer | null {
  const kind = kindIn(type)
  return kind ? HELD[kind.holds] : null
}
