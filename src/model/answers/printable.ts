import { PRINTABLE } from './printable-ranges.ts'

const runs: readonly (readonly [number, number])[] = PRINTABLE.split(' ').map((run) => {
  const [from = '', until = from] = run.split('-')
  return [Number.parseInt(from, 36), Number.parseInt(until, 36)]
})

function isPrintable(point: number): boolean {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, until] = runs[middle] as readonly [number, number]
    if (point < from) high = middle - 1
    else if (point > until) low = middle + 1
    else return true
  }
  return false
}

/** Most texts: letters that are composed, of Latin-1, and printable every one. */
const PLAIN = /^[\n\x20-\x7e\xa1-\xac\xae-\xff]*$/

/** A text as the packet prints it: composed letters, and no control characters, which people paste from elsewhere. */
export const asPrinted = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFC').replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, ' '))

/** Characters of a text that the packet cannot print, each once: the page says it where they are typed. */
export const unprintable = (text: string): string[] =>
  PLAIN.test(text)
    ? []
    : [...new Set([...asPrinted(text)].filter((character) => character !== '\n' && !isPrintable(character.codePointAt(0) ?? 0)))]

/** The name of a file as the packet prints it: what it cannot print becomes a dash. */
export const printableName = (name: string): string => {
  const lacking = new Set(unprintable(name))
  return [...asPrinted(name)].map((character) => (lacking.has(character) ? '-' : character)).join('')
}
