import type { Session } from '../draft/session.ts'
import type { DraftStorage } from '../draft/storage/storage.ts'
import type { PacketContent } from '../engine/assessment.ts'
import type { DeskPdf } from '../engine/packet/desks/desk-files.ts'
import type { MadeFile, PacketPart } from '../machine/journey.ts'
import type { Proposable } from '../model/address/propose-town.ts'
import type { AddedLanguage, Lang } from '../model/lang.ts'
import type { TownFile } from '../model/packed/town-file.ts'
import type { Enclosure, Joined, Leaf, ShownAs } from '../model/packet-file/enclosure.ts'
import type { PacketInside, ReadPacket } from '../model/packet-file/read-packet.ts'
import type { Verified } from '../model/packet-file/verified.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import type { Variant } from '../model/variant.ts'
import type { TownBench } from './towns/town-bench.ts'

/** A town to choose from; its rules are fetched when it is chosen. */
export interface TownEntry extends Proposable {
  readonly name: string
  /** Facts for the parts of the address that the start page asks for. */
  readonly address: { readonly postcode: string; readonly street: string }
  /** Made up, for trying the site. */
  readonly example?: boolean
  /** The municipality itself offers the site. */
  readonly ofTown?: boolean
  /** The rules with their texts in this language. `language` takes the place of English: by default what the page speaks, null for English itself. */
  load(lang: Lang, language?: AddedLanguage | null): Promise<{ readonly variant: Variant }>
}

/** An added language; its texts are fetched when somebody reads it. */
export interface LanguageEntry {
  readonly tag: string
  /** Its name in the language itself. */
  readonly name: string
  /** Falls back to English where it has no text. */
  load(): Promise<AddedLanguage>
}

/** The town of a draft, for a trial the one tried here; undefined: this site does not have it. */
export const townOfDraft = (
  { towns, trialTowns }: Pick<Site, 'towns' | 'trialTowns'>,
  { file, trial }: { readonly file: { readonly variant: string }; readonly trial?: boolean | undefined },
): TownEntry | undefined => (trial ? trialTowns : towns).find(({ id }) => id === file.variant)

/** Something wrong in a rule file, shown in development. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'note'
  readonly text: { readonly nl: string; readonly en: string }
}

/** A file of the applicant, kept on this device or for as long as the page is open; null: it is gone. */
export const keptFile = async (
  { storage, memory }: Pick<Site, 'storage' | 'memory'>,
  draft: string,
  key: string,
): Promise<Uint8Array | null> => (await storage.getFile(draft, key)) ?? (await memory.getFile(draft, key))

/** The words of a packet as one file. `unfilled`: titles of forms of the town that could not be filled in. */
export interface ReadingCopy {
  readonly html: string
  readonly unfilled: readonly string[]
}

/** What the pages need from outside; main.tsx injects it. */
export interface Site {
  /** Empty until they are fetched. */
  readonly towns: readonly TownEntry[]
  /** Fetches the list of towns, once; rejects when offline, and may then be called again. */
  readonly fetchTowns: () => Promise<void>
  /** Why the towns of a file beside the page are missing; null: nothing is wrong. */
  townProblem: 'damaged' | 'otherBase' | null
  /** Towns that a municipality tries in this tab; their drafts are marked as trials. */
  readonly trialTowns: readonly TownEntry[]
  /** Makes the towns of a file the ones being tried. */
  readonly tryTowns: (file: TownFile) => void
  /** Opens the bench on which a municipality tries its own files. */
  readonly openBench: () => Promise<TownBench>
  readonly findings: readonly Finding[]
  /** Beyond Dutch and English. */
  readonly languages: readonly LanguageEntry[]
  /** Made-up towns are offered: the address has `?examples`. */
  readonly showsExamples: boolean
  /** The answers of a filled example; null: the rules have none. Fetched on demand. */
  readonly example: (() => Promise<AnswerFile>) | null
  /** Kept on this device. */
  readonly storage: DraftStorage
  /** Forgotten when the page closes. */
  readonly memory: DraftStorage
  /** ISO date of today. */
  readonly today: () => string
  readonly now: () => string
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array
  readonly later: (run: () => void, milliseconds: number) => () => void
  /** Makes the packet off the main thread. */
  readonly makePacket: (
    content: PacketContent,
    enclosures: readonly Enclosure[],
    onProgress: (part: PacketPart) => void,
    signal?: AbortSignal,
  ) => Promise<Pick<MadeFile, 'bytes' | 'pages' | 'unfilled'>>
  /** Prefetches the code that makes a packet when idle, so that making one needs no network. */
  readonly preparePacket: () => void
  /** The same for the code that reads attachments. */
  readonly prepareAttachments: () => void
  /** What is embedded in a packet, or why nothing can be read from it. */
  readonly readPacket: (bytes: Uint8Array, signal?: AbortSignal) => Promise<ReadPacket>
  /** The pages for one department, with attachments drawn but not embedded. */
  readonly makeDeskPart: (content: PacketContent, enclosures: readonly Enclosure[], signal?: AbortSignal) => Promise<DeskPdf>
  /** The words of a packet as one HTML file without script. */
  readonly makeReadingCopy: (content: PacketContent, enclosures: readonly Enclosure[], signal?: AbortSignal) => Promise<ReadingCopy>
  /** Whether every page of a packet says what its embedded answers give, as printed by `content`, and shows its attachments. */
  readonly verifyPacket: (bytes: Uint8Array, read: PacketInside, content: PacketContent, signal?: AbortSignal) => Promise<Verified>
  /** A password-protected copy; null: this PDF cannot be opened here. */
  readonly lockPacket: (bytes: Uint8Array, password: string, signal?: AbortSignal) => Promise<Uint8Array | null>
  /** One PDF of several photos and PDFs, made off the main thread. */
  readonly joinFiles: (leaves: readonly Leaf[], signal?: AbortSignal) => Promise<Joined>
  /** How an attachment is shown in the packet; determined off the main thread. */
  readonly shownAs: (name: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<ShownAs>
  /** The first page of an attachment, rendered off the main thread at this height in pixels; null: it cannot be rendered. */
  readonly smallPicture: (name: string, bytes: Uint8Array, height: number, signal?: AbortSignal) => Promise<ImageBitmap | null>
  /** Puts a text on the clipboard; false when the browser does not allow it. */
  readonly copy: (text: string) => Promise<boolean>
  /** Gives the applicant a file as a download. */
  readonly download: (name: string, type: string, bytes: Uint8Array | string) => void
}

export type { Session }

/** Whether every town of the site offers it itself. */
export function isOfTowns({ towns }: Pick<Site, 'towns'>): boolean {
  const real = towns.filter(({ example, extends: below }) => example !== true && below !== '')
  return real.length > 0 && real.every(({ ofTown }) => ofTown === true)
}

/** Tags that addresses may begin with, besides `nl` and `en`. */
export const tagsOf = ({ languages }: Pick<Site, 'languages'>): string[] => languages.map(({ tag }) => tag)
