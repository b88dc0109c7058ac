import { Graph } from './nodes.ts'
import type { Planned } from './plan.ts'
import { type PlannedAsk, type Walked, walk } from './walk.ts'

/** Nodes after which what is known is let go: a country of towns must not fill the memory. */
const MOST_NODES = 400_000

/** What the trees of several towns have in common: a walk over the same conditions, answers and goals is made once. Equal nodes of one graph are one
 * object, so that two plans are the same when the numbers of their nodes are. */
export class KnownWalks {
  private held = new Graph()
  private readonly walks = new WeakMap<Graph, Map<string, Walked>>()

  /** The graph in which the next town is planned. */
  get graph(): Graph {
    if (this.held.size > MOST_NODES) this.held = new Graph()
    return this.held
  }

  walk(planned: Planned): Walked {
    const { plan, decisions, rules } = planned
    const inGraph = this.walks.get(plan.graph) ?? new Map<string, Walked>()
    this.walks.set(plan.graph, inGraph)
    const key = keyOf(planned)
    const walked = inGraph.get(key) ?? walk(plan, decisions, rules)
    inGraph.set(key, walked)
    return walked
  }
}

/** Equal for plans of one graph that are walked alike: by the numbers of their nodes, and by the names that an outcome tells. */
function keyOf({ plan, decisions, rules }: Planned): string {
  const asks = (of: readonly PlannedAsk[]): unknown[] =>
    of.map(({ fact, input, when, exact, answers, again }) => [
      fact,
      [input, when, ...(exact ? [exact] : [])].map(({ id }) => id),
      answers.map(({ value, count, label }) => [plan.graph.constant(value).id, String(count), label]),
      again,
    ])
  return JSON.stringify([
    asks(plan.before),
    plan.steps.map((step) => [step.id, step.when.id, asks(step.asks), step.stops.map((stop) => [stop.id, stop.when.id])]),
    decisions.map(({ id }) => id),
    [...rules].map(([name, { id }]) => [name, id]),
  ])
}
