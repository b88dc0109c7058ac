import { type CheckedExample, checkExample } from '../../authoring/check-example.ts'
import { overlaysOf } from '../../authoring/diff/overlay.ts'
import { findUnfillable } from '../../authoring/prove/find-unfillable.ts'
import { findUnused } from '../../authoring/prove/find-unused.ts'
import { findWrongAmounts } from '../../authoring/prove/find-wrong-amounts.ts'
import { filledBoxes } from '../../authoring/prove/possible-boxes.ts'
import { treeKey } from '../../authoring/prove/reads.ts'
import { proveTree } from '../../authoring/prove/tree.ts'
import { type Finding, formatFinding } from '../../model/findings/finding.ts'
import { BASE } from '../../model/layers/layers.ts'
import { resolveVariant, variantIds } from '../../model/resolve.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Variant } from '../../model/variant.ts'
import { readOptions } from '../options.ts'
import { openProject, openVariant } from '../project.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

/** `check [--variant V]`: every rule, form, layer, example, translation, contrast and tree; 1 when one finding is an error. Unverified and stale values are notes. */
export function check(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant'])
  const date = options.date ?? terminal.today
  const project = openProject(terminal.cwd, options.rules)
  const findings: Finding[] = [...project.findings]
  const say = (line: string): void => {
    if (!options.json) terminal.out(line)
  }
  const opened = new Map<string, Variant | null>()
  // rules are the same on every day: only notes depend on it, and those are of the day of the check
  const open = (id: string): Variant | null | undefined => {
    if (!opened.has(id)) {
      const known = project.ruleSet ? variantIds(project.ruleSet).includes(id) : false
      if (!known) return undefined
      if (options.variant !== undefined && id !== options.variant) return null
      const found = openVariant(project, id, date)
      opened.set(id, found.variant)
      addAll(findings, found.findings)
    }
    return opened.get(id) ?? null
  }
  const ids = options.variant === undefined ? (project.ruleSet ? variantIds(project.ruleSet) : []) : [options.variant]
  // a town whose own file cannot be read is no variant: what is wrong with that file is all there is to say
  if (options.variant !== undefined && open(options.variant) === undefined && !findings.some(concerns(options.variant)))
    openVariant(project, options.variant, date)
  const proved = new Map<string, string>()
  for (const id of ids) {
    const variant = open(id)
    if (!variant) continue
    addAll(findings, findWrongAmounts(variant, date))
    // towns that differ in nothing the tree reads share one proof
    const key = treeKey(variant)
    const same = proved.get(key)
    if (same !== undefined) {
      say(`tree of ${id}: as ${same}`)
      continue
    }
    proved.set(key, id)
    const proof = proveTree(variant, date)
    addAll(findings, proof.findings)
    say(
      `tree of ${id}: ${proof.mergedStates} merged states represent ${proof.paths.toLocaleString('en')} paths; longest ${proof.longest} steps`,
    )
  }
  if (project.ruleSet) {
    const chain = options.variant === undefined ? null : (opened.get(options.variant ?? '')?.layers ?? [])
    for (const overlay of overlaysOf(project.ruleSet, project.files))
      if (chain === null || chain.includes(overlay.layer)) addAll(findings, overlay.repeats)
  }
  const examples = checkExamples(project.files, project.ruleSet?.examples ?? [], open, options.variant)
  for (const example of examples) addAll(findings, example.findings)
  const variants = ids.flatMap((id) => open(id) ?? [])
  // boxes that no town asks yet count as well, and are right too
  if (project.ruleSet && options.variant === undefined) {
    const whole = resolveVariant(project.ruleSet, BASE, { date, whole: true })
    addAll(findings, whole.findings)
    if (whole.variant) variants.push(whole.variant)
  }
  // what one town leaves out another may need: alone, a town answers for what it wrote itself
  const own = options.variant === undefined ? null : new Set((variants[0]?.layers ?? []).filter((layer) => layer !== BASE))
  const filled = new Set(examples.flatMap(({ application }) => (application ? [...filledBoxes(application)] : [])))
  addAll(findings, [...findUnused(variants, own), ...findUnfillable(variants, date, filled, own)])
  say(`${ids.length} variants, ${examples.length} examples`)
  return report(ownFirst(unique(findings), options.variant), options.json, terminal)
}

/** Whether a finding stands in a file of the town of this variant. */
const concerns = (variant: string): ((finding: Finding) => boolean) => {
  const folder = `rules/municipalities/${variant.split('/')[0]}/`
  return ({ file }) => file.startsWith(folder)
}

/** What concerns the variant that was asked for, before what concerns the rest. */
function ownFirst(findings: readonly Finding[], variant: string | undefined): Finding[] {
  if (variant === undefined) return [...findings]
  const own = findings.filter(concerns(variant))
  return [...own, ...findings.filter((finding) => !own.includes(finding))]
}

export function checkExamples(
  files: ReadonlyMap<string, string>,
  names: readonly string[],
  open: (id: string, on: string) => Variant | null | undefined,
  only: string | undefined,
): CheckedExample[] {
  return names.map((name) => checkExample(name, files.get(name) ?? '', open)).filter((each) => only === undefined || each.variant === only)
}

/** The same mistake in the base shows in every town: once is enough. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

function report(findings: readonly Finding[], json: boolean, terminal: Terminal): ExitCode {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (json) terminal.out(JSON.stringify(findings, null, 2))
  else {
    for (const finding of findings) if (finding.severity !== 'note') terminal.err(formatFinding(finding))
    const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length
    const notes = new Map<string, number>()
    for (const { severity, code } of findings) if (severity === 'note') notes.set(code, (notes.get(code) ?? 0) + 1)
    terminal.out(
      `${errors.length} errors, ${count('warning')} warnings, ${count('note')} notes${notes.size > 0 ? ` (${[...notes].map(([code, n]) => `${code} ${n}`).join(', ')}; --json lists them)` : ''}`,
    )
  }
  return errors.length > 0 ? 1 : 0
}
