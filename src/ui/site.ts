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

/** A town to choose; its rules are fetched when it is chosen. */
export interface TownEntry extends Proposable {
  readonly name: string
  /** Facts that hold the parts of the address that the first page asks. */
  readonly address: { readonly postcode: string; readonly street: string }
  /** Made up, to try. */
  readonly example?: boolean
  /** The municipality itself offers the site. */
  readonly ofTown?: boolean
  /** The rules, with the words of this language in them. `language`: in the place of English; without it what the page speaks. */
  load(lang: Lang, language?: AddedLanguage | null): Promise<{ readonly variant: Variant }>
}

/** A language that files add to the site; its words are fetched when somebody reads it. */
export interface LanguageEntry {
  readonly tag: string
  /** What its speakers call it. */
  readonly name: string
  /** Comes with English, for what it has no words for. */
  load(): Promise<AddedLanguage>
}

/** The town of a draft; of a trial that which is tried here. undefined: this site has it not. */
export const townOfDraft = (
  { towns, trialTowns }: Pick<Site, 'towns' | 'trialTowns'>,
  { file, trial }: { readonly file: { readonly variant: string }; readonly trial?: boolean | undefined },
): TownEntry | undefined => (trial ? trialTowns : towns).find(({ id }) => id === file.variant)

/** Something wrong in a rule file, shown while the site is being made. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'note'
  readonly text: { readonly nl: string; readonly en: string }
}

/** A file of the applicant as it is kept on this device, or for as long as the page is open; null: it is gone. */
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

/** What the pages ask of the outside; main.tsx hands it in. */
export interface Site {
  /** Those that are known: none before they were fetched. */
  readonly towns: readonly TownEntry[]
  /** Fetches which towns there are, once; fails where there is no connection, and may be asked again. */
  readonly fetchTowns: () => Promise<void>
  /** Why the towns of a file beside the page are not there; null: nothing is wrong. */
  townProblem: 'damaged' | 'otherBase' | null
  /** Towns that a municipality tries in this tab; drafts of theirs are marked as a trial. */
  readonly trialTowns: readonly TownEntry[]
  /** Takes the towns of a file for those that are tried. */
  readonly tryTowns: (file: TownFile) => void
  /** What a municipality tries its own files with. */
  readonly openBench: () => Promise<TownBench>
  readonly findings: readonly Finding[]
  /** Beyond Dutch and English. */
  readonly languages: readonly LanguageEntry[]
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
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array
  readonly later: (run: () => void, milliseconds: number) => () => void
  /** Makes the packet away from the page. */
  readonly makePacket: (
    content: PacketContent,
    enclosures: readonly Enclosure[],
    onProgress: (part: PacketPart) => void,
    signal?: AbortSignal,
  ) => Promise<Pick<MadeFile, 'bytes' | 'pages' | 'unfilled'>>
  /** Fetches what a packet is made with while nothing else happens, so that making it needs no network. */
  readonly preparePacket: () => void
  /** The same for what reads files that are added. */
  readonly prepareAttachments: () => void
  /** What travels inside a packet, or why nothing comes out of it. */
  readonly readPacket: (bytes: Uint8Array, signal?: AbortSignal) => Promise<ReadPacket>
  /** The pages of a department, with the attachments shown and none of them inside. */
  readonly makeDeskPart: (content: PacketContent, enclosures: readonly Enclosure[], signal?: AbortSignal) => Promise<DeskPdf>
  /** The words of a packet as one HTML file without script. */
  readonly makeReadingCopy: (content: PacketContent, enclosures: readonly Enclosure[], signal?: AbortSignal) => Promise<ReadingCopy>
  /** Whether every page of a packet says what the answers inside give, which `content` prints, and what was added. */
  readonly verifyPacket: (bytes: Uint8Array, read: PacketInside, content: PacketContent, signal?: AbortSignal) => Promise<Verified>
  /** A copy that opens with a password only; null: this PDF cannot be opened here. */
  readonly lockPacket: (bytes: Uint8Array, password: string, signal?: AbortSignal) => Promise<Uint8Array | null>
  /** One PDF of several photos and PDFs, made away from the page. */
  readonly joinFiles: (leaves: readonly Leaf[], signal?: AbortSignal) => Promise<Joined>
  /** How a file that is added is shown in the packet. Found out away from the page. */
  readonly shownAs: (name: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<ShownAs>
  /** The first page of a file that was added, drawn away from the page, so many pixels high; null when it cannot be. */
  readonly smallPicture: (name: string, bytes: Uint8Array, height: number, signal?: AbortSignal) => Promise<ImageBitmap | null>
  /** Puts a text on the clipboard; false when the browser does not allow it. */
  readonly copy: (text: string) => Promise<boolean>
  /** Hands a file to the applicant. */
  readonly download: (name: string, type: string, bytes: Uint8Array | string) => void
}

export type { Session }

/** Whether every town of the site offers it itself. */
export function isOfTowns({ towns }: Pick<Site, 'towns'>): boolean {
  const real = towns.filter(({ example, extends: below }) => example !== true && below !== '')
  return real.length > 0 && real.every(({ ofTown }) => ofTown === true)
}

/** By which addresses begin, beside `nl` and `en`. */
export const tagsOf = ({ languages }: Pick<Site, 'languages'>): string[] => languages.map(({ tag }) => tag)
