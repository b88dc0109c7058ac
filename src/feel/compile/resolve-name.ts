import { closest } from 'fastest-levenshtein'
import type { Names, Scope, Type } from '../type.ts'
import { hasFact, isPartySubject, memberNameOf, memberNames, memberOf, type Typed } from './members.ts'

/** What a name in an expression may refer to besides the catalogue: quantifier variables, and the item of a filter. */
export interface Locals {
  readonly variables: ReadonlyMap<string, Type>
  /** The element that a filter tests: its members may be named without prefix. */
  readonly item: Type | null
}

export interface NameProblem {
  readonly message: string
  readonly mend: string
}
export type Resolved = Typed | NameProblem

export const isProblem = (resolved: object): resolved is NameProblem => 'message' in resolved

/** Resolves a dotted name: a local, a member of the filter's item, a fact, an alias, a list, a parameter; then members of what was found. */
export function resolveName(names: Names, scope: Scope, locals: Locals, segments: readonly string[]): Resolved {
  const found = first(names, scope, locals, segments)
  if (!found || isProblem(found)) return found ?? unknownName(names, locals, segments)
  return follow(names, found.typed, segments, found.taken)
}

/** Resolves members of a value, as far as the segments go. */
export function follow(names: Names, start: Typed, segments: readonly string[], from: number): Resolved {
  let typed = start
  for (let index = from; index < segments.length; ) {
    const member = memberOf(names, typed, segments.slice(index))
    if (!member) {
      const name = segments.slice(index).join('.')
      const subject =
        typed.type.kind === 'row'
          ? typed.type.subject
          : typed.type.kind === 'list' && typed.type.of.kind === 'row'
            ? typed.type.of.subject
            : null
      if (subject === null)
        return {
          message: `"${segments.slice(0, index).join('.')}" is a ${typed.type.kind} and has no "${name}".`,
          mend: 'Leave the part after the dot out.',
        }
      return { message: `A ${subject} has no "${name}".`, mend: meant(name, memberNames(names, subject)) }
    }
    typed = member.typed
    index += member.taken
  }
  return typed
}

function first(
  names: Names,
  scope: Scope,
  locals: Locals,
  segments: readonly string[],
): { typed: Typed; taken: number } | NameProblem | null {
  const [head = ''] = segments
  const local = locals.variables.get(head)
  if (local) return { typed: { expr: { op: 'var', name: head }, type: local }, taken: 1 }
  if (locals.item) {
    const member = memberOf(names, { expr: { op: 'var', name: 'item' }, type: locals.item }, segments)
    if (member) return member
  }
  for (let taken = segments.length; taken > 0; taken--) {
    const id = segments.slice(0, taken).join('.')
    const fact = names.facts.get(id)
    if (fact) return factIn(names, scope, id, fact, taken)
    const parameter = names.parameters.get(id)
    if (parameter) return { typed: { expr: { op: 'parameter', id }, type: parameter }, taken }
  }
  // the subject alone is the row itself: r.target = party
  if (scope.row !== undefined && (head === scope.row || (head === 'party' && isPartySubject(scope.row))))
    return { typed: { expr: { op: 'var', name: 'row' }, type: { kind: 'row', subject: scope.row } }, taken: 1 }
  const alias = names.aliases.get(head)
  if (alias) {
    const row: Type = { kind: 'row', subject: alias.subject }
    return { typed: { expr: { op: 'alias', id: head }, type: alias.one ? row : { kind: 'list', of: row } }, taken: 1 }
  }
  const list = names.collections.get(head)
  if (list) {
    const inParty = list.per === 'party' && scope.row !== undefined && isPartySubject(scope.row)
    return {
      typed: {
        expr: { op: 'rows', collection: head, ...(inParty ? { of: { op: 'var', name: 'row' } as const } : {}) },
        type: { kind: 'list', of: { kind: 'row', subject: list.subject } },
      },
      taken: 1,
    }
  }
  if (head === 'business') return { typed: { expr: { op: 'var', name: 'business' }, type: { kind: 'row', subject: 'party' } }, taken: 1 }
  return null
}

/** A fact of the case, or of the row that this expression is about. */
function factIn(
  names: Names,
  scope: Scope,
  id: string,
  fact: { subject: string; type: Type },
  taken: number,
): { typed: Typed; taken: number } | NameProblem {
  if (fact.subject === 'case') return { typed: { expr: { op: 'fact', id }, type: fact.type }, taken }
  if (fact.subject === 'role' && scope.role)
    return { typed: { expr: { op: 'get', id, of: { op: 'var', name: 'role' } }, type: fact.type }, taken }
  if (scope.row !== undefined && hasFact(scope.row, fact.subject))
    return { typed: { expr: { op: 'get', id, of: { op: 'var', name: 'row' } }, type: fact.type }, taken }
  return {
    message: `"${id}" is a fact of a ${fact.subject}, and this rule is not inside one.`,
    mend: sayWhich(names, id, fact),
  }
}

/** How to read a fact of a row from outside: summed over all rows when it is a number, of any of them otherwise. */
function sayWhich(names: Names, id: string, { subject, type }: { subject: string; type: Type }): string {
  const [list = '…'] = [...names.collections].find(([, collection]) => collection.subject === subject) ?? []
  const member = memberNameOf(subject, id)
  return type.kind === 'number'
    ? `All together: sum(for x in ${list} return x.${member}). One of them: some x in ${list} satisfies x.${member} …`
    : `Say of which: some x in ${list} satisfies x.${member} …`
}

function unknownName(names: Names, locals: Locals, segments: readonly string[]): NameProblem {
  const name = segments.join('.')
  const item = locals.item?.kind === 'row' ? memberNames(names, locals.item.subject) : []
  const known = [
    ...locals.variables.keys(),
    ...item,
    ...names.facts.keys(),
    ...names.parameters.keys(),
    ...names.aliases.keys(),
    ...names.collections.keys(),
  ]
  const message = `There is no question, list or value "${name}".`
  if (NOT_KNOWN.test(name)) return { message, mend: 'Write null for what is not known.' }
  const said = YES_NO.get(name.toLowerCase())
  if (said !== undefined) return { message, mend: `Write ${said}.` }
  const isOption = [...names.facts.values(), ...[...names.parameters.values()].map((type) => ({ type }))].some(
    ({ type }) => optionsOf(type)?.includes(name) === true,
  )
  return { message, mend: isOption ? `It is an option: put it in quotes, "${name}".` : (sameTopic(name, known) ?? meant(name, known)) }
}

/** What there is of the topic that a name begins with (`gaming.machines`: `gaming.count`, …), where no spelling of it comes near; a name that looks alike under
 * another topic would mislead. */
function sameTopic(name: string, known: readonly string[]): string | null {
  const topic = name.slice(0, name.indexOf('.') + 1)
  const near = known.length > 0 && name.length <= LONGEST_NAME ? closest(name, known) : ''
  const listed = known.filter((other) => topic !== '' && other.startsWith(topic)).toSorted()
  if (listed.length === 0 || near.startsWith(topic) || known.some((other) => other.endsWith(`.${name}`))) return null
  return `What there is of ${topic}: ${listed.slice(0, MOST_LISTED).join(', ')}${listed.length > MOST_LISTED ? ', …' : ''}.`
}

/** More names than this are no help. */
const MOST_LISTED = 12

/** Yes and no in Dutch. */
const YES_NO: ReadonlyMap<string, string> = new Map([
  ['ja', 'true'],
  ['waar', 'true'],
  ['nee', 'false'],
  ['onwaar', 'false'],
])

/** What people write for a value they do not know. */
const NOT_KNOWN = /^(onbekend|unknown|nvt|geen|pm)$/i

const optionsOf = (type: Type): readonly string[] | undefined =>
  type.kind === 'list' ? optionsOf(type.of) : type.kind === 'string' ? type.options : undefined

/** A longer word is no misspelt name, and comparing it is slow. */
const LONGEST_NAME = 100

export const meant = (name: string, known: readonly string[]): string =>
  known.length > 0 && name.length <= LONGEST_NAME
    ? // a town's own fact keeps its prefix, which people leave out
      `Did you mean ${known.find((other) => other.endsWith(`.${name}`)) ?? closest(name, known)}?`
    : 'Mend or remove it.'
