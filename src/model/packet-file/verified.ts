import type { PageState, RuleSetName } from './read-packet.ts'

/** Something that somebody put on a page: a note, a drawing, a stamp, a field. */
interface AddedNote {
  /** As the file has it now, from 1. */
  readonly page: number
  /** As the standard calls it (ISO 32000-1, 12.5.6): Text, FreeText, Ink, Stamp, Widget, Link … */
  readonly kind: string
  /** What it says; empty: nothing in words. */
  readonly text: string
}

/** What a packet holds that it was not made with. */
export interface AddedSince {
  /** Signed fields. */
  readonly signatures: number
  /** Times that a program saved something behind what was there (ISO 32000-1, 7.5.6). */
  readonly updates: number
  /** Names of embedded files with another relationship than those of ours. */
  readonly otherFiles: readonly string[]
  readonly notes: readonly AddedNote[]
  /** Actions that run something when the file is opened or pressed: JavaScript, starting a program, sending answers. */
  readonly programs: number
}

/** Whether a packet still says what it said when it was made. */
export interface Verified extends AddedSince {
  /** SHA-256 of the file, and of the answers inside, in hex. */
  readonly fileHash: string
  readonly answersHash: string
  readonly reference: string | null
  readonly ruleSet: RuleSetName | null
  /** Made under the rules that it was held against; under others a page may say other for that reason alone. */
  readonly sameRules: boolean
  /** How many pages it was made with. */
  readonly pages: number
  /** Numbers of pages, as they were made, on which something else is seen than the answers inside give. */
  readonly pagesThatSayOther: readonly number[]
  /** Which page is for the signature of whom; null: not in this file. */
  readonly signing: readonly { readonly sheet: string; readonly page: number | null; readonly name: string }[]
  /** What was done to its pages. */
  readonly since: PageState
  readonly attachments: readonly { readonly name: string; readonly document: string | null; readonly hash: string }[]
  /** Nothing that is printed was changed, and nothing was added. */
  readonly isSound: boolean
}
