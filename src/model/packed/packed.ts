/** A variant as the browser fetches it: what an applicant never sees is left out, and what repeats stands there once. Plain JSON. A town is packed as
 * its difference from the base: kinds of objects and words of the base come before its own, and whole parts of the base are named by number. See
 * `docs/adr/0014-what-the-browser-fetches.md`. */
export interface Packed {
  /** Kinds of objects: their keys in order; a key in a list has always the value beside it. */
  readonly shapes: readonly (readonly Field[])[]
  readonly root: Code
  /** The Dutch words of every text. */
  readonly nl: readonly string[]
}

export type Field = string | readonly [key: string, value: null | '' | 0 | false]

/** A value: text, yes or no, and null as they are, anything else a list with its kind in front. What comes back has a negative kind (-1 for 0, -2 for
 * 1 …) where it stands first; later a number says which of those it is. */
export type Code = string | boolean | null | number | readonly Code[]

/** Kinds that are no object; shapes are counted on from there. `WORDS`: the text with this number, or the next one where no number stands: nearly all are
 * new where they stand, and their numbers would be a tenth of the file. `OF_BASE`: the part of the base with this number, counting its lists in the order in
 * which they are written. */
export const LIST = 0
export const WORDS = 1
export const NUMBER = 2
export const OF_BASE = 3
export const FIRST_SHAPE = 4

/** The lists of a packed value in the order in which they are written: the numbers that `OF_BASE` means. */
export function partsOf(root: Code): (readonly Code[])[] {
  const parts: (readonly Code[])[] = []
  const count = (code: Code): void => {
    if (typeof code !== 'object' || code === null) return
    parts.push(code)
    for (const part of code) count(part)
  }
  count(root)
  return parts
}

/** Whether a part is one that comes back by its number. */
export const comesBack = (code: readonly Code[]): boolean => Number(code[0]) < 0

/** The texts that stand without a number, in the order in which they are written.
 * @param first number of the first of them */
export function numbersOfWords(parts: readonly (readonly Code[])[], first: number): Map<readonly Code[], number> {
  const numbers = new Map<readonly Code[], number>()
  for (const part of parts) if (part.length === 1 && kindOf(part) === WORDS) numbers.set(part, first + numbers.size)
  return numbers
}

const kindOf = ([kind]: readonly Code[]): number => (Number(kind) < 0 ? -1 - Number(kind) : Number(kind))
