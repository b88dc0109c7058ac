import type { Catalogue } from '../../model/catalogue.ts'
import type { Lang } from '../../model/lang.ts'
import { itemAt, splitPlace } from '../../model/places.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import type { UpgradeJson } from '../../model/schema/upgrade-json.ts'
import { isRecord, propertyOf } from '../../model/util/record.ts'
import type { Origin } from '../../model/variant.ts'
import { inPeriods } from '../diff/dated.ts'
import { DIFF_WORDS } from '../diff/vocabulary.ts'
import { inWords, nameOf, propertyInWords } from '../diff/words.ts'
import type { BaseDifference } from './base-delta.ts'
import type { Touch } from './town-touches.ts'

type Said = NonNullable<UpgradeJson['conflicts'][number]['base']>

const PLACING = {
  nl: { first: 'vooraan', after: (name: string) => `na ${name}` },
  en: { first: 'first', after: (name: string) => `after ${name}` },
} as const

/** Puts into words what two bases and a town say, each with its place. */
export class Saying {
  readonly #rules: Readonly<Record<'before' | 'after', RuleSet>>
  readonly #lang: Lang

  constructor(before: RuleSet, after: RuleSet, lang: Lang) {
    this.#rules = { before, after }
    this.#lang = lang
  }

  nameOf({ item, list, before, after, kind }: BaseDifference): string {
    const holder = after ?? before
    if (!holder || item === 'ruleset' || kind === 'order') return item
    return nameOf(holder, this.#rules[after ? 'after' : 'before'].base, list, this.#lang)
  }

  /** What a base says about what changed; null: nothing. */
  base(difference: BaseDifference, side: 'before' | 'after'): Said | null {
    const item = difference[side]
    if (!item) return null
    const { property, list, kind } = difference
    const { base, provenance } = this.#rules[side]
    if (kind === 'order') {
      const items = Array.isArray(item) ? item.filter(isRecord) : []
      const first = items[0]
      return {
        text: items.map((each) => nameOf(each, base, list, this.#lang)).join(', '),
        value: items.map((each) => idOf(each)),
        ...(first ? provenance.origin(first) : NOWHERE),
      }
    }
    return {
      text: property === null ? nameOf(item, base, list, this.#lang) : this.#property(item, property, base),
      value: property === null ? item : (propertyOf(item, property) ?? null),
      ...provenance.origin(item, property !== null && propertyOf(item, property) !== undefined ? property : undefined),
    }
  }

  /** What a base says where the town says something; null: the whole item, or nothing. */
  touched({ item, property }: Touch, side: 'before' | 'after'): Said | null {
    const { base, provenance } = this.#rules[side]
    const holder = holderOf(item, base)
    if (!holder || property === null) return null
    const value = propertyOf(holder, property)
    return {
      text: this.#property(holder, property, base),
      value: value ?? null,
      ...provenance.origin(holder, value === undefined ? undefined : property),
    }
  }

  /** What the town says; empty for what it removed.
   * @param other properties of an item of its own to mention besides its name */
  town(touch: Touch, other: readonly string[]): Said {
    return { text: this.#town(touch, other), value: touch.value, ...touch.at }
  }

  #town(touch: Touch, other: readonly string[]): string {
    const { base } = this.#rules.after
    const { op, value, property, item } = touch
    const lang = this.#lang
    if (op === 'reorder') return typeof value === 'string' ? PLACING[lang].after(value) : PLACING[lang].first
    if (op === 'add' && isRecord(value)) {
      const list = splitPlace(item)
      const name = nameOf(value, base, 'unknown' in list ? 'questions' : list.list, lang)
      const said = other.filter((key) => !NAMES.has(key)).map((key) => `${propertyInWords(key, lang)}: ${this.#property(value, key, base)}`)
      return [name, ...said].join('; ')
    }
    if (property === null) return ''
    // it was written for the item as it was then
    const holder = holderOf(item, this.#rules.before.base)
    return this.#property({ type: propertyOf(holder, 'type'), unit: propertyOf(holder, 'unit'), [property]: value }, property, base)
  }

  /** A property as readers would say it; for dated values, every period. */
  #property(item: object, property: string, base: Catalogue): string {
    if ((property === 'amounts' || property === 'values') && Array.isArray(propertyOf(item, property)))
      return inPeriods(this.#lang, item, property)
    const value = propertyOf(item, property)
    return value === undefined ? DIFF_WORDS[this.#lang].nothing : inWords(property, value, base, this.#lang).replace(/\s+/g, ' ')
  }
}

function holderOf(item: string, base: Catalogue): object | undefined {
  const where = splitPlace(item)
  return 'unknown' in where ? undefined : itemAt(base, where.list, where.segments)
}

const NOWHERE: Origin = { layer: '', file: '', line: 0 }
/** Properties that name the item: its name is given already. */
const NAMES: ReadonlySet<string> = new Set(['id', 'nr', 'label', 'name', 'title'])

const idOf = (item: object): string => String(propertyOf(item, 'id') ?? propertyOf(item, 'nr') ?? propertyOf(item, 'kind') ?? '')
