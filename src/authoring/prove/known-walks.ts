import type { AnswerClass } from './nodes/domain.ts'
import { Graph } from './nodes/nodes.ts'
import type { Planned } from './plan.ts'
import { type PlannedAsk, type Walked, walk } from './walk.ts'

/** Walks shared by the trees of several towns: over the same conditions, answers and goals the walk is made once. Equal nodes of one graph are one object, so
 * two plans are the same when the numbers of their nodes are. */
export class KnownWalks {
  readonly graph = new Graph()
  private readonly walks = new Map<string, Walked>()
  private readonly answers = new Map<string, number>()
  private readonly answerLists = new WeakMap<readonly AnswerClass[], number>()

  get size(): number {
    return this.graph.size
  }

  forget(): void {
    this.graph.forget()
  }

  /** @param planned in the graph of these walks */
  walk(planned: Planned): Walked {
    const key = this.keyOf(planned)
    const walked = this.walks.get(key) ?? walk(planned.plan, planned.decisions, planned.rules)
    this.walks.set(key, walked)
    return walked
  }

  /** Equal for plans that are walked alike: compares the numbers of their nodes, and the names an outcome mentions. */
  private keyOf({ plan, decisions, rules }: Planned): string {
    const asks = (of: readonly PlannedAsk[]): unknown[] =>
      of.flatMap(({ fact, input, when, exact, answers, again }) => [
        fact,
        input.id,
        when.id,
        exact?.id ?? -1,
        this.numberOf(answers),
        again ? 1 : 0,
      ])
    return JSON.stringify([
      asks(plan.before),
      plan.steps.map((step) => [step.id, step.when.id, asks(step.asks), step.stops.flatMap((stop) => [stop.id, stop.when.id])]),
      decisions.map(({ id }) => id),
      [...rules].flatMap(([name, { id }]) => [name, id]),
    ])
  }

  /** Equal for equal answers. */
  private numberOf(answers: readonly AnswerClass[]): number {
    const known = this.answerLists.get(answers)
    if (known !== undefined) return known
    const key = JSON.stringify(answers.map(({ value, count, label }) => [this.graph.answer(value).id, String(count), label]))
    const number = this.answers.get(key) ?? this.answers.size
    this.answers.set(key, number)
    this.answerLists.set(answers, number)
    return number
  }
}
