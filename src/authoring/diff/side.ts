import type { Catalogue, ListName } from '../../model/catalogue.ts'
import type { Lang } from '../../model/lang.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { Origin } from '../../model/variant.ts'

/** One of the two sides compared: a town or district, on a day. Two versions of a rule set are two rule sets. */
export interface Side {
  readonly ruleSet: RuleSet
  readonly id: string
  /** ISO date: which of the dated values holds. */
  readonly date: string
}

export type DiffSection = ListName | 'texts' | 'houseStyle' | 'contact' | 'place' | 'ruleSet'

/** What one side says, and where it was written. */
export interface Said {
  /** In the reader's words. */
  text: string
  /** As written in the file. */
  value: unknown
  source: string | null
  unverified: boolean
  stale: boolean
  layer: string
  file: string
  line: number
}

/** One difference between two variants. Another source for the same value is not a difference. */
export interface Difference {
  section: DiffSection
  /** `fees/alcohol.new`, `forms/alcohol/sections/g/boxes/AL-066`. */
  item: string
  name: string
  kind: 'onlyA' | 'onlyB' | 'changed' | 'order'
  /** The property that differs; null: the whole item. */
  property: string | null
  a: Said | null
  b: Said | null
}

/** A side with its layers applied. */
export interface OpenSide extends Side {
  readonly catalogue: Catalogue
  /** `checks/w4b` → where it was removed. */
  readonly removed: ReadonlyMap<string, Origin>
}

/** The two sides of a comparison, and where differences are collected. */
export interface Comparing {
  readonly lang: Lang
  readonly a: OpenSide
  readonly b: OpenSide
  readonly found: Difference[]
}

/** Whether these are two versions of a rule set: then what only begins on a later day is a difference too. */
export const areVersions = ({ a, b }: Comparing): boolean => a.ruleSet !== b.ruleSet

/** Where an item, or a property of it, was last written. */
export const writtenAt = (side: Side, item: object, property?: string): Origin => side.ruleSet.provenance.origin(item, property)
