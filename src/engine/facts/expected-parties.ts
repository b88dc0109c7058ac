import { evaluate } from '../../feel/evaluate/evaluate.ts'
import { BUSINESS, isPersonOrCompany } from '../../model/answers/answers.ts'
import type { ResolvedCollection } from '../../model/variant.ts'
import type { Case } from '../context.ts'
import { readerOf } from '../reader.ts'
import { offeredRoles } from './offered-roles.ts'

/** Somebody who is known to take part before anybody is entered. */
export interface ExpectedParty {
  readonly expected: NonNullable<ResolvedCollection['expected']>[number]
  /** Roles that it has, as far as a page offers them now. */
  readonly roles: readonly string[]
  /** Who it is; null while nobody was entered. */
  readonly party: string | null
}

/** Everybody who is certainly part of this case, in the order of asking. Who has the first of the roles is the one that is meant; of two entries that give the same
 * role the second means the second person who has it. */
export function expectedParties(application: Case, { id, subject, expected }: ResolvedCollection): readonly ExpectedParty[] {
  if (!(expected && isPersonOrCompany(subject))) return []
  const offered = new Set(offeredRoles(application, subject).map((role) => role.id))
  const rows = application.get(`listInput|${id}`)?.ids ?? []
  const having = (role: string): readonly string[] =>
    rows.filter((row) => application.get(`roles|${row}`).some(({ kind, target }) => kind === role && target === BUSINESS))
  const given: string[] = []
  return expected.flatMap((entry): ExpectedParty[] => {
    const roles = entry.roles.filter((role) => offered.has(role))
    const [first] = roles
    if (first === undefined || first !== entry.roles[0] || evaluate(entry.when.expr, readerOf(application), {}) !== true) return []
    const before = given.filter((role) => role === first).length
    for (const role of roles) given.push(role)
    return [{ expected: entry, roles, party: having(first)[before] ?? null }]
  })
}

/** Those who were not entered yet. Nobody once the list is said to be complete. */
export const awaitedParties = (application: Case, collection: ResolvedCollection): readonly ExpectedParty[] =>
  application.get(`listInput|${collection.id}`)?.complete
    ? []
    : expectedParties(application, collection).filter(({ party }) => party === null)
