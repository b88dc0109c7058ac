import type { Session } from '../draft/session.ts'
import type { DraftStorage } from '../draft/storage.ts'
import type { PacketContent } from '../engine/assessment.ts'
import type { MadeFile, PacketPart } from '../machine/journey.ts'
import type { Proposable } from '../model/propose-town.ts'
import type { Variant } from '../model/variant.ts'

/** A town to choose; its rules are fetched when it is chosen. */
export interface TownEntry extends Proposable {
  readonly name: string
  /** Made up, to try. */
  readonly example?: boolean
  load(): Promise<{ readonly variant: Variant }>
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

/** What came out of a PDF that was opened here. */
export type PacketRead =
  | {
      readonly ok: true
      readonly answersJson: string
      readonly kenmerk: string | null
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
      readonly kenmerk: string | null
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
  /** Puts a text on the clipboard; false when the browser does not allow it. */
  readonly copy: (text: string) => Promise<boolean>
  /** Hands a file to the applicant. */
  readonly download: (name: string, type: string, bytes: Uint8Array | string) => void
}

export type { Session }
