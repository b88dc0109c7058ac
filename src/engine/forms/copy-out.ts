import type { BoxCoverage, FormCoverage } from '../assessment.ts'

/** One answer to retype into somebody else's form. */
export interface CopyLine {
  /** Stable while the rules are: ticks are stored under it. */
  readonly key: string
  readonly nr: string
  readonly label: string
  /** null: not answered yet. */
  readonly text: string | null
}

export interface CopySection {
  readonly key: string
  readonly form: string
  readonly title: string
  readonly lines: readonly CopyLine[]
}

/** The answers of these forms in the order of their boxes. What does not apply, is signed or is for the authority is not copied. */
export function copyOut(forms: readonly FormCoverage[]): CopySection[] {
  return forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ row, title, boxes }) => {
        const lines = boxes.filter(({ state }) => state === 'filled' || state === 'missing').flatMap((box) => linesOf(form.id, box))
        const key = [form.id, section.id, row].filter(Boolean).join('/')
        return lines.length > 0 ? [{ key, form: form.title, title: [section.title, title].filter(Boolean).join(': '), lines }] : []
      }),
    ),
  )
}

/** A block of a person or company is copied part by part, a table row by row. */
function linesOf(form: string, box: BoxCoverage): CopyLine[] {
  const key = `${form}:${box.key}`
  const nr = box.official ?? box.nr
  const label = box.item ? `${box.label} (${box.item.title})` : box.label
  if (box.parts)
    return box.parts.map((part) => ({ key: `${key}/${part.nr}`, nr: part.nr, label: `${label}: ${part.label}`, text: part.text }))
  if (box.rows && box.rows.cells.length > 0) {
    const header = box.rows.header.join(' | ')
    return box.rows.cells.map((cells, index) => ({
      key: `${key}/${index + 1}`,
      nr,
      label: `${label} ${index + 1} (${header})`,
      text: cells.join('\t'),
    }))
  }
  return [{ key, nr, label, text: box.text }]
}
