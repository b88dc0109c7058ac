import { unknown, type Value } from '../feel/value.ts'
import type { VRule } from '../model/variant.ts'
import type { DocumentResult, VerdictWord } from './assessment.ts'

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
