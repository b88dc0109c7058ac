/** Something that can be found: what it is called, and what else is said of it. */
export interface Findable {
  readonly name: string
  readonly says: string
}

/** Without capitals, accents and marks: what somebody types on a phone. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What has every word that was typed, also as the beginning or a part of a word; whose name has them stands first, in the order given. */
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
