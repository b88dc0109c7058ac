import type { Catalogue } from '../catalogue.ts'
import { formsOf } from '../forms-of.ts'
import type { Layer } from '../rule-set.ts'
import type { Provenance } from './provenance.ts'

type Words = NonNullable<Layer['data']['words']>[number]

/** Lists whose texts belong to a licence, and all lists that have texts. */
const OF_LICENCES = ['licences', 'forms', 'documents', 'fees', 'checks', 'delays'] as const
const ALL = [
  ...OF_LICENCES,
  'extras',
  'questions',
  'steps',
  'stops',
  'collections',
  'roles',
  'aliases',
  'groups',
  'advice',
  'topics',
] as const

/** The catalogue with the words of the town in the texts of the base, in all of them or only in those of some licences. The national Bibob questions keep
 * theirs.
 * @returns the same object when none of the words occurs */
export function reworded(before: Catalogue, { from, to, licences }: Words, provenance: Provenance): Catalogue {
  const change = {
    nl: from.nl === undefined || to.nl === undefined ? null : replacer(from.nl, to.nl),
    en: from.en === undefined || to.en === undefined ? null : replacer(from.en, to.en),
  }
  const forms = new Set(before.licences.filter(({ id }) => licences?.includes(id)).flatMap(formsOf))
  const isOf = (list: (typeof ALL)[number], item: object): boolean => {
    const { id, licence, licences: several } = item as { id: string; licence?: string; licences?: readonly string[] }
    if (list === 'forms') return id !== before.head.bibob?.form && (licences === undefined || forms.has(id))
    if (licences === undefined) return true
    if (list === 'licences') return licences.includes(id)
    const own = licence === undefined ? (several ?? []) : [licence]
    return own.length > 0 && own.every((name) => licences.includes(name))
  }
  let after = before
  for (const list of licences === undefined ? ALL : OF_LICENCES) {
    const items: readonly object[] = before[list]
    const made = items.map((item) => (isOf(list, item) ? inside(item) : item))
    if (made.some((item, index) => item !== items[index])) after = { ...after, [list]: made }
  }
  return after

  function inside<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      const all = value.map(inside)
      return all.every((item, index) => item === value[index]) ? value : provenance.standsFor(all as T & object, value)
    }
    if ('nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string') {
      const [nl, en] = [change.nl?.(value.nl) ?? value.nl, change.en?.(value.en) ?? value.en]
      const { nl: _, en: __, ...others } = value
      // the wordings for a day or a case
      const lines = parts(others)
      return nl === value.nl && en === value.en && lines === others ? value : provenance.standsFor({ ...value, ...lines, nl, en }, value)
    }
    const made = parts(value)
    return made === value ? value : provenance.standsFor(made, value)
  }

  /** The same object when none of the words occurs below it. */
  function parts<T extends object>(value: T): T {
    let changed = false
    const entries = Object.entries(value).map(([key, one]) => {
      const now: unknown = inside(one)
      changed ||= now !== one
      return [key, now] as const
    })
    return changed ? (Object.fromEntries(entries) as T) : value
  }
}

/** Replaces whole words only, keeping a capital. */
function replacer(from: string, to: string): (text: string) => string {
  const word = new RegExp(`(?<![\\p{L}\\p{N}-])${from.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}-])`, 'giu')
  return (text) =>
    text.replace(word, (found) => (found.charAt(0) === found.charAt(0).toUpperCase() ? to.charAt(0).toUpperCase() + to.slice(1) : to))
}
