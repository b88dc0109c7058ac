import type { EvidenceKind } from '../../model/evidence.ts'
import type { ResolvedForm } from '../../model/variant.ts'

/** Number of boxes by the strongest reason for asking them. */
export type EvidenceStats = Readonly<Record<EvidenceKind, number>>

/** For one form, or for all forms of a town. A box without a recorded reason counts as `none`. */
export function evidenceStats(forms: readonly ResolvedForm[]): EvidenceStats {
  const stats: Record<EvidenceKind, number> = { statute: 0, form: 0, practice: 0, none: 0 }
  for (const { sections } of forms)
    for (const { boxes } of sections) for (const { evidenceKind } of boxes) stats[evidenceKind ?? 'none'] += 1
  return stats
}

/** What is asked beyond the law that is on no form either. */
export const extraOf = ({ practice, none }: EvidenceStats): number => practice + none
