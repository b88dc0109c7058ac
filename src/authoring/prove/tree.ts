import type { Finding, FindingCode } from '../../model/findings/finding.ts'
import { highest } from '../../model/util/extremes.ts'
import type { Origin, ResolvedRule, Variant } from '../../model/variant.ts'
import { type RulesWalked, reportConditions, reportRules } from './conditions.ts'
import { KnownWalks } from './known-walks.ts'
import { Planner, ruleName } from './plan.ts'
import { factsRead, readsLater } from './reads.ts'
import { type Truth, truthOf, type Walked } from './walk.ts'

export interface TreeProof {
  readonly findings: readonly Finding[]
  /** Partial paths left after merging those that agree on everything the rest still reads. */
  readonly mergedStates: number
  /** Number of paths represented: every way of answering the questions, in full. */
  readonly paths: bigint
  /** Maximum number of steps on one path. */
  readonly longest: number
}

/** Proves for every way of answering the tree that it ends, gives every licence a verdict, and contains nothing that is never used. Exact, although there are
 * far more paths than could be walked one by one.
 * @param today the day for which the town values are looked up
 * @param known walks of earlier towns; those of this one are added */
export function proveTree(variant: Variant, today: string = newestDay(variant), known: KnownWalks = new KnownWalks()): TreeProof {
  const findings: Finding[] = []
  const report = (
    code: FindingCode,
    origin: Origin,
    path: string,
    message: string,
    mend: string,
    severity: Finding['severity'] = 'error',
  ): void => {
    findings.push({ code, severity, file: origin.file, line: origin.line, column: 1, path, message, mend })
  }
  for (const { step, path, fact, origin } of readsLater(variant)) {
    report(
      'TREE_READS_LATER',
      origin,
      path,
      `The condition reads ${fact}, which step ${step} or an earlier one has not asked yet.`,
      `Ask ${fact} earlier, or use a fact that is known there.`,
    )
  }

  const { graph } = known
  const planner = new Planner(variant, today, new Set(), graph)
  const planners = new Map<string, Planner>()
  const anyTown = (free: ReadonlySet<string>): Planner => {
    const key = [...free].toSorted().join()
    const made = planners.get(key) ?? new Planner(variant, today, free, graph)
    planners.set(key, made)
    return made
  }
  const whole = planner.whole()
  const tree = known.walk(whole)
  const paths = tree.ends.reduce((sum, end) => sum + end.paths, 0n)
  const longest = highest(
    tree.ends.map((end) => end.steps),
    0,
  )
  reportConditions(variant, tree, (free) => known.walk(anyTown(free).whole()), report)
  if (longest > variant.maxSteps) {
    const end = tree.ends.find((end) => end.steps === longest)
    const origin = variant.steps[0]?.origin ?? nowhere
    report(
      'TREE_TOO_LONG',
      origin,
      'steps',
      `A path asks ${longest} steps; ${variant.maxSteps} are allowed. For instance: ${end?.example ?? ''}.`,
      'Take a step out, or give one a condition.',
    )
  }

  let { mergedStates } = tree
  const calculated = new Map(whole.inexact.map(({ question, origin }) => [question, origin]))
  for (const item of [...variant.licences, ...variant.extras]) {
    const bearing = planner.bearingOn(item.id)
    const walked = known.walk(bearing)
    for (const each of bearing.inexact) calculated.set(each.question, each.origin)
    mergedStates += walked.mergedStates
    let [isSilent, isOpen] = [false, false]
    for (const end of walked.ends) {
      if (end.stop !== null) continue
      const [verdict = '', deciding = ''] = String(end.values[0]).split('|')
      if (deciding === '' && !isSilent) {
        isSilent = true
        report(
          'TREE_NO_VERDICT',
          item.origin,
          `licences/${item.id}`,
          `No rule of ${item.id} decides on a path, so nobody is told why it is not needed. For instance after: ${end.example}.`,
          'Keep a last rule that holds in all other cases, with its reason.',
        )
      }
      if (verdict === 'open' && !isOpen) {
        isOpen = true
        const { needs, exact } = stillRead(variant, item.rules, String(end.values[0]), end.example)
        const message = `The tree ends without a verdict on ${item.id}: it still needs ${needs}. For instance after: ${end.example}.`
        report(
          'TREE_NO_VERDICT',
          exact?.origin ?? item.origin,
          exact ? `licences/${item.id}/rules/${exact.id}` : `licences/${item.id}`,
          message,
          exact
            ? `Write refines: true at rule ${exact.id}: it reads what is asked after the tree. Or ask that in the tree on every path.`
            : 'Ask it in the tree on every path, or put a rule that decides without it first.',
        )
      }
    }
    const rulesWalked = (by: Planner): RulesWalked => {
      const { ends } = known.walk(by.bearingOn(item.id))
      return { ends, seen: (rule) => truthsOf(by, item.id, rule, ends, known) }
    }
    reportRules(variant, item, rulesWalked(planner), (free) => rulesWalked(anyTown(free)), report)
  }
  for (const [question, origin] of calculated) {
    const message = `The tree calculates with ${question}, so its answers cannot be cut into classes exactly.`
    report(
      'FEEL_UNSUPPORTED',
      origin,
      `questions/${question}`,
      message,
      'Compare the number with fixed values, or ask for a class.',
      'warning',
    )
  }
  return { findings, mergedStates, paths, longest }
}

/** Truth values of a rule on paths that reach the end. */
function truthsOf(by: Planner, licence: string, rule: string, ends: Walked['ends'], known: KnownWalks): ReadonlySet<Truth> {
  const node = by.rule(licence, rule)
  // no answer affects it, so no walk is needed
  if (node?.kind === 'constant') return new Set(ends.some(({ stop }) => stop === null) ? [truthOf(node.value)] : [])
  return known.walk(by.bearingOnRule(licence, rule)).watched.get(ruleName(licence, rule)) ?? new Set()
}

/** The day from which everything the town has decided so far is in force. */
const newestDay = (variant: Variant): string =>
  variant.parameters
    .flatMap((parameter) => parameter.values.flatMap((value) => value.from ?? []))
    .toSorted()
    .at(-1) ?? '2026-01-01'

const nowhere: Origin = { layer: 'base', file: '', line: 1 }

/** Facts that the undecided rules read and that the answers of an example do not give; and the first of those rules when it reads what no step asks. */
function stillRead(
  variant: Variant,
  rules: readonly ResolvedRule[],
  decision: string,
  example: string,
): { readonly needs: string; readonly exact: ResolvedRule | undefined } {
  const undecided = (decision.split('|')[1] ?? '').split(',').flatMap((index) => rules[Number(index)] ?? [])
  const given = new Set(example.split(', ').map((answer) => answer.split(' = ')[0]))
  const lacking = (rule: ResolvedRule): string[] =>
    [...factsRead(variant, rule.when.expr)].filter(
      (id) => !given.has(id) && !variant.questions.some((question) => question.id === id && question.derived && !question.refinedBy),
    )
  const inTree = new Set(variant.steps.flatMap(({ ask }) => ask))
  return {
    needs: [...new Set(undecided.flatMap(lacking))].join(', ') || 'more than is asked',
    exact: undecided.find((rule) => lacking(rule).some((id) => !inTree.has(id))),
  }
}
