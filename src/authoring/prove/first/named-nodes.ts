import type { Value } from '../../../feel/value.ts'
import { Graph, type Node } from '../nodes/nodes.ts'
import { Tuples } from '../nodes/tuple.ts'

/** Nodes that say which answers they miss, and what was worked out of them: towns whose conditions are the same share it. */
export class NamedNodes {
  readonly graph = new Graph(true)
  readonly tuples = new Tuples(this.graph, this.graph.neverAsked)
  private readonly values = new Map<number, Value>()

  get size(): number {
    return this.graph.size + this.tuples.size
  }

  /** Value of a node when none of the answers it still reads comes.
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
