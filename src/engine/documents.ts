import Big from 'big.js'
import { isUnknown } from '../feel/value.ts'
import { answerKey } from '../model/answers.ts'
import type { Counts, DocumentResult } from './assessment.ts'
import type { Context, Get } from './cells.ts'
import { bindingsFor, rowsOf } from './checks.ts'
import { partyName, say } from './print.ts'
import { run } from './reader.ts'
import type { VerdictState } from './verdicts.ts'

export interface DocumentState {
  readonly results: readonly DocumentResult[]
  readonly missing: readonly string[]
}

/** A document to attach: asked once for all licences that want it, once per row where it is personal. */
export function documentCell(context: Context, get: Get, [id = '']: readonly string[]): DocumentState {
  const document = context.variant.documents.find((one) => one.id === id)
  if (!document) return { results: [], missing: [] }
  const licences = document.licences.filter((licence) => (get(`verdict|${licence}`) as VerdictState).verdict === 'needed')
  if (licences.length === 0 || get('stop|') !== null) return { results: [], missing: [] }
  const { lang } = context
  const missing: string[] = []
  const per = document.per
  const rows = per === null ? { items: [null], missing: [] } : rowsOf(context, get, per)
  missing.push(...rows.missing)
  const results = rows.items.flatMap((row) => {
    const bindings = row && per ? bindingsFor(context, get, per, row) : {}
    const wanted = document.when ? run(context, get, document.when, bindings) : true
    if (isUnknown(wanted)) missing.push(...wanted.missing)
    if (isUnknown(wanted) || wanted !== true) return []
    const age = document.maxAgeDays ? run(context, get, document.maxAgeDays, bindings) : null
    const state = (get(`attachment|${answerKey(id, row?.id ?? null)}`) ?? get(`attachment|${id}`) ?? 'missing') as DocumentResult['state']
    const name = say(document.name, lang)
    return [
      {
        id,
        licences,
        row: row?.id ?? null,
        name: row && isParty(row.subject) ? `${name} (${partyName(get, row.id)})` : name,
        mustShow: document.mustShow.map((text) => say(text, lang)),
        accepted: [...document.accepted],
        signedBy: document.signedBy ? say(document.signedBy, lang) : null,
        maxAgeDays: age instanceof Big ? Number(age) : null,
        leadDays: document.leadDays,
        whereToGet: document.whereToGet ? say(document.whereToGet, lang) : null,
        state,
        unverified: document.unverified,
      },
    ]
  })
  return { results, missing: [...new Set(missing)] }
}

/** Attachments count like boxes: `documents` is the sum of the three states. */
export const countDocuments = (
  documents: readonly DocumentResult[],
): Pick<Counts, 'documents' | 'documentsAttached' | 'documentsLater' | 'documentsMissing'> => {
  const inState = (state: DocumentResult['state']): number => documents.filter((document) => document.state === state).length
  return {
    documents: documents.length,
    documentsAttached: inState('attached'),
    documentsLater: inState('later'),
    documentsMissing: inState('missing'),
  }
}

const isParty = (subject: string): boolean => subject === 'person' || subject === 'company' || subject === 'business'
