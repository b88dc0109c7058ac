import dutch from 'hyphen/nl/index.js'
import { clustersOf } from './clusters.ts'

/** Where an address or a number may be broken without a hyphen: after one of these. */
const SEAM = /(?<=[/@._\-?&=\u2010\u2013])/
const ADDRESS = /@|:\/\/|^www\./i
const SEPARATOR = '\u00ad'
/** A shorter word is never hyphenated. */
const LEAST = 6

/** The parts between which a word may be broken: its syllables by the Dutch patterns of TeX, or those of an address. */
export function syllablesOf(word: string): string[] {
  const parts = word.split(SEAM)
  if (ADDRESS.test(word)) return parts
  return parts.flatMap((part) =>
    /\p{Script=Latin}{3}/u.test(part) ? dutch.hyphenateSync(part, { hyphenChar: SEPARATOR, minWordLength: LEAST }).split(SEPARATOR) : part,
  )
}

/** Cuts a word wider than its line into pieces that are not: between syllables, and between letters only where a syllable is still too wide.
 * `hyphen`: what follows a piece that ends between letters. */
export function cutWord(word: string, measure: (text: string) => number, width: number, hyphen: string): string[] {
  const pieces: string[] = []
  let piece = ''
  const fits = (text: string, isLast: boolean): boolean =>
    measure(isLast || /[/@._\-?&=\u2010\u2013]$/.test(text) ? text : text + hyphen) <= width
  const take = (unit: string, isLast: boolean): void => {
    if (fits(piece + unit, isLast)) {
      piece += unit
      return
    }
    if (piece !== '') pieces.push(piece)
    piece = ''
    if (fits(unit, isLast)) {
      piece = unit
      return
    }
    const letters = clustersOf(unit)
    letters.forEach((letter, index) => {
      if (piece !== '' && !fits(piece + letter, isLast && index === letters.length - 1)) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    })
  }
  const units = syllablesOf(word)
  for (const [index, unit] of units.entries()) take(unit, index === units.length - 1)
  if (piece !== '') pieces.push(piece)
  return pieces
}
