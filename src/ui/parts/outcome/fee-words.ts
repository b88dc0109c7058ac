import type { Assessment, FeeLine } from '../../../engine/assessment.ts'
import { formatCents } from '../../../engine/forms/format.ts'
import type { Lang } from '../../../model/lang.ts'
import type { Words } from '../../text.ts'

type Fees = Assessment['fees']

/** An amount as it must be read: what nobody knows is no zero, and what is of an earlier year says so. */
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

/** Lines that stand in no total, because nobody knows the amount or it is of an earlier year. */
export const outsideTotal = ({ lines }: Fees): FeeLine[] =>
  lines.filter((line) => (line.kind === 'once' || line.kind === 'yearly') && (line.cents === null || line.stale))

/** The total, and in words what is not in it. */
export function costText(fees: Fees, words: Words, lang: Lang): string[] {
  const outside = outsideTotal(fees)
  const unknown = outside.filter((line) => line.cents === null).length
  const stale = outside.length - unknown
  const open = fees.totalCents === null && !outside.some((line) => line.kind === 'once')
  const total = fees.totalCents ?? fees.knownCents
  const nothing = fees.lines.length === 0 || (fees.totalCents === null && total === 0)
  return [
    nothing ? words.summary.costUnknown : formatCents(total, lang),
    ...(fees.yearlyCents > 0 ? [words.summary.yearly(formatCents(fees.yearlyCents, lang))] : []),
    ...(unknown > 0 ? [words.summary.costsUnknown(unknown)] : []),
    ...(stale > 0 ? [words.summary.costsStale(stale)] : []),
    ...(open && !nothing ? [words.summary.costsOpen] : []),
  ]
}
