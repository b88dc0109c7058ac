import type { Session } from '../draft/session.ts'
import type { DraftStorage } from '../draft/storage/storage.ts'
import type { PacketContent } from '../engine/assessment.ts'
import type { MadeFile, PacketPart } from '../machine/journey.ts'
import type { Proposable } from '../model/address/propose-town.ts'
import type { Lang } from '../model/lang.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import type { Variant } from '../model/variant.ts'

/** A town to choose; its rules are fetched when it is chosen. */
export interface TownEntry extends Proposable {
  readonly name: string
  /** Facts that hold the parts of the address that the first page asks. */
  readonly address: { readonly postcode: string; readonly street: string }
  /** Made up, to try. */
  readonly example?: boolean
  /** The rules, with the words of this language in them. */
  load(lang: Lang): Promise<{ readonly variant: Variant }>
}

/** Something wrong in a rule file, shown while the site is being made. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'note'
  readonly text: string
}

/** A file of the applicant that goes along in the packet. */
export interface Enclosure {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** What it is a copy of: `document` or `document@row`. */
  readonly document: string
}

/** A file of the applicant as it is kept on this device, or for as long as the page is open; null: it is gone. */
export const keptFile = async (
  { storage, memory }: Pick<Site, 'storage' | 'memory'>,
  draft: string,
  key: string,
): Promise<Uint8Array | null> => (await storage.getFile(draft, key)) ?? (await memory.getFile(draft, key))

/** A photo or PDF that becomes pages of one document. */
export interface Leaf {
  readonly name: string
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
}
/** `locked`: a file opens with a password only. */
export type JoinedFiles =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly name: string; readonly problem: 'locked' | 'damaged' }

/** What came out of a PDF that was opened here. */
export type PacketRead =
  | {
      readonly ok: true
      readonly answersJson: string
      readonly reference: string | null
      readonly ruleSet: { readonly id: string; readonly version: string; readonly hash: string } | null
      readonly files: readonly {
        readonly document: string | null
        readonly name: string
        readonly type: string
        readonly bytes: Uint8Array
      }[]
      /** What happened to its pages since it was made. */
      readonly pages: PagesSince
    }
  | {
      readonly ok: false
      readonly problem: 'notPdf' | 'locked' | 'damaged' | 'foreign' | 'stripped' | 'badAnswers'
      readonly reference: string | null
    }

/** Numbers of pages, from 1. */
export interface PagesSince {
  readonly overdrawn: readonly number[]
  readonly annotated: readonly number[]
  readonly foreign: readonly number[]
  readonly missing: number
}

/** What the pages ask of the outside; main.tsx hands it in. */
export interface Site {
  readonly towns: readonly TownEntry[]
  readonly findings: readonly Finding[]
  /** Made-up towns may be chosen: whoever tries the site asks for them in its address (`?examples`). */
  readonly showsExamples: boolean
  /** The answers of a filled example; null: the rules have none. Fetched when it is wanted. */
  readonly example: (() => Promise<AnswerFile>) | null
  /** Kept on this device. */
  readonly storage: DraftStorage
  /** Forgotten when the page closes. */
  readonly memory: DraftStorage
  /** ISO date of today. */
  readonly today: () => string
  readonly now: () => string
  readonly random: (bytes: Uint8Array) => Uint8Array
  readonly later: (run: () => void, milliseconds: number) => () => void
  /** Makes the packet away from the page. */
  readonly makePacket: (
    content: PacketContent,
    enclosures: readonly Enclosure[],
    onProgress: (part: PacketPart) => void,
    signal?: AbortSignal,
  ) => Promise<Pick<MadeFile, 'bytes' | 'pages'>>
  /** Fetches what a packet is made with while nothing else happens, so that making it needs no network. */
  readonly preparePacket: () => void
  /** What travels inside a packet, or why nothing comes out of it. */
  readonly readPacket: (bytes: Uint8Array, signal?: AbortSignal) => Promise<PacketRead>
  /** One PDF of several photos and PDFs, made away from the page. */
  readonly joinFiles: (leaves: readonly Leaf[], signal?: AbortSignal) => Promise<JoinedFiles>
  /** Puts a text on the clipboard; false when the browser does not allow it. */
  readonly copy: (text: string) => Promise<boolean>
  /** Hands a file to the applicant. */
  readonly download: (name: string, type: string, bytes: Uint8Array | string) => void
}

export type { Session }
