import type { Assessment } from '../assessment.ts'
import type { Case } from '../context.ts'
import { clashes } from '../facts/clashes.ts'
import { clashing } from '../why/causes.ts'
import { ceilings } from './ceilings.ts'
import { fieldChecks } from './field-checks.ts'

/** What the applicant should look at, most serious first; nothing for who is sent elsewhere. A page wants these before the whole assessment. */
export function firedChecks(one: Case): Assessment['checks'] {
  const known = fired.get(one)
  if (known) return known
  const made = one.memo.get('stop|') === null ? bySeverity([...ofRules(one), ...fieldChecks(one), ...clashes(one), ...ceilings(one)]) : []
  fired.set(one, made)
  return made
}

/** A case never changes. */
const fired = new WeakMap<Case, Assessment['checks']>()

function ofRules({ variant, memo }: Case): Assessment['checks'] {
  return variant.checks.flatMap((check) =>
    memo.get(`check|${check.id}`).map(({ row, message, advice }) => ({
      id: check.id,
      severity: check.severity,
      licences: [...check.licences],
      row,
      message,
      advice,
      unverified: check.unverified,
    })),
  )
}

/** What holds a licence back, or contradicts itself: nobody hands in a packet without having seen these. */
export const blockers = (one: Case): Assessment['checks'] =>
  firedChecks(one).filter((check) => check.severity === 'block' || clashing(one, check) !== null)

const RANK = { block: 0, warn: 1, info: 2 }
const bySeverity = (checks: Assessment['checks']): Assessment['checks'] => checks.sort((a, b) => RANK[a.severity] - RANK[b.severity])
