import type { Path } from '../files/source.ts'
import type { FindingCode } from './finding.ts'

/** What one mistake in the shape of a file is called, and how it is mended. */
export interface Described {
  readonly code: FindingCode
  readonly path: Path
  /** Point at the key, not at its value. */
  readonly onKey: boolean
  readonly message: string
  readonly mend: string
  /** What was surely meant, to go on with: the value at the path, or for an unknown key the key. */
  readonly meant?: unknown
  /** How it should read, where several keys of one map have the very same mistake. */
  readonly kin?: string
  /** Places of which nothing more is said: what is wrong there comes of this. */
  readonly covers?: readonly Path[]
}

/** How a scalar stands in the file: `0401234567`, which YAML reads as a number. */
export type Written = (path: Path) => string | null
