import type { FormCoverage } from '../assessment.ts'

/** The form with only the boxes that are kept; empty when none is left. */
export function withBoxes(
  form: FormCoverage,
  keeps: (section: string, row: string | null, box: FormCoverage['sections'][number]['instances'][number]['boxes'][number]) => boolean,
): FormCoverage[] {
  const sections = form.sections.flatMap((section) => {
    const instances = section.instances.flatMap((instance) => {
      const boxes = instance.boxes.filter((box) => keeps(section.id, instance.row, box))
      return boxes.length > 0 ? [{ ...instance, boxes }] : []
    })
    return instances.length > 0 ? [{ ...section, instances }] : []
  })
  return sections.length > 0 ? [{ ...form, sections }] : []
}
