import { type CheckedExample, checkExample } from '../../authoring/check-example.ts'
import { overlaysOf } from '../../authoring/diff/overlay.ts'
import { UntilSettled } from '../../authoring/prove/first/until-settled.ts'
import { treeKey } from '../../authoring/prove/reads.ts'
import { type AnswersNeeded, answersNeeded, madeUpBusinesses, saidIn } from '../../authoring/stats/answers-needed.ts'
import { evidenceStats } from '../../authoring/stats/evidence.ts'
import { exampleStats, medianRatio, ofFilled, ofPrinted, statsOf } from '../../authoring/stats/stats.ts'
import { statutoryStats } from '../../authoring/stats/statutory.ts'
import { BASE } from '../../model/layers/base.ts'
import { resolveVariant, statutoryElements, variantIds } from '../../model/resolve.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { Variant } from '../../model/variant.ts'
import { readOptions } from '../options.ts'
import { openProject, openVariant, type Project } from '../project.ts'
import { fail } from '../report.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { FEWER_IN_2007, type OverlayStats, type Stats, statsInWords, type TownStats } from '../words/stats.ts'

/** `stats`: boxes per form, questions, shared, derived, and how far the forms cover what the law wants to know; per overlay its lines and what repeats the
 * layer below; per example the boxes on paper against the inputs asked. Counts are over reconstructed boxes. */
export function stats(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant'])
  const date = options.date ?? terminal.today
  const project = openProject(terminal.cwd, options.rules)
  const { ruleSet } = project
  const { variant: opened, findings } = openVariant(project, options.variant ?? BASE, date)
  // one that lacks elements of the law is counted too, to show that
  const variant = opened ?? lacking(ruleSet, options.variant ?? BASE, date)
  if (!variant || !ruleSet) return fail(findings, options, terminal)
  const counted = countAll({ project, ruleSet, date }, variant, options.variant)
  terminal.out(options.json ? JSON.stringify(inJson(counted), null, 2) : statsInWords(counted))
  return 0
}

/** A variant that has errors of its own. */
const lacking = (ruleSet: RuleSet | null, id: string, date: string): Variant | null =>
  ruleSet ? resolveVariant(ruleSet, id, { date }).variant : null

/** The rules that are counted. */
interface Counted {
  readonly project: Project
  readonly ruleSet: RuleSet
  readonly date: string
}

/** `only`: the one town that is asked for; undefined: all. */
function countAll(counted: Counted, variant: Variant, only: string | undefined): Stats {
  const { project, ruleSet, date } = counted
  const known = variantIds(ruleSet)
  const open = (id: string): Variant | null | undefined => (known.includes(id) ? openVariant(project, id, date).variant : undefined)
  const checked = ruleSet.examples
    .map((name) => checkExample(name, project.files.get(name) ?? '', open))
    .filter(({ variant }) => only === undefined || variant === only)
  const examples = checked.flatMap(({ title, application, complete }) => (application ? [exampleStats(title, application, complete)] : []))
  return {
    rules: statsOf(variant, statutoryElements(ruleSet, variant)),
    towns: (only === undefined ? known : []).flatMap((id) => townStats(counted, open(id) ?? lacking(ruleSet, id, date), id)),
    tree: treeStats(only === undefined ? known : [only], open, checked, date),
    overlays: overlayStats(counted),
    examples,
    medianRatio: medianRatio(examples, ofPrinted),
    medianOfFilled: medianRatio(examples, ofFilled),
  }
}

function townStats({ ruleSet }: Counted, town: Variant | null, id: string): TownStats[] {
  if (!town) return []
  const forms = town.forms.map((form) => ({ id: form.id, evidence: evidenceStats([form]) }))
  return [{ variant: id, statutory: statutoryStats(statutoryElements(ruleSet, town)), evidence: evidenceStats(town.forms), forms }]
}

const overlayStats = ({ ruleSet, project }: Counted): OverlayStats[] =>
  overlaysOf(ruleSet, project.files).map(({ repeats, ...overlay }) => ({
    ...overlay,
    repeated: repeats.length,
    share: overlay.entries === 0 ? 0 : repeats.length / overlay.entries,
    at: repeats.map(({ file, line, path }) => `${file}:${line} ${path}`),
  }))

/** Answers until every verdict is settled, per town; towns with identical trees are walked once. */
function treeStats(
  ids: readonly string[],
  open: (id: string) => Variant | null | undefined,
  checked: readonly CheckedExample[],
  date: string,
): Stats['tree'] {
  const said = checked.flatMap(({ application }) => (application ? [saidIn(application)] : []))
  const walked = new Map<string, AnswersNeeded>()
  if (said.length === 0) return {}
  return Object.fromEntries(
    ids.flatMap((id): [string, AnswersNeeded][] => {
      const town = open(id)
      if (!town) return []
      const key = treeKey(town)
      const needed = walked.get(key) ?? answersNeeded(new UntilSettled(town, date), madeUpBusinesses(town, said))
      walked.set(key, needed)
      return [[id, needed]]
    }),
  )
}

const inJson = ({ rules, towns, tree, overlays, examples, medianRatio, medianOfFilled }: Stats) => ({
  ...rules,
  fewerIn2007: FEWER_IN_2007,
  towns,
  tree,
  overlays,
  examples: examples.map((example) => ({ ...example, ofPrinted: ofPrinted(example), ofFilled: ofFilled(example) })),
  medianRatio,
  medianOfFilled,
  note: 'boxes are rows of our reconstruction of the paper forms',
})
