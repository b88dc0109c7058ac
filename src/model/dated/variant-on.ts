import { daysLater } from '../../feel/count-days.ts'
import type { Compiled } from '../../feel/expr.ts'
import type { Text } from '../schema/common.ts'
import { foundBelow } from '../util/found-below.ts'
import { isRecord } from '../util/record.ts'
import type { ResolvedQuestion, Variant } from '../variant.ts'

/** Lists whose items may have a validity period. */
const DATED = ['questions', 'licences', 'extras', 'forms', 'checks', 'documents', 'advice', 'stops'] as const

const made = new WeakMap<Variant, Map<number, Variant>>()
const wholeOf = new WeakMap<Variant, Variant>()

/** The rules for an application on that day: items that have not started or have ended are dropped, and texts get their wording of that day. The same object
 * when nothing is dated. What a council sets (amounts, values, hours, channels) keeps its periods, in which the engine looks up the value.
 * @param variant of any day
 * @param day ISO */
export function variantOn(variant: Variant, day: string): Variant {
  const whole = wholeOf.get(variant) ?? variant
  if (whole.changesOn.length === 0) return whole
  const period = whole.changesOn.filter((change) => change <= day).length
  const known = made.get(whole) ?? new Map<number, Variant>()
  made.set(whole, known)
  const found = known.get(period) ?? heldOn(whole, day)
  known.set(period, found)
  return found
}

/** The rules of each period in chronological order; a single one when nothing is dated. */
export const overTime = (variant: Variant): Variant[] =>
  variant.changesOn.length === 0 ? [variant] : ['0000-01-01', ...variant.changesOn].map((day) => variantOn(variant, day))

function heldOn(whole: Variant, day: string): Variant {
  const lists = Object.fromEntries(
    DATED.map((list) => [list, list === 'questions' ? whole.questions.map(question(day)) : present(whole[list], day)]),
  )
  const found = worded({ ...whole, ...lists }, day) as Variant
  wholeOf.set(found, whole)
  return found
}

/** A question outside its period is kept, but never applies, so that references to it find no answer. */
const question =
  (day: string) =>
  (asked: ResolvedQuestion): ResolvedQuestion => {
    const options = asked.options?.filter((option) => holds(option, day)) ?? null
    const lapsed = asked.options?.filter((option) => !holds(option, day)).map(({ id, label }) => ({ id, label })) ?? []
    const when = holds(asked, day) ? asked.when : NEVER
    return lapsed.length === 0 && when === asked.when ? asked : { ...asked, options, lapsed, when }
  }

const NEVER = { expr: { op: 'lit', value: false }, source: 'false', file: '', line: 0 } as const

/** The value without items outside their period; unchanged parts keep their identity. */
function present<T>(value: T, day: string): T {
  if (typeof value !== 'object' || value === null || 'expr' in value) return value
  if (Array.isArray(value)) {
    const kept = value.filter((item) => holds(item, day)).map((item) => present(item, day))
    return kept.length === value.length && kept.every((item, index) => item === value[index]) ? value : (kept as T)
  }
  return mapped(value, (part) => present(part, day))
}

function holds(item: unknown, day: string): boolean {
  if (!isRecord(item)) return true
  const { from, until } = item
  return !(typeof from === 'string' && day < from) && !(typeof until === 'string' && until < day)
}

/** The value with each text in its wording of that day. */
function worded<T>(value: T, day: string): T {
  if (typeof value !== 'object' || value === null || 'expr' in value) return value
  if (Array.isArray(value)) {
    const all = value.map((item) => worded(item, day))
    return all.every((item, index) => item === value[index]) ? value : (all as T)
  }
  if (isText(value) && value.since) {
    const begun = value.since.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    const { nl, en } = begun.at(-1) ?? value
    return (value.cases ? { nl, en, cases: value.cases } : { nl, en }) as T
  }
  return mapped(value, (part) => worded(part, day))
}

/** The rules with each text in its wording for an application, given the conditions that hold in it. The same object when no text has wordings for some
 * applications.
 * @param holds whether this condition holds; unknown is no */
export function variantInCase(variant: Variant, holds: (condition: Compiled) => boolean): Variant {
  const { textCases } = variant
  if (textCases === undefined) return variant
  const conditions = new Map(textCases.flatMap(({ lines }) => lines.map(({ text, when }) => [text, when] as const)))
  const holding = new Set([...conditions].flatMap(([text, when]) => (holds(when) ? [text] : [])))
  const key = [...holding].join('\n')
  const known = inCases.get(variant) ?? new Map<string, Variant>()
  inCases.set(variant, known)
  const found = known.get(key) ?? inCase(variant, holding)
  known.set(key, found)
  plainOf.set(found, variant)
  wholeOf.set(found, wholeOf.get(variant) ?? variant)
  return found
}
const inCases = new WeakMap<Variant, Map<string, Variant>>()
const plainOf = new WeakMap<Variant, Variant>()

/** The rules of `variantInCase` before their texts got a wording. */
export const plainVariant = (variant: Variant): Variant => plainOf.get(variant) ?? variant

/** The value with each text in its wording for a case in which these conditions hold. */
function inCase<T>(value: T, holding: ReadonlySet<string>): T {
  if (typeof value !== 'object' || value === null || 'expr' in value) return value
  if (Array.isArray(value)) {
    const all = value.map((item) => inCase(item, holding))
    return all.every((item, index) => item === value[index]) ? value : (all as T)
  }
  if (isText(value) && value.cases) {
    const { nl, en } = value.cases.find(({ when }) => holding.has(String(when))) ?? value
    return { nl, en } as T
  }
  return mapped(value, (part) => inCase(part, holding))
}

const isText = (value: object): value is Text => 'nl' in value && 'en' in value && typeof value.nl === 'string'

function mapped<T extends object>(value: T, change: (part: unknown) => unknown): T {
  let changed = false
  const entries = Object.entries(value).map(([key, part]) => {
    const now = change(part)
    changed ||= now !== part
    return [key, now] as const
  })
  return changed ? (Object.fromEntries(entries) as T) : value
}

/** Days on which an item starts or ends, or a wording changes. */
export const changesOf = (variant: Omit<Variant, 'changesOn'>): string[] =>
  [...new Set([...DATED.flatMap((list) => daysIn(variant[list])), ...rewordedOn(variant)])].sort()

/** Days on which a text changes, in any list: a fee or a role has no period of its own, and its texts may change. */
const rewordedOn = foundBelow<string>((value, found) => {
  if ('expr' in value) return false
  if (isText(value)) for (const { from } of value.since ?? []) found(from)
  return true
})

const daysIn = foundBelow<string>((value, found) => {
  if ('expr' in value) return false
  if (!Array.isArray(value)) {
    const { from, until } = value
    if (typeof from === 'string') found(from)
    if (typeof until === 'string') found(daysLater(until, 1) ?? until)
  }
  return true
})
