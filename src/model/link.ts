import type { Finding } from './findings/finding.ts'
import type { Applied } from './layers/layers.ts'
import { checkBibob } from './link/bibob/bibob.ts'
import { checkBounds } from './link/bounds.ts'
import { checkBoxes } from './link/boxes.ts'
import { linkContext } from './link/context.ts'
import { checkDuplicates } from './link/duplicates.ts'
import { checkIds } from './link/ids.ts'
import { checkOffers } from './link/offers.ts'
import { checkReferences } from './link/references.ts'
import { checkStatuses } from './link/statuses.ts'
import { checkAskedTwice } from './link/texts/asked-twice.ts'
import { checkContrast } from './link/texts/house-style.ts'
import { checkShownTexts } from './link/texts/shown-texts.ts'
import { checkValues } from './link/values.ts'
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
    checkStatuses,
    checkBibob,
    checkContrast,
    checkShownTexts,
  ])
    check(context)
  return findings
}
