import type { FormCoverage, PacketContent } from '../../engine/assessment.ts'

/** The forms that a PDF of the town should replace and does not in this packet: filling it in failed, and our own layout is printed. In the
 * applicant's language.
 * @param filled those that were filled in, by form */
export function unfilledForms({ forms, part }: PacketContent, filled: ReadonlyMap<string, unknown>): FormCoverage[] {
  // signing pages contain no form
  return part === 'signing' ? [] : forms.filter(({ id, official }) => official !== null && !filled.has(id))
}
