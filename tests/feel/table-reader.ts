import type { Reader } from '../../src/feel/reader.ts'
import { isList, unknown, type Value } from '../../src/feel/value.ts'

export type Table = Record<string, Value>

/** Facts not in the table are not answered. */
export const readerOf = (table: Table): Reader => {
  const read = (key: string): Value => (key in table ? (table[key] ?? null) : unknown([key]))
  const rows = (key: string) => {
    const found = read(key)
    return found !== null && isList(found) ? found : { kind: 'list' as const, items: [], unknown: unknown([key]) }
  }
  return {
    fact: (id, of) => read(of ? `${id}@${of.id}` : id),
    rows: (collection, of) => rows(of ? `${of.id}/${collection}` : collection),
    alias: read,
    parameter: (id) => (id in table ? (table[id] ?? null) : unknown([], [id])),
    verdict: (id) => read(`verdict ${id}`),
    duty: (id) => read(`duty ${id}`),
    attached: (id) => read(`attached ${id}`),
    documents: (id) => rows(`documents ${id}`),
    fee: (id) => read(`fee ${id}`),
    today: () => '2026-03-01',
  }
}
