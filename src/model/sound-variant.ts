import type { Finding } from './findings/finding.ts'
import type { resolveVariant } from './resolve.ts'
import type { RuleSet } from './rule-set.ts'
import type { Variant } from './variant.ts'

/** A rule set as loaded (`loadRuleSet`), with the text of its files by path. */
export interface Rules {
  readonly files: ReadonlyMap<string, string>
  /** null: its root file is unusable. */
  readonly ruleSet: RuleSet | null
  readonly findings: readonly Finding[]
}

/** The variant when nothing it depends on is wrong, else all that is.
 * @param resolve resolves it from a rule set; callers that make many pass a caching one */
export function soundVariant(
  { ruleSet, findings: ofFiles }: Rules,
  resolve: (ruleSet: RuleSet) => ReturnType<typeof resolveVariant>,
): { readonly variant: Variant | null; readonly findings: readonly Finding[] } {
  const errors = ofFiles.filter(isError)
  if (!ruleSet) return { variant: null, findings: errors }
  const { variant, findings } = resolve(ruleSet)
  const wrong = findings.filter(isError)
  // an unreadable file breaks a variant without an error of its own
  if (variant === null || wrong.length > 0) return { variant: null, findings: [...errors, ...wrong] }
  return { variant, findings }
}

const isError = ({ severity }: Finding): boolean => severity === 'error'
