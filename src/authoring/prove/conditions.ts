import type { FindingCode } from '../../model/findings/finding.ts'
import type { Origin, Variant } from '../../model/variant.ts'
import { variable, walkAllPaths } from './plan.ts'
import { parametersRead } from './reads.ts'
import type { Truth, Walked } from './walk.ts'

export type Report = (code: FindingCode, origin: Origin, path: string, message: string, mend: string) => void

/** Conditions of steps, stops and questions that cannot be decided, never hold, or always hold. */
export function reportConditions(variant: Variant, today: string, walked: Walked, report: Report): void {
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
    return walkAllPaths(variant, today, [], free).walked.seen.get(name) ?? new Set()
  }
  for (const { name, what, when, origin, path } of conditions) {
    const seen = walked.seen.get(name) ?? new Set()
    // A question of a step that is never reached: that step is reported.
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

/** Rules of one licence that never hold, never decide, or always hold; not when that is only so by what this town decided. */
export function reportRules(
  variant: Variant,
  today: string,
  item: Variant['licences'][number] | Variant['extras'][number],
  walked: Walked,
  report: Report,
): void {
  const judged = (walk: Walked): { deciding: ReadonlySet<number>; watched: Walked['watched'] } => ({
    deciding: new Set(
      walk.ends.flatMap((end) =>
        end.stop === null ? (String(end.values[0]).split('|')[1] ?? '').split(',').filter(Boolean).map(Number) : [],
      ),
    ),
    watched: walk.watched,
  })
  const here = judged(walked)
  let elsewhere: ReturnType<typeof judged> | null | undefined
  for (const [index, rule] of item.rules.entries()) {
    // what it reads is not asked in the tree
    if (rule.refines) continue
    const name = `${item.id}/${rule.id}`
    const problem = (reached: ReturnType<typeof judged>): string | null => {
      const seen = reached.watched.get(name) ?? new Set()
      if (!seen.has('true') && !seen.has('unknown')) return 'never holds'
      if (!reached.deciding.has(index)) return 'never decides: an earlier rule always holds first'
      return rule.when.expr.op !== 'lit' && !seen.has('false') && !seen.has('unknown') ? 'holds on every path' : null
    }
    if (!problem(here)) continue
    if (elsewhere === undefined) {
      // Perhaps only because of what this town decided; then it is no mistake of the rule.
      const parameters = new Set(item.rules.flatMap((rule) => [...parametersRead(variant, rule.when.expr)]))
      const free = parameters.size > 0 ? variable(variant, parameters) : new Set<string>()
      elsewhere = free === null ? null : free.size === 0 ? here : judged(walkAllPaths(variant, today, [item.id], free).walked)
    }
    const what = elsewhere && problem(elsewhere)
    if (what)
      report(
        'TREE_DEAD_CONDITION',
        rule.origin,
        `licences/${item.id}/rules/${rule.id}`,
        `Rule ${rule.id} of ${item.id} ${what}.`,
        'Mend its condition, or take it out.',
      )
  }
}
