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
  /** The rules that may still decide; a single one once decided. */
  readonly rules: readonly ResolvedRule[]
  readonly missing: readonly string[]
  readonly parameters: readonly string[]
  /** Answers that may still change the verdict: those of undecided rules, and of rules that refine. */
  readonly awaits: readonly string[]
}

/** A verdict as FEEL sees it. */
export function verdictValue(state: VerdictState): Value {
  return state.verdict === 'open' ? unknown(state.missing, state.parameters) : state.verdict
}

/** What the verdict on a licence requires of the applicant: `none` where nothing is needed, unless its rule says otherwise. */
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
  /** Answers that decide whether this form is the one used. */
  readonly missing: readonly string[]
}

/** Whether a document goes with the application, per row where it is personal. */
export interface DocumentState {
  readonly results: readonly DocumentResult[]
  readonly missing: readonly string[]
}

/** The same for one row, independent of the licences that want it. */
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

/** Companies through which a party belongs to an alias: bv ← holding ← top holding. */
export interface Behind {
  readonly companies: readonly string[]
  /** Set while more companies may follow. */
  readonly unknown: Unknown | null
}

/** A role that a party holds, and in which party. */
export interface Held {
  readonly kind: string
  readonly target: string
  readonly row: RowRef
}

/** One row of opening hours compared with what the town allows. Times are minutes, above 1440 past midnight: 01:00+1 is later than 23:00. */
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

/** A step of the tree under these answers. */
export interface StepState {
  /** Unknown while its condition is undecided. */
  readonly shown: boolean | Unknown
  /** Questions that must be answered before going on. */
  readonly open: readonly string[]
}

/** A step with its open questions, and those of them that a verdict waits for. */
export interface StepOnPath {
  readonly id: string
  readonly open: readonly string[]
  readonly awaited: readonly string[]
}

/** The walk through the tree, as far as the answers lead. */
export interface PathState {
  /** Where the walk is, and the steps with an answer. Once every verdict is settled, what is open on them only sharpens the outcome. */
  readonly steps: readonly StepOnPath[]
  readonly at: Position
  /** Other steps already known to be shown: still to come, or to sharpen the outcome. */
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
  /** Last day to send a notice; null for other terms, and while the start date is open. */
  readonly latest: string | null
  readonly basis: string
  /** What it means if the authority lets the term pass; null when nothing is stated. */
  readonly silence: string | null
  /** Latest date if the term is extended, for decisions. */
  readonly extended: string | null
  /** The last day as counted, with the extension, before it is moved to a working day. */
  readonly counted: string
  readonly unverified: boolean
  /** Days the clock was stopped, already included in the dates above. */
  readonly stopped: number
  /** Unanswered questions about what moved the term: they may stay unanswered. */
  readonly wanted: readonly string[]
}

/** When the doors may open, as a range of days: at best, when every authority extends its term, and when every bounded delay happens as well. */
export interface OpeningState {
  /** Null while the term of a licence is not known. */
  readonly best: string | null
  /** Null when no term can be extended. */
  readonly extended: string | null
  /** Null when nothing of known length can stop the clock. */
  readonly delayed: string | null
  /** What may stop the clock; `weeks` null: as long as the applicant needs. */
  readonly delays: readonly {
    readonly id: string
    readonly text: string
    readonly basis: string
    readonly weeks: number | null
    readonly unverified: boolean
  }[]
  /** Licences whose term is unknown. */
  readonly unknown: readonly string[]
}

/** Whether the address lies in a named area. */
export interface AreaState {
  readonly id: string
  readonly name: string
  readonly state: AreaResult['state']
  /** The question that decides, once enough of the address is known. */
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

/** The status of a box, without its texts. */
export interface BoxStatus {
  readonly box: ResolvedBox
  /** The nested row this box is printed for, and its title. */
  readonly item: { row: string; title: string } | null
  readonly state: BoxState
  /** Why it is not applicable, or what is still needed. */
  readonly reason: Text | null
  /** As in `BoxCoverage`. */
  readonly questions: readonly string[]
  readonly blank: readonly string[]
  readonly computed: boolean
  /** For a party box: the parts that are filled or open. */
  readonly parts: readonly BoxStatus[] | null
  /** Rows of the table printed here. */
  readonly rows: readonly string[] | null
}

/** Why a whole section is not asked. */
export type Refusal = Pick<BoxStatus, 'state' | 'reason' | 'questions'>

/** A section once, or for one of its rows. */
export interface Instance {
  readonly row: string | null
  /** null: nothing but its position in the list identifies it. */
  readonly title: string | null
  readonly boxes: readonly BoxStatus[]
  /** Questions and lists that decide whether more nested rows follow. */
  readonly missing: readonly string[]
}

/** The status of the boxes of a section. */
export interface SectionStatus {
  /** Questions and lists that decide whether more rows follow. */
  readonly open: readonly string[]
  /** One per row of `per`; a plain section has one with row null. */
  readonly instances: readonly Instance[]
  readonly needs: Needs
}

/** What boxes need, and what else they can take: questions that may stay empty. Keys as in `questionsOf`. */
export interface Needs {
  readonly needed: readonly string[]
  readonly wanted: readonly string[]
}

/** What is asked and unanswered: what something waits for, and that together with what may stay empty. Keys as in `questionsOf`. */
export interface Open {
  readonly needed: readonly string[]
  readonly open: readonly string[]
}

/** What contradicts the answer to a question. */
export type Clash = 'refined' | 'settled' | null
