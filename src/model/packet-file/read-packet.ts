import type { AssessJson } from '../schema/assess-json.ts'

/** Why no answers come out of a file. `stripped`: pages of a packet, put together or printed by a program that dropped what travels inside. */
export type Unread = 'notPdf' | 'locked' | 'damaged' | 'foreign' | 'stripped' | 'badAnswers'

/** The rules that a packet was made under. */
export type RuleSetName = AssessJson['ruleSet']

/** What happened to the pages of a packet since it was made. Page numbers count from 1, as the file has them now. */
export interface PageState {
  /** Reference of the packet that the pages belong to; null when no page is ours. */
  readonly reference: string | null
  /** Pages that were drawn over, or of which something was taken away. */
  readonly overdrawn: readonly number[]
  /** Pages with notes, marks or fields that somebody put on them. */
  readonly annotated: readonly number[]
  /** Pages of another file. */
  readonly foreign: readonly number[]
  /** How many pages of the packet are not there any more. */
  readonly missing: number
}

/** A document of the applicant that travelled inside. */
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
  /** Its forms have English lines beneath their Dutch labels. */
  readonly englishLines: boolean
  readonly files: readonly ReadFile[]
  /** What happened to the printed pages since. */
  readonly pages: PageState
}

/** What came out of a PDF that was opened. */
export type ReadPacket = PacketInside | { readonly ok: false; readonly problem: Unread; readonly reference: string | null }
