import bidiFactory from 'bidi-js'
import { addAll } from '../../model/util/add-all.ts'
import { highest } from '../../model/util/extremes.ts'

const bidi = bidiFactory()

/** Letters that are written from right to left, or may be. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Embedding level of each code unit of a text (UAX 9): odd ones run from right to left. null: all of it runs from left to right. */
export const levelsOf = (text: string): Uint8Array | null => (FROM_THE_RIGHT.test(text) ? bidi.getEmbeddingLevels(text).levels : null)

/** A bracket as drawn from right to left. */
export const mirrored = (character: string): string => bidi.getMirroredCharacter(character) ?? character

/** Pieces in visual order from left to right, given in reading order (UAX 9, L2). */
export function inVisualOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  let placed = [...pieces]
  const top = highest(
    pieces.map(({ level }) => level),
    0,
  )
  for (let level = top; level > 0; level--) {
    const next: T[] = []
    let run: T[] = []
    for (const piece of placed) {
      if (piece.level >= level) {
        run.push(piece)
        continue
      }
      addAll(next, run.toReversed())
      run = []
      next.push(piece)
    }
    addAll(next, run.toReversed())
    placed = next
  }
  return placed
}
