import type { FeelProblem } from './problem.ts'

/** The longest condition of the rule set has 1,000 characters and 25 times `and` or `or`. The parser gives up, or takes seconds, only far above these
 * limits. */
export const MOST_CHARACTERS = 5_000
export const MOST_SIGNS = 150
export const MOST_BRACKETS = 50
const LONGEST_WORD = 200
const MOST_DIGITS = 34

/** Nesting of an expression, such as `if … else if … else if …`; everything that walks expressions recurses. */
export const MOST_LAYERS = 200
/** Nested iterations over lists: each multiplies the work by the length of its list. */
export const MOST_WALKS = 5

const TOKEN = /"(?:[^"\\]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\.?\d[\d.]*(?:[eE][+-]?\d+)?|[\p{L}\p{M}\p{N}_.$]+|[^\s]/gu

/** Reports an expression that is too large to read, for people and for the parser, before it is parsed. */
export function tooLarge(source: string): FeelProblem | null {
  if (source.length > MOST_CHARACTERS)
    return found(
      MOST_CHARACTERS,
      `This expression has ${source.length} characters; at most ${MOST_CHARACTERS} are read.`,
      'Give parts of it a name: a question with derived: … holds a part, and is used by its id.',
    )
  let brackets = 0
  let signs = 0
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    if (/^[([{]/.test(token)) brackets += 1
    else if (/^[)\]}]/.test(token)) brackets -= 1
    else if (/^(and|or|[-+*/])$/.test(token)) signs += 1
    else if (/^\.?\d/.test(token)) {
      if (/[eE]/.test(token) || token.replace(/^0+|\./g, '').length > MOST_DIGITS)
        return found(
          index,
          `A number has at most ${MOST_DIGITS} digits, and no exponent.`,
          'Write it out with digits and a dot, such as 1250.50.',
        )
    } else if (token.length > LONGEST_WORD && !token.startsWith('"') && !token.startsWith('/'))
      return found(index, `This name has ${token.length} characters; the maximum is ${LONGEST_WORD}.`, 'Check what was pasted here.')
    if (brackets > MOST_BRACKETS)
      return found(
        index,
        `Brackets are nested more than ${MOST_BRACKETS} deep.`,
        'Take out brackets that change nothing, or give a part a name with derived:.',
      )
    if (signs > MOST_SIGNS)
      return found(
        index,
        `There are more than ${MOST_SIGNS} of and, or, +, -, * and / in one expression.`,
        'Use in (…) for a list of options, or give parts a name with derived:.',
      )
  }
  return null
}

const found = (from: number, message: string, mend: string): FeelProblem => ({ code: 'FEEL_TOO_LARGE', from, to: from + 1, message, mend })
