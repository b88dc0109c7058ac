import type { Catalogue } from '../../catalogue.ts'
import type { ResolvedBox, ResolvedForm, ResolvedSection } from '../../variant.ts'

/** Boxes of a form with the items as written, at which findings are reported. */
export function writtenBoxes(
  form: ResolvedForm,
  written: Catalogue['forms'][number] | undefined,
): { section: ResolvedSection; box: ResolvedBox; item: object | undefined }[] {
  return form.sections.flatMap((section, number) =>
    section.boxes.map((box, at) => ({ section, box, item: written?.sections[number]?.boxes[at] })),
  )
}
