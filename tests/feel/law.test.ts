import Big from 'big.js'
import fc from 'fast-check'
import { evaluate as oracle } from 'feelin'
import { describe, expect, test } from 'vitest'
import { compileFeel } from '../../src/feel/compile.ts'
import { evaluate } from '../../src/feel/evaluate.ts'
import type { Compiled, Expr } from '../../src/feel/expr.ts'
import { isAtLeast, isList, isUnknown, unknown, type Value } from '../../src/feel/value.ts'
import type { VQuestion } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { COLOURS, NAMES } from './names.ts'
import { readerOf, type Table } from './table-reader.ts'

// Where the two differ on purpose, the generator stays away: sum([]) is 0 with us (a fee over no rooms is nothing) and null in FEEL; == is a
// finding with us; our own functions (clock, years between, verdict, …) are no FEEL.

const RUNS = 1000

/** Answers of a made-up case: scalars, and the rooms that were entered. */
interface Answers {
  readonly open: boolean
  readonly warm: boolean
  readonly size: number
  readonly price: number
  readonly colour: string
  readonly tags: readonly string[]
  readonly name: string
  readonly since: string
  readonly rooms: readonly { readonly area: number; readonly kind: string }[]
}
const halves = fc.integer({ min: 0, max: 40 }).map((n) => n / 2)
const answers: fc.Arbitrary<Answers> = fc.record({
  open: fc.boolean(),
  warm: fc.boolean(),
  size: halves,
  price: halves,
  colour: fc.constantFrom(...COLOURS),
  tags: fc.subarray(COLOURS),
  name: fc.constantFrom('', 'a', 'abc', 'b', 'ba'),
  since: fc.constantFrom('2020-01-01', '2024-02-29', '2024-05-01', '2026-12-31'),
  rooms: fc.array(fc.record({ area: halves, kind: fc.constantFrom('bar', 'kitchen') }), { minLength: 1, maxLength: 3 }),
})

/** FEEL text over that case. */
const { bool, num } = fc.letrec<{ bool: string; num: string }>((tie) => ({
  bool: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('shop.open', 'shop.warm', 'true', 'false'),
    fc.constantFrom(...COLOURS).map((colour) => `shop.colour = "${colour}"`),
    fc.constantFrom('shop.colour in ("red", "green")', 'not(shop.colour in ("blue"))', 'shop.colour != "red"'),
    fc.constantFrom(...COLOURS).map((colour) => `list contains(shop.tags, "${colour}")`),
    fc.constantFrom('starts with(shop.name, "a")', 'contains(shop.name, "b")', 'string length(shop.name) > 1'),
    fc.constantFrom('shop.since > date("2024-03-01")', 'shop.since <= date("2024-02-29")'),
    fc.tuple(tie('num'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('num')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    fc.tuple(tie('bool'), fc.constantFrom('and', 'or'), tie('bool')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('bool').map((a) => `not(${a})`),
    fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    tie('num')
      .map((limit) => `some r in rooms satisfies r.area > (${limit})`)
      .map((text) => `(${text})`),
    fc.constantFrom('(every r in rooms satisfies r.kind = "bar")', '(some r in rooms satisfies r.kind = "bar" and r.area > 5)'),
    fc.tuple(halves, halves).map(([a, b]) => `(shop.size in [${Math.min(a, b)}..${Math.max(a, b)}])`),
  ),
  num: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'shop.size',
      'shop.price',
      'count(rooms)',
      'count(flatten(for r in rooms return [r.area, r.area]))',
      'sum(for r in rooms return r.area)',
      'max(for r in rooms return r.area)',
    ),
    halves.map(String),
    fc.tuple(tie('num'), fc.constantFrom('+', '-', '*'), tie('num')).map(([a, op, b]) => `((${a}) ${op} (${b}))`),
    fc.tuple(tie('bool'), tie('num'), tie('num')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    tie('num').map((a) => `floor(${a})`),
    tie('num').map((a) => `abs(${a})`),
    fc.constant('count(rooms[area > 5])'),
  ),
}))
const expression = fc.oneof(bool, num)

const exprOf = (source: string): Expr => {
  const compiled = compileFeel(source, NAMES, {}, null)
  if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.problems)}`)
  return compiled.expr
}

/** The case as our evaluator reads it. `hidden`: scalars that are not answered; `shown`: rooms that were entered so far. */
function tableOf(all: Answers, hidden: ReadonlySet<string> = new Set(), shown = all.rooms.length, complete = true): Table {
  const table: Table = {}
  const put = (key: string, value: Value): void => {
    if (!hidden.has(key)) table[key] = value
  }
  put('shop.open', all.open)
  put('shop.warm', all.warm)
  put('shop.size', new Big(all.size))
  put('shop.price', new Big(all.price))
  put('shop.colour', all.colour)
  put('shop.tags', { kind: 'list', items: [...all.tags], unknown: null })
  put('shop.name', all.name)
  put('shop.since', all.since)
  all.rooms.slice(0, shown).forEach((room, index) => {
    put(`room.area@r${index}`, new Big(room.area))
    put(`room.kind@r${index}`, room.kind)
  })
  const items = all.rooms.slice(0, shown).map((_, index): Value => ({ kind: 'row', subject: 'room', id: `r${index}` }))
  table.rooms = { kind: 'list', items, unknown: complete ? null : unknown(['rooms']) }
  return table
}

const plain = (value: Value): unknown =>
  value instanceof Big ? Number(value) : value !== null && isList(value) ? value.items.map(plain) : value
const isOpen = (value: Value): boolean =>
  isUnknown(value) || (value !== null && isAtLeast(value)) || (value !== null && isList(value) && value.unknown !== null)

test('on full answers every expression gives what FEEL gives', () => {
  fc.assert(
    fc.property(expression, answers, (source, all) => {
      const ours = plain(evaluate(exprOf(source), readerOf(tableOf(all)), {}))
      const { since, rooms, ...shop } = all
      const theirs = oracle(source, { shop: { ...shop, since: oracle(`date("${since}")`).value }, rooms }).value
      expect({ source, value: ours }).toEqual({ source, value: theirs })
    }),
    { numRuns: RUNS },
  )
})

test('what partial answers decide, every completion decides the same', () => {
  const scalars = ['shop.open', 'shop.warm', 'shop.size', 'shop.price', 'shop.colour', 'shop.tags', 'shop.name', 'shop.since']
  const cells = [...scalars, 'room.area@r0', 'room.kind@r0', 'room.area@r1', 'room.kind@r1']
  let decided = 0
  fc.assert(
    fc.property(
      expression,
      answers,
      fc.array(answers, { minLength: 3, maxLength: 3 }),
      fc.subarray(cells),
      fc.nat({ max: 3 }),
      fc.boolean(),
      (source, base, others, hiding, entered, whole) => {
        const expr = exprOf(source)
        const hidden = new Set(hiding)
        const shown = whole ? base.rooms.length : Math.min(entered, base.rooms.length)
        const partial = evaluate(expr, readerOf(tableOf(base, hidden, shown, whole)), {})
        if (isOpen(partial)) return
        decided += 1
        for (const other of [base, ...others]) {
          const completion = complete(base, other, hidden, shown, whole)
          expect({ source, value: plain(evaluate(expr, readerOf(tableOf(completion)), {})) }).toEqual({ source, value: plain(partial) })
        }
      },
    ),
    { numRuns: RUNS },
  )
  // the law says nothing when nothing is ever decided
  expect(decided).toBeGreaterThan(RUNS / 5)
})

/** What was answered stays; what was not comes from `other`. */
function complete(base: Answers, other: Answers, hidden: ReadonlySet<string>, shown: number, whole: boolean): Answers {
  const pick = <K extends keyof Answers>(key: K): Answers[K] => (hidden.has(`shop.${key}`) ? other[key] : base[key])
  const kept = base.rooms.slice(0, shown).map((room, index) => ({
    area: hidden.has(`room.area@r${index}`) ? (other.rooms[index]?.area ?? room.area) : room.area,
    kind: hidden.has(`room.kind@r${index}`) ? (other.rooms[index]?.kind ?? room.kind) : room.kind,
  }))
  return {
    open: pick('open'),
    warm: pick('warm'),
    size: pick('size'),
    price: pick('price'),
    colour: pick('colour'),
    tags: pick('tags'),
    name: pick('name'),
    since: pick('since'),
    rooms: whole ? kept : [...kept, ...other.rooms],
  }
}

const SHARED = new Set([
  'count',
  'sum',
  'min',
  'max',
  'abs',
  'floor',
  'ceiling',
  'list contains',
  'contains',
  'starts with',
  'string length',
  'concatenate',
  'flatten',
])

describe.each(['voorbeeld', 'amsterdam/centrum'])('conditions of %s', (id) => {
  test('give what FEEL gives, on full answers', () => {
    const variant = shippedVariant(id)
    const questions = new Map(variant.questions.map((question) => [question.id, question]))
    const conditions = [...compiledIn(variant)].filter(({ expr }) => isPlain(expr, questions) && factsIn(expr).length > 0)
    expect(conditions.length).toBeGreaterThan(150)
    const facts = [...new Set(conditions.flatMap(({ expr }) => factsIn(expr)))]
    fc.assert(
      fc.property(fc.record(Object.fromEntries(facts.map((fact) => [fact, answerTo(questions.get(fact))]))), (values) => {
        const table: Table = Object.fromEntries(Object.entries(values).map(([fact, value]) => [fact, asValue(value)]))
        const context = nested(values)
        for (const { expr, source } of conditions)
          expect({ source, value: plain(evaluate(expr, readerOf(table), {})) }).toEqual({ source, value: oracle(source, context).value })
      }),
      { numRuns: 15 },
    )
  })
})

/** Everything in a variant that was compiled from FEEL. */
function* compiledIn(value: unknown): Generator<Compiled> {
  if (typeof value !== 'object' || value === null) return
  if ('expr' in value && 'source' in value) yield value as Compiled
  else for (const item of Object.values(value)) yield* compiledIn(item)
}

/** Reads only answers of the case, and uses only what FEEL has too. */
function isPlain(expr: Expr, questions: ReadonlyMap<string, VQuestion>): boolean {
  if (expr.op === 'call' && !SHARED.has(expr.fn)) return false
  if (['get', 'var', 'rows', 'alias', 'parameter', 'some', 'every', 'filter', 'map', 'at'].includes(expr.op)) return false
  if (expr.op === 'fact' && !['yesNo', 'choice', 'multiChoice', 'integer', 'text'].includes(questions.get(expr.id)?.type ?? ''))
    return false
  return partsOf(expr).every((part) => isPlain(part, questions))
}
const partsOf = (expr: Expr): Expr[] =>
  Object.values(expr)
    .flatMap((part: unknown) => (Array.isArray(part) ? part : [part]))
    .filter((part): part is Expr => typeof part === 'object' && part !== null && 'op' in part)
const factsIn = (expr: Expr): string[] => [...(expr.op === 'fact' ? [expr.id] : []), ...partsOf(expr).flatMap(factsIn)]

function answerTo(question: VQuestion | undefined): fc.Arbitrary<unknown> {
  const options = question?.options?.map((option) => option.id) ?? []
  switch (question?.type) {
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...options)
    case 'multiChoice':
      return fc.subarray(options, { minLength: 1 })
    case 'integer':
      return fc.nat({ max: 600 })
    default:
      return fc.constantFrom('a', 'b c')
  }
}
const asValue = (value: unknown): Value =>
  typeof value === 'number'
    ? new Big(value)
    : Array.isArray(value)
      ? { kind: 'list', items: value as string[], unknown: null }
      : typeof value === 'boolean'
        ? value
        : String(value)

function nested(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const top: Record<string, unknown> = {}
  for (const [id, value] of Object.entries(values)) {
    const path = id.split('.')
    let at = top
    for (const segment of path.slice(0, -1)) {
      at[segment] ??= {}
      at = at[segment] as Record<string, unknown>
    }
    at[path.at(-1) ?? ''] = value
  }
  return top
}
