import { isRow, type RowRef } from '../../../feel/value.ts'
import { hasPostcode } from '../../../model/address/lies-in.ts'
import { answerKey } from '../../../model/answers/answers.ts'
import { isDutchForm } from '../../../model/answers/judge-answer.ts'
import { wordsIn } from '../../../model/lang.ts'
import type { FactNames } from '../../../model/schema/fact-names.ts'
import type { ResolvedQuestion } from '../../../model/variant.ts'
import type { Assessment } from '../../assessment.ts'
import type { Reading } from '../../context.ts'
import { formatDate, localise } from '../../forms/format.ts'
import { rowRef, run } from '../../reader.ts'
import type { FiredCheck } from '../../states.ts'

/** Exported for the list of texts. */
export const FIELD_CHECKS = {
  name: 'fieldChecks',
  nl: {
    date: (label: string, given: string) => `U vulde bij "${label}" ${given} in.`,
    before: (limit: string) => `Dat is voor ${limit}.`,
    after: (limit: string) => `Dat is na ${limit}.`,
    from: (limit: string) => `Kijk de datum na. Vul een datum in vanaf ${limit}.`,
    until: (limit: string) => `Kijk de datum na. Vul een datum in tot en met ${limit}.`,
    lapsed: (option: string) => `Het antwoord "${option}" is er niet op de dag van uw aanvraag.`,
    lapsedMend: 'Kies een ander antwoord.',
    postcode: (given: string) => `"${given}" is geen Nederlandse postcode, en het adres ligt in Nederland.`,
    postcodeMend: 'Vul 4 cijfers en 2 letters in, of kies het land waar het adres ligt.',
    kvk: (given: string) => `"${given}" is geen KVK-nummer.`,
    kvkMend: 'Vul de 8 cijfers in. Alleen een bedrijf met een buitenlandse rechtsvorm heeft een ander nummer.',
    elsewhere: (given: string, place: string) =>
      `De postcode ${given} ligt voor zover wij weten niet in ${place}. U vult nu de regels van ${place} in.`,
    elsewhereMend:
      'Kijk de postcode na. Klopt hij, begin dan een aanvraag voor de gemeente of het stadsdeel waar de zaak ligt, of vraag het de gemeente.',
  },
  en: {
    date: (label: string, given: string) => `At "${label}" you entered ${given}.`,
    before: (limit: string) => `That is before ${limit}.`,
    after: (limit: string) => `That is after ${limit}.`,
    from: (limit: string) => `Check the date. Enter a date from ${limit}.`,
    until: (limit: string) => `Check the date. Enter a date until ${limit}.`,
    lapsed: (option: string) => `The answer "${option}" is not there on the day of your application.`,
    lapsedMend: 'Choose another answer.',
    postcode: (given: string) => `"${given}" is no Dutch postcode, and the address lies in the Netherlands.`,
    postcodeMend: 'Enter 4 digits and 2 letters, or choose the country where the address lies.',
    kvk: (given: string) => `"${given}" is no Chamber of Commerce number.`,
    kvkMend: 'Enter its 8 digits. Only a company with a foreign legal form has another number.',
    elsewhere: (given: string, place: string) =>
      `As far as we know postcode ${given} does not lie in ${place}. You are filling in the rules of ${place}.`,
    elsewhereMend:
      'Check the postcode. If it is right, begin an application for the municipality or district where the business lies, or ask the municipality.',
  },
} as const

/** Answers that cannot be right given other answers or today: a date before or after its limit, a number from another country, a postcode of another town. */
export function fieldChecksCell({ index, variant, get }: Reading): Assessment['checks'] {
  const { postcode } = variant.names.premises
  return index.limited.flatMap((question) =>
    get(`check|${fieldCheckId(question.id)}`).map((fired) => ({
      ...fired,
      id: fieldCheckId(question.id),
      severity: question.id === postcode ? ('warn' as const) : ('block' as const),
      licences: [],
      unverified: question.id === postcode,
    })),
  )
}

const PREFIX = 'field.'
/** The question whose answer a check of this kind is about. */
export const questionOfFieldCheck = (id: string): string | null => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null)
/** The check that validates the answers to one question against their limits. */
export const fieldCheckId = (question: string): string => `${PREFIX}${question}`
/** Whether answers to it are validated at all. */
export const isLimited = ({ id, notBefore, notAfter, abroad, lapsed }: ResolvedQuestion, { premises }: FactNames): boolean =>
  notBefore !== null || notAfter !== null || abroad !== null || lapsed.length > 0 || id === premises.postcode

/** Where the answers to one question break their limits; null: not a check of this kind. */
export function fieldCheckCell(reading: Reading, id: string): readonly FiredCheck[] | null {
  const question = id.startsWith(PREFIX) ? reading.index.questions.get(id.slice(PREFIX.length)) : undefined
  if (!question) return null
  if (question.subject === 'case') return fieldCheck(reading, question, null) ?? []
  return rowsWith(reading, question).flatMap((row) => fieldCheck(reading, question, row) ?? [])
}

function rowsWith(reading: Reading, { subject }: ResolvedQuestion): readonly RowRef[] {
  const rows = (collection: string, parent: string): readonly RowRef[] => reading.get(`list|${collection}|${parent}`).items.filter(isRow)
  const parents = (nested: boolean): readonly string[] => (nested ? rows('parties', '').map(({ id }) => id) : [''])
  return reading.variant.collections
    .filter((collection) => collection.subject === subject)
    .flatMap(({ id, per }) => parents(per !== null).flatMap((parent) => rows(id, parent)))
}

function fieldCheck(reading: Reading, question: ResolvedQuestion, row: RowRef | null): FiredCheck[] | null {
  const answer = reading.get(`answer|${answerKey(question.id, row?.id ?? null)}`)
  const gone = question.lapsed.find(({ id }) => answer === id || (Array.isArray(answer) && answer.includes(id)))
  if (gone) {
    const words = wordsIn(FIELD_CHECKS, reading.lang)
    return [{ row: row?.id ?? null, message: words.lapsed(localise(gone.label, reading.lang)), advice: words.lapsedMend }]
  }
  if (typeof answer !== 'string' || reading.get(`fact|${question.id}|${row?.id ?? ''}`) !== answer) return null
  const words = wordsIn(FIELD_CHECKS, reading.lang)
  const told = (message: string, advice: string): FiredCheck[] => [{ row: row?.id ?? null, message, advice }]
  const bindings = row ? { row: rowRef(reading, row.id) ?? row } : {}
  if (question.abroad && !isDutchForm(question, answer) && run(reading, question.abroad, bindings) === false)
    return question.type === 'kvk' ? told(words.kvk(answer), words.kvkMend) : told(words.postcode(answer), words.postcodeMend)
  if (question.id === reading.variant.names.premises.postcode) {
    const place = reading.variant.postcodes.find(({ listed }) => !hasPostcode(listed, answer))
    return place ? told(words.elsewhere(answer, place.name), words.elsewhereMend) : null
  }
  const limit = (side: 'notBefore' | 'notAfter'): string | null => {
    const value = question[side] ? run(reading, question[side], bindings) : null
    return typeof value === 'string' ? value : null
  }
  const day = (iso: string): string => formatDate(iso, reading.lang)
  const given = words.date(localise(question.label, reading.lang), day(answer))
  const [from, until] = [limit('notBefore'), limit('notAfter')]
  if (from !== null && answer < from) return told(`${given} ${words.before(day(from))}`, words.from(day(from)))
  if (until !== null && answer > until) return told(`${given} ${words.after(day(until))}`, words.until(day(until)))
  return null
}
