/** Towns in whose name each typed word starts a word, or, if there are none, occurs anywhere; names that start with what was typed come first.
 * Ignores accents, case and punctuation. Without a word: all of them. */
export function findTowns<T extends { readonly name: string }>(towns: readonly T[], typed: string): T[] {
  const wanted = wordsOf(typed)
  const rank = (name: string): number => {
    const words = wordsOf(name)
    if (wanted.every((each, at) => words[at]?.startsWith(each))) return 0
    if (wanted.every((each) => words.some((word) => word.startsWith(each)))) return 1
    return wanted.every((each) => words.some((word) => word.includes(each))) ? 2 : 3
  }
  const ranked = towns.map((town) => ({ town, rank: rank(town.name) }))
  const best = ranked.some(({ rank }) => rank < 2) ? 1 : 2
  return ranked
    .filter(({ rank }) => rank <= best)
    .toSorted((a, b) => a.rank - b.rank || a.town.name.localeCompare(b.town.name, 'nl'))
    .map(({ town }) => town)
}

/** Whether two names are equal apart from accents, case and punctuation. */
export const isSameName = (one: string, other: string): boolean => wordsOf(one).join(' ') === wordsOf(other).join(' ')

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
