import { createHash } from 'node:crypto'
import { closest } from 'fastest-levenshtein'
import type { Finding } from '../model/findings/finding.ts'
import { loadRuleSet } from '../model/load.ts'
import { resolveVariant, variantIds } from '../model/resolve.ts'
import type { RuleSet } from '../model/rule-set.ts'
import { type Rules, soundVariant } from '../model/sound-variant.ts'
import type { Variant } from '../model/variant.ts'
import { projectRoot, readFiles } from './rule-files.ts'
import { WrongUse } from './terminal.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface Project extends Rules {
  readonly root: string
}

/** Memoised by key, in an LRU cache of `most` entries. */
function kept<T>(made: Map<string, T>, most: number, key: string, make: () => T): T {
  const value = made.get(key) ?? make()
  made.delete(key)
  made.set(key, value)
  for (const oldest of made.keys()) {
    if (made.size <= most) break
    made.delete(oldest)
  }
  return value
}

/** Rule sets by the text of all their files, and what was resolved of each: a program that runs several commands reads the same files for each. */
const projects = new Map<string, Project>()
const variants = new WeakMap<RuleSet, Map<string, ReturnType<typeof resolveVariant>>>()

export function openProject(cwd: string, rules: string | undefined): Project {
  const root = projectRoot(cwd, rules)
  return projectOf(root, readFiles(root))
}

/** Loads a rule set from these files. `root`: the folder of the project they belong to. */
export function projectOf(root: string, files: ReadonlyMap<string, string>): Project {
  return kept(projects, 3, sha256(JSON.stringify([root, ...files])), () => ({ root, files, ...loadRuleSet(files) }))
}

/** Of a whole country only the most recent towns are kept. Those that we ship fit: their examples are run before they are looked at. */
const MOST_KEPT = 40

/** A town under these rules on a day, for checking only: without its checksum, which is costly. Cached. */
export const judgedOn = (ruleSet: RuleSet, id: string, date: string): ReturnType<typeof resolveVariant> =>
  keptOn(ruleSet, id, date, undefined)

/** A town under these rules on a day. Cached. */
export const variantOn = (ruleSet: RuleSet, id: string, date: string): ReturnType<typeof resolveVariant> =>
  keptOn(ruleSet, id, date, sha256)

function keptOn(ruleSet: RuleSet, id: string, date: string, hash: typeof sha256 | undefined): ReturnType<typeof resolveVariant> {
  const made = variants.get(ruleSet) ?? new Map<string, ReturnType<typeof resolveVariant>>()
  variants.set(ruleSet, made)
  return kept(made, MOST_KEPT, `${id} ${date} ${hash === undefined}`, () => resolveVariant(ruleSet, id, { date, ...(hash && { hash }) }))
}

/** The variant, or what is wrong with it. An unknown id is wrong use. `where`: the name of rules that were loaded from elsewhere, for the message. */
export function openVariant(
  project: Project,
  id: string,
  date: string,
  where?: string,
): { variant: Variant | null; findings: readonly Finding[] } {
  const known = project.ruleSet ? variantIds(project.ruleSet) : [id]
  if (!known.includes(id))
    throw new WrongUse(
      `there is no town or district "${id}"${where === undefined ? '' : ` in ${where}`}. ${known.length > 0 ? `Did you mean ${closest(id, known)}? ` : ''}Known: ${known.join(', ')}. [UNKNOWN_VARIANT]`,
    )
  return soundVariant(project, (ruleSet) => variantOn(ruleSet, id, date))
}
