import { isAtLeast, isList, isUnknown, type RowRef, type Unknown, type Value } from '../../feel/value.ts'
import { answerKey, BUSINESS } from '../../model/answers/answers.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedBox, ResolvedForm, ResolvedQuestion, ResolvedSection } from '../../model/variant.ts'
import type { Reading } from '../context.ts'
import { refinedValue, twinOf } from '../facts/facts.ts'
import { bindingsFor } from '../outcome/checks/checks.ts'
import { factIn, rowNamed, rowRef } from '../reader.ts'

/** A box of a form, and whose facts it prints. */
export interface Place {
  readonly form: ResolvedForm
  readonly section: ResolvedSection
  readonly box: ResolvedBox
  /** The row whose facts are printed here. */
  readonly row: RowRef | null
  readonly bindings: Readonly<Record<string, Value>>
}

/** The place of `form|section|nr|row`; row is empty where there is none. */
export function placeOf(reading: Reading, [formId = '', sectionId = '', nr = '', rowId = '']: readonly string[]): Place {
  const form = reading.index.forms.get(formId)
  const section = form && sectionOf(form, sectionId)
  const box = section && boxesBy(section).get(nr)
  if (!form || !section || !box) throw new Error(`no box ${nr} in ${formId}/${sectionId}`)
  const { row, bindings } = around(reading, section, rowId)
  return { form, section, box, row, bindings }
}

export function sectionOf(form: ResolvedForm, id: string): ResolvedSection | undefined {
  const known = sectionsOf.get(form) ?? new Map(form.sections.map((section) => [section.id, section]))
  sectionsOf.set(form, known)
  return known.get(id)
}
const sectionsOf = new WeakMap<ResolvedForm, ReadonlyMap<string, ResolvedSection>>()

function boxesBy(section: ResolvedSection): ReadonlyMap<string, ResolvedBox> {
  const known = boxesOf.get(section) ?? new Map(section.boxes.toReversed().map((box) => [box.nr, box]))
  boxesOf.set(section, known)
  return known
}
const boxesOf = new WeakMap<ResolvedSection, ReadonlyMap<string, ResolvedBox>>()

/** The bindings in a section, for one of its rows. */
export function around(reading: Reading, { per }: ResolvedSection, rowId: string): Pick<Place, 'row' | 'bindings'> {
  const row = rowId ? rowOf(reading, rowId) : null
  return { row, bindings: row && per ? bindingsFor(reading, per, row) : {} }
}

/** The same box for one of the rows it is printed for. */
export function inItem(reading: Reading, place: Place, itemId: string): Place {
  const item = rowOf(reading, itemId)
  return { ...place, row: item, bindings: { row: item } }
}

/** A part of the box of a party, for that party. */
export const inParty = (place: Place, part: ResolvedBox, party: RowRef): Place => ({
  ...place,
  box: part,
  row: party,
  bindings: { row: party },
})

export const rowOf = (reading: Reading, id: string): RowRef => rowRef(reading, id) ?? rowNamed(reading, 'undefined', id)

/** What a question contributes to a box. */
export interface InBox {
  readonly question: ResolvedQuestion
  readonly rowId: string | null
  /** Key of its answer. */
  readonly key: string
  readonly value: Value
}

/** What the questions of a box contribute here, in the order of the box. */
export function questionsIn(reading: Reading, place: Place): InBox[] {
  return (place.box.questions ?? []).flatMap((id) => {
    const question = reading.index.questions.get(id)
    if (!question) return []
    const rowId = rowFor(question.subject, place)
    const key = rowId === BUSINESS && question.subject === 'company' ? twinOf(id) : answerKey(id, rowId)
    return [{ question, rowId, key, value: reading.get(factIn(reading, id, rowId)) }]
  })
}

/** The answer to print as it was given. The exact facts decide a coarse question: whatever was once answered to it is not used. */
export function givenIn(reading: Reading, { question, rowId, key }: InBox): AnswerJson | undefined {
  const refined = question.derived || refinedValue(reading, question, rowId === null ? null : rowRef(reading, rowId)) !== null
  return refined ? undefined : reading.get(`answer|${key}`)
}

/** In a section per role, `role.*` belongs to the role row and everything else to the party. */
function rowFor(subject: string, place: Place): string | null {
  if (subject === 'case') return null
  const role = place.bindings.role
  if (subject === 'role' && place.row?.subject !== 'role' && role && typeof role === 'object' && 'id' in role) return role.id
  return place.row?.id ?? null
}

/** Why a value cannot be printed yet. */
export function openIn(value: Value): Unknown | null {
  if (isUnknown(value)) return value
  if (isAtLeast(value)) return value.unknown
  if (isList(value)) return value.unknown ?? value.items.map(openIn).find((item) => item !== null) ?? null
  return null
}
