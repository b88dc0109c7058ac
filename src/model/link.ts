import type { Finding } from './findings/finding.ts'
import type { Applied } from './layers/layers.ts'
import { checkBibob } from './link/bibob/bibob.ts'
import { linkContext } from './link/context.ts'
import { checkBoxes } from './link/forms/boxes.ts'
import { checkEvidence } from './link/forms/evidence.ts'
import { checkBounds } from './link/questions/bounds.ts'
import { checkDuplicates } from './link/questions/duplicates.ts'
import { checkOffers } from './link/questions/offers.ts'
import { checkValues } from './link/questions/values.ts'
import { checkIds } from './link/references/ids.ts'
import { checkReferences } from './link/references/references.ts'
import { checkAskedTwice } from './link/texts/asked-twice.ts'
import { checkContrast } from './link/texts/house-style.ts'
import { checkShownTexts } from './link/texts/shown-texts.ts'
import { checkPeriods } from './link/town/periods.ts'
import { checkSources } from './link/town/sources.ts'
import { checkStatuses } from './link/town/statuses.ts'
import { checkWindows } from './link/town/windows.ts'
import type { RuleSet } from './rule-set.ts'

/** What only shows when all files lie side by side. */
export function linkCatalogue(ruleSet: RuleSet, applied: Applied): Finding[] {
  const findings: Finding[] = []
  const context = linkContext(ruleSet, applied, findings)
  for (const check of [
    checkIds,
    checkDuplicates,
    checkAskedTwice,
    checkOffers,
    checkReferences,
    checkValues,
    checkBounds,
    checkBoxes,
    checkEvidence,
    checkStatuses,
    checkPeriods,
    checkWindows,
    checkSources,
    checkBibob,
    checkContrast,
    checkShownTexts,
  ])
    check(context)
  return findings
}
