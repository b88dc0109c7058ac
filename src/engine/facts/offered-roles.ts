import { evaluate } from '../../feel/evaluate.ts'
import type { VRole } from '../../model/variant.ts'
import type { Case } from '../context.ts'
import { readerOn } from '../reader.ts'

/** Roles that a person or company may be given in the business: what this legal form and application have no use for is left out. While something is
 * not known the role is offered. */
export function offeredRoles(one: Case, subject: 'person' | 'company'): readonly VRole[] {
  const reader = readerOn(one)
  return one.variant.roles.filter(
    ({ parties, targets, when }) =>
      targets !== 'only' && (parties === 'any' || parties === subject) && (when === null || evaluate(when.expr, reader, {}) !== false),
  )
}
