import { evaluate } from '../../feel/evaluate/evaluate.ts'
import type { ResolvedRole } from '../../model/variant.ts'
import type { Case } from '../context.ts'
import { readerOf } from '../reader.ts'

/** Roles that a person or company may be given in the business: what this legal form and application have no use for is left out. While something is
 * not known the role is offered. */
export const offeredRoles = (application: Case, subject: 'person' | 'company'): readonly ResolvedRole[] =>
  rolesOf(application, subject).filter((role) => role.targets !== 'only' && mayBeOfUse(application, role))

/** Roles that a person or company may be given in another company that was entered. The condition of a role is about the business, so it decides nothing here; except
 * for a role that nobody has in the business itself, of which it says whether it is asked about at all. */
export const offeredElsewhere = (application: Case, subject: 'person' | 'company'): readonly ResolvedRole[] =>
  rolesOf(application, subject).filter((role) => role.targets && (role.targets !== 'only' || mayBeOfUse(application, role)))

const rolesOf = ({ variant }: Case, subject: 'person' | 'company'): readonly ResolvedRole[] =>
  variant.roles.filter(({ parties }) => parties === 'any' || parties === subject)

const mayBeOfUse = (application: Case, { when }: ResolvedRole): boolean =>
  when === null || evaluate(when.expr, readerOf(application), {}) !== false
