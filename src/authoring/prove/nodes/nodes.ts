import Big from 'big.js'
import { isAtLeast, isList, isRow, isUnknown, unknown, type Value } from '../../../feel/value.ts'
import { PairNumbers } from './pair-numbers.ts'

/** An expression with some answers known: a constant, an answer still to come, or an operation on such nodes. Equal nodes are one object, so that "agrees on
 * everything the rest still reads" is a comparison of ids. */
export interface Node {
  readonly id: number
  readonly kind: 'constant' | 'input' | 'operation'
  readonly kids: readonly Node[]
  /** Inputs it still reads. */
  readonly reads: InputSet
  /** Of a constant. */
  readonly value: Value
  /** Of an input: its number. */
  readonly input: number
  readonly shape: Shape | null
}

/** A bit set of inputs, with few enough bits per number for the engine to keep it a small integer. */
export type InputSet = readonly number[]
const BITS = 30

export const NO_INPUTS: InputSet = []

const inputSet = (input: number): InputSet =>
  Array.from({ length: Math.floor(input / BITS) + 1 }, (_, word) => (word < Math.floor(input / BITS) ? 0 : 1 << (input % BITS)))

/** The union of both; the very same set where the other one adds nothing. */
export function bothSets(one: InputSet, other: InputSet): InputSet {
  if (holdsSet(one, other)) return one
  if (holdsSet(other, one)) return other
  return Array.from({ length: Math.max(one.length, other.length) }, (_, word) => (one[word] ?? 0) | (other[word] ?? 0))
}

function holdsSet(whole: InputSet, part: InputSet): boolean {
  for (let word = 0; word < part.length; word++) if (((part[word] ?? 0) & ~(whole[word] ?? 0)) !== 0) return false
  return true
}

/** All inputs that these nodes still read. */
export const readBy = (nodes: readonly Node[]): InputSet => nodes.reduce((all, node) => bothSets(all, node.reads), NO_INPUTS)

/** Whether they have an input in common. */
export function setsMeet(one: InputSet, other: InputSet): boolean {
  for (let word = Math.min(one.length, other.length) - 1; word >= 0; word--) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true
  return false
}

/** Two numbers as one key: neither comes near that many. */
export const pairKey = (one: number, other: number): number => one * 2 ** 26 + other

/** What an operation does. Two shapes with the same key do the same, even when made for different towns. */
export interface Shape {
  readonly key: string
  /** Value when all kids are known. */
  run(values: readonly Value[]): Value
  /** A shorter form given what is known so far, or null. Must agree with `run` for every completion. */
  shorten?(kids: readonly Node[], graph: Graph): Node | null
}

/** Sentinel for "never asked on this path", which differs from any answer. */
const NEVER_ASKED = '\u0000never asked'

export class Graph {
  /** Constants and inputs. */
  private readonly known = new Map<string, Node>()
  /** A shape and the nodes it is applied to, as a path of pairs; by the number of its last pair, the operation. */
  private readonly paths = new PairNumbers()
  private readonly operations: (Node | undefined)[] = []
  private count = 0
  /** By the number of the input and the node it is replaced with. */
  private readonly substituted: Map<number, Map<number, Node>>[] = []
  /** A short number per shape: its key may be as long as what it represents. */
  private readonly shapes = new Map<string, number>()
  private readonly shapeNumbers = new WeakMap<Shape, number>()
  /** Constants that are their own key: texts, booleans, null. */
  private readonly simple = new Map<Value, Node>()
  private readonly answers = new WeakMap<object, Node>()
  private readonly inputs = new Map<string, Node>()
  private remembered = 0

  readonly neverAsked = this.constant(NEVER_ASKED)
  readonly true = this.constant(true)
  readonly false = this.constant(false)
  readonly null = this.constant(null)
  readonly unknown = this.constant(unknown(['?']))

  /** `named`: keep which answers an unknown value misses. Fewer nodes are equal then. */
  constructor(readonly named = false) {}

  constant(value: Value): Node {
    if (value !== null && typeof value === 'object') return this.constantOf(value)
    const known = this.simple.get(value)
    if (known) return known
    const made = this.constantOf(value)
    this.simple.set(value, made)
    return made
  }

  /** The constant of an answer, by identity: the very same value recurs. */
  answer(value: Value): Node {
    if (value === null || typeof value !== 'object') return this.constant(value)
    const known = this.answers.get(value)
    if (known) return known
    const made = this.constantOf(value)
    this.answers.set(value, made)
    return made
  }

  private constantOf(value: Value): Node {
    const held = this.named ? value : plain(value)
    return this.intern(`constant ${keyOf(held)}`, { kind: 'constant', kids: [], reads: NO_INPUTS, value: held, input: -1, shape: null })
  }

  /** The input of this name: an answer still to come. */
  input(name: string): Node {
    const known = this.inputs.get(name)
    if (known) return known
    const input = this.inputs.size
    const made = this.intern(`input ${input}`, { kind: 'input', kids: [], reads: inputSet(input), value: null, input, shape: null })
    this.inputs.set(name, made)
    return made
  }

  /** Number of results remembered: nodes, and what substituting an answer made of one. */
  get size(): number {
    return this.count + this.remembered
  }

  /** Drops the results of substitution, and keeps the nodes with their numbers: the former are most of what it remembers, and soon recomputed. */
  forget(): void {
    this.substituted.length = 0
    this.remembered = 0
  }

  apply(shape: Shape, kids: readonly Node[]): Node {
    const shorter = shape.shorten?.(kids, this)
    if (shorter) return shorter
    if (kids.every((kid) => kid.kind === 'constant')) return this.constant(shape.run(kids.map((kid) => kid.value)))
    // every path begins with the number of a shape, and goes on from the number of a pair: these are told apart by their sign
    let path = this.paths.of(-1, this.numberOf(shape))
    for (const { id } of kids) path = this.paths.of(path, id)
    const known = this.operations[path]
    if (known) return known
    const made: Node = { id: this.count++, kind: 'operation', kids, reads: readBy(kids), value: null, input: -1, shape }
    this.operations[path] = made
    return made
  }

  /** The node with one input substituted. */
  substitute(node: Node, input: Node, given: Node): Node {
    if (!setsMeet(node.reads, input.reads)) return node
    return this.substituteIn(node, input, given, this.substitutedBy(input, given))
  }

  private substituteIn(node: Node, input: Node, given: Node, memo: Map<number, Node>): Node {
    if (!setsMeet(node.reads, input.reads)) return node
    if (node === input) return given
    const known = memo.get(node.id)
    if (known) return known
    const made = node.shape
      ? this.apply(
          node.shape,
          node.kids.map((kid) => this.substituteIn(kid, input, given, memo)),
        )
      : node
    memo.set(node.id, made)
    this.remembered++
    return made
  }

  private substitutedBy({ input }: Node, { id }: Node): Map<number, Node> {
    const ofInput = this.substituted[input] ?? new Map<number, Map<number, Node>>()
    this.substituted[input] = ofInput
    const memo = ofInput.get(id) ?? new Map<number, Node>()
    ofInput.set(id, memo)
    return memo
  }

  private numberOf(shape: Shape): number {
    const known = this.shapeNumbers.get(shape)
    if (known !== undefined) return known
    const number = this.shapes.get(shape.key) ?? this.shapes.size
    this.shapes.set(shape.key, number)
    this.shapeNumbers.set(shape, number)
    return number
  }

  private intern(key: string, node: Omit<Node, 'id'>): Node {
    let known = this.known.get(key)
    if (!known) {
      known = { id: this.count++, ...node }
      this.known.set(key, known)
    }
    return known
  }
}

/** Something that remembers work which towns have in common. */
interface Shared {
  /** How many results it remembers. */
  readonly size: number
  /** Drops what is soon recomputed. */
  forget(): void
}

/** Maximum number of results remembered across towns: a whole country must not exhaust the memory. */
const MOST_REMEMBERED = 1_000_000

/** Where one town after the other is worked out: one object that forgets when it remembers too much, and is replaced once what it keeps is too much as well. */
export function shared<Held extends Shared>(make: () => Held): () => Held {
  let held = make()
  return () => {
    if (held.size > MOST_REMEMBERED) {
      held.forget()
      // forgetting after every town would cost more than starting over
      if (held.size > MOST_REMEMBERED / 2) held = make()
    }
    return held
  }
}

export const isNeverAsked = (value: Value): boolean => value === NEVER_ASKED

/** Of an unknown only this matters further on: whether an answer is missing, and whether a town value is. */
function plain(value: Value): Value {
  if (isUnknown(value)) return unknown(value.missing.length > 0 ? ['?'] : [], value.parameters.length > 0 ? ['?'] : [])
  if (isAtLeast(value))
    return { ...value, unknown: unknown(value.unknown.missing.length > 0 ? ['?'] : [], value.unknown.parameters.length > 0 ? ['?'] : []) }
  if (isList(value)) {
    const open = value.unknown && plain(value.unknown)
    return { kind: 'list', items: value.items.map(plain), unknown: open && isUnknown(open) ? open : null }
  }
  return value
}

/** Equal for equal values. */
export function keyOf(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof Big) return `number ${value.toString()}`
  if (isUnknown(value)) return `unknown ${value.missing.join()} ${value.parameters.join()}`
  if (isRow(value)) return `row ${value.id}`
  if (isAtLeast(value)) return `at least ${value.bound.toString()} ${keyOf(value.unknown)}`
  if (isList(value)) return `list ${value.items.map(keyOf).join('\u0001')} ${value.unknown ? keyOf(value.unknown) : ''}`
  return 'never'
}
