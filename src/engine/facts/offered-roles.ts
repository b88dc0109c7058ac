import { evaluate } from '../../feel/evaluate/evaluate.ts'
import type { ResolvedRole } from '../../model/variant.ts'
import type { Case } from '../context.ts'
import { readerOf } from '../reader.ts'

/** Roles that a person or company can be given in the business, without those that this legal form and application have no use for. A role is offered while its
 * condition is unknown. */
export const offeredRoles = (application: Case, subject: 'person' | 'company'): readonly ResolvedRole[] =>
  rolesOf(application, subject).filter((role) => role.targets !== 'only' && mayBeOfUse(application, role))

/** Roles that a person or company can be given in another company that was entered. A role's condition is about the business, so it is ignored here, except for
 * a role that nobody can have in the business itself: there it decides whether the role is asked about at all. */
export const offeredElsewhere = (application: Case, subject: 'person' | 'company'): readonly ResolvedRole[] =>
  rolesOf(application, subject).filter((role) => role.targets && (role.targets !== 'only' || mayBeOfUse(application, role)))

const rolesOf = ({ variant }: Case, subject: 'person' | 'company'): readonly ResolvedRole[] =>
  variant.roles.filter(({ parties }) => parties === 'any' || parties === subject)

const mayBeOfUse = (application: Case, { when }: ResolvedRole): boolean =>
  when === null || evaluate(when.expr, readerOf(application), {}) !== false
