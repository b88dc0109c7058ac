/** A variant as the browser fetches it: what an applicant never sees is left out, and what repeats stands there once. Plain JSON. See
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

/** Kinds that are no object; shapes are counted on from there. */
export const LIST = 0
export const WORDS = 1
export const NUMBER = 2
export const FIRST_SHAPE = 3
