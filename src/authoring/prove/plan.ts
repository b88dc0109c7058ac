import type { Origin, ResolvedQuestion, Variant } from '../../model/variant.ts'
import { answersOf, isExact, usesOf } from './domain.ts'
import { Expander } from './expand.ts'
import type { Node } from './nodes.ts'
import { type Plan, type PlannedAsk, type Walked, walk } from './walk.ts'

/** What a walk over all paths goes by. */
interface Planned {
  readonly plan: Plan
  /** Verdicts that are wanted at the end. */
  readonly decisions: readonly Node[]
  /** Rules that are looked at on the way, by licence and name. */
  readonly rules: ReadonlyMap<string, Node>
  /** Questions whose answers cannot be cut into classes exactly. */
  readonly inexact: readonly { readonly question: string; readonly origin: Origin }[]
}

/** One walk over all paths: with the verdict of one licence as goal and its rules watched, or for the tree alone. */
export function walkAllPaths(
  variant: Variant,
  today: string,
  licences: readonly string[] = [],
  free: ReadonlySet<string> = new Set(),
  expander: Expander = expanderOf(variant, today, free),
): { walked: Walked; inexact: Planned['inexact'] } {
  const { plan, decisions, rules, inexact } = planOf(variant, today, licences, free, expander)
  return { walked: walk(plan, decisions, rules), inexact }
}

/** The expressions of a tree as nodes. Walks that share it never work out again what an answer makes of a condition. */
export function expanderOf(variant: Variant, today: string, free: ReadonlySet<string> = new Set()): Expander {
  const { before, inSteps } = askedIn(variant)
  return new Expander(variant, [...before, ...inSteps], today, free)
}

function askedIn(variant: Variant): { readonly before: readonly string[]; readonly inSteps: ReadonlySet<string> } {
  const inSteps = new Set(variant.steps.flatMap((step) => step.ask))
  const { kind } = variant.names.application
  // asked before the tree: varied over all its options, but no step of a path
  return { before: variant.questions.some(({ id }) => id === kind) && !inSteps.has(kind) ? [kind] : [], inSteps }
}

/** Everything that the walk reads, as nodes over the answers of the tree. */
export function planOf(
  variant: Variant,
  today: string,
  licences: readonly string[],
  free: ReadonlySet<string>,
  expander: Expander = expanderOf(variant, today, free),
): Planned {
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const { before } = askedIn(variant)
  const decisions = licences.map((id) => expander.decision(id))
  const rules = licences.flatMap((id) =>
    expander.rules(id).map((rule): [string, Node] => [`${id}/${rule.id}`, expander.condition(rule.when.expr)]),
  )

  const steps = variant.steps.map((step) => ({
    id: step.id,
    when: expander.condition(step.when?.expr ?? null),
    ask: step.ask.flatMap((id) => questions.get(id) ?? []).filter((question) => !question.derived || question.refinedBy),
    stops: variant.stops
      .filter((stop) => stop.after === step.id)
      .map((stop) => ({ id: stop.id, when: expander.condition(stop.when.expr) })),
  }))
  const conditionOf = (question: ResolvedQuestion): Node => expander.condition(question.when?.expr ?? null)
  const exactOf = (question: ResolvedQuestion): Node | null => (question.refinedBy ? expander.condition(question.refinedBy.expr) : null)
  const asked = [...before.flatMap((id) => questions.get(id) ?? []), ...steps.flatMap((step) => step.ask)]
  const tree = [
    ...steps.flatMap((step) => [step.when, ...step.stops.map((stop) => stop.when)]),
    ...asked.flatMap((question) => [conditionOf(question), exactOf(question) ?? expander.graph.null]),
  ]
  const all = [...variant.licences, ...variant.extras].map(({ id }) => expander.decision(id))
  const uses = {
    ...usesOf([...decisions, ...rules.map(([, node]) => node), ...tree]),
    // numbers and words are cut in the same way whatever is asked of the tree: otherwise its paths are counted differently for each licence
    compared: usesOf([...all, ...tree]).compared,
  }
  const remaining = asked.map((question) => question.id)
  const plan = (question: ResolvedQuestion): PlannedAsk => {
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
  return { plan: planned, decisions, rules: new Map(rules), inexact }
}

/** A value of the town as if it could be any: to tell a condition that is dead here from one that is dead everywhere. */
function freeParameter(variant: Variant, expander: Expander, id: string): PlannedAsk {
  const { graph } = expander
  const parameter = variant.parameters.find((parameter) => parameter.id === id)
  const values = parameter?.type === 'yesNo' ? [true, false] : (parameter?.options?.map(({ id }) => id) ?? [])
  const answers = values.map((value) => ({ value, count: 1n, label: String(value) }))
  return { fact: id, input: expander.inputs.get(id) ?? graph.unknown, when: graph.true, exact: null, answers, again: false }
}

/** What can be varied of these parameters; null when one of them is a figure, which has no list of values. */
export function variable(variant: Variant, ids: ReadonlySet<string>): ReadonlySet<string> | null {
  const used = variant.parameters.filter((parameter) => ids.has(parameter.id))
  return used.every((each) => each.type === 'yesNo' || each.type === 'choice') ? new Set(used.map((each) => each.id)) : null
}
