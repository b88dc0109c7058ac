import Big from 'big.js'
import { isUnknown } from '../../feel/value.ts'
import { answerKey, isParty } from '../../model/answers/answers.ts'
import { wordsIn } from '../../model/lang.ts'
import type { ResolvedDocument } from '../../model/variant.ts'
import type { Counts, DocumentResult } from '../assessment.ts'
import type { Reading } from '../context.ts'
import { inItsWords } from '../facts/worded.ts'
import { localise, partyName } from '../forms/format.ts'
import { rowRef, run } from '../reader.ts'
import type { DocumentRowState, DocumentState } from '../states.ts'
import { bindingsFor, rowsOf } from './checks/checks.ts'
import { isDemanded } from './verdicts.ts'

/** Exported for the list of texts. */
export const DOCUMENTS = {
  name: 'documents',
  nl: {
    scale: (scales: readonly string[]) => `schaal ${scales.join(' of ')}`,
    copies: (count: number) => `op papier ${count} exemplaren`,
  },
  en: {
    scale: (scales: readonly string[]) => `scale ${scales.join(' or ')}`,
    copies: (count: number) => `on paper ${count} copies`,
  },
} as const

/** A document to attach: asked once for all licences that want it, once per row where it is personal. */
export function documentCell(reading: Reading, [id = '']: readonly string[]): DocumentState {
  const document = reading.index.documents.get(id)
  const licences = document && licencesOf(reading, document)
  if (!document || !licences || licences.length === 0 || reading.get('stop|') !== null) return NOTHING
  const { items, missing } = document.per === null ? OF_CASE : rowsOf(reading, document.per)
  const each = items.map((row) => reading.get(`documentRow|${id}|${row.id}`))
  return {
    results: each.flatMap(({ result }) => (result ? [wantedBy(result, licences)] : [])),
    missing: [...new Set([...missing, ...each.flatMap((state) => state.missing)])],
  }
}

const wantedBy = ({ id, ...result }: Omit<DocumentResult, 'licences'>, licences: readonly string[]): DocumentResult => ({
  id,
  licences: [...licences],
  ...result,
})

/** All documents that go with the application. */
export const documentsCell = ({ index, get }: Reading): readonly DocumentResult[] => index.ids.documents.flatMap((id) => get(id).results)

const OF_CASE = { items: [{ id: '' }], missing: [] }
const NOTHING: DocumentState = { results: [], missing: [] }
const NOT_WANTED: DocumentRowState = { result: null, missing: [] }

const licencesOf = (reading: Reading, { licences, notified }: ResolvedDocument): string[] =>
  licences.filter((licence) => isDemanded(reading, licence, notified))

/** A document for the case or one of its rows, regardless of which licences want it: `documentRow|document|row`. */
export function documentRowCell(reading: Reading, [id = '', rowId = '']: readonly string[]): DocumentRowState {
  const document = reading.index.documents.get(id)
  const row = rowId ? rowRef(reading, rowId) : null
  if (!document || (rowId && !row)) return NOT_WANTED
  const { lang } = reading
  const bindings = row && document.per ? bindingsFor(reading, document.per, row) : {}
  const wanted = document.when ? run(reading, document.when, bindings) : true
  if (isUnknown(wanted)) return { result: null, missing: wanted.missing }
  if (wanted !== true) return NOT_WANTED
  const age = document.maxAgeDays ? run(reading, document.maxAgeDays, bindings) : null
  const given: DocumentResult['state'] =
    reading.get(`attachment|${answerKey(id, row?.id ?? null)}`) ?? reading.get(`attachment|${id}`) ?? 'missing'
  // where everybody has to send this document, "there is none" is no answer
  const ifAny = document.ifAny !== null && run(reading, document.ifAny, bindings) === true
  const state = given === 'none' && !ifAny ? 'missing' : given
  const words = inItsWords(reading, document, bindings)
  const name = localise(words.name, lang)
  const result = {
    id,
    row: row?.id ?? null,
    name: row && isParty(row.subject) ? `${name} (${partyName(reading, row.id)})` : name,
    mustShow: [
      ...words.mustShow.map((text) => localise(text, lang)),
      ...(document.scale ? [wordsIn(DOCUMENTS, lang).scale(document.scale)] : []),
      ...((document.copies ?? 1) > 1 ? [wordsIn(DOCUMENTS, lang).copies(document.copies ?? 1)] : []),
    ],
    accepted: [...document.accepted],
    signedBy: words.signedBy ? localise(words.signedBy, lang) : null,
    maxAgeDays: age instanceof Big ? Number(age) : null,
    leadDays: document.leadDays,
    whereToGet: words.whereToGet ? localise(words.whereToGet, lang) : null,
    ifAny,
    state,
    unverified: document.unverified,
  }
  return { result, missing: [] }
}

/** Attachments count like boxes: `documents` is the sum of the three states; those an applicant has none of do not count. */
export const countDocuments = (
  documents: readonly DocumentResult[],
): Pick<Counts, 'documents' | 'documentsAttached' | 'documentsLater' | 'documentsMissing'> => {
  const inState = (state: DocumentResult['state']): number => documents.filter((document) => document.state === state).length
  return {
    documents: documents.length - inState('none'),
    documentsAttached: inState('attached'),
    documentsLater: inState('later'),
    documentsMissing: inState('missing'),
  }
}
