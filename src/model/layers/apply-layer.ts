import type { Catalogue, ListName } from '../catalogue.ts'
import type { Path } from '../files/source.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt } from '../findings/finding-at.ts'
import { nearest } from '../findings/nearest.ts'
import { itemName, itemsOf, PLACES, splitPlace } from '../places.ts'
import type { Layer } from '../rule-set.ts'
import type { Origin } from '../variant.ts'
import { applyEdit } from './apply-change.ts'
import type { Edit } from './edit.ts'
import { withOwnForms } from './own-forms.ts'
import { type Provenance, pathOf } from './provenance.ts'
import { withRaises } from './raises.ts'
import { mendOfPlace } from './unknown-place.ts'
import { withWords } from './words.ts'

/** Applies one layer to the catalogue below it: its own forms, its short lists, its house style, its named changes in their order, its words and its raises.
 * @param lost ids of items left out because of a mistake of their own; more are added */
export function applyLayer(
  below: Catalogue,
  layer: Layer,
  provenance: Provenance,
  lost: Set<string>,
): { catalogue: Catalogue; findings: Finding[]; removed: Map<string, Origin> } {
  const findings: Finding[] = []
  const step = new LayerStep(withOwnForms(below, layer, provenance, findings), layer, provenance, findings, lost)
  step.shortLists()
  step.catalogue = withHouseStyle(step.catalogue, layer, provenance)
  layer.data.changes?.forEach((change, index) => {
    step.namedChange(change, pathOf(provenance, change, [...layer.path, 'changes', index]))
  })
  const { removed } = step
  const worded = withWords(step.catalogue, layer, provenance, findings)
  return { catalogue: withRaises(worded, layer, provenance, findings), findings, removed }
}

/** The catalogue while the entries and changes of one layer are applied to it, one after the other. */
class LayerStep {
  readonly removed = new Map<string, Origin>()
  /** `fees/alcohol.new` → properties that this layer gave, and where. */
  readonly #given = new Map<string, Map<string, Path>>()

  constructor(
    public catalogue: Catalogue,
    private readonly layer: Layer,
    private readonly provenance: Provenance,
    private readonly findings: Finding[],
    private readonly lost: Set<string>,
  ) {}

  /** The lists that a town writes without `changes:`. */
  shortLists(): void {
    for (const list of ['parameters', 'fees', 'hours', 'channels', 'statuses'] as const) {
      const seen = new Set<string>()
      for (const [index, entry] of this.layer.data[list]?.entries() ?? []) {
        const path = pathOf(this.provenance, entry, [...this.layer.path, list, index])
        if (seen.has(entry.id)) {
          this.findings.push(twice(this.layer, [...path, 'id'], list, entry.id))
          this.lost.add(entry.id)
        } else this.#shortEntry(list, entry, path)
        seen.add(entry.id)
      }
    }
  }

  /** One line of `changes:`. */
  namedChange(change: Change, path: Path): void {
    const where = splitPlace(change.at)
    if ('unknown' in where) {
      if (change.op === 'add') for (const key of ['id', 'nr']) if (typeof change.item[key] === 'string') this.lost.add(change.item[key])
      this.#refuse([...path, 'at'], `A change cannot begin with "${where.unknown}".`, mendOfPlace(where.unknown))
      return
    }
    const place = [where.list, ...where.segments].join('/')
    const gone = this.removed.get(place)
    if (gone && change.op !== 'add') {
      this.#refuse([...path, 'at'], `${place} was removed already, in line ${gone.line}.`, 'Remove one of the two.')
      return
    }
    // of an item that is made anew nothing below it is known any more, and nobody is told when that changes
    const anew = change.op === 'add' ? this.#removedAs(place, change.item) : undefined
    if (anew) {
      this.#refuse(
        [...path, 'at'],
        `${anew.place} is removed in line ${anew.line} and added again here.`,
        'Use one op: change, or give the new item another id.',
      )
      // it is there again: what names it is no second mistake
      this.removed.delete(anew.place)
    }
    const before = this.catalogue
    if (change.op === 'remove' && this.#isGiven(place, path)) return
    if (change.op === 'change' && !this.#note(place, change.to, [...path, 'to'])) return
    this.#edit(where.list, where.segments, toEdit(change, path), [...path, 'at'], [...path, 'after'])
    const stays = where.list === 'licences' && this.catalogue.licences.some(({ id }) => id === where.segments[0])
    if (change.op === 'remove' && this.catalogue !== before && !(stays && where.segments.length === 1))
      this.removed.set(place, {
        layer: this.layer.id,
        file: this.layer.source.file,
        line: this.layer.source.at([...path, 'at']).line,
      })
  }

  /** An entry with the id of an existing item changes it; any other adds one. */
  #shortEntry(list: ListName, entry: { id: string }, path: Path): void {
    const { lost } = this
    const place = PLACES[list]
    const known = itemsOf(this.catalogue, list).map((item) => itemName(place, item))
    const at: Path = [...path, 'id']
    if (known.includes(entry.id)) {
      const empty = emptyListOf(entry)
      if (empty === undefined) {
        const { id: _, ...to } = entry
        this.#note(`${list}/${entry.id}`, to, path)
        this.#edit(list, [entry.id], { op: 'change', to, toAt: path }, at)
        return
      }
      lost.add(entry.id)
      this.findings.push(
        errorAt(
          this.layer.source,
          [...path, empty],
          'BAD_SHAPE',
          `There is no value in ${empty} of the ${place.word} ${entry.id}.`,
          'Write one with its source, or remove the entry so that the layer below applies.',
        ),
      )
      return
    }
    if (lost.has(entry.id)) return
    const near = list === 'parameters' && known.includes(`town.${entry.id}`) ? `town.${entry.id}` : nearest(entry.id, known)
    const lacks = Object.entries(place.schema.shape)
      .filter(([key, schema]) => !(key in entry) && !schema.safeParse(undefined).success)
      .map(([key]) => key)
    if (near === null || lacks.length === 0) {
      this.#edit(list, [], { op: 'add', item: entry, itemAt: path, after: undefined }, at)
      return
    }
    // a window or a channel of one's own is an ordinary thing to write: one key was forgotten
    const forgot = lacks.length === 1 && Object.keys(entry).length > lacks.length + 2
    if (forgot) {
      lost.add(entry.id)
      this.#refuse(at, `The ${place.word} ${entry.id} is new, and has no ${lacks[0]}.`, `Add ${lacks[0]}:.`)
    } else
      this.#refuse(
        at,
        `There is no ${place.word} ${entry.id} to change, and to add one this entry is not complete.`,
        `Did you mean ${near}?`,
      )
  }

  /** The item of this layer that was taken away and would be added here. */
  #removedAs(place: string, item: object): { readonly place: string; readonly line: number } | undefined {
    const names = ['id', 'nr', 'kind'].flatMap((key) => {
      const name: unknown = Reflect.get(item, key)
      return typeof name === 'string' ? [`${place}/${name}`] : []
    })
    const again = [place, ...names].find((each) => this.removed.has(each))
    return again === undefined ? undefined : { place: again, line: this.removed.get(again)?.line ?? 0 }
  }

  #edit(list: ListName, segments: readonly string[], what: Edit, at: Path, afterAt: Path = at): void {
    const before = itemsOf(this.catalogue, list)
    const after = applyEdit(before, PLACES[list], segments, what, {
      layer: this.layer.id,
      source: this.layer.source,
      at,
      afterAt,
      provenance: this.provenance,
      findings: this.findings,
      newFirst: list === 'hours',
      screening: this.catalogue.head.bibob?.form,
      lost: this.lost,
    })
    if (after !== before) this.catalogue = { ...this.catalogue, [list]: after }
  }

  /** Whether this layer gave something of what it takes away: that would be lost without a word. */
  #isGiven(place: string, path: Path): boolean {
    const [first] = [...this.#given].flatMap(([other, properties]) =>
      other === place || other.startsWith(`${place}/`) ? [...properties.values()] : [],
    )
    if (!first) return false
    const { line } = this.layer.source.keyAt(first)
    this.#refuse([...path, 'at'], `${place} is changed in line ${line} and removed here.`, 'Remove one of the two.')
    return true
  }

  /** Notes which properties this layer gives; false if it gave one of them before: of two values the later would silently win. */
  #note(place: string, to: object, at: Path): boolean {
    const before = this.#given.get(place) ?? new Map<string, Path>()
    this.#given.set(place, before)
    const inside = (property: string) =>
      [...this.#given]
        .find(([other]) => other.startsWith(`${place}/${property}/`))?.[1]
        .values()
        .next().value
    const again = Object.entries(to).find(([property, value]) => before.has(property) || (Array.isArray(value) && inside(property)))?.[0]
    const first = again === undefined ? undefined : (before.get(again) ?? inside(again))
    for (const property of Object.keys(to)) before.set(property, before.get(property) ?? [...at, property])
    if (again === undefined || !first) return true
    const { line } = this.layer.source.keyAt(first)
    this.#refuse(
      [...at, again],
      `${place} gets its ${again} in line ${line} already.`,
      'Put both in one change, or leave one of them out: the later one would silently win.',
    )
    return false
  }

  #refuse(at: Path, message: string, mend: string): void {
    this.findings.push(errorAt(this.layer.source, at, 'BAD_CHANGE', message, mend))
  }
}

/** The list of values that an entry leaves empty. A new one may: of it nothing may be known yet. */
const emptyListOf = (entry: object): string | undefined =>
  ['amounts', 'values'].find((property) => {
    const list: unknown = Reflect.get(entry, property)
    return Array.isArray(list) && list.length === 0
  })

const twice = (layer: Layer, at: Path, list: ListName, id: string): Finding =>
  errorAt(
    layer.source,
    at,
    'DUPLICATE_ID',
    `The ${PLACES[list].word} ${id} occurs twice in this list.`,
    list === 'hours'
      ? 'Give one of them another id.'
      : 'Put both in one entry: only one of them would count. Amounts and values of several years stand below each other in it.',
  )

type Change = NonNullable<Layer['data']['changes']>[number]

function toEdit(change: Change, path: Path): Edit {
  switch (change.op) {
    case 'add':
      return { op: 'add', item: change.item, itemAt: [...path, 'item'], after: change.after }
    case 'change':
      return { op: 'change', to: change.to, toAt: [...path, 'to'] }
    case 'remove':
      return { op: 'remove' }
    case 'reorder':
      return { op: 'reorder', after: change.after }
  }
}

/** Branding changes per property and per named colour; the contact of a layer replaces that below as a whole, so that two offices never mix. */
function withHouseStyle(below: Catalogue, layer: Layer, provenance: Provenance): Catalogue {
  let catalogue = below
  const { branding, contact } = layer.data
  if (branding) {
    const colours = branding.colours && { ...below.branding?.colours, ...branding.colours }
    const made = { ...below.branding, ...branding, ...(colours ? { colours } : {}) }
    const at = pathOf(provenance, branding, [...layer.path, 'branding'])
    if (colours && below.branding?.colours)
      provenance.changed(colours, below.branding.colours, Object.keys(branding.colours ?? {}), layer.id, layer.source, [...at, 'colours'])
    else if (colours) provenance.register(colours, layer.id, layer.source, [...at, 'colours'])
    provenance.changed(made, below.branding ?? branding, Object.keys(branding), layer.id, layer.source, at)
    catalogue = { ...catalogue, branding: made }
  }
  return contact ? { ...catalogue, contact } : catalogue
}
