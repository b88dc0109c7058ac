import type { decide } from '../../../engine/outcome/verdicts.ts'
import type { Unknown, Value } from '../../../feel/value.ts'
import type { ResolvedRule } from '../../../model/variant.ts'
import { Graph, type Node } from '../nodes/nodes.ts'
import { Tuples } from '../nodes/tuple.ts'

/** What is known of a step of the tree. */
export interface StateOfStep {
  readonly shown: boolean | Unknown
  /** What the open ones miss on this page. */
  readonly missing: readonly string[]
  readonly open: readonly string[]
}

/** Nodes that record which answers they miss, and what was computed from them: towns with the same conditions share it. */
export class NamedNodes {
  readonly graph = new Graph(true)
  tuples = this.noTuples()
  private decisions = new WeakMap<readonly ResolvedRule[], Map<number, ReturnType<typeof decide>>>()
  private states = new Map<string, Map<number, StateOfStep>>()
  private readonly values = new Map<number, Value>()

  get size(): number {
    return this.graph.size + this.tuples.size
  }

  /** Only between two towns: what is still held of one would be numbered twice. */
  forget(): void {
    this.graph.forget()
    this.tuples = this.noTuples()
    this.decisions = new WeakMap()
    this.states = new Map()
  }

  /** What these rules decide, by the id of the tuple of their conditions: towns share the very same rules. */
  decisionsBy(rules: readonly ResolvedRule[]): Map<number, ReturnType<typeof decide>> {
    const known = this.decisions.get(rules) ?? new Map()
    this.decisions.set(rules, known)
    return known
  }

  /** The state of a step that asks these facts, by the id of its tuple. */
  statesBy(ask: readonly string[], asks: readonly string[]): Map<number, StateOfStep> {
    const step = JSON.stringify([ask, asks])
    const known = this.states.get(step) ?? new Map<number, StateOfStep>()
    this.states.set(step, known)
    return known
  }

  private noTuples(): Tuples {
    return new Tuples(this.graph, this.graph.neverAsked)
  }

  /** Value of a node if none of the answers it still reads ever comes.
   * @param inputs those that it may read */
  withoutAnswers(node: Node, inputs: Iterable<Node>): Value {
    if (node.kind === 'constant') return node.value
    const known = this.values.get(node.id)
    if (known !== undefined) return known
    let rest = node
    for (const input of inputs) rest = this.graph.substitute(rest, input, this.graph.neverAsked)
    this.values.set(node.id, rest.value)
    return rest.value
  }
}
