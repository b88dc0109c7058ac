import { references } from '../../feel/references.ts'
import { isCertain } from '../../feel/value.ts'
import { hasPostcode } from '../../model/address/lies-in.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { asAnswer } from '../answer-kinds/as-value.ts'
import type { Case } from '../context.ts'
import { rowRef, run } from '../reader.ts'

/** What another answer suggests for this one; null while nothing does. It appears in the field, where it can be changed, and is used nowhere until it is
 * accepted. */
export function prefillOf(application: Case, question: ResolvedQuestion, row: string | null): AnswerJson | null {
  const { get } = application
  const ref = row === null ? null : rowRef(application, row)
  const place = placeOf(application, question, row)
  if (place !== undefined) return place
  const value = question.prefill ? run(application, question.prefill, ref ? { row: ref } : {}) : null
  if (value !== null && isCertain(value)) return asAnswer(question, value)
  const before = question.likePrevious && row !== null ? rowBefore(application, question.subject, row) : null
  const previous = before === null ? null : get(`fact|${question.id}|${before}`)
  return previous !== null && isCertain(previous) ? asAnswer(question, previous) : null
}

/** The place in which the postcode of this address lies. Null: more than one, or it lies outside the town, where no other address tells it either. Undefined: the town
 * does not say. */
function placeOf({ variant, get }: Case, { localityOf }: ResolvedQuestion, row: string | null): string | null | undefined {
  if (localityOf === null || variant.localities.length === 0) return undefined
  const postcode = get(`fact|${localityOf}|${row ?? ''}`)
  if (typeof postcode !== 'string' || !/^\d{4} ?[A-Z]{2}$/i.test(postcode)) return undefined
  const [place, second] = variant.localities.filter(({ postcodes }) => hasPostcode(postcodes, postcode))
  if (place !== undefined) return second === undefined ? place.name : null
  // a district has the postcodes of its town first
  const [town] = variant.postcodes
  return town && !hasPostcode(town.listed, postcode) ? null : undefined
}

/** Whether the suggestion comes from another answer, rather than being the same for everybody, such as the country. */
export function takesOver(question: ResolvedQuestion): boolean {
  if (question.likePrevious || question.localityOf !== null) return true
  if (!question.prefill) return false
  const { facts, aliases } = references(question.prefill.expr)
  return facts.length + aliases.length > 0
}

function rowBefore(application: Case, subject: string, row: string): string | null {
  const list = application.variant.collections.find((each) => each.subject === subject && each.per === null)
  const ids = application.get(`listInput|${list?.id ?? ''}`)?.ids ?? []
  return ids[ids.indexOf(row) - 1] ?? null
}
