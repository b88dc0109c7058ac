import { reach } from '../asked/questions.ts'
import type { FormCoverage } from '../assessment.ts'
import type { Case } from '../context.ts'
import { coverage } from '../forms/form-coverage.ts'
import { ownerOfBox, ownerOfRow } from './packet-owner.ts'
import { withBoxes } from './with-boxes.ts'

/** What one person has to declare in confidence: the boxes about them on confidential forms, and the questions behind those. */
export interface OwnPart {
  readonly forms: readonly FormCoverage[]
  /** Questions of this person's rows that these boxes print, `fact@row`, answered or not. */
  readonly keys: ReadonlySet<string>
  /** Questions and lists of this person that are still open in these boxes. */
  readonly open: readonly string[]
}

/** The people with a confidential part of their own, in the order of their rows. */
export function peopleConcerned(application: Case): string[] {
  const found = new Set<string>()
  for (const form of coverage(application).filter(({ confidential }) => confidential))
    for (const section of form.sections)
      for (const { row, boxes } of section.instances) {
        const ofSection = row !== null && boxes.length > 0 ? ownerOfRow(application.answers, row) : null
        const owners = ofSection === null ? boxes.map((box) => ownerOfBox(application, form.id, section.id, row, box)) : [ofSection]
        for (const owner of owners) if (owner !== null) found.add(owner)
      }
  return [...found].sort()
}

export function ownPart(application: Case, person: string): OwnPart {
  const forms = coverage(application)
    .filter(({ confidential }) => confidential)
    .flatMap((form) => withBoxes(form, (section, row, box) => ownerOfBox(application, form.id, section, row, box) === person))
  const mine = (row: string | undefined): boolean => row !== undefined && ownerOfRow(application.answers, row) === person
  const cells: string[] = []
  const open = new Set<string>()
  for (const form of forms)
    for (const section of form.sections)
      for (const { row, boxes } of section.instances)
        for (const box of boxes) {
          cells.push(`box|${form.id}|${section.id}|${box.nr}|${row ?? ''}|${box.item?.row ?? ''}`)
          if (box.state === 'missing' || box.state === 'empty') for (const key of box.questions) open.add(key)
          for (const key of box.blank) open.add(key)
        }
  const keys = new Set(
    [...reach(application, cells)]
      .filter((cell) => cell.startsWith('answer|') && mine(cell.split('@')[1]))
      .map((cell) => cell.slice('answer|'.length)),
  )
  // an incomplete list appears under its own key: `p1/loans`
  const isOwn = (key: string): boolean =>
    key.includes('@') ? mine(key.split('@')[1]) : key.includes('/') && mine(key.slice(0, key.lastIndexOf('/')))
  return { forms, keys, open: [...open].filter(isOwn) }
}
