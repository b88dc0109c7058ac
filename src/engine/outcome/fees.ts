import Big from 'big.js'
import { fillIn } from '../../feel/evaluate/fill-in.ts'
import { isAtLeast, isUnknown, type Unknown } from '../../feel/value.ts'
import { isStale } from '../../model/dated/is-stale.ts'
import type { Lang } from '../../model/lang.ts'
import type { Assessment, FeeLine } from '../assessment.ts'
import type { Reading } from '../context.ts'
import { decidingDate, inForce } from '../facts/dated.ts'
import { inItsWords } from '../facts/worded.ts'
import { decimalMark, localise } from '../forms/format.ts'
import { readerOf, run } from '../reader.ts'
import type { FeeState } from '../states.ts'
import { isDemanded } from './verdicts.ts'

const ROUNDING = { halfUp: Big.roundHalfUp, down: Big.roundDown, up: Big.roundUp } as const

/** A fee line: levied when its licence is needed and its condition holds. Rounded once, here, to whole cents. */
export function feeCell(reading: Reading, [id = '']: readonly string[]): FeeState {
  const fee = reading.index.fees.get(id)
  const none: FeeState = { line: null, missing: [] }
  if (!fee || reading.get('stop|') !== null) return none
  if (!isDemanded(reading, fee.licence, fee.notified || fee.kind === 'yearly')) return none
  // handled inside another licence: no price of its own, only what is levied yearly or by someone else
  if (fee.kind === 'once' && reading.get(`within|${fee.licence}`)) return none
  const levied = fee.when ? run(reading, fee.when) : true
  if (isUnknown(levied)) return { line: null, missing: levied.missing }
  if (levied !== true) return none
  const picked = inForce(reading, fee.amounts)
  const words = inItsWords(reading, fee)
  const note = words.note && localise(words.note, reading.lang)
  const due = words.due && localise(words.due, reading.lang)
  const line = { id, licence: fee.licence, label: localise(words.label, reading.lang), kind: fee.kind, note, due }
  if (picked.kind === 'unknown') return { line: null, missing: picked.missing }
  if (picked.kind === 'none')
    return { line: { ...line, cents: null, formula: '', source: null, unverified: false, stale: false }, missing: [] }
  const { amount, source, unverified } = picked.item
  const date = decidingDate(reading, picked.item.decidedBy)
  const marks = { source, unverified, stale: picked.stale || (typeof date === 'string' && isStale(picked.item, date)) }
  if (amount === null) return { line: { ...line, cents: null, formula: '', ...marks }, missing: [] }
  const value = run(reading, amount)
  const formula = withRaises(fillIn(amount.expr, readerOf(reading), {}, decimalMark(reading.lang)), picked.item.raised ?? [], reading.lang)
  if (value instanceof Big) {
    const cents = Number(toStep(raisedBy(value, picked.item.raised ?? []), fee.roundTo ?? CENT, ROUNDING[fee.round]).times(100))
    return { line: { ...line, cents, formula, ...marks }, missing: [] }
  }
  const open: Unknown | null = isUnknown(value)
    ? value
    : typeof value === 'object' && value !== null && isAtLeast(value)
      ? value.unknown
      : null
  return { line: { ...line, cents: null, formula, ...marks }, missing: open?.missing ?? [] }
}

/** An amount with the raises on top, each rounded to its own step. */
export const raisedBy = (amount: Big, raised: readonly { readonly percent: number; readonly roundTo?: number | null }[]): Big =>
  raised.reduce(
    (sum, { percent, roundTo }) => toStep(sum.times(new Big(percent).div(100).plus(1)), roundTo ?? CENT, Big.roundHalfUp),
    amount,
  )

const CENT = 0.01

/** @param step in euro, such as 0.05 */
const toStep = (amount: Big, step: number, rounding: Big.RoundingMode): Big => amount.div(step).round(0, rounding).times(step)

/** The formula as people read it, with the raises on top: `(404,80 + 41,70 × 2) × 1,032`. */
function withRaises(formula: string, raised: readonly { readonly percent: number }[], lang: Lang): string {
  return raised.reduce((text, { percent }) => {
    const factor = new Big(percent).div(100).plus(1).toFixed()
    return `${/ [+−×÷] /.test(text) ? `(${text})` : text} × ${factor.replace('.', decimalMark(lang))}`
  }, formula)
}

/** The lines that are levied, and their totals. */
export function feesCell({ index, get }: Reading): Assessment['fees'] {
  const states = index.ids.fees.map((id) => get(id))
  const lines = states.map(({ line }) => line).filter((line) => line !== null)
  const sum = (some: readonly FeeLine[]): number => some.reduce((total, line) => total + (line.cents ?? 0), 0)
  const once = lines.filter((line) => line.kind === 'once')
  const known = once.filter((line) => line.cents !== null && !line.stale)
  const yearly = lines.filter((line) => line.kind === 'yearly' && line.cents !== null && !line.stale)
  const open = states.some(({ missing }) => missing.length > 0)
  return {
    lines,
    totalCents: open || known.length < once.length ? null : sum(known),
    knownCents: sum(known),
    yearlyCents: sum(yearly),
    unknown: lines.filter((line) => (line.kind === 'once' || line.kind === 'yearly') && line.cents === null).map((line) => line.id),
  }
}
