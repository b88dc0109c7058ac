/** A variant as the browser fetches it: without what an applicant never sees, and with duplicates stored once. Plain JSON. A town is packed as a diff against
 * the base: shapes and texts of the base come before its own, and whole parts of the base are referenced by number. See
 * `docs/adr/0014-what-the-browser-fetches.md`. */
export interface Packed {
  /** Shapes of objects: their keys in order; a key in a pair always has the value beside it. */
  readonly shapes: readonly (readonly Field[])[]
  readonly root: Code
  /** The Dutch of every text. */
  readonly nl: readonly string[]
}

export type Field = string | readonly [key: string, value: null | '' | 0 | false]

/** An encoded value: strings, booleans and null as they are, anything else a list that starts with its kind. A value that occurs again has a negative kind (-1
 * for 0, -2 for 1 …) at its first occurrence; later a number gives its index among those. */
export type Code = string | boolean | null | number | readonly Code[]

/** Kinds other than objects; shapes are numbered after them. `WORDS`: the text with this number, or without a number the next one: nearly all texts are new
 * where they occur, and their numbers would take a tenth of the file. `OF_BASE`: the part of the base with this number, counting its lists in the order in
 * which they are written. */
export const LIST = 0
export const WORDS = 1
export const NUMBER = 2
export const OF_BASE = 3
export const FIRST_SHAPE = 4

/** The lists of a packed value in the order in which they are written, which `OF_BASE` refers to. */
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

/** Whether a part is referenced again by its number. */
export const comesBack = (code: readonly Code[]): boolean => Number(code[0]) < 0

/** Numbers of the texts that are written without one, in order.
 * @param first number of the first of them */
export function numbersOfWords(parts: readonly (readonly Code[])[], first: number): Map<readonly Code[], number> {
  const numbers = new Map<readonly Code[], number>()
  for (const part of parts) if (part.length === 1 && kindOf(part) === WORDS) numbers.set(part, first + numbers.size)
  return numbers
}

const kindOf = ([kind]: readonly Code[]): number => (Number(kind) < 0 ? -1 - Number(kind) : Number(kind))
