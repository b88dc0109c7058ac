import type { Path } from '../files/source.ts'
import type { FindingCode } from './finding.ts'

/** A mistake in the shape of a file, and how to mend it. */
export interface Described {
  readonly code: FindingCode
  readonly path: Path
  /** Report it at the key, not at its value. */
  readonly onKey: boolean
  readonly message: string
  readonly mend: string
  /** What was certainly meant, so that parsing can go on: the value at the path, or the name of an unknown key. */
  readonly meant?: unknown
  /** How it should read, when several keys of one map have this very mistake. */
  readonly kin?: string
  /** Paths where nothing more is reported: what is wrong there follows from this. */
  readonly covers?: readonly Path[]
}

/** Source text of a scalar: `0401234567`, which YAML reads as a number. */
export type Written = (path: Path) => string | null
