import type { Catalogue, ListName } from '../catalogue.ts'
import type { Path } from '../files/source.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt } from '../findings/finding-at.ts'
import { didYouMean, nearest } from '../findings/nearest.ts'
import { itemName, itemsOf, PLACES, splitPlace } from '../places.ts'
import type { Layer, RuleSet } from '../rule-set.ts'
import type { Origin } from '../variant.ts'
import { applyEdit, type EditContext } from './apply-change.ts'
import { type Asks, asksNothing, asksWith, catalogueBoxes, checkAsks, onlyAsked } from './asked.ts'
import { BASE } from './base.ts'
import type { Edit } from './edit.ts'
import { withOwnForms } from './own-forms.ts'
import { type Provenance, pathOf } from './provenance.ts'
import { withRaises } from './raises.ts'
import { reworded } from './reword.ts'

/** What people write where a list has another name, in either language. */
const MEANT_PLACES: ReadonlyMap<string, string> = new Map([
  ['attachments', 'documents'],
  ['bijlagen', 'documents'],
  ['bijlage', 'documents'],
  ['vragen', 'questions'],
  ['formulieren', 'forms'],
  ['vergunningen', 'licences'],
  ['permits', 'licences'],
  ['bedragen', 'fees'],
  ['tarieven', 'fees'],
  ['leges', 'fees'],
  ['tijden', 'hours'],
  ['openingstijden', 'hours'],
  ['waarden', 'parameters'],
  ['values', 'parameters'],
  ['inleveren', 'channels'],
  ['advies', 'advice'],
  ['controles', 'checks'],
  ['woordenlijst', 'glossary'],
])

/** The catalogue after a chain of layers. */
export interface Applied {
  /** What is asked: without the boxes that no layer of the chain switched on. */
  readonly catalogue: Catalogue
  /** With every box, asked or not: what the next layer refines. */
  readonly whole: Catalogue
  readonly asks: Asks
  /** Layers from the base to the last. */
  readonly layers: readonly string[]
  readonly findings: readonly Finding[]
  /** `questions/terrace.area` → who took it away, so that a reference left behind can say so. */
  readonly removed: ReadonlyMap<string, Origin>
  /** Ids of items left out because of a mistake of their own, in their file or in a change of this chain. What another town left out is no excuse here. */
  readonly lost: ReadonlySet<string>
}

const applied = new WeakMap<RuleSet, Map<string, Applied>>()

/** Applies the chain of a layer to the base; `base` alone is a chain too. undefined when there is no such layer. A layer without changes gives the
 * very catalogue of the layer it extends. */
export function catalogueOf(ruleSet: RuleSet, id: string): Applied | undefined {
  const known = applied.get(ruleSet) ?? new Map<string, Applied>()
  applied.set(ruleSet, known)
  const ready = known.get(id)
  if (ready) return ready
  const made = id === BASE ? baseAlone(ruleSet) : extend(ruleSet, id)
  if (made) known.set(id, made)
  return made
}

function baseAlone({ base, provenance, lost }: RuleSet): Applied {
  const catalogue = onlyAsked(base, catalogueBoxes(base), asksNothing, provenance)
  return { catalogue, whole: base, asks: asksNothing, layers: [BASE], findings: [], removed: new Map(), lost }
}

/** The base with every box that a town might ask. */
export const wholeBase = ({ base, lost }: RuleSet): Applied => ({
  catalogue: base,
  whole: base,
  asks: 'all',
  layers: [BASE],
  findings: [],
  removed: new Map(),
  lost,
})

function extend(ruleSet: RuleSet, id: string): Applied | undefined {
  const layer = ruleSet.layers.get(id)
  // Layers in a circle are not in the rule set: `load` reports and leaves them out.
  const below = layer && catalogueOf(ruleSet, layer.extends)
  if (!below) return undefined
  const lost = new Set(below.lost)
  const step = applyLayer(below.whole, layer, ruleSet.provenance, lost)
  const asks = asksWith(below.asks, layer.data)
  const same = step.catalogue === below.whole && asks === below.asks
  return {
    catalogue: same ? below.catalogue : onlyAsked(step.catalogue, catalogueBoxes(ruleSet.base), asks, ruleSet.provenance),
    whole: step.catalogue,
    asks,
    layers: [...below.layers, id],
    findings: [...below.findings, ...step.findings, ...checkAsks(ruleSet, layer, step.catalogue, asks)],
    removed: new Map([...below.removed, ...step.removed]),
    lost,
  }
}

/** One layer on what is below it: its own forms, its short lists, its house style, then its named changes in their order. */
export function applyLayer(
  below: Catalogue,
  layer: Layer,
  provenance: Provenance,
  lost: Set<string>,
): { catalogue: Catalogue; findings: Finding[]; removed: Map<string, Origin> } {
  const findings: Finding[] = []
  const removed = new Map<string, Origin>()
  /** `fees/alcohol.new` → properties that this layer gave, and where. */
  const given = new Map<string, Map<string, Path>>()
  let catalogue = below
  const edit = (list: ListName, segments: readonly string[], what: Edit, at: Path, afterAt: Path = at): void => {
    const before = itemsOf(catalogue, list)
    const context: EditContext = {
      layer: layer.id,
      source: layer.source,
      at,
      afterAt,
      provenance,
      findings,
      newFirst: list === 'hours',
      screening: below.head.bibob?.form,
      lost,
    }
    const after = applyEdit(before, PLACES[list], segments, what, context)
    if (after !== before) catalogue = { ...catalogue, [list]: after }
  }

  catalogue = withOwnForms(catalogue, layer, provenance, findings)
  for (const list of ['parameters', 'fees', 'hours', 'channels', 'statuses'] as const) {
    const seen = new Set<string>()
    for (const [index, entry] of layer.data[list]?.entries() ?? []) {
      const path = pathOf(provenance, entry, [...layer.path, list, index])
      if (seen.has(entry.id)) {
        findings.push(twice(layer, [...path, 'id'], list, entry.id))
        lost.add(entry.id)
      } else shortEntry(list, entry, path)
      seen.add(entry.id)
    }
  }
  catalogue = withHouseStyle(catalogue, layer, provenance)
  layer.data.changes?.forEach((change, index) => {
    const path = pathOf(provenance, change, [...layer.path, 'changes', index])
    const where = splitPlace(change.at)
    if ('unknown' in where) {
      const words = Object.keys(PLACES)
      if (change.op === 'add') for (const key of ['id', 'nr']) if (typeof change.item[key] === 'string') lost.add(change.item[key])
      const meant = MEANT_PLACES.get(where.unknown.toLowerCase())
      const [first = '', ...rest] = where.unknown.split('.')
      const slashes = where.unknown.replaceAll('\\', '/')
      const mend =
        slashes !== where.unknown && words.some((word) => slashes.startsWith(`${word}/`))
          ? `Write ${slashes}.`
          : meant
            ? `Did you mean ${meant}?`
            : rest.length > 0 && words.includes(first)
              ? `Write ${first}/${rest.join('.')}.`
              : didYouMean(where.unknown, words, `It begins with one of: ${words.join(', ')}.`)
      findings.push(errorAt(layer.source, [...path, 'at'], 'BAD_CHANGE', `A change cannot begin with "${where.unknown}".`, mend))
      return
    }
    const place = [where.list, ...where.segments].join('/')
    const gone = removed.get(place)
    if (gone && change.op !== 'add') {
      findings.push(
        errorAt(
          layer.source,
          [...path, 'at'],
          'BAD_CHANGE',
          `${place} was removed already, in line ${gone.line}.`,
          'Leave one of the two out.',
        ),
      )
      return
    }
    const before = catalogue
    if (change.op === 'remove' && isGiven(place, path)) return
    if (change.op === 'change' && !noted(place, change.to, [...path, 'to'])) return
    edit(where.list, where.segments, toEdit(change, path), [...path, 'at'], [...path, 'after'])
    const stays = where.list === 'licences' && catalogue.licences.some(({ id }) => id === where.segments[0])
    if (change.op === 'remove' && catalogue !== before && !(stays && where.segments.length === 1))
      removed.set(place, {
        layer: layer.id,
        file: layer.source.file,
        line: layer.source.at([...path, 'at']).line,
      })
  })
  catalogue = withWords(catalogue, layer, provenance, findings)
  return { catalogue: withRaises(catalogue, layer, provenance, findings), findings, removed }

  /** Whether this layer gave something of what it takes away: that would be lost without a word. */
  function isGiven(place: string, path: Path): boolean {
    const [first] = [...given].flatMap(([other, properties]) =>
      other === place || other.startsWith(`${place}/`) ? [...properties.values()] : [],
    )
    if (!first) return false
    findings.push(
      errorAt(
        layer.source,
        [...path, 'at'],
        'BAD_CHANGE',
        `${place} is changed in line ${layer.source.keyAt(first).line}, and taken away here.`,
        'Leave one of the two out.',
      ),
    )
    return true
  }

  /** Says whether this layer gave none of these properties before: of two values the later would silently win. */
  function noted(place: string, to: object, at: Path): boolean {
    const before = given.get(place) ?? new Map<string, Path>()
    given.set(place, before)
    const inside = (property: string) =>
      [...given]
        .find(([other]) => other.startsWith(`${place}/${property}/`))?.[1]
        .values()
        .next().value
    const again = Object.entries(to).find(([property, value]) => before.has(property) || (Array.isArray(value) && inside(property)))?.[0]
    const first = again === undefined ? undefined : (before.get(again) ?? inside(again))
    for (const property of Object.keys(to)) before.set(property, before.get(property) ?? [...at, property])
    if (again === undefined || !first) return true
    const { line } = layer.source.keyAt(first)
    findings.push(
      errorAt(
        layer.source,
        [...at, again],
        'BAD_CHANGE',
        `${place} gets its ${again} in line ${line} already.`,
        'Put both in one change, or leave one of them out: the later one would silently win.',
      ),
    )
    return false
  }

  /** An entry with the id of an existing item changes it; any other adds one. */
  function shortEntry(list: ListName, entry: { id: string }, path: Path): void {
    const place = PLACES[list]
    const known = itemsOf(catalogue, list).map((item) => itemName(place, item))
    // of a new one nothing may be known yet
    const empty = ['amounts', 'values'].find(
      (property) => Array.isArray(Reflect.get(entry, property)) && Reflect.get(entry, property).length === 0,
    )
    if (empty !== undefined && known.includes(entry.id)) {
      lost.add(entry.id)
      findings.push(
        errorAt(
          layer.source,
          [...path, empty],
          'BAD_SHAPE',
          `No value stands in ${empty} of the ${place.word} ${entry.id}.`,
          'Write one with its source, or take the entry out: then what stands below it holds.',
        ),
      )
      return
    }
    const at: Path = [...path, 'id']
    if (known.includes(entry.id)) {
      const { id: _, ...to } = entry
      noted(`${list}/${entry.id}`, to, path)
      edit(list, [entry.id], { op: 'change', to, toAt: path }, at)
      return
    }
    if (lost.has(entry.id)) return
    const near = list === 'parameters' && known.includes(`town.${entry.id}`) ? `town.${entry.id}` : nearest(entry.id, known)
    const lacks = Object.entries(place.schema.shape)
      .filter(([key, schema]) => !(key in entry) && !schema.safeParse(undefined).success)
      .map(([key]) => key)
    // a window or a channel of one's own is an ordinary thing to write: one key was forgotten
    const forgot = lacks.length === 1 && near !== null && Object.keys(entry).length > lacks.length + 2
    if (forgot) lost.add(entry.id)
    if (near === null || lacks.length === 0) edit(list, [], { op: 'add', item: entry, itemAt: path, after: undefined }, at)
    else
      findings.push(
        errorAt(
          layer.source,
          at,
          'BAD_CHANGE',
          forgot
            ? `The ${place.word} ${entry.id} is new, and has no ${lacks[0]}.`
            : `There is no ${place.word} ${entry.id} to change, and to add one this entry is not complete.`,
          forgot ? `Add ${lacks[0]}:.` : `Did you mean ${near}?`,
        ),
      )
  }
}

const twice = (layer: Layer, at: Path, list: ListName, id: string): Finding =>
  errorAt(
    layer.source,
    at,
    'DUPLICATE_ID',
    `The ${PLACES[list].word} ${id} stands in this list twice.`,
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

/** The words of the town in the texts of what is below it. */
function withWords(below: Catalogue, layer: Layer, provenance: Provenance, findings: Finding[]): Catalogue {
  let catalogue = below
  for (const [index, words] of (layer.data.words ?? []).entries()) {
    const path = pathOf(provenance, words, [...layer.path, 'words', index])
    const count = findings.length
    if ((words.from.nl !== undefined && words.from.nl === words.to.nl) || (words.from.en !== undefined && words.from.en === words.to.en))
      findings.push(
        errorAt(
          layer.source,
          [...path, 'to'],
          'BAD_CHANGE',
          `The word ${words.from.nl ?? words.from.en} would become itself.`,
          'Write another word behind to:, or take this line out.',
        ),
      )
    for (const [at, licence] of (words.licences ?? []).entries())
      if (!catalogue.licences.some(({ id }) => id === licence)) {
        const known = catalogue.licences.map(({ id }) => id)
        const mend = didYouMean(licence, known, `Write one of: ${known.join(', ')}.`)
        findings.push(errorAt(layer.source, [...path, 'licences', at], 'UNKNOWN_REFERENCE', `There is no licence ${licence}.`, mend))
      }
    const after = reworded(catalogue, words, provenance)
    if (after === catalogue && findings.length === count)
      findings.push(
        errorAt(
          layer.source,
          path,
          'BAD_CHANGE',
          `No text has the word ${words.from.nl ?? words.from.en ?? ''} that is replaced here.`,
          'Write it as it stands in the texts, a plural in a line of its own, with to: in the same language.',
        ),
      )
    catalogue = after
  }
  return catalogue
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
