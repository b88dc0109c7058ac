import type { Names } from '../../feel/type.ts'
import type { Finding } from '../findings/finding.ts'
import type { Applied } from '../layers/layers.ts'
import { namesOf } from '../names.ts'
import type { RuleSet } from '../rule-set.ts'

/** Context for turning a catalogue into a variant. */
export interface Resolving extends Applied {
  readonly ruleSet: RuleSet
  readonly names: Names
  /** Questions that may be left empty, which then have no value. */
  readonly emptiable: ReadonlySet<string>
  readonly findings: Finding[]
}

export const resolving = (ruleSet: RuleSet, applied: Applied, findings: Finding[]): Resolving => ({
  ...applied,
  ruleSet,
  findings,
  names: namesOf(applied.catalogue),
  emptiable: new Set(
    applied.catalogue.questions
      .filter(({ optional, default: unless, derived }) => optional === true && unless === undefined && derived === undefined)
      .map(({ id }) => id),
  ),
})
