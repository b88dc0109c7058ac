import type { Origin, ResolvedQuestion, Variant } from '../../model/variant.ts'
import { answersOf, isExact, usesOf } from './nodes/domain.ts'
import { Expander } from './nodes/expand.ts'
import { bothSets, type Graph, NO_INPUTS, type Node, readBy, setsMeet } from './nodes/nodes.ts'
import type { Plan, PlannedAsk } from './walk.ts'

/** What a walk over all paths needs. */
export interface Planned {
  readonly plan: Plan
  /** Verdicts wanted at the end. */
  readonly decisions: readonly Node[]
  /** Rules watched on the way, by licence and name. */
  readonly rules: ReadonlyMap<string, Node>
  /** Questions whose answers cannot be partitioned exactly. */
  readonly inexact: readonly { readonly question: string; readonly origin: Origin }[]
}

/** The decision tree of a town as nodes over its answers; makes the plan of each walk from it. */
export class Planner {
  private readonly expander: Expander
  private readonly before: readonly Ask[]
  private readonly steps: readonly Step[]

  /** @param today the day for which the town values are looked up
   * @param free town values that are varied freely: tells a condition that is dead here from one that is dead everywhere
   * @param graph shared by several towns, it makes one node of what they have in common */
  constructor(
    private readonly variant: Variant,
    today: string,
    private readonly free: ReadonlySet<string> = new Set(),
    graph?: Graph,
  ) {
    const questions = new Map(variant.questions.map((question) => [question.id, question]))
    const inSteps = new Set(variant.steps.flatMap((step) => step.ask))
    const { kind } = variant.names.application
    // asked before the tree: varied over all its options, but no step of a path
    const before = questions.has(kind) && !inSteps.has(kind) ? [kind] : []
    const expander = new Expander(variant, [...before, ...inSteps], today, free, graph)
    this.expander = expander
    const ask = (id: string): Ask[] => {
      const question = questions.get(id)
      if (!question || (question.derived && !question.refinedBy)) return []
      return [
        {
          question,
          input: expander.inputs.get(id) ?? expander.graph.unknown,
          when: expander.condition(question.when?.expr ?? null),
          exact: question.refinedBy ? expander.condition(question.refinedBy.expr) : null,
        },
      ]
    }
    this.before = before.flatMap(ask)
    this.steps = variant.steps.map((step) => ({
      id: step.id,
      when: expander.condition(step.when?.expr ?? null),
      asks: step.ask.flatMap(ask),
      stops: variant.stops
        .filter((stop) => stop.after === step.id)
        .map((stop) => ({ id: stop.id, when: expander.condition(stop.when.expr) })),
    }))
  }

  /** The whole tree, with the verdicts of these licences as goals and their rules watched; none: the tree alone. */
  whole(licences: readonly string[] = []): Planned {
    const { variant, expander, before, steps } = this
    // numbers and texts are partitioned the same way whatever is asked of the tree: otherwise each licence would count its paths differently
    const all = [...variant.licences, ...variant.extras].map(({ id }) => expander.decision(id))
    const rules = new Map(licences.flatMap((id) => [...this.rulesOf(id)]))
    return this.planned(
      { before, steps },
      licences.map((id) => expander.decision(id)),
      rules,
      all,
    )
  }

  /** The part of the tree that affects the verdict on a licence. */
  bearingOn(licence: string): Planned {
    return this.bearing([this.expander.decision(licence)], new Map())
  }

  /** The part of the tree that affects one rule of a licence, which is watched. */
  bearingOnRule(licence: string, id: string): Planned {
    const node = this.rule(licence, id)
    return this.bearing([], new Map(node ? [[ruleName(licence, id), node]] : []))
  }

  /** Leaves out questions that neither the goals nor an end of the form reads, not even to decide whether one of those is asked: the paths reach the same ends,
   * but represent fewer answers. */
  private bearing(decisions: readonly Node[], rules: ReadonlyMap<string, Node>): Planned {
    const { expander, before, steps } = this
    // a page after which the form may end is kept whole, as no path continues from such an end
    const ending = steps.filter(({ stops }) => stops.length > 0)
    let reads = readBy([
      ...decisions,
      ...rules.values(),
      ...ending.flatMap(({ when, asks, stops }) => [when, ...[...asks, ...stops].map((each) => each.when)]),
    ])
    const bears = ({ input }: Ask): boolean => setsMeet(input.reads, reads)
    for (let known = NO_INPUTS; known !== reads; ) {
      known = reads
      for (const { when, asks } of [{ when: expander.graph.true, asks: before }, ...steps])
        for (const ask of asks.filter(bears)) reads = bothSets(reads, readBy([when, ask.when, ...(ask.exact ? [ask.exact] : [])]))
    }
    const part = steps.flatMap((step) => {
      const asks = ending.includes(step) ? step.asks : step.asks.filter(bears)
      return asks.length > 0 ? [{ ...step, asks }] : []
    })
    return this.planned({ before: before.filter(bears), steps: part }, decisions, rules)
  }

  /** The condition of a rule; a constant where no answer affects it. */
  rule(licence: string, id: string): Node | undefined {
    const rule = this.expander.rules(licence).find((each) => each.id === id)
    return rule && this.expander.condition(rule.when.expr)
  }

  private rulesOf(licence: string): Map<string, Node> {
    const { expander } = this
    return new Map(expander.rules(licence).map(({ id, when }) => [ruleName(licence, id), expander.condition(when.expr)]))
  }

  /** @param compared numbers and texts are partitioned by what these compare them with; null: by the goals of this walk */
  private planned(
    { before, steps }: Part,
    decisions: readonly Node[],
    rules: ReadonlyMap<string, Node>,
    compared: readonly Node[] | null = null,
  ): Planned {
    const { expander } = this
    const { graph } = expander
    const asked = [...before, ...steps.flatMap(({ asks }) => asks)]
    const tree = [
      ...steps.flatMap((step) => [step.when, ...step.stops.map((stop) => stop.when)]),
      ...asked.flatMap(({ when, exact }) => [when, exact ?? graph.null]),
    ]
    const own = usesOf([...decisions, ...rules.values(), ...tree])
    const uses = compared ? { ...own, compared: usesOf([...compared, ...tree]).compared } : own
    const remaining = asked.map(({ question }) => question.id)
    const plan = ({ question, input, when, exact }: Ask): PlannedAsk => {
      remaining.shift()
      return {
        fact: question.id,
        input,
        when,
        exact,
        answers: answersOf(question, input.input, uses),
        again: remaining.includes(question.id),
      }
    }
    const first = before.map(plan)
    return {
      plan: {
        graph,
        before: [...[...this.free].map((id) => this.freeParameter(id)), ...first],
        steps: steps.map((step) => ({ ...step, asks: step.asks.map(plan) })),
        inputs: [...expander.inputs.values()],
      },
      decisions,
      rules,
      inexact: asked
        .filter(({ question, input }) => !isExact(question, input.input, uses))
        .map(({ question }) => ({ question: question.id, origin: question.origin })),
    }
  }

  private freeParameter(id: string): PlannedAsk {
    const { graph, inputs } = this.expander
    const parameter = this.variant.parameters.find((parameter) => parameter.id === id)
    const values = parameter?.type === 'yesNo' ? [true, false] : (parameter?.options?.map((option) => option.id) ?? [])
    const answers = values.map((value) => ({ value, count: 1n, label: String(value) }))
    return { fact: id, input: inputs.get(id) ?? graph.unknown, when: graph.true, exact: null, answers, again: false }
  }
}

interface Ask {
  readonly question: ResolvedQuestion
  readonly input: Node
  readonly when: Node
  /** Exact value that makes the question superfluous. */
  readonly exact: Node | null
}
interface Step {
  readonly id: string
  readonly when: Node
  readonly asks: readonly Ask[]
  readonly stops: readonly { readonly id: string; readonly when: Node }[]
}
interface Part {
  readonly before: readonly Ask[]
  readonly steps: readonly Step[]
}

/** Name of a rule in a walk. */
export const ruleName = (licence: string, rule: string): string => `${licence}/${rule}`

/** Which of these parameters can be varied; null when one of them is a figure, whose values cannot be enumerated. */
export function variable(variant: Variant, ids: ReadonlySet<string>): ReadonlySet<string> | null {
  const used = variant.parameters.filter((parameter) => ids.has(parameter.id))
  return used.every((each) => each.type === 'yesNo' || each.type === 'choice') ? new Set(used.map((each) => each.id)) : null
}
