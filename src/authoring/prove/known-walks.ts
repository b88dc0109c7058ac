import { Graph } from './nodes/nodes.ts'
import type { Planned } from './plan.ts'
import { type PlannedAsk, type Walked, walk } from './walk.ts'

/** Walks shared by the trees of several towns: over the same conditions, answers and goals the walk is made once. Equal nodes of one graph are one object, so
 * two plans are the same when the numbers of their nodes are. */
export class KnownWalks {
  readonly graph = new Graph()
  private readonly walks = new Map<string, Walked>()

  get size(): number {
    return this.graph.size
  }

  forget(): void {
    this.graph.forget()
  }

  /** @param planned in the graph of these walks */
  walk(planned: Planned): Walked {
    const key = keyOf(planned)
    const walked = this.walks.get(key) ?? walk(planned.plan, planned.decisions, planned.rules)
    this.walks.set(key, walked)
    return walked
  }
}

/** Equal for plans of one graph that are walked alike: compares the numbers of their nodes, and the names an outcome mentions. */
function keyOf({ plan, decisions, rules }: Planned): string {
  const asks = (of: readonly PlannedAsk[]): unknown[] =>
    of.map(({ fact, input, when, exact, answers, again }) => [
      fact,
      [input, when, ...(exact ? [exact] : [])].map(({ id }) => id),
      answers.map(({ value, count, label }) => [plan.graph.answer(value).id, String(count), label]),
      again,
    ])
  return JSON.stringify([
    asks(plan.before),
    plan.steps.map((step) => [step.id, step.when.id, asks(step.asks), step.stops.map((stop) => [stop.id, stop.when.id])]),
    decisions.map(({ id }) => id),
    [...rules].map(([name, { id }]) => [name, id]),
  ])
}
