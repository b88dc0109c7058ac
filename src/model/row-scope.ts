import { compileFeel } from '../feel/compile/compile.ts'
import type { Names, Scope } from '../feel/type.ts'
import { isPersonOrCompany } from './answers/answers.ts'
import type { Catalogue } from './catalogue.ts'

/** Scope of an expression that is evaluated once per row of a collection or alias; null when none has that name. */
export function scopeOf(catalogue: Catalogue, per: string | undefined): Scope | null {
  if (per === undefined) return {}
  const collection = catalogue.collections.find(({ id }) => id === per)
  if (collection) return { row: collection.subject }
  const alias = catalogue.aliases.find(({ id }) => id === per)
  return alias ? { row: alias.subject, role: true } : null
}

/** Scope of the rest of a box that is printed once per row of this list; the given one when it is not a list of rows. */
export function eachScope(names: Names, scope: Scope, each: string | number | boolean | undefined): Scope {
  if (each === undefined) return scope
  const compiled = compileFeel(String(each), names, scope, null)
  return compiled.ok && compiled.type.kind === 'list' && compiled.type.of.kind === 'row' ? { row: compiled.type.of.subject } : scope
}

/** Whether rows of this subject are parties, of either kind or of one. */
export const isOfParty = (subject: string | undefined): boolean => subject === 'party' || isPersonOrCompany(subject)

/** Whether a fact of this subject can be read in this scope: a party has the facts of a person and of a company (null where they do not fit). */
export function canRead(subject: string, scope: Scope): boolean {
  if (subject === 'case' || subject === scope.row) return true
  if (subject === 'role') return scope.role === true
  if (subject === 'party') return isOfParty(scope.row)
  return scope.row === 'party' && isOfParty(subject)
}
