import type { EvidenceKind } from '../../model/evidence.ts'
import type { ResolvedForm } from '../../model/variant.ts'

/** Boxes of forms by the strongest reason why they are asked. */
export type EvidenceStats = Readonly<Record<EvidenceKind, number>>

/** Of one form, or of all forms of a town. A box of which no reason is written down counts as none. */
export function evidenceStats(forms: readonly ResolvedForm[]): EvidenceStats {
  const stats: Record<EvidenceKind, number> = { statute: 0, form: 0, practice: 0, none: 0 }
  for (const { sections } of forms)
    for (const { boxes } of sections) for (const { evidenceKind } of boxes) stats[evidenceKind ?? 'none'] += 1
  return stats
}

/** What a town asks besides the law, and what of that no form has either. */
export const extraOf = ({ practice, none }: EvidenceStats): number => practice + none
