import type { Compiled } from '../../feel/expr.ts'
import type { Text } from '../schema/common.ts'
import type { Origin, Variant } from '../variant.ts'
import { type Code, FIRST_SHAPE, type Field, LIST, NUMBER, type Packed, WORDS } from './packed.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Packs a variant for the browser, its English words apart. Files and lines are left out, and FEEL texts where no page shows them; they are empty
 * when it is unpacked, and all the rest is the same. */
export function packVariant(variant: Variant): { packed: Packed; en: string[] } {
  const { nodes, root } = numbered(forApplicants(variant))
  const wordsAt = new Map<number, number>()
  const nl: string[] = []
  const en: string[] = []
  const shapeAt = new Map<string, number>()
  const shapes: Field[][] = []
  const firstAt = new Map<number, number>()

  const encode = (id: number): Code => {
    const node = nodes[id]
    if (!node) return null
    if (typeof node.value === 'number') return [NUMBER, node.value]
    if (node.value === null || typeof node.value !== 'object') return node.value
    if (node.times < 2 || node.length < SHORT || hasName(node.value)) return encodeWhole(id, node.value, node.parts)
    const first = firstAt.get(id)
    if (first !== undefined) return first
    const [kind, ...rest] = encodeWhole(id, node.value, node.parts)
    firstAt.set(id, firstAt.size)
    return [-1 - kind, ...rest]
  }
  const encodeWhole = (
    id: number,
    value: Exclude<Json, string | number | boolean | null>,
    parts: readonly number[],
  ): [kind: number, ...rest: Code[]] => {
    if (isList(value)) return [LIST, ...parts.map(encode)]
    if (isText(value)) {
      const at = wordsAt.get(id) ?? nl.length
      if (at === nl.length) {
        wordsAt.set(id, at)
        nl.push(value.nl)
        en.push(value.en)
      }
      // not encoded: it is a place, and no number of the rules
      return [WORDS, at]
    }
    const shape = Object.entries(value).map(
      ([key, one]): Field => (one === null || one === '' || one === 0 || one === false ? [key, one] : key),
    )
    const name = JSON.stringify(shape)
    const at = shapeAt.get(name) ?? shapes.length
    if (at === shapes.length) {
      shapeAt.set(name, at)
      shapes.push(shape)
    }
    return [FIRST_SHAPE + at, ...parts.filter((_, index) => typeof shape[index] === 'string').map(encode)]
  }
  return { packed: { root: encode(root), shapes, nl }, en }
}

/** Shorter than this, its place would be no gain. */
const SHORT = 24

/** A value of the variant; what is written the same is the same node. */
interface Node {
  readonly value: Json
  readonly parts: readonly number[]
  /** Length as JSON, nearly. */
  readonly length: number
  /** Places in which it stands. */
  times: number
}

/** All values of a tree, each once, by number. */
function numbered(tree: Json): { nodes: readonly Node[]; root: number } {
  const nodes: Node[] = []
  const known = new Map<string, number>()
  const number = (value: Json): number => {
    const whole = value !== null && typeof value === 'object'
    const parts = whole ? Object.values(value).map(number) : []
    const keys = !whole ? '' : isList(value) ? '[]' : Object.keys(value).join()
    const name = whole ? `${keys} ${parts.join()}` : JSON.stringify(value)
    const at = known.get(name)
    if (at !== undefined) return at
    let length = whole ? keys.length : name.length
    for (const part of parts) {
      const node = nodes[part]
      if (!node) continue
      node.times++
      length += node.length + 1
    }
    known.set(name, nodes.length)
    nodes.push({ value, parts, length, times: 0 })
    return nodes.length - 1
  }
  const root = number(tree)
  return { nodes, root }
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
const isText = (value: object): value is Text => {
  const keys = Object.keys(value)
  return keys.length === 2 && keys[0] === 'nl' && keys[1] === 'en'
}
/** What has a name is one thing, though another be written the same. */
const hasName = (value: object): boolean => 'id' in value || 'nr' in value

/** The variant without what no page shows: where it is written, and why a box is asked. FEEL stays where a page falls back on it: in the drawn tree, and for an amount nobody has checked. */
export function forApplicants(variant: Variant): Json {
  const asked = new Set(variant.steps.flatMap(({ ask }) => ask))
  const shown = new Set<unknown>([variant.steps, variant.stops, variant.fees, ...variant.questions.filter(({ id }) => asked.has(id))])
  const strip = (value: unknown, withFeel: boolean): Json => {
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
    const keeps = withFeel || shown.has(value)
    if (Array.isArray(value)) return value.map((item) => strip(item, keeps))
    if (isCompiled(value)) return { expr: strip(value.expr, false), source: keeps ? value.source : '', file: '', line: 0 }
    if (isOrigin(value)) return { layer: value.layer, file: '', line: 0 }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, key === 'evidence' ? null : strip(one, keeps)]])),
    )
  }
  return strip(variant, false)
}

const isCompiled = (value: object): value is Compiled => 'expr' in value && 'source' in value && 'line' in value
const isOrigin = (value: object): value is Origin => 'layer' in value && 'line' in value
