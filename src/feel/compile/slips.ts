import Big from 'big.js'
import type { FeelProblem } from './problem.ts'

/** Words that a Dutch clerk writes for a word of FEEL. */
const DUTCH_FOR_FEEL: ReadonlyMap<string, string> = new Map([
  ['en', 'and'],
  ['of', 'or'],
  ['niet', 'not'],
  ['als', 'if'],
  ['dan', 'then'],
  ['anders', 'else'],
  ['tussen', 'between'],
  ['waar', 'true'],
  ['onwaar', 'false'],
])
/** And signs that other languages use. */
const OTHER_SIGNS: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'],
  ['||', 'or'],
  ['<>', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
])

/** What a person most likely did wrong in an expression that is no FEEL; null when it is none of the slips that are known. */
export function findFeelSlip(source: string, errorAt: number): FeelProblem | null {
  const found = (from: number, length: number, message: string, mend: string): FeelProblem => ({
    code: 'FEEL_SYNTAX',
    from,
    to: from + length,
    message,
    mend,
  })
  // a text between straight quotes may hold anything; what is blanked keeps its place
  const bare = source.replace(/"(?:[^"\\]|\\.)*"/g, (text) => '"'.padEnd(text.length - 1, ' ').concat('"'))
  const curly = /[“”„‘’]/.exec(bare)
  if (curly) return found(curly.index, 1, 'These are curly quotes, as a word processor makes them.', 'Write straight quotes: "…".')
  const percent = /(\d+(?:\.\d+)?)\s*%/.exec(bare)
  if (percent) {
    const part = Big(percent[1] ?? 0).div(100)
    return found(
      percent.index,
      percent[0].length,
      'FEEL knows no per cent.',
      `Write a part of something: ${part} * fee("…") of another fee, or ${part} * a number.`,
    )
  }
  const letter = /\d[\d.]*[OoIl]\d*(?![\w.])/.exec(bare)
  if (letter) return found(letter.index, letter[0].length, 'There is a letter in this number.', 'Write a nought or a one in its place.')
  const word = [...bare.matchAll(/[a-z]+/gi)].find(
    ([text], index, all) => DUTCH_FOR_FEEL.has(text) && (all[index]?.index ?? 0) + text.length >= Math.min(errorAt, bare.length),
  )
  if (word)
    return found(word.index, word[0].length, `FEEL is English: it does not know "${word[0]}".`, `Write "${DUTCH_FOR_FEEL.get(word[0])}".`)
  for (const [sign, right] of OTHER_SIGNS) {
    const at = bare.indexOf(sign)
    if (at >= 0) return found(at, sign.length, `FEEL does not know ${sign}.`, `Write ${right}.`)
  }
  return null
}
