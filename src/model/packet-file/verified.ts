import type { PageState, RuleSetName } from './read-packet.ts'

/** An annotation that somebody added to a page: a note, a drawing, a stamp, a field. */
interface AddedNote {
  /** In the current file, from 1. */
  readonly page: number
  /** Its subtype in the standard (ISO 32000-1, 12.5.6): Text, FreeText, Ink, Stamp, Widget, Link … */
  readonly kind: string
  /** Its text; empty when it has none. */
  readonly text: string
}

/** What was added to a packet after it was made. */
export interface AddedSince {
  /** Signed fields. */
  readonly signatures: number
  /** Incremental updates: saves appended to the original file (ISO 32000-1, 7.5.6). */
  readonly updates: number
  /** Names of embedded files whose relationship is not that of ours. */
  readonly otherFiles: readonly string[]
  readonly notes: readonly AddedNote[]
  /** Actions that run when the file is opened or something is clicked: JavaScript, starting a program, sending answers. */
  readonly programs: number
}

/** Whether a packet still says what it said when it was made. */
export interface Verified extends AddedSince {
  /** SHA-256 of the file, and of the answers inside, in hex. */
  readonly fileHash: string
  readonly answersHash: string
  readonly reference: string | null
  readonly ruleSet: RuleSetName | null
  /** Whether it was made under the rules used to verify it; under others a page may differ for that reason alone. */
  readonly sameRules: boolean
  /** How many pages it had when it was made. */
  readonly pages: number
  /** Original numbers of pages that show something else than the answers inside give. */
  readonly pagesThatSayOther: readonly number[]
  /** The page that each person signs; null: not in this file. */
  readonly signing: readonly { readonly sheet: string; readonly page: number | null; readonly name: string }[]
  /** What was done to its pages. */
  readonly since: PageState
  readonly attachments: readonly { readonly name: string; readonly document: string | null; readonly hash: string }[]
  /** Whether nothing printed was changed and nothing was added. */
  readonly isSound: boolean
}
