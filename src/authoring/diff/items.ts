import type { ListName } from '../../model/catalogue.ts'
import { itemName, type Place } from '../../model/places.ts'
import { listIn, propertyOf } from '../../model/util/record.ts'
import { diffDated } from './dated.ts'
import { diffProperties } from './properties.ts'
import { type Comparing, writtenAt } from './side.ts'
import { DIFF_WORDS } from './vocabulary.ts'
import { nameOf, summaryOf } from './words.ts'

/** Lists whose items have values per period. */
const DATED: Readonly<Record<string, 'amounts' | 'values'>> = { fees: 'amounts', parameters: 'values' }

/** Compares two lists of items by id, and the lists inside them. Items no layer touched are the same object, and skipped. */
export function diffItems(
  comparing: Comparing,
  list: ListName,
  place: Place,
  before: readonly object[],
  after: readonly object[],
  path: string,
): void {
  if (before === after && DATED[list] === undefined) return
  const a = named(place, before)
  const b = named(place, after)
  for (const [name, item] of a) {
    const other = b.get(name)
    const at = `${path}/${name}`
    if (!other) only(comparing, list, at, item, 'a')
    else if (item !== other || DATED[list] !== undefined) diffItem(comparing, list, place, item, other, at)
  }
  for (const [name, item] of b) if (!a.has(name)) only(comparing, list, `${path}/${name}`, item, 'b')
  diffOrder(comparing, list, path, a, b)
}

function diffItem(comparing: Comparing, list: ListName, place: Place, a: object, b: object, path: string): void {
  const { lang, found } = comparing
  const inside = Object.keys(place.inside)
  const dated = DATED[list]
  const at = { section: list, item: path, name: nameOf(b, comparing.b.catalogue, list, lang) }
  if (dated) diffDated(comparing, at, a, b, dated)
  if (a === b) return
  const counted = found.length
  diffProperties(comparing, at, a, b, [place.key, ...inside, ...(dated ? [dated] : [])])
  for (const [key, nested] of Object.entries(place.inside))
    diffItems(comparing, list, nested, listIn(a, key), listIn(b, key), `${path}/${key}`)
  // inside a form or licence, the name of the enclosing item gives the context
  for (const each of found.slice(counted)) if (each.item !== path && !each.name.includes(' › ')) each.name = `${at.name} › ${each.name}`
}

function only(comparing: Comparing, list: ListName, path: string, item: object, which: 'a' | 'b'): void {
  const side = comparing[which]
  const { catalogue } = side
  const { lang } = comparing
  const source = propertyOf(item, 'source')
  const said = {
    text: summaryOf(item, catalogue, list, lang, side.date),
    value: item,
    source: typeof source === 'string' ? source : null,
    unverified: propertyOf(item, 'unverified') === true,
    stale: false,
    ...writtenAt(side, item),
  }
  const gone = comparing[which === 'a' ? 'b' : 'a'].removed.get(path)
  const without = gone ? { text: DIFF_WORDS[lang].removed, value: null, source: null, unverified: false, stale: false, ...gone } : null
  comparing.found.push({
    section: list,
    item: path,
    name: nameOf(item, catalogue, list, lang),
    kind: which === 'a' ? 'onlyA' : 'onlyB',
    property: null,
    a: which === 'a' ? said : without,
    b: which === 'b' ? said : without,
  })
}

/** Of the items on both sides, the first position at which they differ. */
function diffOrder(
  comparing: Comparing,
  list: ListName,
  path: string,
  a: ReadonlyMap<string, object>,
  b: ReadonlyMap<string, object>,
): void {
  const { lang } = comparing
  const common = [...a.keys()].filter((name) => b.has(name))
  const other = [...b.keys()].filter((name) => a.has(name))
  const index = common.findIndex((name, at) => name !== other[at])
  const [left, right] = [a.get(common[index] ?? ''), b.get(other[index] ?? '')]
  if (!left || !right) return
  const said = (side: Comparing['a'], item: object) => ({
    text: nameOf(item, side.catalogue, list, lang),
    value: index + 1,
    source: null,
    unverified: false,
    stale: false,
    ...writtenAt(side, item),
  })
  comparing.found.push({
    section: list,
    item: path,
    name: String(index + 1),
    kind: 'order',
    property: null,
    a: said(comparing.a, left),
    b: said(comparing.b, right),
  })
}

const named = (place: Place, items: readonly object[]): Map<string, object> => {
  const map = new Map<string, object>()
  for (const [index, item] of items.entries()) {
    const name = itemName(place, item) || String(index + 1)
    // two terms of one kind are distinguished by their number, as in the path of a change
    map.set(map.has(name) ? `${name}:${index + 1}` : name, item)
  }
  return map
}
