import type { FormCoverage, PacketContent } from '../../engine/assessment.ts'

/** The forms that a PDF of the town stands in for, and does not in this packet: filling it in failed, and our own layout is printed. As the applicant reads them.
 * @param filled those that were filled in, by form */
export function unfilledForms({ forms, part }: PacketContent, filled: ReadonlyMap<string, unknown>): FormCoverage[] {
  // signing pages hold no form
  return part === 'signing' ? [] : forms.filter(({ id, official }) => official !== null && !filled.has(id))
}
