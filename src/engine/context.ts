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

/** What is asked of the outside world: nothing is read from a clock. ISO dates. */
export interface Dates {
  readonly today: string
  /** Date of application when the answers give none; default today. */
  readonly filing?: string
}

/** Look-ups over a variant, made once. */
export interface Index {
  readonly questions: ReadonlyMap<string, ResolvedQuestion>
  readonly collections: ReadonlyMap<string, ResolvedCollection>
  readonly aliases: ReadonlyMap<string, ResolvedAlias>
  readonly parameters: ReadonlyMap<string, ResolvedParameter>
  readonly licences: ReadonlyMap<string, ResolvedLicence>
  /** How a licence is handed in, by its id. */
  readonly channels: ReadonlyMap<string, Variant['channels'][number]['kind']>
  readonly forms: ReadonlyMap<string, ResolvedForm>
  readonly checks: ReadonlyMap<string, ResolvedCheck>
  readonly documents: ReadonlyMap<string, ResolvedDocument>
  readonly advice: ReadonlyMap<string, ResolvedAdvice>
  readonly fees: ReadonlyMap<string, ResolvedFee>
  /** Per question, the questions that its answer may settle. */
  readonly settledBy: ReadonlyMap<string, readonly ResolvedQuestion[]>
  /** Questions that something else may answer too: an exact fact, or an earlier answer. */
  readonly doubled: readonly ResolvedQuestion[]
  /** Questions whose answer has a limit of its own. */
  readonly limited: readonly ResolvedQuestion[]
  /** Questions that somebody can answer: all but those that are only computed. */
  readonly answerable: ReadonlySet<string>
  /** Questions that stand in boxes of more than one section. What stands in the box of a party may stand in any. */
  readonly inSeveralSections: ReadonlySet<string>
  /** Questions that stand in boxes of more than one form. */
  readonly inSeveralForms: ReadonlySet<string>
  /** Forms of a licence, in the order of the licences. */
  readonly licensed: readonly ResolvedForm[]
  readonly ids: CellIds
}

/** Ids of cells that are read for every item of the rule set, built once: a string that is built again is hashed again before each look-up. */
export interface CellIds {
  readonly verdicts: readonly `verdict|${string}`[]
  readonly forms: readonly `form|${string}`[]
  readonly fees: readonly `fee|${string}`[]
  readonly documents: readonly `document|${string}`[]
  readonly checks: readonly `check|${string}`[]
  /** Of those: what says whether it fires; null for a check per row. */
  readonly firing: readonly (`firing|${string}` | null)[]
  readonly advice: readonly `advice|${string}`[]
  /** Of facts of the case, by the fact. */
  readonly facts: ReadonlyMap<string, `fact|${string}`>
  /** Of facts of rows that were read, by the row and the fact. */
  readonly factsOfRows: Map<string, Map<string, `fact|${string}`>>
}

/** What answers are held against. */
export interface Context {
  readonly variant: Variant
  readonly index: Index
  readonly dates: Dates
  readonly lang: Lang
}

/** All that a computation may use: what the answers are held against, and what other cells hold. A case is one. */
export interface Reading extends Context {
  readonly get: Get
}

/** A set of answers under a variant, with all that was computed of it so far. Never changes; `edit` gives the next. */
export interface Case extends Reading {
  readonly memo: CaseMemo
  readonly said: Said
  /** The answers it was made of; what is saved is read here. */
  readonly answers: Answers
}

/** What a memo of a case has with types of its own. Of a name that the memo does not have the compiler says so. */
type Retyped = Pick<Memo, 'get' | 'edited' | 'fresh'>

/** The memo of a case: it knows what its cells hold. */
export interface CaseMemo extends Omit<Memo, keyof Retyped> {
  readonly get: Get
  edited(inputs: Iterable<readonly [string, unknown]>): CaseMemo
  fresh(): CaseMemo
}
