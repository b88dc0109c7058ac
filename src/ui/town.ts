import type { Outline } from '../authoring/draw-outline.ts'
import type { Text } from '../model/schema/common.ts'

/** One town or district as the page shows it. */
export interface Town {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly hash: string
  readonly licences: readonly Text[]
  readonly outline: Readonly<Record<Lang, Outline>>
  /** SVG text. */
  readonly drawing: Readonly<Record<Lang, string>>
}

/** A town to choose; its tree is fetched when it is chosen. */
export interface TownEntry {
  readonly id: string
  readonly name: string
  load(): Promise<{ readonly town: Town }>
}

export type Lang = 'nl' | 'en'
