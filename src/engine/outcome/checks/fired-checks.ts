import { references } from '../../../feel/references.ts'
import type { Assessment } from '../../assessment.ts'
import type { Case, Reading } from '../../context.ts'
import { clashing } from '../../why/causes.ts'

/** What the applicant should look at, most serious first; nothing for an applicant who is sent elsewhere. Pages want these before the whole assessment. */
export const firedChecks = ({ get }: Case): Assessment['checks'] => get('fired|')

export function firedCell(reading: Reading): Assessment['checks'] {
  if (reading.get('stop|') !== null) return []
  const rules = reading.get('ruleChecks|')
  const better = toldBetter(reading, rules)
  return bySeverity([
    ...rules,
    ...reading.get('fieldChecks|'),
    ...reading.get('clashes|').filter(({ id, row }) => row !== null || !better.has(id)),
    ...reading.get('ceilings|'),
  ])
}

/** Clashes that a block reports better, with its ground and a way out: each contradiction is reported once. */
function toldBetter({ variant }: Reading, fired: Assessment['checks']): ReadonlySet<string> {
  const blocks = new Set(fired.filter(({ severity, row }) => severity === 'block' && row === null).map(({ id }) => id))
  if (blocks.size === 0) return blocks
  const firing = variant.checks.filter(({ id }) => blocks.has(id))
  return new Set(firing.flatMap(({ when }) => references(when.expr).facts.map((fact) => `clash.${fact}`)))
}

/** The checks of the rule set that fire. A check is read only if it does. */
export function ruleChecksCell({ variant, index, get }: Reading): Assessment['checks'] {
  const found: Assessment['checks'] = []
  // no list for each of the hundreds that do not
  const { firing, checks } = index.ids
  for (let at = 0; at < firing.length; at++) {
    const [probe, cell, check] = [firing[at], checks[at], variant.checks[at]]
    if (!probe || !cell || !check || !get(probe)) continue
    for (const { row, message, advice } of get(cell))
      found.push({
        id: check.id,
        severity: check.severity,
        licences: [...check.licences],
        row,
        message,
        advice,
        unverified: check.unverified,
      })
  }
  return found
}

/** What holds a licence back, or is contradictory: nobody hands in a packet without having seen these. */
export const blockers = (application: Case): Assessment['checks'] =>
  firedChecks(application).filter((check) => check.severity === 'block' || clashing(application, check) !== null)

const RANK = { block: 0, warn: 1, info: 2 }
const bySeverity = (checks: Assessment['checks']): Assessment['checks'] => checks.sort((a, b) => RANK[a.severity] - RANK[b.severity])
