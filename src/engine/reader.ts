import { evaluate } from '../feel/evaluate.ts'
import type { Compiled } from '../feel/expr.ts'
import type { Bindings, Reader } from '../feel/reader.ts'
import { type RowRef, unknown, type Value } from '../feel/value.ts'
import { BUSINESS } from '../model/answers/answers.ts'
import type { Get } from './cell-values.ts'
import type { Case, Context } from './context.ts'
import { verdictValue } from './states.ts'

const readers = new WeakMap<Get, Reader>()

/** Expressions read the outside through cells, so that each reading is recorded. */
export function readerOf(context: Context, get: Get): Reader {
  const known = readers.get(get)
  if (known) return known
  const reader: Reader = {
    fact: (id, row) => get(`fact|${id}|${row?.id ?? ''}`),
    rows: (collection, of) => get(`list|${collection}|${of && of.id !== BUSINESS ? of.id : ''}`),
    alias: (id) => get(`alias|${id}`),
    parameter: (id) => get(`parameter|${id}`),
    verdict: (id) => verdictValue(get(`verdict|${id}`)),
    attached: (document) => get(`attached|${document}`),
    documents: (licence) => documentNames(context, get, licence),
    today: () => context.dates.today,
  }
  readers.set(get, reader)
  return reader
}

export const run = (context: Context, get: Get, compiled: Compiled, bindings: Bindings = {}): Value =>
  evaluate(compiled.expr, readerOf(context, get), bindings)

export const businessRow: RowRef = { kind: 'row', subject: BUSINESS, id: BUSINESS }

/** The row with this id; null when it is no longer there. */
export function rowRef(get: Get, id: string): RowRef | null {
  if (id === BUSINESS) return businessRow
  const subject = get(`row|${id}`)
  return typeof subject === 'string' ? { kind: 'row', subject, id } : null
}

/** Names of the documents that go with a licence; unknown until each is attached or promised. */
function documentNames(context: Context, get: Get, licence: string): Value {
  const states = context.variant.documents.filter((one) => one.licences.includes(licence)).map((one) => get(`document|${one.id}`))
  const results = states.flatMap((state) => state.results)
  const missing = states.flatMap((state) => state.missing)
  const open = results
    .filter((one) => one.state === 'missing')
    .map((one) => `documents.${one.id}`)
    .filter((id) => context.index.questions.has(id))
  if (missing.length > 0 || results.some((one) => one.state === 'missing')) return unknown([...missing, ...open])
  return { kind: 'list', items: [...new Set(results.map((one) => one.name))], unknown: null }
}

/** The answers of a case as expressions read them. */
export const readerOn = (one: Case): Reader => readerOf(one, one.memo.get)
