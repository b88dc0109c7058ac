import type { z } from 'zod'
import type { Evidence as EvidenceOfBox } from './schema/form.ts'

export type Evidence = z.infer<typeof EvidenceOfBox>

/** Why a box is asked, the strongest reason first: the law, forms of municipalities, what is done in practice, nothing that anybody saw. */
export const EVIDENCE_KINDS = ['statute', 'form', 'practice', 'none'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** So many municipalities ask a box before every town does. */
const ENOUGH_FORMS = 2

/** The strongest reason; null where none is written down. */
export function evidenceKind(evidence: Evidence | undefined): EvidenceKind | null {
  if (evidence === undefined) return null
  if (evidence === 'none') return 'none'
  if (evidence.statute !== undefined) return 'statute'
  return evidence.form === undefined ? 'practice' : 'form'
}

/** In words, for who keeps the rules; null where there is nothing to say. */
export function evidenceWords(evidence: Evidence | undefined): string | null {
  if (evidence === undefined) return null
  if (evidence === 'none') return 'seen nowhere'
  const { statute, form, practice } = evidence
  const words = [statute, form && `forms of ${form.join(', ')}`, practice]
  return words.filter((word) => word !== undefined).join('; ')
}

const SIGNING = ['signature', 'signaturePlace', 'signatureDate']

/** Every town asks it: the law does, or at least two municipalities do. What signs the form as a whole asks nobody anything, and a form
 * that nobody signs is none. All other boxes are the catalogue, from which a town switches on its own. */
export function isAskedEverywhere(
  box: { readonly type: string; readonly evidence?: Evidence | undefined },
  per: string | undefined,
): boolean {
  const { evidence } = box
  if (evidence === undefined || (per === undefined && SIGNING.includes(box.type))) return true
  return evidence !== 'none' && (evidence.statute !== undefined || (evidence.form?.length ?? 0) >= ENOUGH_FORMS)
}
