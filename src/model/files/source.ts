/** Path of a value inside a file: keys and indexes from the root. */
export type Path = readonly (string | number)[]

/** 1-based, as in editors. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A scalar as written: FEEL needs its text (`12.50`, not 12.5) and the position of each of its characters. */
export interface WrittenScalar {
  readonly text: string
  /** Offset in the file of character n of `text`. */
  readonly offsetOf: (index: number) => number
}

/** A parsed file with the positions of its values. */
export interface Source {
  readonly file: string
  /** Plain data; maps have no prototype. undefined when the text could not be parsed. */
  readonly value: unknown
  /** Position of the value at this path, else of its nearest ancestor. */
  readonly at: (path: Path) => Position
  /** Position of the last key of this path. */
  readonly keyAt: (path: Path) => Position
  readonly scalarAt: (path: Path) => WrittenScalar | null
  readonly positionOf: (offset: number) => Position
  /** Number of characters in a line. */
  readonly lengthOf: (line: number) => number
  /** The path of a map or list of `value`. */
  readonly pathOf: (container: object) => Path | undefined
}

/** `licences[2].rules[0].when` */
export const formatPath = (path: Path): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '')
