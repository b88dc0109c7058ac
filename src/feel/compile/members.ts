import type { Expr } from '../expr.ts'
import type { Names, Type } from '../type.ts'

export interface Typed {
  readonly expr: Expr
  readonly type: Type
}

/** Prefixes that a row may omit, and whose facts it has: a party is a person, a company or the business. */
const PREFIXES: ReadonlyMap<string, readonly string[]> = new Map([
  ['person', ['person', 'party']],
  ['company', ['company', 'party']],
  ['party', ['party', 'person', 'company']],
])
const prefixesOf = (subject: string): readonly string[] => PREFIXES.get(subject) ?? [subject]

/** Whether a row of `subject` may be asked for a fact of `factSubject`. One that does not fit its kind is null. */
export const hasFact = (subject: string, factSubject: string): boolean => prefixesOf(subject).includes(factSubject)

export const isPartySubject = (subject: string): boolean => PREFIXES.has(subject)

/** The names by which an expression may refer to facts and nested lists of a row. */
export function memberNames(names: Names, subject: string): string[] {
  const own = [...names.facts].filter(([, fact]) => hasFact(subject, fact.subject)).map(([id]) => memberNameOf(subject, id))
  const lists = isPartySubject(subject) ? [...names.collections].filter(([, list]) => list.per === 'party').map(([id]) => id) : []
  return [...new Set([...own, ...lists])]
}

/** The name of a fact after the dot: `terrace.area` of a terrace is `area`; a town's own fact keeps its whole id. */
export const memberNameOf = (subject: string, id: string): string =>
  prefixesOf(subject).reduce((short, prefix) => (short.startsWith(`${prefix}.`) ? short.slice(prefix.length + 1) : short), id)

/** The longest member of a row that these segments begin with, and how many of them it takes. */
export function memberOf(names: Names, of: Typed, segments: readonly string[]): { typed: Typed; taken: number } | null {
  if (of.type.kind === 'list' && of.type.of.kind === 'row') {
    const inner = memberOf(names, { expr: { op: 'var', name: 'item' }, type: of.type.of }, segments)
    return (
      inner && {
        taken: inner.taken,
        typed: { expr: { op: 'map', name: 'item', in: of.expr, body: inner.typed.expr }, type: { kind: 'list', of: inner.typed.type } },
      }
    )
  }
  if (of.type.kind !== 'row') return null
  const { subject } = of.type
  for (let taken = segments.length; taken > 0; taken--) {
    const path = segments.slice(0, taken).join('.')
    for (const id of [...prefixesOf(subject).map((prefix) => `${prefix}.${path}`), path]) {
      const fact = names.facts.get(id)
      if (fact && hasFact(subject, fact.subject)) return { typed: { expr: { op: 'get', id, of: of.expr }, type: fact.type }, taken }
    }
    const list = taken === 1 && isPartySubject(subject) ? names.collections.get(path) : undefined
    if (list?.per === 'party')
      return {
        typed: { expr: { op: 'rows', collection: path, of: of.expr }, type: { kind: 'list', of: { kind: 'row', subject: list.subject } } },
        taken,
      }
  }
  return null
}
