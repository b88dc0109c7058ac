/** Edits between two words (insert, delete, replace, swap of neighbours). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

/** Of longer words nobody means another, and comparing two takes the product of their lengths. */
const LONGEST = 100

/** The known word somebody probably meant, or null when none is near. A shared last segment (`kvkNumber`) counts as near. */
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
  if (best && best.distance <= Math.max(1, Math.floor(word.length / 3))) return best.word
  const tail = lower.split('.').at(-1)
  for (const candidate of words) if (word.includes('.') && candidate.toLowerCase().endsWith(`.${tail}`)) return candidate
  return null
}

/** `Did you mean x?`, or what else may be done. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
  const found = nearest(word, known)
  return found === null ? otherwise : `Did you mean ${found}?`
}
