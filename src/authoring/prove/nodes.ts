import Big from 'big.js'
import { isAtLeast, isList, isRow, isUnknown, unknown, type Value } from '../../feel/value.ts'

/** An expression of which some answers are known: a constant, an answer still to come, or an operation on such nodes.
 * Equal nodes are one object, so that "agrees on everything the rest still reads" is a comparison of ids. */
export interface Node {
  readonly id: number
  readonly kind: 'constant' | 'input' | 'operation'
  readonly kids: readonly Node[]
  /** Inputs this still reads, one bit each. */
  readonly reads: bigint
  /** Of a constant. */
  readonly value: Value
  /** Of an input: its number. */
  readonly input: number
  readonly shape: Shape | null
}

/** What an operation does. Two shapes with the same key do the same. */
export interface Shape {
  readonly key: string
  /** Value when all kids are known. */
  run(values: readonly Value[]): Value
  /** Shorter form with what is known so far, or null. May only say what `run` would say for every completion. */
  shorten?(kids: readonly Node[], graph: Graph): Node | null
}

/** Stands for "never asked on this path", which is not the same as any answer. */
const NEVER_ASKED = '\u0000never asked'

export class Graph {
  private readonly known = new Map<string, Node>()
  private readonly substituted = new Map<string, Map<number, Node>>()
  private inputs = 0

  readonly neverAsked = this.constant(NEVER_ASKED)
  readonly true = this.constant(true)
  readonly false = this.constant(false)
  readonly null = this.constant(null)
  readonly unknown = this.constant(unknown(['?']))

  constant(value: Value): Node {
    return this.intern(`constant ${keyOf(value)}`, { kind: 'constant', kids: [], reads: 0n, value: plain(value), input: -1, shape: null })
  }

  newInput(): Node {
    const input = this.inputs++
    return this.intern(`input ${input}`, { kind: 'input', kids: [], reads: 1n << BigInt(input), value: null, input, shape: null })
  }

  apply(shape: Shape, kids: readonly Node[]): Node {
    const shorter = shape.shorten?.(kids, this)
    if (shorter) return shorter
    if (kids.every((kid) => kid.kind === 'constant')) return this.constant(shape.run(kids.map((kid) => kid.value)))
    const reads = kids.reduce((all, kid) => all | kid.reads, 0n)
    return this.intern(`${shape.key} ${kids.map((kid) => kid.id).join()}`, {
      kind: 'operation',
      kids,
      reads,
      value: null,
      input: -1,
      shape,
    })
  }

  /** The node with one input given. */
  substitute(node: Node, input: Node, given: Node): Node {
    if ((node.reads & input.reads) === 0n) return node
    if (node === input) return given
    const key = `${input.input} ${given.id}`
    let memo = this.substituted.get(key)
    if (!memo) {
      memo = new Map()
      this.substituted.set(key, memo)
    }
    let result = memo.get(node.id)
    if (!result) {
      result = node.shape
        ? this.apply(
            node.shape,
            node.kids.map((kid) => this.substitute(kid, input, given)),
          )
        : node
      memo.set(node.id, result)
    }
    return result
  }

  private intern(key: string, node: Omit<Node, 'id'>): Node {
    let known = this.known.get(key)
    if (!known) {
      known = { id: this.known.size, ...node }
      this.known.set(key, known)
    }
    return known
  }
}

export const isNeverAsked = (value: Value): boolean => value === NEVER_ASKED

/** Of an unknown only this matters further on: does an answer lack, does a value of the town lack. */
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

function keyOf(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof Big) return `number ${value.toString()}`
  if (isUnknown(value)) return `unknown ${value.missing.length > 0} ${value.parameters.length > 0}`
  if (isRow(value)) return `row ${value.id}`
  if (isAtLeast(value)) return `at least ${value.bound.toString()} ${keyOf(value.unknown)}`
  if (isList(value)) return `list ${value.items.map(keyOf).join('\u0001')} ${value.unknown ? keyOf(value.unknown) : ''}`
  return 'never'
}
