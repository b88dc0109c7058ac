import { openProject } from '../../src/cli/project.ts'
import type { Finding } from '../../src/model/findings/finding.ts'
import { catalogueOf } from '../../src/model/layers/layers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { type ResolvedElement, resolveElements } from '../../src/model/resolve/elements.ts'
import { resolving } from '../../src/model/resolve/resolving.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { RuleSet } from '../../src/model/rule-set.ts'
import type { Variant } from '../../src/model/variant.ts'

export interface Statute {
  readonly variant: Variant
  readonly elements: readonly ResolvedElement[]
}

/** What the law wants to know, with its conditions, and the forms of a shipped variant. */
export function shippedStatute(id: string): Statute {
  const ruleSet = shippedRules()
  const applied = catalogueOf(ruleSet, id)
  const { variant } = resolveVariant(ruleSet, id)
  if (!applied || !variant) throw new Error(`${id} has mistakes`)
  return { variant, elements: resolveElements(resolving(ruleSet, applied, [])) }
}

export function shippedRules(): RuleSet {
  const { ruleSet } = openProject(process.cwd(), undefined)
  if (!ruleSet) throw new Error('rules/base/ruleset.yaml cannot be read')
  return ruleSet
}

type Holder = NonNullable<ResolvedElement['element']['heldBy']>[number]

/** Every element on every form that holds it. */
export const mappings = ({ elements }: Statute): { one: ResolvedElement; holder: Holder }[] =>
  elements.flatMap((one) => (one.element.heldBy ?? []).map((holder) => ({ one, holder })))

/** The shipped rules with towns beside them, each with these lines below its head. The findings that are errors, per town, and its variant. */
export function withTowns(
  towns: Readonly<Record<string, string>>,
): (id: string) => { errors: Finding[]; variant: Variant | null; ruleSet: RuleSet } {
  const files = new Map(openProject(process.cwd(), undefined).files)
  for (const [id, lines] of Object.entries(towns))
    files.set(townFile(id), `schema: 1\nid: ${id}\nname: ${id}\nextends: base\nchanges:\n${lines}\n`)
  const { ruleSet } = loadRuleSet(files)
  if (!ruleSet) throw new Error('the rule set cannot be read')
  return (id) => {
    const { findings, variant } = resolveVariant(ruleSet, id)
    return { errors: findings.filter(({ severity }) => severity === 'error'), variant, ruleSet }
  }
}

export const townFile = (id: string): string => `rules/municipalities/${id}/municipality.yaml`
