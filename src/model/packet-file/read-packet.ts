import type { AssessJson } from '../schema/assess-json.ts'

/** Why no answers can be read from a file. `stripped`: pages of a packet, merged or printed by a program that dropped its attachments. */
export type Unread = 'notPdf' | 'locked' | 'damaged' | 'foreign' | 'stripped' | 'badAnswers'

/** The rules that a packet was made under. */
export type RuleSetName = AssessJson['ruleSet']

/** What was done to the pages of a packet since it was made. Page numbers count from 1, as in the current file. */
export interface PageState {
  /** Reference of the packet that the pages belong to; null when no page is ours. */
  readonly reference: string | null
  /** Pages that were drawn over, or from which something was removed. */
  readonly overdrawn: readonly number[]
  /** Pages to which somebody added notes, marks or fields. */
  readonly annotated: readonly number[]
  /** Pages of another file. */
  readonly foreign: readonly number[]
  /** How many pages of the packet are missing. */
  readonly missing: number
}

/** A document of the applicant that is embedded in the packet. */
interface ReadFile {
  /** `document` or `document@row`; null in packets that do not say. */
  readonly document: string | null
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface PacketInside {
  readonly ok: true
  readonly answersJson: string
  /** Reference of the packet; null when its pages do not say. */
  readonly reference: string | null
  /** The rules it was made under; null when it does not say. */
  readonly ruleSet: RuleSetName | null
  /** Language of the pages, and the day they were made for, as ISO dates; null when the file does not say. */
  readonly lang: string | null
  readonly day: string | null
  /** Whether its forms have English lines beneath their Dutch labels. */
  readonly englishLines: boolean
  readonly files: readonly ReadFile[]
  /** What was done to the printed pages since. */
  readonly pages: PageState
}

/** The result of reading a PDF. */
export type ReadPacket = PacketInside | { readonly ok: false; readonly problem: Unread; readonly reference: string | null }
