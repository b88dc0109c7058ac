import Big from 'big.js'
import { fillIn } from '../../feel/fill-in.ts'
import { isAtLeast, isUnknown, type Unknown } from '../../feel/value.ts'
import { isStale } from '../../model/is-stale.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { decidingDate, inForce } from '../facts/dated.ts'
import { say } from '../forms/print.ts'
import { readerOf, run } from '../reader.ts'
import type { FeeState } from '../states.ts'

const ROUNDING = { halfUp: Big.roundHalfUp, down: Big.roundDown, up: Big.roundUp } as const

/** A fee line: levied when its licence is needed and its condition holds. Rounded once, here, to whole cents. */
export function feeCell(context: Context, get: Get, [id = '']: readonly string[]): FeeState {
  const fee = context.variant.fees.find((one) => one.id === id)
  const none: FeeState = { line: null, missing: [] }
  if (!fee || get('stop|') !== null) return none
  const state = get(`verdict|${fee.licence}`)
  if (state.verdict !== 'needed') return none
  // handled inside another licence: no price of its own, only what is levied every year or by someone else
  if (fee.kind === 'once' && state.rules[0]?.via) return none
  const levied = fee.when ? run(context, get, fee.when) : true
  if (isUnknown(levied)) return { line: null, missing: levied.missing }
  if (levied !== true) return none
  const picked = inForce(context, get, fee.amounts)
  const line = { id, licence: fee.licence, label: say(fee.label, context.lang), kind: fee.kind }
  if (picked.kind === 'unknown') return { line: null, missing: picked.missing }
  if (picked.kind === 'none')
    return { line: { ...line, cents: null, formula: '', source: null, unverified: false, stale: false }, missing: [] }
  const { amount, source, unverified } = picked.item
  const date = decidingDate(context, get, picked.item.decidedBy)
  const marks = { source, unverified, stale: picked.stale || (typeof date === 'string' && isStale(picked.item, date)) }
  if (amount === null) return { line: { ...line, cents: null, formula: '', ...marks }, missing: [] }
  const value = run(context, get, amount)
  const formula = fillIn(amount.expr, readerOf(context, get), {}, context.lang)
  if (value instanceof Big) {
    const cents = Number(value.times(100).round(0, ROUNDING[fee.round]))
    return { line: { ...line, cents, formula, ...marks }, missing: [] }
  }
  const open: Unknown | null = isUnknown(value)
    ? value
    : typeof value === 'object' && value !== null && isAtLeast(value)
      ? value.unknown
      : null
  return { line: { ...line, cents: null, formula, ...marks }, missing: open?.missing ?? [] }
}
