import type { Compiled } from '../../../src/feel/expr.ts'
import type { Text } from '../../../src/model/schema/common.ts'
import type { TextCases, Variant } from '../../../src/model/variant.ts'

/** Holds in every application of which the kind is known. */
const ANSWERED: Compiled = {
  expr: { op: '!=', left: { op: 'fact', id: 'application.kind' }, right: { op: 'lit', value: null } },
  source: 'application.kind != null',
  file: '',
  line: 0,
}
const TEXT_CASES: readonly TextCases[] = [{ at: 'cases', lines: [{ text: ANSWERED.source, when: ANSWERED }] }]

/** Stands in every text that nobody may read. */
export const UNREAD = '✗'

/** Every text of a town with this mark, and what it said as its wording of a day, or of an application: what then shows the mark does not heed that wording. */
export function asWordings(variant: Variant, of: 'day' | 'case'): Variant {
  const made = new WeakMap<object, object>()
  const inside = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || 'expr' in value) return value
    const known = made.get(value)
    if (known) return known
    const now = Array.isArray(value) ? value.map(inside) : isText(value) ? spoiled(value) : entriesInside(value)
    made.set(value, now)
    return now
  }
  const entriesInside = (value: object): object => Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one)]))
  const spoiled = ({ nl, en }: Text): Text => {
    const own = { nl: `${UNREAD}${nl}`, en: `${UNREAD}${en}` }
    if (of === 'day') return { ...own, since: [{ from: '2000-01-01', nl, en }] }
    return { ...own, cases: [{ when: ANSWERED.source, nl, en }] }
  }
  const all = entriesInside(variant) as Variant
  return of === 'day' ? { ...all, changesOn: ['2000-01-01'] } : { ...all, textCases: TEXT_CASES }
}

const isText = (value: object): value is Text =>
  'nl' in value && 'en' in value && typeof value.nl === 'string' && Object.keys(value).length === 2
