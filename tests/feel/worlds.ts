import Big from 'big.js'
import fc from 'fast-check'
import { type FeelDate, date as feelDate } from 'feelin'
import type { Reader } from '../../src/feel/reader.ts'
import type { Type } from '../../src/feel/type.ts'
import { isAtLeast, isCertain, isList, isRow, isUnknown, type ListValue, unknown, type Value } from '../../src/feel/value.ts'
import { COLOURS } from './names.ts'

/** The answers of a made-up case over tests/feel/names.ts; null: the fact does not exist in it. */
export interface World {
  readonly facts: ReadonlyMap<string, Value>
  readonly rooms: readonly ReadonlyMap<string, Value>[]
  readonly documents: readonly string[]
}

const halves = fc.integer({ min: -4, max: 40 }).map((n) => new Big(n).div(2))
const list = (items: readonly Value[], open: string | null = null): ListValue => ({
  kind: 'list',
  items,
  unknown: open === null ? null : unknown([open]),
})
const day = fc.constantFrom('2020-01-01', '2024-02-29', '2024-05-01', '2026-12-31')
const FACTS: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  'shop.open': fc.boolean(),
  'shop.warm': fc.boolean(),
  'shop.size': halves,
  'shop.price': halves,
  'shop.colour': fc.constantFrom(...COLOURS),
  'shop.tags': fc.subarray(COLOURS).map((tags) => list(tags)),
  'shop.name': fc.constantFrom('', 'a', 'abc', 'b', 'Ba ca'),
  'shop.since': day,
  'shop.closes': fc.integer({ min: 36, max: 60 }).map((half) => new Big(half * 30)),
  'town.limit': halves,
  'fee alcohol.new': halves,
  'verdict alcohol': fc.constantFrom('needed', 'notNeeded'),
  'duty alcohol': fc.constantFrom('permit', 'notification', 'none'),
  applicant: fc.constantFrom<Value>({ kind: 'row', subject: 'person', id: 'p1' }),
  'person.birthDate@p1': day,
}
/** What is never false, or never null. */
const NEVER_NULL = new Set(['verdict alcohol', 'duty alcohol'])
const AREA = 'room.area'
const KIND = 'room.kind'

/** Any answers. `nulls`: some of the facts do not exist. */
export function worlds({ nulls }: { readonly nulls: boolean }): fc.Arbitrary<World> {
  const orNull = (value: fc.Arbitrary<Value>): fc.Arbitrary<Value> => (nulls ? fc.option(value, { nil: null, freq: 5 }) : value)
  const facts = Object.entries(FACTS).map(([id, value]) =>
    (NEVER_NULL.has(id) ? value : orNull(value)).map((one): [string, Value] => [id, one]),
  )
  const room = fc.tuple(orNull(halves), orNull(fc.constantFrom('bar', 'kitchen'))).map(
    ([area, kind]) =>
      new Map<string, Value>([
        [AREA, area],
        [KIND, kind],
      ]),
  )
  return fc
    .tuple(fc.tuple(...facts), fc.array(room, { maxLength: 3 }), fc.subarray(['floorPlan', 'lease']))
    .map(([all, rooms, documents]) => ({ facts: new Map([...all, ['attached floorPlan', true]]), rooms, documents }))
}

/** How much of a world has been answered. */
export interface Answered {
  readonly hidden: ReadonlySet<string>
  /** Of the rooms and documents so many are there; `whole`: no more will come. */
  readonly shown: number
  readonly whole: boolean
}
export const EVERYTHING: Answered = { hidden: new Set(), shown: Number.POSITIVE_INFINITY, whole: true }
export const answered: fc.Arbitrary<Answered> = fc.record({
  hidden: fc
    .subarray([...Object.keys(FACTS), 'attached floorPlan', ...[0, 1, 2].flatMap((at) => [`${AREA}@r${at}`, `${KIND}@r${at}`])])
    .map((ids) => new Set(ids)),
  shown: fc.nat({ max: 3 }),
  whole: fc.boolean(),
})

/** `base` with what was not answered taken from `other`: one way in which partial answers may be completed. */
export function completed(base: World, other: World, { hidden, shown, whole }: Answered): World {
  const rooms = base.rooms
    .slice(0, whole ? undefined : shown)
    .map(
      (room, at) => new Map([...room].map(([id, value]) => [id, hidden.has(`${id}@r${at}`) ? (other.rooms[at]?.get(id) ?? value) : value])),
    )
  return {
    facts: new Map([...base.facts].map(([id, value]) => [id, hidden.has(id) ? (other.facts.get(id) ?? null) : value])),
    rooms: whole ? rooms : [...rooms, ...other.rooms],
    documents: whole ? base.documents : [...base.documents.slice(0, shown), ...other.documents],
  }
}

/** A world as our evaluation reads it. */
export function readerOver(world: World, { hidden, shown, whole }: Answered = EVERYTHING): Reader {
  const read = (id: string): Value => (hidden.has(id) || !world.facts.has(id) ? unknown([id]) : (world.facts.get(id) ?? null))
  const rooms = world.rooms.slice(0, whole ? undefined : shown)
  const rows = (items: readonly Value[], name: string): ListValue => list(items, whole ? null : name)
  return {
    fact: (id, of) => {
      if (of?.subject !== 'room') return read(of ? `${id}@${of.id}` : id)
      return hidden.has(`${id}@${of.id}`) ? unknown([`${id}@${of.id}`]) : (rooms[Number(of.id.slice(1))]?.get(id) ?? null)
    },
    rows: () =>
      rows(
        rooms.map((_, at): Value => ({ kind: 'row', subject: 'room', id: `r${at}` })),
        'rooms',
      ),
    alias: read,
    parameter: read,
    verdict: (id) => read(`verdict ${id}`),
    duty: (id) => read(`duty ${id}`),
    attached: (id) => read(`attached ${id}`),
    documents: () => rows(world.documents.slice(0, whole ? undefined : shown), 'documents'),
    fee: (id) => read(`fee ${id}`),
    today: () => '2026-03-01',
  }
}

/** A whole world as feelin reads it, with the functions that only we have, written anew. */
export function contextOf(world: World): Record<string, unknown> {
  const fact = (id: string): unknown => plain(world.facts.get(id) ?? null)
  const dated = (id: string): FeelDate | null => (fact(id) === null ? null : (feelDate(String(fact(id))) as FeelDate))
  const utc = (one: FeelDate): number => Date.UTC(one.year, one.month - 1, one.day)
  const given =
    <T extends readonly unknown[]>(run: (...args: T) => unknown) =>
    (...args: T) =>
      args.some((arg) => arg === null || arg === undefined) ? null : run(...args)
  const minutes = (time: number): string => new Date(time * 60_000).toISOString().slice(11, 16)
  return {
    shop: {
      ...Object.fromEntries(
        ['open', 'warm', 'size', 'price', 'colour', 'tags', 'name', 'closes'].map((name) => [name, fact(`shop.${name}`)]),
      ),
      since: dated('shop.since'),
    },
    town: { limit: fact('town.limit') },
    applicant: fact('applicant') === null ? null : { birthDate: dated('person.birthDate@p1') },
    rooms: world.rooms.map((room, at) => ({ id: `r${at}`, area: plain(room.get(AREA) ?? null), kind: room.get(KIND) ?? null })),
    verdict: (id: string) => fact(`verdict ${id}`),
    duty: (id: string) => fact(`duty ${id}`),
    attached: (id: string) => fact(`attached ${id}`),
    documents: (_id: string) => [...world.documents],
    fee: (id: string) => fact(`fee ${id}`),
    channel: (_id: string) => 'webform',
    login: (_id: string) => 'digid',
    'years between': given((from: FeelDate, to: FeelDate) => {
      const [early, late] = utc(from) <= utc(to) ? [from, to] : [to, from]
      const before = late.month < early.month || (late.month === early.month && late.day < early.day)
      return (late.year - early.year - (before ? 1 : 0)) * (early === from ? 1 : -1) || 0
    }),
    'days between': given((from: FeelDate, to: FeelDate) => (utc(to) - utc(from)) / 86_400_000),
    'add days': given((from: FeelDate, days: number) => feelDate(new Date(utc(from) + days * 86_400_000).toISOString().slice(0, 10))),
    'hours between': given((from: number, until: number) => (until - from) / 60),
    'clock text': given(minutes),
    'number text': given((number: number) => (number + 0).toLocaleString('nl-NL', { maximumFractionDigits: 20 })),
    initials: given((names: string) => (names.match(/[^\s-]+/g) ?? []).map((name) => `${name[0]?.toUpperCase()}.`).join('')),
    join: (texts: readonly string[] | null, between?: string | null) =>
      texts === null ? null : texts.filter((text) => text !== null).join(between ?? ''),
  }
}

/** A value as feelin gives it: rows by their id, days as text. */
export function plain(value: Value): unknown {
  if (value instanceof Big) return Number(value)
  if (value === null || typeof value !== 'object') return value
  return isList(value) ? value.items.map(plain) : isRow(value) ? value.id : value
}

/** Whatever the answers that are missing turn out to be: is the value that came of all answers (`full`) one that the partial value left room for? */
export function leavesRoom(partial: Value, full: Value): boolean {
  if (isUnknown(partial)) return true
  if (isAtLeast(partial)) return full instanceof Big && full.gte(partial.bound)
  if (partial === null || !isList(partial)) return JSON.stringify(plain(partial)) === JSON.stringify(plain(full))
  if (full === null || !isList(full) || full.unknown !== null) return false
  if (partial.unknown === null)
    return partial.items.length === full.items.length && partial.items.every((item, at) => leavesRoom(item, full.items[at] ?? null))
  // it may still grow anywhere, but what is in it stays in it
  return canBeAmong(partial.items, full.items)
}

/** Can each of these values be another one of those? */
function canBeAmong(partial: readonly Value[], full: readonly Value[]): boolean {
  const left = new Map<string, Value[]>()
  for (const value of full) left.set(JSON.stringify(plain(value)), [...(left.get(JSON.stringify(plain(value))) ?? []), value])
  for (const item of partial.filter(isCertain)) if (left.get(JSON.stringify(plain(item)))?.pop() === undefined) return false
  // an element of which nothing is known can be any
  const rest = [...left.values()].flat()
  const open = partial.filter((item) => !isCertain(item))
  return (
    open.length <= rest.length &&
    fitsIn(
      open.filter((item) => !isUnknown(item)),
      rest,
    )
  )
}

const fitsIn = ([first, ...others]: readonly Value[], full: readonly Value[]): boolean =>
  first === undefined || full.some((value, at) => leavesRoom(first, value) && fitsIn(others, full.toSpliced(at, 1)))

/** Is it a value of this type, null or not known yet? */
export function isOf(value: Value, type: Type): boolean {
  if (value === null || isUnknown(value)) return true
  if (isAtLeast(value)) return type.kind === 'number' || type.kind === 'time'
  if (value instanceof Big) return (type.kind === 'number' || type.kind === 'time') && value.c.length <= 34
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'string':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    case 'row':
      return typeof value === 'object' && isRow(value)
    case 'list':
      return typeof value === 'object' && isList(value) && value.items.every((item) => isOf(item, type.of))
    default:
      return false
  }
}
