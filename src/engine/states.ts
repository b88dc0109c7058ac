import type { RowRef, Unknown } from '../feel/value.ts'
import { unknown, type Value } from '../feel/value.ts'
import type { VRule, VTerm } from '../model/variant.ts'
import type { AreaResult, DocumentResult, FeeLine, HoursResult, SectionCoverage, VerdictWord } from './assessment.ts'

/** A verdict with the rules that lead to it. */
export interface VerdictState {
  readonly verdict: VerdictWord
  /** The rules that may still decide; one when decided. */
  readonly rules: readonly VRule[]
  readonly missing: readonly string[]
  readonly parameters: readonly string[]
}

/** A verdict as FEEL sees it. */
export function verdictValue(state: VerdictState): Value {
  return state.verdict === 'open' ? unknown(state.missing, state.parameters) : state.verdict
}

/** Whether a form is handed in, and how much of it. */
export interface FormState {
  readonly applies: boolean
  /** Licences for which this form is handed in. */
  readonly licences: readonly string[]
  /** Which boxes the profile selects. */
  readonly boxes: 'none' | 'marked' | 'all'
}

/** Whether a document goes with the application, per row where it is personal. */
export interface DocumentState {
  readonly results: readonly DocumentResult[]
  readonly missing: readonly string[]
}

/** A check that fires, and where. */
export interface FiredCheck {
  readonly row: string | null
  readonly message: string
  readonly advice: string | null
}

/** Companies that a name leads on through: bv ← holding ← top holding. */
export interface Behind {
  readonly companies: readonly string[]
  /** More may come. */
  readonly unknown: Unknown | null
}

/** A role that a party has, and of whom. */
export interface Held {
  readonly kind: string
  readonly target: string
  readonly row: RowRef
}

/** One row of opening hours held against what the town allows. Times are minutes, past midnight above 1440: 01:00+1 is later than 23:00. */
export interface HoursJudged {
  readonly place: string
  readonly night: string
  readonly season: string
  readonly open: string | null
  readonly close: string | null
  readonly allowed: { readonly open: string | null; readonly close: string | null } | null
  readonly verdict: HoursResult['verdict']
  /** Set while an answer is missing. */
  readonly unknown: Unknown | null
  readonly unverified: boolean
}

/** The steps of the tree as far as the answers lead. */
export interface PathState {
  /** Steps on the path as far as it can be decided. */
  readonly steps: readonly { readonly id: string; readonly open: readonly string[] }[]
  /** Questions that decide whether later steps are on the path. */
  readonly missing: readonly string[]
}

/** How long a decision or a notice takes, and until when. */
export interface TermState {
  readonly licence: string
  readonly kind: VTerm['kind']
  readonly from: string
  readonly until: string
  /** Last day on which a notice can be sent; null for other terms, and while the start is open. */
  readonly latest: string | null
  readonly basis: string
  /** Latest date when the term is extended, for decisions. */
  readonly extended: string | null
  readonly unverified: boolean
}

/** Whether the address lies in a named area. */
export interface AreaState {
  readonly id: string
  readonly name: string
  readonly state: AreaResult['state']
  /** The question that decides, once the address has come so far. */
  readonly missing: readonly string[]
}

/** A fee line, or what decides it. */
export interface FeeState {
  /** null: not levied, or nothing known about it yet. */
  readonly line: FeeLine | null
  /** Questions that decide it. */
  readonly missing: readonly string[]
}

/** Rows that a box is printed for. */
export interface Items {
  readonly rows: readonly RowRef[]
  readonly missing: readonly string[]
}

/** A section for one row. */
export interface Instance {
  readonly covered: SectionCoverage['instances'][number]
  readonly missing: readonly string[]
}

/** What contradicts the answer to a question. */
export type Clash = 'refined' | 'settled' | null

/** What a list input cell holds. */
export interface ListInput {
  readonly ids: readonly string[]
  readonly complete: boolean
}
