import type { Catalogue } from '../../catalogue.ts'
import type { ResolvedBox, ResolvedForm, ResolvedSection } from '../../variant.ts'

/** Boxes of a form beside where they were written, which is where a finding points. */
export function writtenBoxes(
  form: ResolvedForm,
  written: Catalogue['forms'][number] | undefined,
): { section: ResolvedSection; box: ResolvedBox; item: object | undefined }[] {
  return form.sections.flatMap((section, number) =>
    section.boxes.map((box, at) => ({ section, box, item: written?.sections[number]?.boxes[at] })),
  )
}
