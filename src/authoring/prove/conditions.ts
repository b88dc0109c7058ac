import type { FindingCode } from '../../model/findings/finding.ts'
import { highest } from '../../model/util/extremes.ts'
import type { Origin, ResolvedRule, Variant } from '../../model/variant.ts'
import { variable } from './plan.ts'
import { parametersRead } from './reads.ts'
import type { Truth, Walked } from './walk.ts'

/** The same walk with these town values varied: tells a condition that is dead here from one that is dead everywhere. */
type WalkOfAnyTown = (free: ReadonlySet<string>) => Walked
export type Report = (code: FindingCode, origin: Origin, path: string, message: string, mend: string) => void

/** Conditions of steps, stops and questions that cannot be decided, never hold, or always hold. */
export function reportConditions(variant: Variant, walked: Walked, anyTown: WalkOfAnyTown, report: Report): void {
  const conditions = [
    ...variant.steps.map((step, index) => ({
      name: `step ${step.id}`,
      what: `Step ${step.id}`,
      when: step.when,
      origin: step.origin,
      path: `steps[${index}]`,
    })),
    ...variant.stops.map((stop, index) => ({
      name: `stop ${stop.id}`,
      what: `Stop ${stop.id}`,
      when: stop.when,
      origin: stop.origin,
      path: `stops[${index}]`,
    })),
    ...[...new Set(variant.steps.flatMap((step) => step.ask))].flatMap((id) => {
      const question = variant.questions.find((question) => question.id === id)
      return question
        ? [{ name: `question ${id}`, what: `Question ${id}`, when: question.when, origin: question.origin, path: `questions/${id}` }]
        : []
    }),
  ]
  const seenAnyway = (name: string, parameters: ReadonlySet<string>): ReadonlySet<Truth> => {
    if (parameters.size === 0) return walked.seen.get(name) ?? new Set()
    const free = variable(variant, parameters)
    if (!free) return new Set<Truth>(['true', 'false'])
    return anyTown(free).seen.get(name) ?? new Set()
  }
  for (const { name, what, when, origin, path } of conditions) {
    const seen = walked.seen.get(name) ?? new Set()
    // A question of a step that is never reached: that step is reported instead.
    if (seen.size === 0 && name.startsWith('question')) continue
    const stuck = walked.stuck.get(name)
    if (stuck !== undefined) {
      report(
        'TREE_DEAD_END',
        origin,
        path,
        `${what} cannot be decided on a path, for instance after: ${stuck}.`,
        'Let its condition read only what is known there on every path.',
      )
      continue
    }
    const literal = when === null || when.expr.op === 'lit'
    const dead = !seen.has('true') || (!literal && !name.startsWith('question') && !seen.has('false'))
    if (!dead) continue
    const anyway = seenAnyway(name, when ? parametersRead(variant, when.expr) : new Set())
    if (!anyway.has('true')) {
      report('TREE_UNREACHABLE', origin, path, `${what} can never be reached.`, 'Mend its condition, or take it out.')
    } else if (!literal && !name.startsWith('question') && !anyway.has('false')) {
      report(
        'TREE_DEAD_CONDITION',
        origin,
        `${path}.when`,
        `The condition of ${what.toLowerCase()} holds on every path.`,
        'Leave the condition out, or mend it.',
      )
    }
  }
}

/** How the rules of a licence come out on all paths. */
export interface RulesWalked {
  /** With the verdict as the only value. */
  readonly ends: Walked['ends']
  /** The truth values of a rule on paths that reach the end: takes a walk of its own. */
  readonly seen: (rule: string) => ReadonlySet<Truth>
}

/** Rules of one licence that never hold, never decide, or always hold; not when only this town's decisions make it so, unless the town itself wrote the rule.
 * @param anyTown the same with these town values varied */
export function reportRules(
  variant: Variant,
  item: Variant['licences'][number] | Variant['extras'][number],
  here: RulesWalked,
  anyTown: (free: ReadonlySet<string>) => RulesWalked,
  report: Report,
): void {
  let elsewhere: ReturnType<typeof problemsOf> | null | undefined
  const problemHere = problemsOf(here)
  const isSuspect = suspectsOf(here)
  const own = variant.layers.length > 1 ? variant.layers.at(-1) : null
  for (const [index, rule] of item.rules.entries()) {
    // what a rule that refines reads is not asked in the tree
    if (rule.refines || !isSuspect(rule, index)) continue
    // what a town decides is no excuse for a rule of its own: its author knew both
    if (rule.origin.layer === own && problemHere(rule, index) === BEHIND) {
      reportRule(item.id, rule, BEHIND, 'Put it earlier: after: with the id of the rule it comes after; after: null is first.', report)
      continue
    }
    if (elsewhere === undefined) {
      // Perhaps only because of what this town decided; then the rule is not at fault.
      const parameters = new Set(item.rules.flatMap((each) => [...parametersRead(variant, each.when.expr)]))
      const free = parameters.size > 0 ? variable(variant, parameters) : new Set<string>()
      elsewhere = free === null ? null : free.size === 0 ? problemHere : problemsOf(anyTown(free))
    }
    // many towns have that in common, so it is checked first
    const what = elsewhere?.(rule, index)
    if (what && problemHere(rule, index)) reportRule(item.id, rule, what, 'Mend its condition, or take it out.', report)
  }
}

const BEHIND = 'never decides: an earlier rule always holds first'

function reportRule(licence: string, { id, origin }: ResolvedRule, what: string, mend: string, report: Report): void {
  report('TREE_DEAD_CONDITION', origin, `licences/${licence}/rules/${id}`, `Rule ${id} of ${licence} ${what}.`, mend)
}

type Judged<Said> = (rule: ResolvedRule, index: number) => Said

/** What is wrong with a rule, judged by the ends of all paths; where those do not tell, by a walk that watches it. */
function problemsOf(walked: RulesWalked): Judged<string | null> {
  const { decides } = decidedIn(walked)
  const isSuspect = suspectsOf(walked)
  return (rule, index) => {
    if (!isSuspect(rule, index)) return null
    const truths = walked.seen(rule.id)
    if (!truths.has('true') && !truths.has('unknown')) return 'never holds'
    if (!decides.has(index)) return BEHIND
    return rule.when.expr.op !== 'lit' && !truths.has('false') && !truths.has('unknown') ? 'holds on every path' : null
  }
}

/** Whether the ends of all paths leave a rule under suspicion: it decides on none, or is false before none that decides. */
function suspectsOf(walked: RulesWalked): Judged<boolean> {
  const { decides, lastFalse } = decidedIn(walked)
  return ({ when }, index) => !decides.has(index) || (when.expr.op !== 'lit' && index >= lastFalse)
}

/** Which rules decide on some path, and the last one before which all are false on some path. */
function decidedIn({ ends }: RulesWalked): { readonly decides: ReadonlySet<number>; readonly lastFalse: number } {
  const deciding = ends.flatMap((end) =>
    end.stop === null ? [(String(end.values[0]).split('|')[1] ?? '').split(',').filter(Boolean)] : [],
  )
  return {
    decides: new Set(deciding.flat().map(Number)),
    lastFalse: highest(
      deciding.map(([first]) => Number(first ?? Number.POSITIVE_INFINITY)),
      0,
    ),
  }
}
