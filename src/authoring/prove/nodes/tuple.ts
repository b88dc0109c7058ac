import { bothSets, type Graph, type InputSet, type Node, setsMeet } from './nodes.ts'
import { PairNumbers } from './pair-numbers.ts'

/** Nodes in a fixed order, as one value. Equal tuples are one object, and what an answer does not touch is neither visited nor rebuilt. */
export interface Tuple {
  readonly id: number
  readonly size: number
  /** Inputs its nodes still read. */
  readonly reads: InputSet
  /** The node of a tuple of one. */
  readonly node: Node | null
  /** Its first half and the rest. */
  readonly halves: readonly [Tuple, Tuple] | null
}

export class Tuples {
  private readonly singles = new Map<Node, Tuple>()
  private readonly pairs = new PairNumbers()
  private readonly joined: (Tuple | undefined)[] = []
  private readonly given = new Map<Node, Map<Node, Map<Tuple, Tuple>>>()
  private readonly blanks = new Map<number, Tuple>()
  private remembered = 0

  constructor(
    private readonly graph: Graph,
    /** Placeholder for a node that is no longer read. */
    private readonly blank: Node,
  ) {}

  of(nodes: readonly Node[]): Tuple {
    return this.together(nodes.map((node) => this.single(node)))
  }

  /** Number of results remembered: tuples, and what substituting an answer made of one. */
  get size(): number {
    return this.next() + this.remembered
  }

  /** Concatenates tuples, in this order. */
  together(parts: readonly Tuple[]): Tuple {
    const [first] = parts
    if (!first) return this.single(this.blank)
    if (parts.length === 1) return first
    const half = parts.length >> 1
    return this.join(this.together(parts.slice(0, half)), this.together(parts.slice(half)))
  }

  /** The part of this size that starts at a place where one was put. */
  part(tuple: Tuple, place: number, size: number): Tuple {
    let [part, left] = [tuple, place]
    while (part.halves && (left > 0 || part.size > size)) {
      const [first, rest] = part.halves
      part = left < first.size ? first : rest
      if (left >= first.size) left -= first.size
    }
    return part
  }

  nodes(tuple: Tuple): readonly Node[] {
    return tuple.halves ? tuple.halves.flatMap((half) => this.nodes(half)) : [tuple.node ?? this.blank]
  }

  at(tuple: Tuple, place: number): Node {
    let [part, left] = [tuple, place]
    // both halves may be the same object
    while (part.halves) {
      const { size } = part.halves[0]
      part = part.halves[left < size ? 0 : 1]
      if (left >= size) left -= size
    }
    return part.node ?? this.blank
  }

  /** The same with one input substituted. */
  substitute(tuple: Tuple, input: Node, value: Node): Tuple {
    const ofInput = this.given.get(input) ?? new Map<Node, Map<Tuple, Tuple>>()
    const memo = ofInput.get(value) ?? new Map<Tuple, Tuple>()
    if (memo.size === 0) this.given.set(input, ofInput.set(value, memo))
    const make = (part: Tuple): Tuple => {
      if (!setsMeet(part.reads, input.reads)) return part
      if (part.node) return this.single(this.graph.substitute(part.node, input, value))
      const known = memo.get(part)
      if (known) return known
      const made = part.halves ? this.join(make(part.halves[0]), make(part.halves[1])) : part
      memo.set(part, made)
      this.remembered++
      return made
    }
    return make(tuple)
  }

  /** The same with its first nodes blanked: the others keep their places. */
  forget(tuple: Tuple, count: number): Tuple {
    if (count <= 0) return tuple
    if (count >= tuple.size || !tuple.halves) return this.blankOf(tuple)
    const [first, rest] = tuple.halves
    return this.join(this.forget(first, count), this.forget(rest, count - first.size))
  }

  /** The same with the nodes blanked that are known now and were not before; `settled` is called for each. */
  settle(tuple: Tuple, before: Tuple, settled: (place: number, node: Node) => void, from = 0): Tuple {
    if (tuple === before) return tuple
    if (tuple.halves && before.halves) {
      const [first, rest] = tuple.halves
      return this.join(this.settle(first, before.halves[0], settled, from), this.settle(rest, before.halves[1], settled, from + first.size))
    }
    if (tuple.node?.kind !== 'constant' || tuple.node === this.blank) return tuple
    settled(from, tuple.node)
    return this.single(this.blank)
  }

  private blankOf({ size, halves }: Tuple): Tuple {
    const known = this.blanks.get(size)
    if (known) return known
    const blank = halves ? this.join(this.blankOf(halves[0]), this.blankOf(halves[1])) : this.single(this.blank)
    this.blanks.set(size, blank)
    return blank
  }

  private single(node: Node): Tuple {
    const known = this.singles.get(node)
    if (known) return known
    const made = { id: this.next(), size: 1, reads: node.reads, node, halves: null }
    this.singles.set(node, made)
    return made
  }

  private join(first: Tuple, rest: Tuple): Tuple {
    const number = this.pairs.of(first.id, rest.id)
    const known = this.joined[number]
    if (known) return known
    const halves = [first, rest] as const
    const made = { id: this.next(), size: first.size + rest.size, reads: bothSets(first.reads, rest.reads), node: null, halves }
    this.joined[number] = made
    return made
  }

  private next(): number {
    return this.singles.size + this.joined.length
  }
}
