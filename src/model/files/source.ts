/** Where a value stands inside a file: keys and indexes from the top. */
export type Path = readonly (string | number)[]

/** From 1, as editors count. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A scalar as it is written: FEEL needs the text (`12.50`, not 12.5) and the place of each of its characters. */
export interface WrittenScalar {
  readonly text: string
  /** Offset in the file of character n of `text`. */
  readonly offsetOf: (index: number) => number
}

/** A parsed file that remembers where everything stood. */
export interface Source {
  readonly file: string
  /** Plain data; maps have no prototype. undefined when the text could not be read. */
  readonly value: unknown
  /** Of the value at this path, else of the nearest thing around it. */
  readonly at: (path: Path) => Position
  /** Of the key that ends this path. */
  readonly keyAt: (path: Path) => Position
  readonly scalarAt: (path: Path) => WrittenScalar | null
  readonly positionOf: (offset: number) => Position
  /** Characters of a line. */
  readonly lengthOf: (line: number) => number
  /** The path of a map or list of `value`. */
  readonly pathOf: (container: object) => Path | undefined
}

/** `licences[2].rules[0].when` */
export const formatPath = (path: Path): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '')
