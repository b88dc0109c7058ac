import Big from 'big.js'
import { isUnknown } from '../../feel/value.ts'
import { answerKey } from '../../model/answers/answers.ts'
import type { VDocument } from '../../model/variant.ts'
import type { Counts, DocumentResult } from '../assessment.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { partyName, say } from '../forms/print.ts'
import { rowRef, run } from '../reader.ts'
import type { DocumentState } from '../states.ts'
import { bindingsFor, rowsOf } from './checks.ts'

/** A document to attach: asked once for all licences that want it, once per row where it is personal. */
export function documentCell(context: Context, get: Get, [id = '']: readonly string[]): DocumentState {
  const document = context.index.documents.get(id)
  if (!document || licencesOf(get, document).length === 0 || get('stop|') !== null) return NOTHING
  const { items, missing } = document.per === null ? { items: [{ id: '' }], missing: [] } : rowsOf(context, get, document.per)
  const each = items.map((row) => get(`documentRow|${id}|${row.id}`))
  return { results: each.flatMap(({ results }) => results), missing: [...new Set([...missing, ...each.flatMap((one) => one.missing)])] }
}

const NOTHING: DocumentState = { results: [], missing: [] }

const licencesOf = (get: Get, { licences }: VDocument): string[] =>
  licences.filter((licence) => get(`verdict|${licence}`).verdict === 'needed')

/** A document for the case or one of its rows: `documentRow|document|row`. */
export function documentRowCell(context: Context, get: Get, [id = '', rowId = '']: readonly string[]): DocumentState {
  const document = context.index.documents.get(id)
  const row = rowId ? rowRef(get, rowId) : null
  if (!document || (rowId && !row)) return NOTHING
  const { lang } = context
  const bindings = row && document.per ? bindingsFor(context, get, document.per, row) : {}
  const wanted = document.when ? run(context, get, document.when, bindings) : true
  if (isUnknown(wanted)) return { results: [], missing: wanted.missing }
  if (wanted !== true) return NOTHING
  const age = document.maxAgeDays ? run(context, get, document.maxAgeDays, bindings) : null
  const said = (get(`attachment|${answerKey(id, row?.id ?? null)}`) ?? get(`attachment|${id}`) ?? 'missing') as DocumentResult['state']
  // of a document that everybody must send nobody can say that there is none
  const ifAny = document.ifAny !== null && run(context, get, document.ifAny, bindings) === true
  const state = said === 'none' && !ifAny ? 'missing' : said
  const name = say(document.name, lang)
  const result = {
    id,
    licences: licencesOf(get, document),
    row: row?.id ?? null,
    name: row && isParty(row.subject) ? `${name} (${partyName(get, row.id)})` : name,
    mustShow: document.mustShow.map((text) => say(text, lang)),
    accepted: [...document.accepted],
    signedBy: document.signedBy ? say(document.signedBy, lang) : null,
    maxAgeDays: age instanceof Big ? Number(age) : null,
    leadDays: document.leadDays,
    whereToGet: document.whereToGet ? say(document.whereToGet, lang) : null,
    ifAny,
    state,
    unverified: document.unverified,
  }
  return { results: [result], missing: [] }
}

/** Attachments count like boxes: `documents` is the sum of the three states; what somebody has none of does not count. */
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

const isParty = (subject: string): boolean => subject === 'person' || subject === 'company' || subject === 'business'
