import type { ListValue, RowRef, Value } from './value.ts'

/** What evaluation may ask from outside. The engine implements it over the answers, tests over a table. */
export interface Reader {
  /** Effective value of a fact: computed, answered, null when it does not exist, unknown when not answered. row null: the case. */
  fact(id: string, row: RowRef | null): Value
  rows(collection: string, of: RowRef | null): ListValue
  alias(id: string): Value
  parameter(id: string): Value
  /** "needed" | "notNeeded" | "ask" | "notAllowed", or unknown. */
  verdict(id: string): Value
  /** "permit" | "notification" | "information" | "elsewhere" | "none", or unknown. */
  duty(id: string): Value
  /** Whether a document is attached or promised. */
  attached(document: string): Value
  /** Names of the documents of a licence; unknown until each is attached or promised. */
  documents(licence: string): Value
  /** What a fee comes to, in euro: 0 where it is not levied, null where the amount is not known. */
  fee(id: string): Value
  /** ISO date of today. */
  today(): string
}

export type Bindings = Readonly<Record<string, Value>>
