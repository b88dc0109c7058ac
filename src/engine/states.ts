import Big from 'big.js'
import type { RowRef, Unknown } from '../feel/value.ts'
import { unknown, type Value } from '../feel/value.ts'
import type { Text } from '../model/schema/common.ts'
import type { Duty } from '../model/schema/licence.ts'
import type { ResolvedBox, ResolvedRule, ResolvedTerm } from '../model/variant.ts'
import type { AreaResult, BoxState, DocumentResult, FeeLine, HoursResult, VerdictWord } from './assessment.ts'
import type { Position } from './tree/next-step.ts'

/** A verdict with the rules that lead to it. */
export interface VerdictState {
  readonly verdict: VerdictWord
  /** The rules that may still decide; one when decided. */
  readonly rules: readonly ResolvedRule[]
  readonly missing: readonly string[]
  readonly parameters: readonly string[]
  /** Answers that may still make it another verdict: of rules that are undecided, and of rules that refine. */
  readonly awaits: readonly string[]
}

/** A verdict as FEEL sees it. */
export function verdictValue(state: VerdictState): Value {
  return state.verdict === 'open' ? unknown(state.missing, state.parameters) : state.verdict
}

/** What the verdict on a licence asks of the applicant: `none` where nothing is needed, unless its rule says otherwise. */
export function dutyOf(licence: { readonly duty: Duty } | undefined, { verdict, rules }: VerdictState): Duty {
  const said = verdict === 'open' ? null : (rules[0]?.duty ?? null)
  return said ?? (verdict === 'notNeeded' || !licence ? 'none' : licence.duty)
}

/** The same as FEEL sees it; unknown while the verdict is open. */
export const dutyValue = (licence: { readonly duty: Duty } | undefined, state: VerdictState): Value =>
  state.verdict === 'open' ? unknown(state.missing, state.parameters) : dutyOf(licence, state)

/** Whether a form is handed in, and how much of it. */
export interface FormState {
  readonly applies: boolean
  /** Licences for which this form is handed in. */
  readonly licences: readonly string[]
  /** Which boxes the profile selects. */
  readonly boxes: 'none' | 'marked' | 'all'
  /** Answers that decide whether it is this form. */
  readonly missing: readonly string[]
}

/** Whether a document goes with the application, per row where it is personal. */
export interface DocumentState {
  readonly results: readonly DocumentResult[]
  readonly missing: readonly string[]
}

/** The same for one row, apart from the licences that want it. */
export interface DocumentRowState {
  readonly result: Omit<DocumentResult, 'licences'> | null
  readonly missing: readonly string[]
}

/** A check that fires, and where. */
export interface FiredCheck {
  readonly row: string | null
  readonly message: string
  readonly advice: string | null
}

/** Companies through which somebody comes to an alias: bv ← holding ← top holding. */
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
  readonly allowed: NonNullable<HoursResult['allowed']> | null
  readonly verdict: HoursResult['verdict']
  /** Set while an answer is missing. */
  readonly unknown: Unknown | null
  readonly unverified: boolean
}

/** A step of the tree for these answers. */
export interface StepState {
  /** Unknown while it cannot be said whether it is shown. */
  readonly shown: boolean | Unknown
  /** Questions that must be answered before anybody goes on. */
  readonly open: readonly string[]
}

/** A step with what is still open on it, and what of that a verdict waits for. */
export interface StepOnPath {
  readonly id: string
  readonly open: readonly string[]
  readonly awaited: readonly string[]
}

/** The walk through the tree as far as the answers lead. */
export interface PathState {
  /** Where the walk is, and the steps on which something was answered. Once every verdict is settled something may be open on them that sharpens the outcome. */
  readonly steps: readonly StepOnPath[]
  readonly at: Position
  /** Other steps that are shown already: to come, or to sharpen the outcome. */
  readonly ahead: readonly StepOnPath[]
  /** Questions that decide whether other later steps are shown. */
  readonly missing: readonly string[]
}

/** How long a decision or a notice takes, and until when. */
export interface TermState {
  readonly licence: string
  readonly kind: ResolvedTerm['kind']
  readonly from: string
  readonly until: string
  /** Last day on which a notice can be sent; null for other terms, and while the start is open. */
  readonly latest: string | null
  readonly basis: string
  /** What it means when the authority lets the term pass; null where nothing is said. */
  readonly silence: string | null
  /** Latest date when the term is extended, for decisions. */
  readonly extended: string | null
  /** The last day as it is counted, with the extension, before it is moved to a working day. */
  readonly counted: string
  readonly unverified: boolean
  /** Days on which the clock has stood still; they are in the dates above. */
  readonly stopped: number
  /** Questions about what moved the term that nobody answered: they may stay so. */
  readonly wanted: readonly string[]
}

/** When the doors may open, as a range of days: at best, when every authority takes its extension, and when every bounded delay happens as well. */
export interface OpeningState {
  /** Null while the term of a licence is not known. */
  readonly best: string | null
  /** Null where no term may be extended. */
  readonly extended: string | null
  /** Null where nothing with a known length may stop the clock. */
  readonly delayed: string | null
  /** What may stop the clock; `weeks` null: as long as the applicant needs. */
  readonly delays: readonly {
    readonly id: string
    readonly text: string
    readonly basis: string
    readonly weeks: number | null
    readonly unverified: boolean
  }[]
  /** Licences whose term nobody knows. */
  readonly unknown: readonly string[]
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

/** The same as FEEL sees it, in euro: 0 where it is not levied, null where the amount is not known. */
export const feeValue = ({ line, missing }: FeeState): Value =>
  missing.length > 0 ? unknown(missing) : line === null ? new Big(0) : line.cents === null ? null : new Big(line.cents).div(100)

/** Rows that a box is printed for. */
export interface Items {
  readonly rows: readonly RowRef[]
  readonly missing: readonly string[]
}

/** Where a box stands, without its texts. */
export interface BoxStatus {
  readonly box: ResolvedBox
  /** The nested row this box is printed for, and how that row is called. */
  readonly item: { row: string; title: string } | null
  readonly state: BoxState
  /** Why it is not applicable, or what is still needed. */
  readonly reason: Text | null
  /** As in `BoxCoverage`. */
  readonly questions: readonly string[]
  readonly blank: readonly string[]
  readonly computed: boolean
  /** Of a party's box: the parts that are filled or open. */
  readonly parts: readonly BoxStatus[] | null
  /** Rows of the table that is printed here. */
  readonly rows: readonly string[] | null
}

/** Why a whole section is not asked. */
export type Refusal = Pick<BoxStatus, 'state' | 'reason' | 'questions'>

/** A section once, or for one of its rows. */
export interface Instance {
  readonly row: string | null
  /** null: nothing but its place in the list names it. */
  readonly title: string | null
  readonly boxes: readonly BoxStatus[]
  /** Questions and lists that decide whether more nested rows come. */
  readonly missing: readonly string[]
}

/** Where the boxes of a section stand. */
export interface SectionStatus {
  /** Questions and lists that decide whether more rows come. */
  readonly open: readonly string[]
  /** One per row of `per`; a plain section has one with row null. */
  readonly instances: readonly Instance[]
  readonly needs: Needs
}

/** What boxes wait for, and what they would take besides: questions that may stay empty. Keys as in `questionsOf`. */
export interface Needs {
  readonly needed: readonly string[]
  readonly wanted: readonly string[]
}

/** What is asked and not answered: what something waits for, and that together with what may stay empty. Keys as in `questionsOf`. */
export interface Open {
  readonly needed: readonly string[]
  readonly open: readonly string[]
}

/** What contradicts the answer to a question. */
export type Clash = 'refined' | 'settled' | null
