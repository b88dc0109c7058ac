import type { RowRef } from '../feel/value.ts'
import type { Answers } from '../model/answers/answers.ts'
import type { Lang } from '../model/lang.ts'
import type {
  ResolvedAdvice,
  ResolvedAlias,
  ResolvedCheck,
  ResolvedCollection,
  ResolvedDocument,
  ResolvedFee,
  ResolvedForm,
  ResolvedLicence,
  ResolvedParameter,
  ResolvedQuestion,
  Variant,
} from '../model/variant.ts'
import type { Get } from './cell-values.ts'
import type { Memo } from './incremental/memo.ts'
import type { Said } from './said.ts'

/** The dates the engine takes from outside, as it has no clock. ISO dates. */
export interface Dates {
  readonly today: string
  /** Filing date when the answers give none; defaults to today. */
  readonly filing?: string
}

/** Lookup tables over a variant, built once. */
export interface Index {
  readonly questions: ReadonlyMap<string, ResolvedQuestion>
  readonly collections: ReadonlyMap<string, ResolvedCollection>
  readonly aliases: ReadonlyMap<string, ResolvedAlias>
  readonly parameters: ReadonlyMap<string, ResolvedParameter>
  readonly licences: ReadonlyMap<string, ResolvedLicence>
  /** Per licence, how it is handed in. */
  readonly channels: ReadonlyMap<string, Variant['channels'][number]['kind']>
  readonly forms: ReadonlyMap<string, ResolvedForm>
  readonly checks: ReadonlyMap<string, ResolvedCheck>
  readonly documents: ReadonlyMap<string, ResolvedDocument>
  readonly advice: ReadonlyMap<string, ResolvedAdvice>
  readonly fees: ReadonlyMap<string, ResolvedFee>
  /** Per question, the questions its answer may settle. */
  readonly settledBy: ReadonlyMap<string, readonly ResolvedQuestion[]>
  /** Questions that something else may answer too: an exact fact, or an earlier answer. */
  readonly doubled: readonly ResolvedQuestion[]
  /** Questions whose answers are validated against a limit of their own. */
  readonly limited: readonly ResolvedQuestion[]
  /** Questions somebody can answer: all except those that are only computed. */
  readonly answerable: ReadonlySet<string>
  /** Questions in boxes of more than one section. Those in the block of a party always count: it may be printed in any section. */
  readonly inSeveralSections: ReadonlySet<string>
  /** Questions in boxes of more than one form. */
  readonly inSeveralForms: ReadonlySet<string>
  /** Forms that belong to a licence, in the order of the licences. */
  readonly licensed: readonly ResolvedForm[]
  readonly ids: CellIds
}

/** Ids of the cells read for every item of the rule set, built once: a newly built string is hashed anew on every lookup. */
export interface CellIds {
  readonly verdicts: readonly `verdict|${string}`[]
  readonly licences: readonly `licences|${string}`[]
  readonly forms: readonly `form|${string}`[]
  /** Per form that belongs to a licence, the status of its sections, and what no status covers. */
  readonly statuses: readonly `statuses|${string}`[]
  readonly rests: readonly `rests|${string}`[]
  readonly fees: readonly `fee|${string}`[]
  readonly documents: readonly `document|${string}`[]
  readonly checks: readonly `check|${string}`[]
  /** Per check, the cell that says whether it fires. */
  readonly firing: readonly `firing|${string}`[]
  readonly advice: readonly `advice|${string}`[]
  /** Facts of the case, by fact. */
  readonly facts: ReadonlyMap<string, `fact|${string}`>
  /** Row facts read so far, by row and fact. */
  readonly factsOfRows: Map<string, Map<string, `fact|${string}`>>
  /** Rows read so far, by id. */
  readonly rows: Map<string, RowRef>
}

/** What answers are evaluated against. */
export interface Context {
  readonly variant: Variant
  readonly index: Index
  readonly dates: Dates
  readonly lang: Lang
}

/** Everything a computation may use: the context, and the values of other cells. A case is one. */
export interface Reading extends Context {
  readonly get: Get
}

/** A set of answers under a variant, with everything computed from it so far. Immutable; `edit` returns the next one. */
export interface Case extends Reading {
  readonly memo: CaseMemo
  readonly said: Said
  /** The answers behind it, as they are saved. */
  readonly answers: Answers
}

/** Members of `Memo` that get narrower types in the memo of a case. The compiler rejects a name that `Memo` does not have. */
type Retyped = Pick<Memo, 'get' | 'edited' | 'fresh'>

/** The memo of a case: it knows the type of each cell's value. */
export interface CaseMemo extends Omit<Memo, keyof Retyped> {
  readonly get: Get
  edited(inputs: Iterable<readonly [string, unknown]>): CaseMemo
  fresh(): CaseMemo
}
