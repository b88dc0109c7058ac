import { evaluate } from '../feel/evaluate/evaluate.ts'
import type { Compiled } from '../feel/expr.ts'
import type { Bindings, Reader } from '../feel/reader.ts'
import { type RowRef, unknown, type Value } from '../feel/value.ts'
import { BUSINESS } from '../model/answers/answers.ts'
import type { Reading } from './context.ts'
import { feeValue } from './states.ts'

const readers = new WeakMap<Reading['get'], Reader>()
/** The last reader used: the next expression is usually of the same case. */
let last: { readonly get: Reading['get']; readonly reader: Reader } | null = null

/** Expressions read everything through cells, so that each read is recorded as a dependency. */
export function readerOf(reading: Reading): Reader {
  const { get } = reading
  if (last?.get === get) return last.reader
  const reader = readers.get(get) ?? makeReader(reading)
  readers.set(get, reader)
  last = { get, reader }
  return reader
}

function makeReader(reading: Reading): Reader {
  return {
    fact: (id, row) => reading.get(factIn(reading, id, row?.id ?? null)),
    rows: (collection, of) => reading.get(`list|${collection}|${of && of.id !== BUSINESS ? of.id : ''}`),
    alias: (id) => reading.get(`alias|${id}`),
    parameter: (id) => reading.get(`parameter|${id}`),
    verdict: (id) => reading.get(`word|${id}`),
    duty: (id) => reading.get(`duty|${id}`),
    attached: (document) => reading.get(`attached|${document}`),
    documents: (licence) => documentNames(reading, licence),
    fee: (id) => feeValue(reading.get(`fee|${id}`)),
    today: () => reading.dates.today,
  }
}

/** Id of the cell of a fact, built once: a newly built string is hashed anew on every lookup. */
export function factIn({ index }: Pick<Reading, 'index'>, fact: string, row: string | null): `fact|${string}` {
  const { facts, factsOfRows } = index.ids
  if (row === null) return facts.get(fact) ?? `fact|${fact}|`
  let ofRow = factsOfRows.get(row)
  if (!ofRow) {
    ofRow = new Map()
    factsOfRows.set(row, ofRow)
  }
  const known = ofRow.get(fact)
  if (known) return known
  const made = `fact|${fact}|${row}` as const
  ofRow.set(fact, made)
  return made
}

export const run = (reading: Reading, compiled: Compiled, bindings: Bindings = {}): Value =>
  evaluate(compiled.expr, readerOf(reading), bindings)

export const businessRow: RowRef = { kind: 'row', subject: BUSINESS, id: BUSINESS }

/** The row with this id; null when it no longer exists. */
export function rowRef(reading: Reading, id: string): RowRef | null {
  if (id === BUSINESS) return businessRow
  const subject = reading.get(`row|${id}`)
  return typeof subject === 'string' ? rowNamed(reading, subject, id) : null
}

/** The same object for the same row each time: what read it before is not computed again when a role or a list comes back to it. */
export function rowNamed({ index }: Pick<Reading, 'index'>, subject: string, id: string): RowRef {
  const known = index.ids.rows.get(id)
  if (known?.subject === subject) return known
  const made: RowRef = { kind: 'row', subject, id }
  index.ids.rows.set(id, made)
  return made
}

/** Names of the documents that go with a licence; unknown until each is attached or promised. */
function documentNames(reading: Reading, licence: string): Value {
  const states = reading.variant.documents
    .filter((document) => document.licences.includes(licence))
    .map((document) => reading.get(`document|${document.id}`))
  const results = states.flatMap((state) => state.results)
  const missing = states.flatMap((state) => state.missing)
  const open = results
    .filter((result) => result.state === 'missing')
    .map((result) => `documents.${result.id}`)
    .filter((id) => reading.index.questions.has(id))
  if (missing.length > 0 || results.some((result) => result.state === 'missing')) return unknown([...missing, ...open])
  return { kind: 'list', items: [...new Set(results.map((result) => result.name))], unknown: null }
}
