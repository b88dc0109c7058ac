import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import { compileFeel } from '../../src/feel/compile/compile.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import { fillIn } from '../../src/feel/evaluate/fill-in.ts'
import { isAtLeast, isList, isUnknown, unknown, type Value } from '../../src/feel/value.ts'
import { NAMES } from './names.ts'
import { readerOf, type Table } from './table-reader.ts'

const row = (id: string, subject = 'room'): Value => ({ kind: 'row', subject, id })
const list = (items: Value[], open = false): Value => ({ kind: 'list', items, unknown: open ? unknown(['rooms']) : null })

const exprOf = (source: string) => {
  const compiled = compileFeel(source, NAMES, {}, null)
  if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.problems)}`)
  return compiled.expr
}

/** As text: `?shop.open` is unknown for want of that answer, `>=2` a lower bound. */
function shown(value: Value): string {
  if (value === null) return 'null'
  if (value instanceof Big) return value.toString()
  if (typeof value !== 'object') return String(value)
  if (isUnknown(value)) return `?${[...value.missing, ...value.parameters].join(',')}`
  if (isAtLeast(value)) return `>=${value.bound.toString()}`
  if (isList(value)) return `[${value.items.map(shown).join(' ')}${value.unknown ? ' …' : ''}]`
  return value.id
}
const run = (source: string, table: Table = {}): string => shown(evaluate(exprOf(source), readerOf(table), {}))

const T = { 'shop.open': true }
const F = { 'shop.open': false }
const GROWING = {
  rooms: list([row('a'), row('b')], true),
  'room.area@a': new Big(40),
  'room.kind@a': 'bar',
  'room.area@b': new Big(10),
  'room.kind@b': 'kitchen',
}
const WHOLE = { ...GROWING, rooms: list([row('a'), row('b')]) }

describe('what unknown, null and lists that may still grow do', () => {
  test.each<[string, Table, string]>([
    ['shop.open and shop.warm', {}, '?shop.open'],
    ['shop.open and shop.warm', T, '?shop.warm'],
    ['shop.open and shop.warm', F, 'false'],
    ['shop.warm and shop.open', F, 'false'],
    ['shop.open or shop.warm', F, '?shop.warm'],
    ['shop.warm or shop.open', T, 'true'],
    ['not(shop.open)', {}, '?shop.open'],
    ['not(null)', {}, 'null'],
    ['shop.colour = "red"', {}, '?shop.colour'],
    ['shop.colour != "red"', {}, '?shop.colour'],
    ['shop.colour = "red"', { 'shop.colour': null }, 'false'],
    ['shop.size > 3', { 'shop.size': null }, 'null'],
    ['shop.size > town.limit', { 'shop.size': new Big(5) }, '?town.limit'],
    ['shop.size > town.limit', {}, '?shop.size,town.limit'],
    ['shop.size + shop.price', { 'shop.size': new Big(1) }, '?shop.price'],
    ['shop.size / 0', { 'shop.size': new Big(1) }, 'null'],
    ['0.1 + 0.2 = 0.3', {}, 'true'],
    ['if shop.open then 1 else 1', {}, '1'],
    ['if shop.open then 1 else 2', {}, '?shop.open'],
    ['if null then 1 else 2', {}, '2'],
    ['count(rooms)', GROWING, '>=2'],
    ['count(rooms)', WHOLE, '2'],
    ['count(rooms) > 1', GROWING, 'true'],
    ['count(rooms) = 0', GROWING, 'false'],
    ['count(rooms) < 2', GROWING, 'false'],
    ['count(rooms) < 3', GROWING, '?rooms'],
    ['2 <= count(rooms)', GROWING, 'true'],
    ['count(rooms) + 1 > 2', GROWING, 'true'],
    ['count(rooms)', {}, '>=0'],
    ['some r in rooms satisfies r.area >= 35', GROWING, 'true'],
    ['some r in rooms satisfies r.area >= 50', GROWING, '?rooms'],
    ['some r in rooms satisfies r.area >= 50', WHOLE, 'false'],
    ['every r in rooms satisfies r.area >= 35', GROWING, 'false'],
    ['every r in rooms satisfies r.area >= 5', GROWING, '?rooms'],
    ['every r in rooms satisfies r.area >= 5', WHOLE, 'true'],
    ['every r in rooms satisfies r.area > 3', { rooms: list([]) }, 'true'],
    ['rooms[kind = "bar"]', WHOLE, '[a]'],
    ['rooms[kind = "bar"]', { ...WHOLE, 'room.kind@b': unknown(['room.kind@b']) }, '[a …]'],
    ['max(for r in rooms return r.area)', GROWING, '>=40'],
    ['max(for r in rooms return r.area) > 30', GROWING, 'true'],
    ['min(for r in rooms return r.area)', GROWING, '?rooms'],
    ['sum(for r in rooms return r.area)', GROWING, '?rooms'],
    ['sum(for r in rooms return r.area)', WHOLE, '50'],
    ['sum(for r in rooms return r.area)', { rooms: list([]) }, '0'],
    ['rooms[1].area', WHOLE, '40'],
    ['rooms[3].area', WHOLE, 'null'],
    ['rooms[1].area', GROWING, '?rooms'],
    ['list contains(shop.tags, "red")', { 'shop.tags': list(['red'], true) }, 'true'],
    ['list contains(shop.tags, "red")', { 'shop.tags': list(['blue'], true) }, '?rooms'],
    ['join(for r in rooms return r.kind, ", ")', WHOLE, 'bar, kitchen'],
    ['join(for r in rooms return r.kind, ", ")', GROWING, '?rooms'],
    ['clock("01:00+1") > clock("23:00")', {}, 'true'],
    ['string(clock("01:00+1"))', {}, '01:00'],
    ['years between(date("2005-03-01"), date("2026-02-28"))', {}, '20'],
    ['years between(date("2005-03-01"), date("2026-03-01"))', {}, '21'],
    ['years between(date("2008-02-29"), date("2026-02-28"))', {}, '17'],
    ['years between(date("2008-02-29"), date("2026-03-01"))', {}, '18'],
    ['days between(date("2026-02-28"), date("2026-03-01"))', {}, '1'],
    ['string(add days(date("2026-02-28"), 1))', {}, '2026-03-01'],
    ['initials("Özgür Jan-Willem")', {}, 'Ö.J.W.'],
    ['number text(35000)', {}, '35.000'],
    ['number text(1234567.5)', {}, '1.234.567,5'],
    ['number text(999)', {}, '999'],
    ['number text(0.25)', {}, '0,25'],
    ['round half up(2.345, 2)', {}, '2.35'],
    ['floor(-1.5)', {}, '-2'],
    ['ceiling(1.1)', {}, '2'],
    ['count(distinct values(["a", "b", "a"]))', {}, '2'],
    // it may turn out to be the same, or another
    ['count(distinct values(for r in rooms return r.kind))', { ...WHOLE, 'room.kind@b': unknown(['room.kind@b']) }, '>=1'],
    ['count(distinct values(for r in rooms return r.kind)) > 1', { ...WHOLE, 'room.kind@b': unknown(['room.kind@b']) }, '?room.kind@b'],
    ['list contains([1, 2], count(rooms[kind = "bar"]))', GROWING, '?rooms'],
    ['list contains([0], count(rooms[kind = "bar"]))', GROWING, 'false'],
    ['list contains([count(rooms)], 2)', GROWING, '?rooms'],
    ['list contains([count(rooms)], 1)', GROWING, 'false'],
    ['[shop.size] = [5]', {}, '?shop.size'],
    ['[shop.size] != [5]', {}, '?shop.size'],
    ['[shop.size, 1] = [5, 2]', {}, 'false'],
    ['[shop.size] = []', {}, 'false'],
    ['rooms = []', GROWING, 'false'],
    ['max(1, shop.size)', {}, '>=1'],
    ['max(1, shop.size) > 0', {}, 'true'],
    ['max(1, shop.size)', { 'shop.size': null }, '1'],
    ['max(1, shop.size) > 0', { 'shop.size': null }, 'true'],
    ['min(1, shop.size)', {}, '?shop.size'],
    ['min(1, shop.size)', { 'shop.size': null }, '1'],
    ['max(shop.size)', { 'shop.size': null }, 'null'],
    ['max(0, count(rooms) - 1)', GROWING, '>=1'],
    ['if shop.open then [count(rooms)] else [count(rooms)]', GROWING, '?shop.open'],
    // what has no outcome is null, never a fault
    ['round half up(1234, null)', {}, 'null'],
    ['round half up(5.5, -6112)', {}, 'null'],
    ['round half up(5.5, 6177)', {}, 'null'],
    ['decimal(1/3, 2.5)', {}, '0.33'],
    ['decimal(1/3, null)', {}, 'null'],
    ['decimal(1234.5, -2)', {}, '1200'],
    ['decimal(5, 99999999999999999999)', {}, 'null'],
    ['add days(date("2026-01-01"), 1000000000)', {}, 'null'],
    ['add days(date("2026-01-01"), 3000000)', {}, 'null'],
    ['add days(date("2026-01-01"), -1000000)', {}, 'null'],
    ['add days(date("2026-01-01"), 99999999999999999999)', {}, 'null'],
    ['add days(date("2026-01-01"), 1.5)', {}, '2026-01-02'],
    ['add days(date("9999-12-30"), 1)', {}, '9999-12-31'],
    ['1/3', {}, '0.3333333333333333333333333333333333'],
    ['0.0000000000000000000000000000000001 / 3 > 0', {}, 'true'],
    ['9999999999999999999999999999999999 * 10 + 1 = 9999999999999999999999999999999999 * 10', {}, 'true'],
    ['shop.name + null', { 'shop.name': 'a' }, 'null'],
    ['string(0.0000001)', {}, '0.0000001'],
    ['flatten([[[1], [2]], [[3]]])', {}, '[1 2 3]'],
    ['concatenate([1], [2], [3])', {}, '[1 2 3]'],
    ['some business in parties satisfies business = applicant', { parties: list([null]), applicant: null }, 'true'],
    ['flatten(for r in rooms return rooms[area < r.area])', WHOLE, '[b]'],
    ['flatten(for r in rooms return rooms[area < r.area])', GROWING, '[b …]'],
    ['verdict("alcohol") = "needed"', {}, '?verdict alcohol'],
    ['business = business', {}, 'true'],
  ])('%s with %o is %s', (source, table, expected) => expect(run(source, table)).toBe(expected))
})

test.each<[string, Table, string, string]>([
  ['404.80 + 41.70 * (count(rooms) - 1)', WHOLE, '404,80 + 41,70 × (2 − 1)', ','],
  ['404.80 + 41.70 * (count(rooms) - 1)', WHOLE, '404.80 + 41.70 × (2 − 1)', '.'],
  ['if shop.open then 12.5 else 3', T, '12,50', ','],
  ['34 * shop.size', {}, '34 × ?', ','],
])('the formula %s reads as %s', (source, table, expected, mark) =>
  expect(fillIn(exprOf(source), readerOf(table), {}, mark)).toBe(expected),
)
