import type { Catalogue, ListName } from '../../model/catalogue.ts'
import { formatPath, type Path } from '../../model/files/source.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { catalogueOf } from '../../model/layers/layers.ts'
import { itemAt, itemName, itemsOf, PLACES, splitPlace } from '../../model/places.ts'
import type { Layer, RuleSet } from '../../model/rule-set.ts'
import { canonicalJson } from '../../model/util/canonical-json.ts'
import { listIn, propertyOf } from '../../model/util/record.ts'

/** What one layer says, and which of it repeats the layer below: a repeat would survive a change of the base without anybody wanting that. */
export interface Overlay {
  readonly layer: string
  readonly file: string
  /** Lines that are neither blank nor comment. */
  readonly lines: number
  /** Values it gives: each property of a short entry or change, each colour, each item added, moved or removed. */
  readonly entries: number
  readonly repeats: readonly Finding[]
}

/** Keys that identify a value or say where it comes from; not values themselves. */
const MARKS = ['id', 'source', 'unverified']

const SHORT = ['parameters', 'fees', 'hours', 'channels', 'statuses'] as const

/** Every town, district and area compared with what it refines. */
export const overlaysOf = (ruleSet: RuleSet, files: ReadonlyMap<string, string>): Overlay[] =>
  [...ruleSet.layers.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((layer) => overlayOf(ruleSet, layer, files))

function overlayOf(ruleSet: RuleSet, layer: Layer, files: ReadonlyMap<string, string>): Overlay {
  const below = catalogueOf(ruleSet, layer.extends)?.whole ?? ruleSet.base
  const repeats: Finding[] = []
  let entries = layer.forms.length
  const say = (given: unknown, known: unknown, at: Path, what: string): void => {
    entries += 1
    if (known !== undefined && canonicalJson(given) === canonicalJson(known)) repeats.push(repeated(layer, at, what))
  }
  const each = (given: object, known: object | undefined, at: Path, what: string): void => {
    for (const [property, value] of Object.entries(given))
      if (!MARKS.includes(property)) say(value, propertyOf(known, property), [...at, property], `${property} of ${what}`)
  }
  const placeOf = (item: object, otherwise: Path): Path => ruleSet.provenance.place(item)?.path ?? otherwise

  for (const list of SHORT) {
    for (const [index, entry] of (layer.data[list] ?? []).entries()) {
      const at = placeOf(entry, [...layer.path, list, index])
      const what = `the ${PLACES[list].word} ${entry.id}`
      const known = itemAt(below, list, [entry.id])
      if (known) each(entry, known, at, what)
      else {
        const given = withoutId(entry)
        say(given, itemsOf(below, list).some((item) => isLike(item, given)) ? given : undefined, at, what)
      }
    }
  }
  for (const [index, change] of (layer.data.changes ?? []).entries()) {
    const at = placeOf(change, [...layer.path, 'changes', index])
    const where = splitPlace(change.at)
    const known = 'unknown' in where ? undefined : itemAt(below, where.list, where.segments)
    if (change.op === 'change') each(change.to, known, [...at, 'to'], change.at)
    else if (change.op === 'reorder')
      say(change.after, known && 'list' in where ? itemBefore(below, where.list, where.segments) : undefined, at, change.at)
    else entries += 1
  }
  const { branding, contact, asks } = layer.data
  if (asks === 'all') entries += 1
  else {
    for (const entry of asks ?? [])
      say(true, isAsked(ruleSet, layer.extends, entry.box) || undefined, placeOf(entry, [...layer.path, 'asks']), `the box ${entry.box}`)
  }
  if (branding) {
    const { colours, mark, ...rest } = branding
    const at = placeOf(branding, [...layer.path, 'branding'])
    each(rest, below.branding ?? undefined, at, 'the house style')
    // a mark is a file beside the file that names it
    if (mark !== undefined) entries += 1
    if (colours) each(colours, below.branding?.colours, [...at, 'colours'], 'the colours')
  }
  // the contact of a layer replaces the one below as a whole
  if (contact) say(contact, below.contact ?? undefined, placeOf(contact, [...layer.path, 'contact']), 'the contact')
  return { layer: layer.id, file: layer.source.file, lines: linesOf(ruleSet, layer, files), entries, repeats }
}

/** Whether the layer below already asks a box. */
function isAsked(ruleSet: RuleSet, below: string, box: string): boolean {
  const [form, nr] = box.split('/')
  const forms = catalogueOf(ruleSet, below)?.catalogue.forms ?? []
  return forms.some(({ id, sections }) => id === form && sections.some(({ boxes }) => boxes.some((box) => box.nr === nr)))
}

const withoutId = ({ id: _, ...rest }: { id?: unknown }): object => rest
const isLike = (item: object, given: object): boolean =>
  Object.entries(given).every(([property, value]) => canonicalJson(propertyOf(item, property) ?? null) === canonicalJson(value))

/** Name of the item before this one in the list below; null for the first. */
function itemBefore(catalogue: Catalogue, list: ListName, segments: readonly string[]): string | null {
  const parent = segments.length > 2 ? itemAt(catalogue, list, segments.slice(0, -2)) : undefined
  const inside = segments.at(-2) ?? ''
  const items = parent ? listIn(parent, inside) : itemsOf(catalogue, list)
  const place = parent
    ? segments.slice(1).reduce((at, segment, n) => (n % 2 === 0 ? (at.inside[segment] ?? at) : at), PLACES[list])
    : PLACES[list]
  const index = items.findIndex((item) => itemName(place, item) === segments.at(-1))
  const before = items[index - 1]
  return before ? itemName(place, before) : null
}

const repeated = (layer: Layer, at: Path, what: string): Finding => ({
  code: 'REPEATS_BASE',
  severity: 'note',
  file: layer.source.file,
  ...layer.source.at(at),
  path: formatPath(at),
  message: `${layer.id} says of ${what} what ${layer.extends} says already.`,
  mend: 'Take it out: without it the value below holds, today and after an update.',
})

/** Lines of its own file; for an area, those from its first to that of the next area. */
function linesOf(ruleSet: RuleSet, layer: Layer, files: ReadonlyMap<string, string>): number {
  const texts = [layer.source.file, ...layer.forms.map((form) => ruleSet.provenance.origin(form).file)]
  return texts.reduce((sum, file) => {
    const lines = (files.get(file) ?? '').split('\n')
    return sum + (layer.area && file === layer.source.file ? ofArea(ruleSet, layer, lines) : lines).filter(isContent).length
  }, 0)
}

function ofArea(ruleSet: RuleSet, layer: Layer, lines: readonly string[]): readonly string[] {
  const line = ({ source, path }: Layer): number => source.at(path).line
  const next = [...ruleSet.layers.values()]
    .filter((each) => each.source.file === layer.source.file && line(each) > line(layer))
    .map(line)
    .toSorted((a, b) => a - b)[0]
  return lines.slice(line(layer) - 1, next === undefined ? undefined : next - 1)
}

const isContent = (line: string): boolean => line.trim() !== '' && !line.trim().startsWith('#')
