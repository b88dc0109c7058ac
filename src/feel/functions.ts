import Big from 'big.js'
import { daysBetween, daysLater, yearsBetween } from './count-days.ts'
import { equal } from './evaluate/equal.ts'
import { ceiling, divide, floor, toPlaces, within } from './number.ts'
import type { Type } from './type.ts'
import { join as joinTypes } from './types.ts'
import { combine, isAtLeast, isCertain, isList, isUnknown, type ListValue, openness, type Unknown, type Value } from './value.ts'

const NUMBER: Type = { kind: 'number' }
const STRING: Type = { kind: 'string' }
const BOOLEAN: Type = { kind: 'boolean' }
const DATE: Type = { kind: 'date' }
const TIME: Type = { kind: 'time' }

/** What a parameter takes: a type, any list, a list whose elements the function can work with, one value (no list or row), or anything. */
export type Param = Type | 'list' | 'any' | 'list that can be ordered' | 'list of texts' | 'value'

export interface FeelFunction {
  readonly params: readonly Param[]
  /** Minimum number of arguments, when fewer are allowed. */
  readonly least?: number
  /** The last parameter may be given more than once. */
  readonly repeats?: boolean
  /** Takes one list or several values: `min(1, 2, 3)`. */
  readonly spread?: boolean
  /** null: the argument types do not go together. */
  readonly result: Type | ((args: readonly Type[]) => Type | null)
  /** What it returns, where its name does not say so; printed in the guide. */
  readonly gives?: string
  /** What happens when an operand is unknown; printed in the guide. */
  readonly unknown: string
  /** Only then does `run` get arguments that are unknown. */
  readonly lenient?: boolean
  /** Total: it returns a value for any arguments, null where there is no result. */
  readonly run: (args: readonly Value[]) => Value
}

const strict = 'unknown when an operand is unknown'
const elementOf = ([list]: readonly Type[]): Type => (list?.kind === 'list' ? list.of : { kind: 'null' })
const flatOf = (type: Type): Type => (type.kind === 'list' ? flatOf(type.of) : type)

/** Every function of values alone. Those of the rule set (OWN_FUNCTIONS) are handled by the compiler and the engine. */
export const FUNCTIONS: ReadonlyMap<string, FeelFunction> = new Map<string, FeelFunction>(
  Object.entries({
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
      gives: '0 for an empty list',
      unknown: 'unknown while the list may still grow or an element is unknown',
      lenient: true,
      run: ([list]) => sum(list ?? null),
    },
    min: {
      params: ['list that can be ordered'],
      spread: true,
      result: elementOf,
      gives: 'elements that are null are left out',
      unknown: 'unknown while the list may still grow or an element is unknown',
      lenient: true,
      run: ([list]) => extreme(list ?? null, -1),
    },
    max: {
      params: ['list that can be ordered'],
      spread: true,
      result: elementOf,
      gives: 'elements that are null are left out',
      unknown: 'a lower bound while the list may still grow or an element is unknown',
      lenient: true,
      run: ([list]) => extreme(list ?? null, 1),
    },
    abs: { params: [NUMBER], result: NUMBER, unknown: strict, run: ([a]) => number(a, (n) => n.abs()) },
    floor: { params: [NUMBER], result: NUMBER, unknown: strict, run: ([a]) => number(a, floor) },
    ceiling: { params: [NUMBER], result: NUMBER, unknown: strict, run: ([a]) => number(a, ceiling) },
    'round half up': {
      params: [NUMBER, NUMBER],
      result: NUMBER,
      gives: 'rounded to so many decimals; a half away from zero',
      unknown: strict,
      run: ([a, n]) => number(a, (value) => number(n, (places) => toPlaces(value, places, Big.roundHalfUp))),
    },
    decimal: {
      params: [NUMBER, NUMBER],
      result: NUMBER,
      gives: 'rounded to so many decimals; a half to the even digit',
      unknown: strict,
      run: ([a, n]) => number(a, (value) => number(n, (places) => toPlaces(value, places, Big.roundHalfEven))),
    },
    'list contains': {
      params: ['list', 'any'],
      result: ([list, element]) => (list && element && joinTypes(list, { kind: 'list', of: element }) ? BOOLEAN : null),
      unknown: 'true once a certain element is equal, else unknown while the list may still grow or an element is unknown',
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
      least: 1,
      repeats: true,
      result: (args) => args.reduce<Type | null>((all, each) => all && joinTypes(all, each), { kind: 'list', of: { kind: 'null' } }),
      unknown: 'the elements that are certain; may still grow when one of the lists may',
      lenient: true,
      run: concatenate,
    },
    flatten: {
      params: ['list'],
      result: ([list]) => ({ kind: 'list', of: list ? flatOf(list) : { kind: 'null' } }),
      gives: 'the elements of all lists inside, however deep',
      unknown: 'the elements that are certain; may still grow when the list or one in it may',
      lenient: true,
      run: ([list]) => flatten(list ?? null),
    },
    'distinct values': {
      params: ['list'],
      result: ([list]) => (list?.kind === 'list' ? list : { kind: 'list', of: { kind: 'null' } }),
      unknown: 'the certain elements; may still grow when the list may, or while an element is unknown',
      lenient: true,
      run: ([list]) => distinct(list ?? null),
    },
    'years between': {
      params: [DATE, DATE],
      result: NUMBER,
      gives: 'whole years from the first day to the second',
      unknown: strict,
      run: ([a, b]) => days(a, b, yearsBetween),
    },
    'days between': {
      params: [DATE, DATE],
      result: NUMBER,
      gives: 'days from the first to the second; negative when the second comes first',
      unknown: strict,
      run: ([a, b]) => days(a, b, daysBetween),
    },
    'add days': {
      params: [DATE, NUMBER],
      result: DATE,
      gives: 'the day so many days later (a half day stays on the day it falls on); null outside the years 0000 to 9999',
      unknown: strict,
      run: ([a, n]) => text(a, (iso) => (n instanceof Big ? daysLater(iso, Number(floor(n))) : null)),
    },
    initials: { params: [STRING], result: STRING, gives: '`J.W.` of `Jan Willem`', unknown: strict, run: ([a]) => text(a, initials) },
    join: {
      params: ['list of texts', STRING],
      least: 1,
      result: STRING,
      gives: 'the texts one after another, with the second text between them; elements that are null are left out',
      unknown: 'unknown while the list may still grow or an element is unknown',
      lenient: true,
      run: ([list, separator]) => join(list ?? null, separator ?? ''),
    },
    string: {
      params: ['value'],
      result: STRING,
      unknown: strict,
      run: ([a]) => (a instanceof Big ? a.toFixed() : typeof a === 'boolean' ? String(a) : typeof a === 'string' ? a : null),
    },
    'hours between': {
      params: [TIME, TIME],
      result: NUMBER,
      unknown: strict,
      run: ([from, until]) => (from instanceof Big && until instanceof Big ? divide(until.minus(from), new Big(60)) : null),
    },
    'number text': {
      params: [NUMBER],
      result: STRING,
      gives: 'as it is written in Dutch: `35.000,5`',
      unknown: strict,
      run: ([a]) => (a instanceof Big ? numberText(a) : null),
    },
    'clock text': { params: [TIME], result: STRING, gives: '`01:00` of `01:00+1`', unknown: strict, run: ([a]) => clockText(a) },
  } satisfies Record<string, FeelFunction>),
)

/** Handled by the compiler and the engine: they write a literal, or need something from outside. */
export const OWN_FUNCTIONS: readonly {
  readonly name: string
  readonly written: string
  readonly gives: string
  readonly unknown: string
}[] = [
  {
    name: 'clock',
    written: '`clock("HH:MM")`, `clock("HH:MM+1")`',
    gives: 'a time; +1 is after midnight, so 01:00+1 is later than 23:00',
    unknown: 'never',
  },
  { name: 'date', written: '`date("2026-05-01")`', gives: 'a day', unknown: 'never' },
  { name: 'today', written: '`today()`', gives: 'the day of today, given from outside', unknown: 'never' },
  { name: 'not', written: '`not(condition)`', gives: 'the condition turned around; null stays null', unknown: 'unknown' },
  {
    name: 'verdict',
    written: '`verdict("licence")`',
    gives: '"needed", "notNeeded", "ask" or "notAllowed"',
    unknown: 'unknown while the verdict is open',
  },
  {
    name: 'duty',
    written: '`duty("licence")`',
    gives: '"permit", "notification", "information", "elsewhere" or "none": what its verdict asks of the applicant',
    unknown: 'unknown while the verdict is open',
  },
  {
    name: 'attached',
    written: '`attached("document")`',
    gives: 'true when it was added or promised',
    unknown: 'unknown until then; never false',
  },
  {
    name: 'documents',
    written: '`documents("licence")`',
    gives: 'names of the documents that go along',
    unknown: 'unknown until each was added or promised',
  },
  {
    name: 'channel',
    written: '`channel("licence")`',
    gives: 'how the town takes it in: "webform", "omgevingsloket", "counter", "post", "email" or "unknown"',
    unknown: 'never',
  },
  {
    name: 'login',
    written: '`login("licence")`',
    gives: 'with what one logs in there: "none", "digid", "eherkenning" or "digidOrEherkenning"',
    unknown: 'never',
  },
  {
    name: 'fee',
    written: '`fee("fee")`',
    gives: 'what another fee comes to, in euro; 0 where it is not levied, null where nobody knows the amount. Only in the amount of a fee',
    unknown: 'unknown while that fee is',
  },
]

/** In Dutch notation: 35000.5 is 35.000,5. */
function numberText(value: Big): string {
  const [whole = '', decimals] = value.toFixed().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

const number = (value: Value | undefined, run: (n: Big) => Value): Value => (value instanceof Big ? run(value) : null)
const text = (value: Value | undefined, run: (t: string) => Value): Value => (typeof value === 'string' ? run(value) : null)

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
  let total = new Big(0)
  for (const item of list.items) {
    if (!(item instanceof Big)) return null
    total = total.plus(item)
  }
  return within(total)
}

function extreme(list: Value, sign: 1 | -1): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  let best: Value = null
  for (const item of list.items) {
    const known = item !== null && isAtLeast(item) && sign > 0 ? item.bound : item
    if ((known instanceof Big || typeof known === 'string') && (best === null || order(known, best) * sign > 0)) best = known
  }
  const open = openness(list)
  if (!open) return best
  // missing elements can only raise the maximum: one that turns out not to exist is left out
  return sign > 0 && best instanceof Big ? { kind: 'atLeast', bound: best, unknown: open } : open
}

const order = (a: Value, b: Value): number =>
  a instanceof Big && b instanceof Big ? a.cmp(b) : typeof a === 'string' && typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : 0

function contains(list: Value, element: Value): Value {
  if (isUnknown(list)) return list
  if (list === null || !isList(list)) return null
  let open: Unknown | null = list.unknown
  for (const item of list.items) {
    const same = equal(item, element)
    if (same === true) return true
    if (typeof same === 'object' && same !== null) open ??= same
  }
  return open ?? false
}

function concatenate(lists: readonly Value[]): Value {
  const items: Value[] = []
  let open: Unknown | null = null
  for (const list of lists) {
    if (isUnknown(list)) return list
    if (list === null || !isList(list)) return lists.find(isUnknown) ?? null
    for (const item of list.items) items.push(item)
    open ??= list.unknown
  }
  return { kind: 'list', items, unknown: open }
}

function flatten(list: Value): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const items: Value[] = []
  let open: Unknown | null = null
  const walk = (from: ListValue): void => {
    for (const item of from.items) {
      // it may turn out to be a list of any length
      if (isUnknown(item)) open ??= item
      else if (item !== null && isList(item)) walk(item)
      else items.push(item)
    }
    open ??= from.unknown
  }
  walk(list)
  return { kind: 'list', items, unknown: open }
}

/** An uncertain element may still turn out to equal another one: either it makes the list longer, or it does not. */
function distinct(list: Value): Value {
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const items: Value[] = []
  let open: Unknown | null = list.unknown
  for (const item of list.items) {
    if (!isCertain(item)) open = open ? combine(openness(item), open) : openness(item)
    else if (!items.some((earlier) => equal(item, earlier) === true)) items.push(item)
  }
  return { kind: 'list', items, unknown: open }
}

function join(list: Value, separator: Value): Value {
  if (isUnknown(separator)) return separator
  if (list === null || !isList(list)) return isUnknown(list) ? list : null
  const open = openness(list)
  if (open) return open
  return list.items.filter((item) => typeof item === 'string').join(typeof separator === 'string' ? separator : '')
}

function days(a: Value | undefined, b: Value | undefined, count: (from: string, to: string) => number | null): Value {
  const counted = typeof a === 'string' && typeof b === 'string' ? count(a, b) : null
  return counted === null ? null : new Big(counted)
}

/** `Jan-Willem Özgür` → `J.W.Ö.` */
const initials = (names: string): string =>
  names
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((name) => `${[...name][0]?.toUpperCase() ?? ''}.`)
    .join('')

function clockText(time: Value | undefined): string | null {
  if (!(time instanceof Big)) return null
  const minutes = Number(floor(time)) % (24 * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
