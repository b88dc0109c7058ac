import type { Catalogue, ListName } from '../../model/catalogue.ts'
import { itemName, itemsOf, LIST_NAMES, PLACES, type Place } from '../../model/places.ts'
import { canonicalJson } from '../../model/util/canonical-json.ts'
import { listIn, propertyOf } from '../../model/util/record.ts'

/** One difference between a newer base and an older one. */
export interface BaseDifference {
  readonly list: ListName
  /** `fees/alcohol.new`, `forms/alcohol/sections/g/boxes/AL-066`. */
  readonly item: string
  /** `order`: the items of a list were reordered; `item` is then the list. */
  readonly kind: 'added' | 'removed' | 'changed' | 'order'
  /** null: the whole item. */
  readonly property: string | null
  /** For `order`: the items of the list. */
  readonly before: object | null
  readonly after: object | null
}

/** Where something was read, and who may change it, affects no outcome. */
const SILENT: ReadonlySet<string> = new Set(['source', 'foundIn', 'schema'])

/** Every difference between two bases, down to the property; items that no file touched are the same object, and skipped. */
export function baseDelta(before: Catalogue, after: Catalogue): BaseDifference[] {
  const found: BaseDifference[] = []
  for (const list of LIST_NAMES) compareLists(found, list, PLACES[list], itemsOf(before, list), itemsOf(after, list), list)
  const [{ version: _, ...old }, { version: __, ...now }] = [before.head, after.head]
  // what has a list of its own was compared there
  for (const property of ['title', 'languages', 'maxSteps', 'calendar', 'names', 'bibob'] as const)
    if (!isSame(old[property], now[property]))
      found.push({ list: 'topics', item: 'ruleset', kind: 'changed', property, before: old, after: now })
  return found
}

function compareLists(
  found: BaseDifference[],
  list: ListName,
  place: Place,
  before: readonly object[],
  after: readonly object[],
  path: string,
): void {
  if (before === after) return
  const [old, now] = [named(place, before), named(place, after)]
  for (const [name, item] of old) {
    const other = now.get(name)
    const at = `${path}/${name}`
    if (!other) found.push({ list, item: at, kind: 'removed', property: null, before: item, after: null })
    else if (other !== item) compareItems(found, list, place, item, other, at)
  }
  for (const [name, item] of now)
    if (!old.has(name)) found.push({ list, item: `${path}/${name}`, kind: 'added', property: null, before: null, after: item })
  const order = (of: ReadonlyMap<string, object>, other: ReadonlyMap<string, object>): string =>
    [...of.keys()].filter((name) => other.has(name)).join('\n')
  if (order(old, now) !== order(now, old)) found.push({ list, item: path, kind: 'order', property: null, before, after })
}

/** Items by a unique name: the second of a kind is `decision.2`. */
function named(place: Place, items: readonly object[]): Map<string, object> {
  const byName = new Map<string, object>()
  const count = new Map<string, number>()
  for (const item of items) {
    const name = itemName(place, item)
    const nth = (count.get(name) ?? 0) + 1
    count.set(name, nth)
    byName.set(nth === 1 ? name : `${name}.${nth}`, item)
  }
  return byName
}

/** A place as differences name it: an item addressed by its number (`terms/1`) by its name in this catalogue. */
export function namedPlace(catalogue: Catalogue, list: ListName, segments: readonly string[]): string {
  const path: string[] = [list]
  let items = itemsOf(catalogue, list)
  let place: Place | undefined = PLACES[list]
  for (let depth = 0; depth < segments.length; depth += 2) {
    const [segment = '', inside] = segments.slice(depth)
    const all: readonly (readonly [string, object])[] = place ? [...named(place, items)] : []
    const [name, item] =
      all.find(([each]) => each === segment) ??
      (place?.key === 'kind' && /^[1-9]\d*$/.test(segment) ? all[Number(segment) - 1] : undefined) ??
      ([segment, undefined] as const)
    path.push(name)
    if (inside !== undefined) path.push(inside)
    place = inside === undefined ? undefined : place?.inside[inside]
    items = item && inside !== undefined ? listIn(item, inside) : []
  }
  return path.join('/')
}

function compareItems(found: BaseDifference[], list: ListName, place: Place, before: object, after: object, at: string): void {
  for (const property of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const inside = place.inside[property]
    const [one, other] = [propertyOf(before, property), propertyOf(after, property)]
    if (inside && Array.isArray(one) && Array.isArray(other)) compareLists(found, list, inside, one, other, `${at}/${property}`)
    else if (!SILENT.has(property) && !isSame(one, other)) found.push({ list, item: at, kind: 'changed', property, before, after })
  }
}

/** Whether two values are equal, apart from where they were read. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || canonicalJson(withoutSource(one) ?? null) === canonicalJson(withoutSource(other) ?? null)

function withoutSource(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSource)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (key === 'source' ? [] : [[key, withoutSource(item)]])))
}
