import type { Compiled } from '../../feel/expr.ts'
import type { Text } from '../schema/common.ts'
import type { Origin, Variant } from '../variant.ts'
import { type Code, FIRST_SHAPE, type Field, LIST, NUMBER, OF_BASE, type Packed, partsOf, WORDS } from './packed.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A variant packed for the browser, with its English texts separate. File names and line numbers are omitted, and FEEL texts where no page shows them; these
 * are empty after unpacking, and everything else is the same. */
export interface Pack {
  readonly packed: Packed
  readonly en: readonly string[]
}

/** The base of a rule set, against which other packs are diffs. */
export interface BasePack extends Pack {
  readonly nodes: Numbered
  /** Number of a part of the packed base, by node id. */
  readonly parts: ReadonlyMap<number, number>
  readonly words: ReadonlyMap<number, number>
  readonly shapes: ReadonlyMap<string, number>
}

/** @param base what to encode the variant as a diff against; null: it is self-contained */
export const packVariant = (variant: Variant, base: BasePack | null = null): Pack => {
  const { packed, en } = pack(variant, base)
  return { packed, en }
}

/** Packs a variant that serves as the base of diffs. */
export function packBase(variant: Variant): BasePack {
  const { nodeOf, ...made } = pack(variant, null)
  const parts = new Map<number, number>()
  for (const [number, part] of partsOf(made.packed.root).entries()) {
    const node = nodeOf.get(part)
    if (node !== undefined && !parts.has(node)) parts.set(node, number)
  }
  return { ...made, parts }
}

function pack(variant: Variant, base: BasePack | null) {
  const nodes = numbered(forApplicants(variant), base?.nodes ?? null)
  const words = new Map(base?.words)
  const nl: string[] = []
  const en: string[] = []
  const shapes = new Map(base?.shapes)
  const ownShapes: Field[][] = []
  const firstAt = new Map<number, number>()
  const nodeOf = new Map<readonly Code[], number>()

  const encode = (id: number): Code => {
    const node = nodes.of(id)
    if (!node) return null
    if (node.value === null || (typeof node.value !== 'object' && typeof node.value !== 'number')) return node.value
    const ofBase = node.length < WORTH_A_NUMBER ? undefined : base?.parts.get(id)
    if (ofBase !== undefined) return [OF_BASE, ofBase]
    if (typeof node.value === 'number') return [NUMBER, node.value]
    if (node.times < 2 || node.length < SHORT || hasName(node.value)) return encodeWhole(id, node.value, node.parts)
    const first = firstAt.get(id)
    if (first !== undefined) return first
    firstAt.set(id, firstAt.size)
    const [kind, ...rest] = encodeWhole(id, node.value, node.parts)
    return noted(id, [-1 - kind, ...rest])
  }
  const noted = <Part extends readonly Code[]>(id: number, part: Part): Part => {
    nodeOf.set(part, id)
    return part
  }
  const encodeWhole = (
    id: number,
    value: Exclude<Json, string | number | boolean | null>,
    parts: readonly number[],
  ): [kind: number, ...rest: Code[]] => {
    if (isList(value)) return noted(id, [LIST, ...parts.map(encode)])
    if (isText(value)) {
      const known = words.get(id)
      // written as it is: an index, not a number of the rules
      if (known !== undefined) return noted(id, [WORDS, known])
      words.set(id, words.size)
      nl.push(value.nl)
      en.push(value.en)
      return noted(id, [WORDS])
    }
    const shape = Object.entries(value).map(
      ([key, one]): Field => (one === null || one === '' || one === 0 || one === false ? [key, one] : key),
    )
    const name = JSON.stringify(shape)
    const at = shapes.get(name) ?? shapes.size
    if (at === shapes.size) {
      shapes.set(name, at)
      ownShapes.push(shape)
    }
    return noted(id, [FIRST_SHAPE + at, ...parts.filter((_, index) => typeof shape[index] === 'string').map(encode)])
  }
  return { packed: { root: encode(nodes.root), shapes: ownShapes, nl }, en, nodes, words, shapes, nodeOf }
}

/** A reference to anything shorter would save nothing. */
const SHORT = 24
const WORTH_A_NUMBER = 12

/** A distinct value of the variant; equal values share a node. */
interface Node {
  readonly value: Json
  readonly parts: readonly number[]
  /** Approximate length as JSON. */
  readonly length: number
  /** Number of occurrences. */
  times: number
}

interface Numbered {
  readonly root: number
  readonly size: number
  of(id: number): Node | undefined
  idOf(name: string): number | undefined
  /** Looks up an item by identity, to skip walking it again. */
  idOfItem(item: object): number | undefined
}

/** Numbers the distinct values of a tree; those of the base keep their numbers. */
function numbered(tree: Json, base: Numbered | null): Numbered {
  const first = base?.size ?? 0
  const nodes: Node[] = []
  const known = new Map<string, number>()
  const items = new Map<object, number>()
  const idOfItem = (item: object): number | undefined => base?.idOfItem(item) ?? items.get(item)
  const idOf = (name: string): number | undefined => base?.idOf(name) ?? known.get(name)
  const of = (id: number): Node | undefined => (id < first ? base?.of(id) : nodes[id - first])
  const number = (value: Json): number => {
    if (value === null || typeof value !== 'object' || !hasName(value)) return numberOf(value)
    const id = idOfItem(value) ?? numberOf(value)
    items.set(value, id)
    return id
  }
  const numberOf = (value: Json): number => {
    const whole = value !== null && typeof value === 'object'
    const parts = whole ? Object.values(value).map(number) : []
    const keys = !whole ? '' : isList(value) ? '[]' : Object.keys(value).join()
    const name = whole ? `${keys} ${parts.join()}` : JSON.stringify(value)
    const at = idOf(name)
    if (at !== undefined) return at
    let length = whole ? keys.length : name.length
    for (const part of parts) {
      const node = of(part)
      if (!node) continue
      // occurrences inside the base were counted there
      if (part >= first) node.times++
      length += node.length + 1
    }
    const id = first + nodes.length
    known.set(name, id)
    nodes.push({ value, parts, length, times: 0 })
    return id
  }
  const root = number(tree)
  return { root, size: first + nodes.length, of, idOf, idOfItem }
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
const isText = (value: object): value is Text => {
  const keys = Object.keys(value)
  return keys.length === 2 && keys[0] === 'nl' && keys[1] === 'en'
}
/** An item has an identity: equal ones are not merged. */
const hasName = (value: object): boolean => 'id' in value || 'nr' in value

/** The variant without what no page shows: source positions, and why a box is asked. FEEL stays where a page falls back on it: in the drawn tree, and for an
 * unverified amount. */
export function forApplicants(variant: Variant): Json {
  const asked = new Set(variant.steps.flatMap(({ ask }) => ask))
  const shown = new Set<unknown>([variant.steps, variant.stops, variant.fees, ...variant.questions.filter(({ id }) => asked.has(id))])
  const strip = (value: unknown, withFeel: boolean): Json => {
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
    const keeps = withFeel || shown.has(value)
    if (Array.isArray(value)) return value.map((item) => strip(item, keeps))
    if (!hasName(value)) return stripped(value, keeps)
    const known = keeps ? withTheirFeel : withoutFeel
    const before = known.get(value)
    if (before !== undefined) return before
    const made = stripped(value, keeps)
    known.set(value, made)
    return made
  }
  const stripped = (value: object, keeps: boolean): Json => {
    if (isCompiled(value)) return { expr: strip(value.expr, false), source: keeps ? value.source : '', file: '', line: 0 }
    if (isOrigin(value)) return { layer: value.layer, file: '', line: 0 }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, key === 'evidence' ? null : strip(one, keeps)]])),
    )
  }
  return strip(variant, false)
}

/** Memoised per item, as towns share most items. */
const withTheirFeel = new WeakMap<object, Json>()
const withoutFeel = new WeakMap<object, Json>()

const isCompiled = (value: object): value is Compiled => 'expr' in value && 'source' in value && 'line' in value
const isOrigin = (value: object): value is Origin => 'layer' in value && 'line' in value
