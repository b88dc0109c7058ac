import { isRow, type Value } from '../../feel/value.ts'
import type { Answers } from '../../model/answers/answers.ts'
import type { BoxCoverage } from '../assessment.ts'
import type { Case } from '../context.ts'
import { bindingsFor } from '../outcome/checks/checks.ts'
import { rowRef, run } from '../reader.ts'

/** The person this row is, or in whose lists it is (somebody's loan); null for the business and everything that belongs to it. */
export function ownerOfRow(answers: Answers, row: string): string | null {
  let at = answers.rows.get(row)
  while (at && at.parent !== null && answers.rows.has(at.parent)) at = answers.rows.get(at.parent)
  return at?.subject === 'person' ? at.id : null
}

/** The person a box is about: the one of its section, else of its own row or party (a private lender); null when it is about the business. */
export function ownerOfBox(
  application: Case,
  formId: string,
  sectionId: string,
  row: string | null,
  { nr, item }: BoxCoverage,
): string | null {
  const { answers } = application
  const ofSection = row === null ? null : ownerOfRow(answers, row)
  if (ofSection !== null) return ofSection
  const ofItem = item === null ? null : ownerOfRow(answers, item.row)
  if (ofItem !== null) return ofItem
  const section = application.index.forms.get(formId)?.sections.find(({ id }) => id === sectionId)
  const of = section?.boxes.find((box) => box.nr === nr)?.party?.of
  if (!section || !of) return null
  const around = row === null ? null : rowRef(application, row)
  const bindings =
    item === null ? (around && section.per ? bindingsFor(application, section.per, around) : {}) : { row: rowRef(application, item.row) }
  const party: Value = run(application, of, bindings)
  return typeof party === 'object' && party !== null && isRow(party) ? ownerOfRow(answers, party.id) : null
}
