import type { Catalogue, ListName } from '../../model/catalogue.ts'
import { itemAt, splitPlace } from '../../model/places.ts'
import type { Layer, RuleSet } from '../../model/rule-set.ts'
import type { Origin } from '../../model/variant.ts'
import { namedPlace } from './base-delta.ts'

/** One thing that a town, district or area says about an item. */
export interface Touch {
  readonly layer: string
  /** `raise` and `words` concern many items at once; `askAll`: every box of the catalogue. */
  readonly op: 'change' | 'add' | 'remove' | 'reorder' | 'ask' | 'askAll' | 'raise' | 'words'
  /** The item; for `add`, the new item. */
  readonly item: string
  /** null: the whole item. */
  readonly property: string | null
  readonly value: unknown
  /** Path of the item it is inserted after. */
  readonly after: string | null
  readonly at: Origin
}

/** A town with its districts and areas, the town first. */
export const familyOf = ({ layers }: RuleSet, town: string): Layer[] =>
  [...layers.values()].filter(({ id }) => id === town || id.startsWith(`${town}/`)).toSorted((a, b) => (a.id < b.id ? -1 : 1))

const SHORT = ['parameters', 'fees', 'hours', 'channels', 'statuses'] as const

/** Everything a layer says about the rules below it, or adds to them, property by property. House style and contact belong to the layer alone. */
export function touchesOf({ provenance }: RuleSet, layer: Layer, below: Catalogue): Touch[] {
  const touches: Touch[] = []
  const say = (
    op: Touch['op'],
    item: string,
    property: string | null,
    value: unknown,
    holder: object,
    after: string | null = null,
  ): void => {
    const at = provenance.origin(holder, op === 'change' ? (property ?? undefined) : undefined)
    touches.push({ layer: layer.id, op, item, property, value, after, at })
  }
  for (const list of SHORT)
    for (const entry of layer.data[list] ?? []) {
      const item = `${list}/${entry.id}`
      if (!itemAt(below, list, [entry.id])) say('add', item, null, entry, entry)
      else
        for (const [property, value] of Object.entries(entry))
          if (property !== 'id' && property !== 'source') say('change', item, property, value, entry)
    }
  for (const form of layer.forms) say('add', `forms/${form.id}`, null, form, form)
  const { asks } = layer.data
  if (asks === 'all') say('askAll', 'forms', 'asks', asks, layer.data)
  else for (const entry of asks ?? []) say('ask', entry.box, null, true, entry)
  for (const words of layer.data.words ?? []) say('words', 'words', null, words, words)
  for (const raise of layer.data.raise ?? []) say('raise', 'fees', null, raise, raise)
  for (const change of layer.data.changes ?? []) {
    const where = splitPlace(change.at)
    if (!('unknown' in where)) sayChange(change, where)
  }
  return touches

  function sayChange(change: Change, { list, segments }: { readonly list: ListName; readonly segments: readonly string[] }): void {
    const beside = (name: string | null | undefined, path: string): string | null => (typeof name === 'string' ? `${path}/${name}` : null)
    if (change.op === 'add') {
      // the place may name the list, or the new item itself
      const isNamed = segments.length % 2 === 1
      const path = namedPlace(below, list, isNamed ? segments.slice(0, -1) : segments)
      const name = String(change.item.id ?? change.item.nr ?? change.item.kind ?? (isNamed ? segments.at(-1) : ''))
      say('add', `${path}/${name}`, null, change.item, change, beside(change.after, path))
      return
    }
    const item = namedPlace(below, list, segments)
    if (change.op === 'change') for (const [property, value] of Object.entries(change.to)) say('change', item, property, value, change.to)
    else if (change.op === 'remove') say('remove', item, null, null, change)
    else say('reorder', item, null, change.after, change, beside(change.after, item.split('/').slice(0, -1).join('/')))
  }
}

type Change = NonNullable<Layer['data']['changes']>[number]
