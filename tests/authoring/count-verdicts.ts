import { KnownWalks } from '../../src/authoring/prove/known-walks.ts'
import { Planner } from '../../src/authoring/prove/plan.ts'
import type { Variant } from '../../src/model/variant.ts'

/** On how many of all paths through the tree each licence and extra comes out how; paths that end in a stop have no verdicts. */
export function countVerdicts(variant: Variant, today: string): { id: string; verdicts: Record<string, bigint> }[] {
  const known = new KnownWalks()
  const planner = new Planner(variant, today, new Set(), known.graph)
  return [...variant.licences, ...variant.extras].map(({ id }) => {
    const verdicts: Record<string, bigint> = {}
    for (const { stop, values, paths } of known.walk(planner.whole([id])).ends) {
      if (stop !== null) continue
      const [verdict = ''] = String(values[0]).split('|')
      verdicts[verdict] = (verdicts[verdict] ?? 0n) + paths
    }
    return { id, verdicts }
  })
}
