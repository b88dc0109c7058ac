import type { Catalogue } from '../../model/catalogue.ts'
import type { Finding } from '../../model/findings/finding.ts'
import type { Lang } from '../../model/lang.ts'
import { compareVersions } from '../../model/layers/base-version.ts'
import { catalogueOf } from '../../model/layers/layers.ts'
import { itemAt, splitPlace } from '../../model/places.ts'
import { resolveVariant } from '../../model/resolve.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { BaseChange } from '../../model/schema/changelog.ts'
import type { UpgradeJson } from '../../model/schema/upgrade-json.ts'
import { propertyOf } from '../../model/util/record.ts'
import type { Origin } from '../../model/variant.ts'
import { nameOf } from '../diff/words.ts'
import { type BaseDifference, baseDelta, isSame } from './base-delta.ts'
import { familyOf, type Touch, touchesOf } from './town-touches.ts'
import { itemInWords, propertySaid } from './value-in-words.ts'

type Conflict = UpgradeJson['conflicts'][number]
type Said = NonNullable<Conflict['base']>

/** A rule set with the findings of its files. */
export interface Version {
  readonly ruleSet: RuleSet
  readonly findings: readonly Finding[]
}

/** What a question or value is depends on these; who reads it has to look when one changes. */
const MEANING: ReadonlySet<string> = new Set([
  'type',
  'options',
  'derived',
  'refinedBy',
  'settledBy',
  'default',
  'when',
  'subject',
  'unit',
  'values',
])

/** What a newer base means for a town with its districts and areas: a comparison of three, the base of before, the base of now and what the town says. Both rule sets hold the
 * files of the town as they are now. Nothing is decided here: what both changed is told with both values. */
export function upgrade(before: Version, now: Version, town: string, lang: Lang): UpgradeJson {
  const [old, base] = [before.ruleSet.base, now.ruleSet.base]
  const delta = baseDelta(old, base)
  const reasons = reasonsSince(now.ruleSet, old.head.version)
  const family = familyOf(now.ruleSet, town)
  const touches = family.flatMap((layer) => {
    const below = catalogueOf(before.ruleSet, layer.extends)?.whole ?? old
    return touchesOf(now.ruleSet, layer, (item) => itemIn(below, item) !== undefined)
  })
  const inBase = (item: object | null, property: string | null, of: RuleSet): Origin =>
    item ? of.provenance.origin(item, property ?? undefined) : { layer: '', file: '', line: 0 }
  const sayBase = (difference: BaseDifference, side: 'before' | 'after'): Said | null => {
    const item = difference[side]
    if (!item) return null
    const of = side === 'before' ? before.ruleSet : now.ruleSet
    const { property, list } = difference
    const text = property === null ? itemInWords(item, of.base, list, lang) : propertySaid(item, property, of.base, lang)
    return { text, value: property === null ? item : (propertyOf(item, property) ?? null), ...inBase(item, property, of) }
  }
  const changes = delta.map((difference) => {
    const holder = difference.after ?? difference.before
    return {
      item: difference.item,
      name:
        holder && difference.item !== 'ruleset' ? nameOf(holder, difference.after ? base : old, difference.list, lang) : difference.item,
      kind: difference.kind,
      property: difference.property,
      before: sayBase(difference, 'before'),
      after: sayBase(difference, 'after'),
      reasons: reasonsFor(difference, reasons).map(({ why, source, renamedTo }) => ({
        why: why[lang],
        source,
        renamedTo: renamedTo ?? null,
      })),
    }
  })
  const conflicts = touches.flatMap((touch): Conflict[] => {
    const met = delta.map((difference, index) => ({ difference, index, kind: clash(touch, difference) }))
    return met.flatMap(({ difference, index, kind }) => {
      const change = changes[index]
      if (kind === null || !change) return []
      return [
        {
          kind,
          layer: touch.layer,
          item: touch.op === 'ask' ? difference.item : touch.item,
          property: touch.property ?? difference.property,
          name: change.name,
          before: change.before,
          base: change.after,
          town: {
            text:
              touch.property === null
                ? ''
                : propertySaid({ type: typeOf(base, touch.item), [touch.property]: touch.value }, touch.property, base, lang),
            value: touch.value,
            ...touch.at,
          },
          reasons: change.reasons,
        },
      ]
    })
  })
  const agreed = touches.filter((touch) => delta.some((difference) => agrees(touch, difference)))
  const unfit = newFindings(
    before,
    now,
    family.map(({ id }) => id),
    town,
  ).filter(({ file, line }) => !conflicts.some((conflict) => conflict.town.file === file && conflict.town.line === line))
  const toLookAt = readersOf(touches, delta)
  const troubled = new Set([
    ...conflicts.map(({ town: { file, line } }) => `${file}:${line}`),
    ...unfit.map(({ file, line }) => `${file}:${line}`),
  ])
  return {
    lang,
    town,
    from: old.head.version,
    to: base.head.version,
    basedOn: now.ruleSet.layers.get(town)?.data.basedOn ?? null,
    // who says nothing has nothing to look at
    touches: touches.length,
    fits: touches.filter(({ at }) => !troubled.has(`${at.file}:${at.line}`)).length,
    changes,
    conflicts,
    unfit: unfit.map((finding) => ({ ...finding })),
    toLookAt: toLookAt.map(({ touch, difference }) => ({
      layer: touch.layer,
      item: touch.item,
      reads: difference.item,
      property: difference.property,
      file: touch.at.file,
      line: touch.at.line,
    })),
    sameNow: agreed.map(({ layer, item, property, at }) => ({ layer, item, property, file: at.file, line: at.line })),
    toDecide: base.parameters
      .filter(({ id, local }) => local === 'must' && !old.parameters.some((parameter) => parameter.id === id && parameter.local === 'must'))
      .filter(({ id }) => !touches.some(({ item }) => item === `parameters/${id}`))
      .map(({ id, label, foundIn }) => ({ id, label: label[lang], foundIn: foundIn?.[lang] ?? null })),
  }
}

const itemIn = (catalogue: Catalogue, item: string): object | undefined => {
  const where = splitPlace(item)
  return 'unknown' in where ? undefined : itemAt(catalogue, where.list, where.segments)
}
const typeOf = (base: Catalogue, item: string): unknown => propertyOf(itemIn(base, item), 'type')

const isWithin = (item: string, around: string): boolean => item === around || item.startsWith(`${around}/`)

/** How what a town says meets what the base changed; null when they do not. */
function clash(touch: Touch, { kind, item, property, after }: BaseDifference): Conflict['kind'] | null {
  if (touch.op === 'ask') {
    const [form = '', box = ''] = touch.item.split('/')
    return kind === 'removed' && isWithin(item, `forms/${form}`) && item.endsWith(`/boxes/${box}`) ? 'gone' : null
  }
  if (kind === 'removed') {
    if (touch.op === 'remove' && touch.item === item) return 'bothRemoved'
    if (touch.op !== 'add' && isWithin(touch.item, item)) return 'gone'
    if (touch.op === 'add' && isWithin(touch.item, item)) return 'gone'
    return touch.after !== null && isWithin(touch.after, item) ? 'gone' : null
  }
  if (kind === 'added') {
    if (touch.op === 'add' && touch.item === item) return 'bothAdded'
    return touch.op === 'remove' && isWithin(item, touch.item) ? 'removedHere' : null
  }
  if (kind === 'order') return touch.op === 'reorder' && touch.item.split('/').slice(0, -1).join('/') === item ? 'order' : null
  if (touch.op === 'remove') return isWithin(item, touch.item) ? 'removedHere' : null
  if (touch.op !== 'change') return null
  // a town that gives a list as a whole gives all that stands in it
  const whole = touch.property !== null && isWithin(item, `${touch.item}/${touch.property}`)
  if (whole) return 'bothChanged'
  if (touch.item !== item || touch.property !== property) return null
  return isSame(touch.value, propertyOf(after, property ?? '')) ? null : 'bothChanged'
}

/** What a town says is what the base says now. */
const agrees = (touch: Touch, { kind, item, property, after }: BaseDifference): boolean =>
  touch.op === 'change' &&
  kind === 'changed' &&
  touch.item === item &&
  touch.property === property &&
  isSame(touch.value, propertyOf(after, property ?? ''))

/** Everything that the log says of versions after this one; of that version itself when no newer one stands here. */
function reasonsSince({ base, changelog }: RuleSet, version: string): BaseChange[] {
  const same = base.head.version === version
  return changelog
    .filter((each) => (same ? each.version === version : compareVersions(each.version, version) > 0))
    .flatMap(({ changes }) => changes)
}

function reasonsFor({ item, kind, property }: BaseDifference, reasons: readonly BaseChange[]): BaseChange[] {
  return reasons.filter(({ at, properties, renamedTo }) => {
    const where = splitPlace(at)
    const place = 'unknown' in where ? at : [where.list, ...where.segments].join('/')
    const renamed = renamedTo === undefined ? null : [...place.split('/').slice(0, -1), renamedTo].join('/')
    if (renamed !== null && isWithin(item, renamed)) return true
    if (!isWithin(item, place)) return false
    return properties === undefined || kind !== 'changed' || item !== place || properties.includes(property ?? '')
  })
}

/** Rules of a town that read what the base gave another meaning. */
function readersOf(touches: readonly Touch[], delta: readonly BaseDifference[]): { touch: Touch; difference: BaseDifference }[] {
  const changed = new Map<string, BaseDifference>()
  for (const difference of delta) {
    const [list, id, inside] = difference.item.split('/')
    const means = difference.property !== null && MEANING.has(difference.property)
    const options = inside === 'options' && difference.kind !== 'changed'
    if (id !== undefined && (list === 'questions' || list === 'parameters') && (means || options) && !changed.has(id))
      changed.set(id, difference)
  }
  return touches.flatMap((touch) => {
    const words = new Set([...textsIn(touch.value)].flatMap((text) => text.match(/[A-Za-z][\w]*(?:\.[A-Za-z]\w*)*/g) ?? []))
    return [...words].flatMap((word) => {
      const difference = changed.get(word)
      return difference && !isWithin(difference.item, touch.item) ? [{ touch, difference }] : []
    })
  })
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsIn(item)
}

/** Mistakes in the files of the town that the older base did not have. */
function newFindings(before: Version, now: Version, layers: readonly string[], town: string): Finding[] {
  const own = ({ file, severity, code }: Finding): boolean =>
    file.startsWith(`rules/municipalities/${town}/`) && severity !== 'note' && code !== 'BASE_VERSION'
  const all = ({ ruleSet, findings }: Version): Map<string, Finding> => {
    const found = [...findings, ...layers.flatMap((id) => resolveVariant(ruleSet, id, { date: DAY }).findings)].filter(own)
    return new Map(found.map((finding) => [`${finding.code} ${finding.file} ${finding.path} ${finding.message}`, finding]))
  }
  const known = all(before)
  return [...all(now)].flatMap(([key, finding]) => (known.has(key) ? [] : [finding]))
}

/** Only notes depend on the day. */
const DAY = '2026-01-01'
