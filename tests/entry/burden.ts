import type { BoxCoverage } from '../../src/engine/assessment.ts'
import type { Effort } from './enter.ts'

/**
 * Seconds per operator of the keystroke-level model: Card, Moran and Newell, Communications of the ACM 23(7), 1980, pp. 396-410.
 * `key` is the average typist who is no secretary (40 words a minute). `letter` is handwriting at the fast end of what adults do, 113 letters a
 * minute; the average is 40. That choice, and leaving out every box that does not apply, favours paper.
 */
export const SECONDS = { key: 0.28, point: 1.1, press: 0.2, home: 0.4, think: 1.35, letter: 60 / 113 } as const

/** What filling in takes on the screen. Thinking: once per answer. */
export const secondsOnScreen = ({ clicks, keys, answers, switches }: Effort): number =>
  answers * SECONDS.think + keys * SECONDS.key + clicks * (SECONDS.point + SECONDS.press) + switches * SECONDS.home

export interface Paper {
  /** Boxes written or ticked, each as often as it is printed. Signatures are the same on both sides and are left out. */
  readonly boxes: number
  readonly letters: number
  readonly ticks: number
}

/** The same boxes on paper: each is read and thought of once, text is written by hand, a tick takes as long as two letters. */
export const secondsOnPaper = ({ boxes, letters, ticks }: Paper): number => boxes * SECONDS.think + (letters + 2 * ticks) * SECONDS.letter

export function paperOf(boxes: readonly BoxCoverage[]): Paper {
  const written = boxes.filter((box) => box.state === 'filled')
  const texts = written.filter((box) => box.options === null || box.options.length === 0)
  const letters = texts.flatMap((box) =>
    [...`${box.text ?? ''}${(box.rows?.cells ?? []).flat().join('')}`].filter((letter) => letter.trim() !== ''),
  )
  return { boxes: written.length, letters: letters.length, ticks: written.length - texts.length }
}
