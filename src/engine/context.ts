import type { Lang } from '../model/lang.ts'
import type { VAlias, Variant, VCheck, VCollection, VDocument, VForm, VLicence, VParameter, VQuestion } from '../model/variant.ts'
import type { Get } from './cell-values.ts'
import type { Memo } from './incremental/memo.ts'

/** What is asked of the outside world: nothing is read from a clock. ISO dates. */
export interface Dates {
  readonly today: string
  /** Date of application when the answers give none; default today. */
  readonly filing?: string
}

/** Look-ups over a variant, made once. */
export interface Index {
  readonly questions: ReadonlyMap<string, VQuestion>
  readonly collections: ReadonlyMap<string, VCollection>
  readonly aliases: ReadonlyMap<string, VAlias>
  readonly parameters: ReadonlyMap<string, VParameter>
  readonly licences: ReadonlyMap<string, VLicence>
  readonly forms: ReadonlyMap<string, VForm>
  readonly checks: ReadonlyMap<string, VCheck>
  readonly documents: ReadonlyMap<string, VDocument>
  /** Per question, the questions that its answer may settle. */
  readonly settledBy: ReadonlyMap<string, readonly VQuestion[]>
  /** Questions that something else may answer too: an exact fact, or an earlier answer. */
  readonly doubled: readonly VQuestion[]
}

/** What a computation may use: the variant, the dates, and other cells. */
export interface Context {
  readonly variant: Variant
  readonly index: Index
  readonly dates: Dates
  readonly lang: Lang
}

/** A set of answers under a variant, with all that was computed of it so far. Never changes; `edit` gives the next. */
export interface Case {
  readonly variant: Variant
  readonly index: Index
  readonly dates: Dates
  readonly lang: Lang
  readonly memo: CaseMemo
}

/** The memo of a case: it knows what its cells hold. */
export interface CaseMemo extends Omit<Memo, 'get' | 'edited' | 'bare'> {
  readonly get: Get
  edited(inputs: Iterable<readonly [string, unknown]>): CaseMemo
  bare(): CaseMemo
}
