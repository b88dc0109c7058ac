import type { z } from 'zod'
import type { Evidence as EvidenceOfBox } from './schema/form.ts'

export type Evidence = z.infer<typeof EvidenceOfBox>

/** Why a box is asked, the strongest reason first: the law, forms of municipalities, practice, or nothing that anybody saw. */
export const EVIDENCE_KINDS = ['statute', 'form', 'practice', 'none'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** A box asked by this many municipalities is asked by every town. */
const ENOUGH_FORMS = 2

/** The strongest reason; null when no evidence is given. */
export function evidenceKind(evidence: Evidence | undefined): EvidenceKind | null {
  if (evidence === undefined) return null
  if (evidence === 'none') return 'none'
  if (evidence.statute !== undefined) return 'statute'
  return evidence.form === undefined ? 'practice' : 'form'
}

/** The evidence in words, for rule authors; null when there is none. */
export function evidenceWords(evidence: Evidence | undefined): string | null {
  if (evidence === undefined) return null
  if (evidence === 'none') return 'seen nowhere'
  const { statute, form, practice } = evidence
  const words = [statute, form && `forms of ${form.join(', ')}`, practice]
  return words.filter((word) => word !== undefined).join('; ')
}

const SIGNING = ['signature', 'signaturePlace', 'signatureDate']

/** Whether every town asks it: the law does, or at least two municipalities do. Boxes that sign the form as a whole are always included: they ask nothing, and
 * a form without them cannot be signed. All other boxes make up the catalogue, from which a town opts in. */
export function isAskedEverywhere(
  box: { readonly type: string; readonly evidence?: Evidence | undefined },
  per: string | undefined,
): boolean {
  const { evidence } = box
  if (evidence === undefined || (per === undefined && SIGNING.includes(box.type))) return true
  return evidence !== 'none' && (evidence.statute !== undefined || (evidence.form?.length ?? 0) >= ENOUGH_FORMS)
}
