import { type Finding, type FindingCode } from '../model/finding.ts'
import type { Origin, VQuestion, VRule, Variant } from '../model/variant.ts'
import { answersOf, isExact, usesOf } from './prove-domain.ts'
import { Expander } from './prove-expand.ts'
import type { Node } from './prove-nodes.ts'
import { factsRead, parametersRead, readsLater } from './prove-reads.ts'
import { walk, type Plan, type PlannedAsk, type Truth, type Walked } from './prove-walk.ts'

export interface TreeProof {
  readonly findings: readonly Finding[]
  /** Partial paths left after merging those that agree on everything the rest still reads. */
  readonly mergedStates: number
  /** Paths represented: every way of answering the questions, in full. */
  readonly paths: bigint
  /** Most steps on one path. */
  readonly longest: number
  /** On how many paths each licence and extra comes out how; paths that end in a stop have no verdicts. */
  readonly perLicence: readonly { readonly id: string; readonly mergedStates: number; readonly verdicts: Readonly<Record<string, bigint>> }[]
}

/** Asked before the tree: varied over all its options, but no step of a path. */
const BEFORE_THE_TREE = ['application.kind']

/** Proves for every way of answering the tree that it ends, gives every licence a verdict, and has nothing in it that is never used.
 * Exact, although there are far more paths than could be walked one by one. `today`: the day on which the values of the town are looked up. */
export function proveTree(variant: Variant, today: string = newestDay(variant)): TreeProof {
  const findings: Finding[] = []
  const report = (code: FindingCode, origin: Origin, path: string, message: string, mend: string, severity: Finding['severity'] = 'error'): void => {
    findings.push({ code, severity, file: origin.file, line: origin.line, column: 1, path, message, mend })
  }
  for (const { step, path, fact, origin } of readsLater(variant)) {
    report('TREE_READS_LATER', origin, path, `The condition reads ${fact}, which step ${step} or an earlier one has not asked yet.`, `Ask ${fact} earlier, or use a fact that is known there.`)
  }

  const tree = walkTree(variant, today, [], new Set())
  const paths = tree.walked.ends.reduce((sum, end) => sum + end.paths, 0n)
  const longest = Math.max(0, ...tree.walked.ends.map((end) => end.steps))
  reportConditions(variant, today, tree.walked, report)
  if (longest > variant.maxSteps) {
    const end = tree.walked.ends.find((one) => one.steps === longest)
    const origin = variant.steps[0]?.origin ?? nowhere
    report('TREE_TOO_LONG', origin, 'steps', `A path asks ${longest} steps; ${variant.maxSteps} are allowed. For instance: ${end?.example ?? ''}.`, 'Take a step out, or give one a condition.')
  }

  let mergedStates = tree.walked.mergedStates
  const calculated = new Map(tree.inexact.map(({ question, origin }) => [question, origin]))
  const perLicence = [...variant.licences, ...variant.extras].map((item) => {
    const { walked, inexact } = walkTree(variant, today, [item.id], new Set())
    for (const one of inexact) calculated.set(one.question, one.origin)
    mergedStates += walked.mergedStates
    const verdicts: Record<string, bigint> = {}
    for (const end of walked.ends) {
      if (end.stop !== null) continue
      const [verdict = ''] = String(end.values[0]).split('|')
      if (verdict === 'open' && !verdicts['open']) {
        const needs = stillRead(variant, item.rules, String(end.values[0]), end.example)
        const message = `The tree ends without a verdict on ${item.id}: it still needs ${needs}. For instance after: ${end.example}.`
        report('TREE_NO_VERDICT', item.origin, `licences/${item.id}`, message, 'Ask it in the tree on every path, or put a rule that decides without it first.')
      }
      verdicts[verdict] = (verdicts[verdict] ?? 0n) + end.paths
    }
    reportRules(variant, today, item, walked, report)
    return { id: item.id, mergedStates: walked.mergedStates, verdicts }
  })
  for (const [question, origin] of calculated) {
    const message = `The tree calculates with ${question}, so its answers cannot be cut into classes exactly.`
    report('FEEL_UNSUPPORTED', origin, `questions/${question}`, message, 'Compare the number with fixed values, or ask for a class.', 'warning')
  }
  return { findings, mergedStates, paths, longest, perLicence }
}

/** The day from which everything the town has decided so far holds. */
const newestDay = (variant: Variant): string => variant.parameters.flatMap((one) => one.values.flatMap((value) => value.from ?? [])).reduce((a, b) => (a > b ? a : b), '2026-01-01')

type Report = (code: FindingCode, origin: Origin, path: string, message: string, mend: string) => void
const nowhere: Origin = { layer: 'base', file: '', line: 1 }

/** One walk over all paths: with the verdict of one licence as goal and its rules watched, or for the tree alone. */
function walkTree(variant: Variant, today: string, licences: readonly string[], free: ReadonlySet<string>): { walked: Walked; inexact: { question: string; origin: Origin }[] } {
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const inSteps = new Set(variant.steps.flatMap((step) => step.ask))
  const before = BEFORE_THE_TREE.filter((id) => questions.has(id) && !inSteps.has(id))
  const expander = new Expander(variant, [...before, ...inSteps], today, free)
  const decisions = licences.map((id) => expander.decision(id))
  const rules = licences.flatMap((id) => expander.rules(id).map((rule): [string, Node] => [`${id}/${rule.id}`, expander.condition(rule.when.expr)]))

  const steps = variant.steps.map((step) => ({
    id: step.id,
    when: expander.condition(step.when?.expr ?? null),
    ask: step.ask.flatMap((id) => questions.get(id) ?? []).filter((question) => !question.derived || question.refinedBy),
    stops: variant.stops.filter((stop) => stop.after === step.id).map((stop) => ({ id: stop.id, when: expander.condition(stop.when.expr) })),
  }))
  const conditionOf = (question: VQuestion): Node => expander.condition(question.when?.expr ?? null)
  const exactOf = (question: VQuestion): Node | null => (question.refinedBy ? expander.condition(question.refinedBy.expr) : null)
  const asked = [...before.flatMap((id) => questions.get(id) ?? []), ...steps.flatMap((step) => step.ask)]
  const uses = usesOf([
    ...decisions,
    ...rules.map(([, node]) => node),
    ...steps.flatMap((step) => [step.when, ...step.stops.map((stop) => stop.when)]),
    ...asked.flatMap((question) => [conditionOf(question), exactOf(question) ?? expander.graph.null]),
  ])
  const remaining = asked.map((question) => question.id)
  const plan = (question: VQuestion): PlannedAsk => {
    const input = expander.inputs.get(question.id) ?? expander.graph.unknown
    remaining.shift()
    return {
      fact: question.id,
      input,
      when: conditionOf(question),
      exact: exactOf(question),
      answers: answersOf(question, input.input, uses),
      again: remaining.includes(question.id),
    }
  }
  const first = before.flatMap((id) => questions.get(id) ?? []).map(plan)
  const planned: Plan = {
    graph: expander.graph,
    before: [...[...free].map((id) => freeParameter(variant, expander, id)), ...first],
    steps: steps.map((step) => ({ ...step, asks: step.ask.map(plan) })),
    inputs: [...expander.inputs.values()],
  }
  const inexact = asked
    .filter((question) => !isExact(question, expander.inputs.get(question.id)?.input ?? -1, uses))
    .map((question) => ({ question: question.id, origin: question.origin }))
  return { walked: walk(planned, decisions, new Map(rules)), inexact }
}

/** A value of the town as if it could be any: to tell a condition that is dead here from one that is dead everywhere. */
function freeParameter(variant: Variant, expander: Expander, id: string): PlannedAsk {
  const { graph } = expander
  const parameter = variant.parameters.find((one) => one.id === id)
  const values = parameter?.type === 'yesNo' ? [true, false] : (parameter?.options ?? [])
  const answers = values.map((value) => ({ value, count: 1n, label: String(value) }))
  return { fact: id, input: expander.inputs.get(id) ?? graph.unknown, when: graph.true, exact: null, answers, again: false }
}

/** Facts that the undecided rules read and the answers of an example do not give. */
function stillRead(variant: Variant, rules: readonly VRule[], decision: string, example: string): string {
  const undecided = (decision.split('|')[1] ?? '').split(',').flatMap((index) => rules[Number(index)] ?? [])
  const given = new Set(example.split(', ').map((answer) => answer.split(' = ')[0]))
  const facts = new Set(undecided.flatMap((rule) => [...factsRead(variant, rule.when.expr)]))
  return [...facts].filter((id) => !given.has(id) && !variant.questions.some((one) => one.id === id && one.derived && !one.refinedBy)).join(', ') || 'more than is asked'
}

/** What can be varied of these parameters; null when one of them is a figure, which has no list of values. */
function variable(variant: Variant, ids: ReadonlySet<string>): ReadonlySet<string> | null {
  const used = variant.parameters.filter((one) => ids.has(one.id))
  return used.every((one) => one.type === 'yesNo' || one.type === 'choice') ? new Set(used.map((one) => one.id)) : null
}

function reportConditions(variant: Variant, today: string, walked: Walked, report: Report): void {
  const conditions = [
    ...variant.steps.map((step, index) => ({ name: `step ${step.id}`, what: `Step ${step.id}`, when: step.when, origin: step.origin, path: `steps[${index}]` })),
    ...variant.stops.map((stop, index) => ({ name: `stop ${stop.id}`, what: `Stop ${stop.id}`, when: stop.when, origin: stop.origin, path: `stops[${index}]` })),
    ...[...new Set(variant.steps.flatMap((step) => step.ask))].flatMap((id) => {
      const question = variant.questions.find((one) => one.id === id)
      return question ? [{ name: `question ${id}`, what: `Question ${id}`, when: question.when, origin: question.origin, path: `questions/${id}` }] : []
    }),
  ]
  const seenAnyway = (name: string, parameters: ReadonlySet<string>): ReadonlySet<Truth> => {
    if (parameters.size === 0) return walked.seen.get(name) ?? new Set()
    const free = variable(variant, parameters)
    if (!free) return new Set<Truth>(['true', 'false'])
    return walkTree(variant, today, [], free).walked.seen.get(name) ?? new Set()
  }
  for (const { name, what, when, origin, path } of conditions) {
    const seen = walked.seen.get(name) ?? new Set()
    // A question of a step that is never reached: that step is reported.
    if (seen.size === 0 && name.startsWith('question')) continue
    const stuck = walked.stuck.get(name)
    if (stuck !== undefined) {
      report('TREE_DEAD_END', origin, path, `${what} cannot be decided on a path, for instance after: ${stuck}.`, 'Let its condition read only what is known there on every path.')
      continue
    }
    const literal = when === null || when.expr.op === 'lit'
    const dead = !seen.has('true') || (!literal && !name.startsWith('question') && !seen.has('false'))
    if (!dead) continue
    const anyway = seenAnyway(name, when ? parametersRead(variant, when.expr) : new Set())
    if (!anyway.has('true')) {
      report('TREE_UNREACHABLE', origin, path, `${what} can never be reached.`, 'Mend its condition, or take it out.')
    } else if (!literal && !name.startsWith('question') && !anyway.has('false')) {
      report('TREE_DEAD_CONDITION', origin, `${path}.when`, `The condition of ${what.toLowerCase()} holds on every path.`, 'Leave the condition out, or mend it.')
    }
  }
}

function reportRules(variant: Variant, today: string, item: Variant['licences'][number] | Variant['extras'][number], walked: Walked, report: Report): void {
  const judged = (walk: Walked): { deciding: ReadonlySet<number>; watched: Walked['watched'] } => ({
    deciding: new Set(walk.ends.flatMap((end) => (end.stop === null ? (String(end.values[0]).split('|')[1] ?? '').split(',').filter(Boolean).map(Number) : []))),
    watched: walk.watched,
  })
  const here = judged(walked)
  let elsewhere: ReturnType<typeof judged> | null | undefined
  for (const [index, rule] of item.rules.entries()) {
    const name = `${item.id}/${rule.id}`
    const problem = (one: ReturnType<typeof judged>): string | null => {
      const seen = one.watched.get(name) ?? new Set()
      if (!seen.has('true') && !seen.has('unknown')) return 'never holds'
      if (!one.deciding.has(index)) return 'never decides: an earlier rule always holds first'
      return rule.when.expr.op !== 'lit' && !seen.has('false') && !seen.has('unknown') ? 'holds on every path' : null
    }
    if (!problem(here)) continue
    if (elsewhere === undefined) {
      // Perhaps only because of what this town decided; then it is no mistake of the rule.
      const parameters = new Set(item.rules.flatMap((one) => [...parametersRead(variant, one.when.expr)]))
      const free = parameters.size > 0 ? variable(variant, parameters) : new Set<string>()
      elsewhere = free === null ? null : free.size === 0 ? here : judged(walkTree(variant, today, [item.id], free).walked)
    }
    const what = elsewhere && problem(elsewhere)
    if (what) report('TREE_DEAD_CONDITION', rule.origin, `licences/${item.id}/rules/${rule.id}`, `Rule ${rule.id} of ${item.id} ${what}.`, 'Mend its condition, or take it out.')
  }
}

