/** Something that can be found: its name, and what else is said about it. */
export interface Findable {
  readonly name: string
  readonly says: string
}

/** Without case, accents and punctuation, as people type on a phone. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Items that contain every typed word, be it as part of a word: first those whose name has words that begin so, then those whose name contains them,
 * then the rest. Ties keep their order. */
export function find<T extends Findable>(all: readonly T[], typed: string): readonly T[] {
  const words = plain(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const rated = all.flatMap((each) => {
    const name = plain(each.name)
    const whole = `${name} ${plain(each.says)}`
    if (!words.every((word) => whole.includes(word))) return []
    const inName = words.every((word) => name.includes(word))
    const begins = words.every((word) => ` ${name}`.includes(` ${word}`))
    return [{ each, rate: begins ? 0 : inName ? 1 : 2 }]
  })
  return rated.sort((a, b) => a.rate - b.rate).map(({ each }) => each)
}
