import type { Finding } from '../../model/findings/finding.ts'
import { resolveVariant } from '../../model/resolve.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { Variant } from '../../model/variant.ts'
import { checkExample } from '../check-example.ts'

/** What is wrong with the examples of a town on the newer base, and was not on the older one: they can no longer be read, or have another outcome.
 * @param files every file of the project, by its path */
export function brokenExamples(before: RuleSet, now: RuleSet, town: string, files: ReadonlyMap<string, string>): Finding[] {
  const folder = `rules/municipalities/${town}/`
  return now.examples
    .filter((file) => file.startsWith(folder))
    .flatMap((file) => {
      const text = files.get(file) ?? ''
      const known = new Set(checkExample(file, text, variantsOf(before)).findings.map(keyOf))
      return checkExample(file, text, variantsOf(now)).findings.filter((finding) => !known.has(keyOf(finding)))
    })
}

/** Resolved once per rule set and day: the examples of a town are mostly of one day. */
function variantsOf(ruleSet: RuleSet): (id: string, today: string) => Variant | null | undefined {
  const known = resolved.get(ruleSet) ?? new Map<string, Variant | null>()
  resolved.set(ruleSet, known)
  return (id, today) => {
    if (!ruleSet.layers.has(id)) return undefined
    const key = `${id} ${today}`
    const made = known.get(key) ?? resolveVariant(ruleSet, id, { date: today }).variant
    known.set(key, made)
    return made
  }
}
const resolved = new WeakMap<RuleSet, Map<string, Variant | null>>()

const keyOf = ({ code, path, message }: Finding): string => `${code} ${path} ${message}`
