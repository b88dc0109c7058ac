import Big from 'big.js'
import { equal } from './equal.ts'
import type { Type } from './type.ts'
import { type AtLeast, isAtLeast, isList, isUnknown, type ListValue, type Unknown, type Value } from './value.ts'

const NUMBER: Type = { kind: 'number' }
const STRING: Type = { kind: 'string' }
const BOOLEAN: Type = { kind: 'boolean' }
const DATE: Type = { kind: 'date' }
const TIME: Type = { kind: 'time' }

/** What a parameter takes: a type, any list, a list whose elements the function compares, or anything that can be ordered. */
export type Param = Type | 'list' | 'any' | 'text'

export interface FeelFunction {
  readonly params: readonly Param[]
  /** Fewer are allowed, down to this many. */
  readonly least?: number
  /** `min(1, 2, 3)`: one list or several values. */
  readonly spread?: boolean
  readonly result: Type | ((args: readonly Type[]) => Type)
  /** What happens when an operand is unknown; printed in the guide. */
  readonly unknown: string
  /** Arguments may be unknown only when `lenient`. */
  readonly lenient?: boolean
  readonly run: (args: readonly Value[]) => Value
}

const strict = 'unknown when an operand is unknown'
const elementOf = (args: readonly Type[]): Type => {
  const first = args[0]
  return first?.kind === 'list' ? first.of : (first ?? NUMBER)
}

/** Every function of the language. Those of the engine (verdict, attached, today) and literals (clock, date) are handled by the compiler. */
export const FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  count: {
    params: ['list'],
    result: NUMBER,
    unknown: 'a lower bound while the list may still grow',
    lenient: true,
    run: ([list]) => count(list ?? null),
  },
  sum: {
    params: [{ kind: 'list', of: NUMBER }],
    spread: true,
    result: NUMBER,
    unknown: 'unknown while the list may still grow or an element is unknown',
    lenient: true,
    run: ([list]) => sum(list ?? null),
  },
  min: {
    params: ['list'],
    spread: true,
    result: elementOf,
    unknown: 'unknown while the list may still grow or an element is unknown',
    lenient: true,
    run: ([list]) => extreme(list ?? null, -1),
  },
  max: {
    params: ['list'],
    spread: true,
    result: elementOf,
    unknown: 'a lower bound while the list may still grow or an element is unknown',
    lenient: true,
    run: ([list]) => extreme(list ?? null, 1),
  },
  abs: { params: [NUMBER], result: NUMBER, unknown: strict, run: ([a]) => number(a, (n) => n.abs()) },
  floor: {
    params: [NUMBER],
    result: NUMBER,
    unknown: strict,
    run: ([a]) => number(a, (n) => n.round(0, Big.roundDown).minus(n.lt(0) && !n.eq(n.round(0, Big.roundDown)) ? 1 : 0)),
  },
  ceiling: {
    params: [NUMBER],
    result: NUMBER,
    unknown: strict,
    run: ([a]) => number(a, (n) => n.round(0, Big.roundDown).plus(n.gt(0) && !n.eq(n.round(0, Big.roundDown)) ? 1 : 0)),
  },
  'round half up': {
    params: [NUMBER, NUMBER],
    result: NUMBER,
    unknown: strict,
    run: ([a, n]) => number(a, (value) => value.round(Number(n), Big.roundHalfUp)),
  },
  decimal: {
    params: [NUMBER, NUMBER],
    result: NUMBER,
    unknown: strict,
    run: ([a, n]) => number(a, (value) => value.round(Number(n), Big.roundHalfEven)),
  },
  'list contains': {
    params: ['list', 'any'],
    result: BOOLEAN,
    unknown: 'true once a certain element is equal, else unknown while the list may still grow',
    lenient: true,
    run: ([list, element]) => contains(list ?? null, element ?? null),
  },
  contains: {
    params: [STRING, STRING],
    result: BOOLEAN,
    unknown: strict,
    run: ([a, b]) => text(a, (t) => (typeof b === 'string' ? t.includes(b) : null)),
  },
  'starts with': {
    params: [STRING, STRING],
    result: BOOLEAN,
    unknown: strict,
    run: ([a, b]) => text(a, (t) => (typeof b === 'string' ? t.startsWith(b) : null)),
  },
  'string length': { params: [STRING], result: NUMBER, unknown: strict, run: ([a]) => text(a, (t) => new Big([...t].length)) },
  concatenate: {
    params: ['list', 'list'],
    result: (args) => args[0] ?? { kind: 'list', of: STRING },
    unknown: 'the elements that are certain; may still grow when one of the lists may',
    lenient: true,
    run: ([a, b]) => concatenate(a ?? null, b ?? null),
  },
  flatten: {
    params: ['list'],
    result: ([list]) => (list?.kind === 'list' && list.of.kind === 'list' ? list.of : (list ?? { kind: 'list', of: STRING })),
    unknown: 'the elements that are certain; may still grow when the list or one in it may',
    lenient: true,
    run: ([list]) => flatten(list ?? null),
  },
  'distinct values': {
    params: ['list'],
    result: (args) => args[0] ?? { kind: 'list', of: STRING },
    unknown: 'the certain elements; may still grow when the list may',
    lenient: true,
    run: ([list]) => distinct(list ?? null),
  },
  'years between': { params: [DATE, DATE], result: NUMBER, unknown: strict, run: ([a, b]) => dates(a, b, yearsBetween) },
  'days between': { params: [DATE, DATE], result: NUMBER, unknown: strict, run: ([a, b]) => dates(a, b, daysBetween) },
  'add days': {
    params: [DATE, NUMBER],
    result: DATE,
    unknown: strict,
    run: ([a, n]) => text(a, (iso) => (n instanceof Big ? addDays(iso, Number(n)) : null)),
  },
  initials: { params: [STRING], result: STRING, unknown: strict, run: ([a]) => text(a, initials) },
  join: {
    params: ['list', STRING],
    least: 1,
    result: STRING,
    unknown: 'unknown while the list may still grow or an element is unknown; null elements are left out',
    lenient: true,
    run: ([list, separator]) => join(list ?? null, separator ?? ''),
  },
  string: {
    params: ['any'],
    result: STRING,
    unknown: strict,
    run: ([a]) => (a instanceof Big ? a.toString() : typeof a === 'boolean' ? String(a) : typeof a === 'string' ? a : null),
  },
  'hours between': {
    params: [TIME, TIME],
    result: NUMBER,
    unknown: strict,
    run: ([from, until]) => (from instanceof Big && until instanceof Big ? until.minus(from).div(60) : null),
  },
  'number text': { params: [NUMBER], result: STRING, unknown: strict, run: ([a]) => (a instanceof Big ? numberText(a) : null) },
  'clock text': { params: [TIME], result: STRING, unknown: strict, run: ([a]) => (a instanceof Big ? clockText(Number(a)) : null) },
}

/** As it is written in Dutch: 35000.5 is 35.000,5. */
function numberText(value: Big): string {
  const [whole = '', decimals] = value.toFixed().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

const number = (value: Value | undefined, run: (n: Big) => Big): Value => (value instanceof Big ? run(value) : null)
const text = (value: Value | undefined, run: (t: string) => Value): Value => (typeof value === 'string' ? run(value) : null)
const dates = (a: Value | undefined, b: Value | undefined, run: (a: string, b: string) => number): Value =>
  typeof a === 'string' && typeof b === 'string' ? new Big(run(a, b)) : null

/** Why a list or one of its elements is not certain. */
export function openness(list: ListValue): Unknown | null {
  for (const item of list.items) {
    if (isUnknown(item)) return item
    if (isAtLeast(item)) return item.unknown
  }
  return list.unknown
}

function count(list: Value): Value {
  if (isUnknown(list)) return list
  if (list === null || !isList(list)) return null
  const size = new Big(list.items.length)
  return list.unknown ? { kind: 'atLeast', bound: size, unknown: list.unknown } : size
}

function sum(list: Value): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const open = openness(list)
  if (open) return open
  if (list.items.length === 0) return new Big(0)
  return list.items.every((item) => item instanceof Big) ? list.items.reduce((total, item) => total.plus(item as Big), new Big(0)) : null
}

function extreme(list: Value, sign: 1 | -1): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const known = list.items.filter((item) => item instanceof Big || typeof item === 'string')
  const best = known.reduce<Value>((chosen, item) => (chosen === null || order(item, chosen) * sign > 0 ? item : chosen), null)
  const open = openness(list)
  if (open) return sign > 0 && best instanceof Big ? ({ kind: 'atLeast', bound: best, unknown: open } satisfies AtLeast) : open
  return known.length === list.items.length ? best : null
}

const order = (a: Value, b: Value): number =>
  a instanceof Big && b instanceof Big ? a.cmp(b) : typeof a === 'string' && typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : 0

function contains(list: Value, element: Value): Value {
  if (isUnknown(list)) return list
  if (list === null || !isList(list)) return null
  if (isUnknown(element)) return element
  let open: Unknown | null = list.unknown
  for (const item of list.items) {
    if (isUnknown(item)) open ??= item
    else if (equal(item, element) === true) return true
  }
  return open ?? false
}

function concatenate(a: Value, b: Value): Value {
  if (isUnknown(a)) return a
  if (isUnknown(b)) return b
  if (a === null || b === null || !isList(a) || !isList(b)) return null
  return { kind: 'list', items: [...a.items, ...b.items], unknown: a.unknown ?? b.unknown }
}

function flatten(list: Value): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const open = list.items.flatMap((item) =>
    isUnknown(item) ? [item] : item !== null && isList(item) && item.unknown ? [item.unknown] : [],
  )
  const items = list.items.flatMap((item) => (isUnknown(item) ? [] : item !== null && isList(item) ? item.items : [item]))
  return { kind: 'list', items, unknown: list.unknown ?? open[0] ?? null }
}

function distinct(list: Value): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const items = list.items.filter((item, index) => !list.items.slice(0, index).some((earlier) => equal(item, earlier) === true))
  return { ...list, items }
}

function join(list: Value, separator: Value): Value {
  if (isUnknown(separator)) return separator
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const open = openness(list)
  if (open) return open
  return list.items.filter((item) => typeof item === 'string').join(typeof separator === 'string' ? separator : '')
}

/** Whole years; who was born on 29 February grows older on 1 March. */
function yearsBetween(from: string, to: string): number {
  const sign = from <= to ? 1 : -1
  const [early, late] = sign > 0 ? [from, to] : [to, from]
  const years = Number(late.slice(0, 4)) - Number(early.slice(0, 4)) - (late.slice(5) < early.slice(5) ? 1 : 0)
  return years === 0 ? 0 : sign * years
}

const DAY = 24 * 60 * 60 * 1000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
const addDays = (iso: string, days: number): string => new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** `Jan-Willem Özgür` → `J.W.Ö.` */
const initials = (names: string): string =>
  names
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((name) => `${[...name][0]?.toUpperCase() ?? ''}.`)
    .join('')

const clockText = (minutes: number): string =>
  `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
