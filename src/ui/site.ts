import type { Session } from '../draft/session.ts'
import type { DraftStorage } from '../draft/storage.ts'
import type { PacketContent } from '../engine/assessment.ts'
import type { MadeFile, PacketPart } from '../machine/journey.ts'
import type { Proposable } from '../model/propose-town.ts'
import type { Variant } from '../model/variant.ts'

/** A town to choose; its rules are fetched when it is chosen. */
export interface TownEntry extends Proposable {
  readonly name: string
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
  ) => Promise<Pick<MadeFile, 'bytes' | 'pages'>>
  /** Fetches what a packet is made with while nothing else happens, so that making it needs no network. */
  readonly preparePacket: () => void
  /** The answers inside a packet; null when there are none. */
  readonly readPacket: (bytes: Uint8Array) => Promise<string | null>
  /** Puts a text on the clipboard; false when the browser does not allow it. */
  readonly copy: (text: string) => Promise<boolean>
  /** Hands a file to the applicant. */
  readonly download: (name: string, type: string, bytes: Uint8Array | string) => void
}

export type { Session }
