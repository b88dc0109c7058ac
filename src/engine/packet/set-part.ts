import type { FormCoverage, PacketContent } from '../assessment.ts'

/** One file of the packet as a set. */
export interface SetPart {
  readonly kind: 'application' | 'business' | 'person' | 'signing' | 'desk'
  /** Suffix of the file name. Neutral: a row id, never the name or number of a person. */
  readonly suffix: string
  /** Whom it is about, for the page and the terminal; empty for the application and the signing pages. */
  readonly name: string
  readonly row: string | null
  readonly content: PacketContent
}

/** What decides which answers travel in a file. */
export interface Part {
  readonly kind: SetPart['kind']
  readonly row: string | null
  readonly forms: readonly FormCoverage[]
}
