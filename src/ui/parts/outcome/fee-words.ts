import type { Assessment, FeeLine } from '../../../engine/assessment.ts'
import { formatCents } from '../../../engine/forms/format.ts'
import type { Lang } from '../../../model/lang.ts'
import type { Words } from '../../text.ts'

type Fees = Assessment['fees']

/** An amount in words: an unknown one is not zero, and one of an earlier year says so. */
export function feeText(line: FeeLine, words: Words, lang: Lang): string {
  const amount = line.cents === null ? words.outcome.unknownFee : formatCents(line.cents, lang)
  const kind = {
    once: '',
    yearly: ` ${words.outcome.perYear}`,
    elsewhere: ` ${words.outcome.elsewhere}`,
    ifRefused: ` ${words.outcome.ifRefused}`,
  }
  return `${amount}${kind[line.kind]}${line.stale ? ` (${words.outcome.stale})` : ''}`
}

/** Lines left out of the totals, because the amount is unknown or of an earlier year. */
export const outsideTotal = ({ lines }: Fees): FeeLine[] =>
  lines.filter((line) => (line.kind === 'once' || line.kind === 'yearly') && (line.cents === null || line.stale))

/** What is paid once, in cents: from what is known up to what it may become. `to` null: an amount is unknown, so there is no upper bound. */
export function rangeOf(fees: Fees): { readonly from: number; readonly to: number | null } {
  const from = fees.totalCents ?? fees.knownCents
  const outside = outsideTotal(fees).filter(({ kind }) => kind === 'once')
  if (fees.totalCents === null && (outside.length === 0 || outside.some(({ cents }) => cents === null))) return { from, to: null }
  return { from, to: outside.reduce((sum, { cents }) => sum + (cents ?? 0), from) }
}

/** The total, as a range where something is not known, and in words what it leaves out. */
export function costText(fees: Fees, words: Words, lang: Lang): string[] {
  const outside = outsideTotal(fees)
  const unknown = outside.filter((line) => line.cents === null).length
  const open = fees.totalCents === null && !outside.some((line) => line.kind === 'once')
  const { from, to } = rangeOf(fees)
  // a tariff of an earlier year counts towards the upper bound, or nowhere if there is none
  const inHigh = to === null ? 0 : outside.filter((line) => line.kind === 'once' && line.cents !== null).length
  const stale = outside.length - unknown - inHigh
  const nothing = fees.lines.length === 0 || (fees.totalCents === null && from === 0)
  const [low, high] = [formatCents(from, lang), formatCents(to ?? from, lang)]
  return [
    nothing
      ? words.summary.costUnknown
      : to === null
        ? words.summary.costAtLeast(low)
        : low === high
          ? low
          : words.summary.costRange(low, high),
    ...(fees.yearlyCents > 0 ? [words.summary.yearly(formatCents(fees.yearlyCents, lang))] : []),
    ...(unknown > 0 ? [words.summary.costsUnknown(unknown)] : []),
    ...(inHigh > 0 ? [words.summary.costsStaleHigh(inHigh)] : []),
    ...(stale > 0 ? [words.summary.costsStale(stale)] : []),
    ...(open && !nothing ? [words.summary.costsOpen] : []),
  ]
}
