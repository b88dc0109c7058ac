import type { Finding } from './findings/finding.ts'
import type { Applied } from './layers/layers.ts'
import { checkBibob } from './link/bibob/bibob.ts'
import { type LinkContext, linkContext } from './link/context.ts'
import { checkBoxes } from './link/forms/boxes.ts'
import { checkEvidence } from './link/forms/evidence.ts'
import { checkOfficial } from './link/forms/official.ts'
import { checkReplaces } from './link/forms/replaces.ts'
import { checkBounds } from './link/questions/bounds.ts'
import { checkDuplicates } from './link/questions/duplicates.ts'
import { checkOffers } from './link/questions/offers.ts'
import { checkValues } from './link/questions/values.ts'
import { checkIds } from './link/references/ids.ts'
import { checkReferences } from './link/references/references.ts'
import { checkAskedTwice } from './link/texts/asked-twice.ts'
import { checkContrast } from './link/texts/house-style.ts'
import { checkShownTexts } from './link/texts/shown-texts.ts'
import { checkWording } from './link/texts/wording.ts'
import { checkChannels } from './link/town/channels.ts'
import { checkPeriods } from './link/town/periods.ts'
import { checkSources } from './link/town/sources.ts'
import { checkStatuses } from './link/town/statuses.ts'
import { checkWindows } from './link/town/windows.ts'
import type { RuleSet } from './rule-set.ts'

/** Checks that need all files together. */
export function linkCatalogue(ruleSet: RuleSet, applied: Applied): Finding[] {
  const found = linked.get(ruleSet) ?? new Map<Check, Outcome[]>()
  linked.set(ruleSet, found)
  const absent = JSON.stringify([[...applied.lost], [...applied.removed]])
  return CHECKS.flatMap((check) => {
    const before = found.get(check) ?? []
    const same = before.find(
      (each) => each.absent === absent && [...each.read].every(([part, value]) => Reflect.get(applied.catalogue, part) === value),
    )
    const outcome = same ?? outcomeOf(check, ruleSet, applied, absent)
    if (!same) found.set(check, [...before, outcome])
    return outcome.findings
  })
}

/** Memoised result of a check, with what it read: most towns leave most lists unchanged, and the same lists give the same findings. */
interface Outcome {
  /** Parts of the catalogue that it read. */
  readonly read: ReadonlyMap<PropertyKey, unknown>
  /** What the town removed, or lost to a mistake. */
  readonly absent: string
  readonly findings: readonly Finding[]
}

const linked = new WeakMap<RuleSet, Map<Check, Outcome[]>>()

function outcomeOf(check: Check, ruleSet: RuleSet, applied: Applied, absent: string): Outcome {
  const findings: Finding[] = []
  const read = new Map<PropertyKey, unknown>()
  const catalogue = new Proxy(applied.catalogue, {
    get(target, part) {
      const value: unknown = Reflect.get(target, part)
      read.set(part, value)
      return value
    },
  })
  check(linkContext(ruleSet, { ...applied, catalogue }, findings))
  return { read, absent, findings }
}

type Check = (context: LinkContext) => void
const CHECKS: readonly Check[] = [
  checkIds,
  checkDuplicates,
  checkAskedTwice,
  checkOffers,
  checkReferences,
  checkValues,
  checkBounds,
  checkBoxes,
  checkEvidence,
  checkReplaces,
  checkOfficial,
  checkChannels,
  checkStatuses,
  checkPeriods,
  checkWindows,
  checkSources,
  checkBibob,
  checkContrast,
  checkShownTexts,
  checkWording,
]
