import { splitPlace } from '../../model/places.ts'
import type { Layer, RuleSet } from '../../model/rule-set.ts'
import type { Origin } from '../../model/variant.ts'

/** One thing that a town, district or area says of an item. */
export interface Touch {
  readonly layer: string
  readonly op: 'change' | 'add' | 'remove' | 'reorder' | 'ask'
  /** The item, or for `add` the item that is new. */
  readonly item: string
  /** null: the whole item. */
  readonly property: string | null
  readonly value: unknown
  /** The item after which it is put, as a path. */
  readonly after: string | null
  readonly at: Origin
}

/** A town with its districts and areas, from the town down. */
export const familyOf = ({ layers }: RuleSet, town: string): Layer[] =>
  [...layers.values()].filter(({ id }) => id === town || id.startsWith(`${town}/`)).toSorted((a, b) => (a.id < b.id ? -1 : 1))

const SHORT = ['parameters', 'fees', 'hours', 'channels', 'statuses'] as const

/** Everything that a layer says of the rules below it, or adds to them, one property at a time. House style and contact are its own. `known`: whether an item is there below. */
export function touchesOf(ruleSet: RuleSet, layer: Layer, known: (item: string) => boolean): Touch[] {
  const { provenance } = ruleSet
  const touches: Touch[] = []
  const say = (
    op: Touch['op'],
    item: string,
    property: string | null,
    value: unknown,
    holder: object,
    after: string | null = null,
  ): void => {
    touches.push({
      layer: layer.id,
      op,
      item,
      property,
      value,
      after,
      at: provenance.origin(holder, op === 'change' ? (property ?? undefined) : undefined),
    })
  }
  for (const list of SHORT)
    for (const entry of layer.data[list] ?? []) {
      const item = `${list}/${entry.id}`
      if (!known(item)) say('add', item, null, entry, entry)
      else
        for (const [property, value] of Object.entries(entry))
          if (property !== 'id' && property !== 'source') say('change', item, property, value, entry)
    }
  for (const form of layer.forms) say('add', `forms/${form.id}`, null, form, form)
  if (layer.data.asks !== 'all') for (const entry of layer.data.asks ?? []) say('ask', entry.box, null, true, entry)
  for (const change of layer.data.changes ?? []) {
    const where = splitPlace(change.at)
    if ('unknown' in where) continue
    const item = [where.list, ...where.segments].join('/')
    const beside = (name: string | null | undefined, list: string): string | null => (typeof name === 'string' ? `${list}/${name}` : null)
    if (change.op === 'change') for (const [property, value] of Object.entries(change.to)) say('change', item, property, value, change.to)
    else if (change.op === 'add') {
      const name = String(change.item.id ?? change.item.nr ?? change.item.kind ?? '')
      say('add', `${item}/${name}`, null, change.item, change, beside(change.after, item))
    } else if (change.op === 'remove') say('remove', item, null, null, change)
    else say('reorder', item, null, change.after, change, beside(change.after, item.split('/').slice(0, -1).join('/')))
  }
  return touches
}
