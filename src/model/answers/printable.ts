import { PRINTABLE } from './printable-ranges.ts'
import { inRuns, runsOf } from './runs.ts'

const runs = runsOf(PRINTABLE)

const isPrintable = (character: string): boolean => inRuns(runs, character.codePointAt(0) ?? 0)

/** Fast path for most texts: composed letters of Latin-1, all of them printable. */
const PLAIN = /^[\n\x20-\x7e\xa1-\xac\xae-\xff]*$/
/** A joiner (ZWJ, ZWNJ) that is not between letters that join or parts of one emoji, where it has no effect. */
const LOOSE_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{L}])[\u200c\u200d]+|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)[\u200c\u200d]+|[\u200c\u200d]+(?![\p{Extended_Pictographic}\p{M}\p{L}])/gu

/** A text as the packet prints it: composed (NFC), without control characters and invisible characters, which come along with pasted text. */
export function asPrinted(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(LOOSE_JOINER, '')
}

/** Characters without a glyph in the packet's own typeface, each once; other typefaces may have one. */
export const notInTypeface = (text: string): string[] =>
  PLAIN.test(text)
    ? []
    : [...new Set([...asPrinted(text)].filter((character) => !/[\n\u200c\u200d]/.test(character) && !isPrintable(character)))]

/** Printed for a character that no typeface has: its code point. */
export const substituteOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** A file name as the packet prints it: characters that its typeface lacks become dashes. */
export const printableName = (name: string): string => {
  const lacking = new Set(notInTypeface(name))
  return [...asPrinted(name)].map((character) => (lacking.has(character) ? '-' : character)).join('')
}
