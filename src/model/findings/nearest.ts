import { distance } from 'fastest-levenshtein'

/** A longer word is no misspelt name, and comparing takes the product of both lengths. */
const LONGEST = 100

/** The known word that was probably meant, or null when none is close. A shared last segment (`kvkNumber`) counts as close. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > LONGEST) return null
  const words = [...known]
  const lower = word.toLowerCase()
  let best: { word: string; distance: number } | null = null
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > 4) continue
    const found = distance(lower, candidate.toLowerCase())
    if (best === null || found < best.distance) best = { word: candidate, distance: found }
  }
  if (best && best.distance <= Math.max(1, Math.floor((word.length + 1) / 3))) return best.word
  const tail = lower.split('.').at(-1)
  for (const candidate of words) if (word.includes('.') && candidate.toLowerCase().endsWith(`.${tail}`)) return candidate
  return null
}

/** `Did you mean x?`, or the fallback advice. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const found = nearest(word, known)
  return found === null ? otherwise : `Did you mean ${found}?`
}
