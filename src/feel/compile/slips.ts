import Big from 'big.js'
import type { FeelProblem } from './problem.ts'

/** Dutch words that a clerk writes instead of FEEL keywords. */
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
/** Signs of other languages. */
const OTHER_SIGNS: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'],
  ['||', 'or'],
  ['<>', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['=>', '>='],
  ['=<', '<='],
])

/** The sign by which other languages compare; null: none. */
export function findDoubledSign(source: string): FeelProblem | null {
  const doubled = /[^<>!=]==/.exec(source)
  if (!doubled) return null
  const from = doubled.index + 1
  return { code: 'FEEL_SYNTAX', from, to: from + 2, message: 'FEEL compares with one =.', mend: 'Write = instead of ==.' }
}

/** An operator of another language that the parser takes for something else; null: none. */
export function findOtherSign(source: string): FeelProblem | null {
  const bare = withoutTexts(source)
  for (const [sign, right] of OTHER_SIGNS) {
    const at = bare.indexOf(sign)
    if (at >= 0)
      return { code: 'FEEL_SYNTAX', from: at, to: at + sign.length, message: `FEEL does not know ${sign}.`, mend: `Write ${right}.` }
  }
  return null
}

/** Blanks quoted texts, which may contain anything, without moving the rest. */
const withoutTexts = (source: string): string =>
  source.replace(/"(?:[^"\\]|\\.)*"/g, (text) => '"'.padEnd(text.length - 1, ' ').concat('"'))

/** The most likely mistake in an expression that is not FEEL; null when it is none of the known ones. */
export function findFeelSlip(source: string, errorAt: number): FeelProblem | null {
  const found = (from: number, length: number, message: string, mend: string): FeelProblem => ({
    code: 'FEEL_SYNTAX',
    from,
    to: from + length,
    message,
    mend,
  })
  const bare = withoutTexts(source)
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
  const single = /'([^']*)'/.exec(bare)
  if (single) return found(single.index, single[0].length, 'In FEEL a text is written between double quotes.', `Write "${single[1]}".`)
  const comma = /(\d+),(\d{1,2})(?!\d)/.exec(bare)
  if (comma) return found(comma.index, comma[0].length, 'FEEL writes decimals behind a dot.', `Write ${comma[1]}.${comma[2]}.`)
  const times = /(?<=[\d)]) *([x×·]) *(?=[\d(])/.exec(bare)
  if (times) return found(bare.indexOf(times[1] ?? '', times.index), 1, `FEEL does not know ${times[1]}.`, 'Write *.')
  const unit = /(\d+(?:\.\d+)?) *(m2|m²|m3|m³|km|uur|euro|jaar|dagen|personen|stoelen)(?![\p{L}\d])/u.exec(bare)
  if (unit) return found(unit.index, unit[0].length, `FEEL does not know ${unit[2]}.`, `Write the number alone: ${unit[1]}.`)
  return brackets(bare, found) ?? (/\bif\b/.test(bare) && !/\belse\b/.test(bare) ? noElse(bare, found) : null)
}

type Found = (from: number, length: number, message: string, mend: string) => FeelProblem

const noElse = (bare: string, found: Found): FeelProblem =>
  found(bare.search(/\bif\b/), 2, 'What holds otherwise is missing here.', 'Write if … then … else …, with 0 or null for nothing.')

/** The first closing bracket without an opening one, or else the last that is never closed. */
function brackets(bare: string, found: Found): FeelProblem | null {
  const open: number[] = []
  for (const [at, sign] of [...bare].entries()) {
    if (sign === '(') open.push(at)
    if (sign === ')' && open.pop() === undefined) return found(at, 1, 'This bracket closes nothing.', 'Take it out, or add ( before it.')
  }
  const last = open.at(-1)
  return last === undefined ? null : found(last, 1, 'The bracket that opens here is never closed.', 'Add ).')
}
