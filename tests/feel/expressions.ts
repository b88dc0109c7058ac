import fc from 'fast-check'
import { FUNCTIONS, type Param } from '../../src/feel/functions.ts'
import type { Type } from '../../src/feel/type.ts'
import { COLOURS } from './names.ts'

/** An expression as we take it, and the same for feelin: null where feelin has nothing like it. */
export interface Pair {
  readonly ours: string
  readonly feelin: string | null
}

const listOf = (of: Type): Type => ({ kind: 'list', of })
const NUMBER: Type = { kind: 'number' }
const TEXT: Type = { kind: 'string' }
const ROW: Type = { kind: 'row', subject: 'room' }
const ORDERED: readonly Type[] = [NUMBER, TEXT, { kind: 'date' }, { kind: 'time' }]
const PLAIN: readonly Type[] = [{ kind: 'boolean' }, ...ORDERED]
const SINGLE: readonly Type[] = [...PLAIN, ROW]
const KINDS: readonly Type[] = [...SINGLE, ...SINGLE.map(listOf), listOf(listOf(NUMBER)), listOf(listOf(TEXT))]

/** `number[]` */
export const kindOf = (type: Type): string => (type.kind === 'list' ? `${kindOf(type.of)}[]` : type.kind)
const isOneOf = (types: readonly Type[], type: Type): boolean => types.some((one) => kindOf(one) === kindOf(type))

/** A way to call a function of the table. */
export interface Call {
  readonly name: string
  readonly args: readonly Type[]
  readonly result: Type
}

/** Every way there is, over the kinds above. A function that is added to the table comes along. */
export const CALLS: readonly Call[] = [...FUNCTIONS].flatMap(([name, { params, least, repeats, spread, result }]) => {
  const lengths = new Set([params.length, least ?? params.length, ...(repeats ? [params.length + 1] : [])])
  const ways = KINDS.flatMap((element) =>
    [...lengths].flatMap((length) => {
      const args = Array.from({ length }, (_, index) => typeFor(params[Math.min(index, params.length - 1)] ?? 'any', element))
      const fitting = args.filter((arg) => arg !== null)
      const [first] = fitting
      if (fitting.length < args.length) return []
      return [
        fitting,
        ...(spread && first?.kind === 'list'
          ? [
              [first.of, first.of],
              [first.of, first.of, first.of],
            ]
          : []),
      ]
    }),
  )
  const seen = new Set<string>()
  return ways.flatMap((args): Call[] => {
    const id = args.map(kindOf).join()
    const gives = typeof result === 'function' ? result(spread && args[0]?.kind !== 'list' ? args.slice(0, 1).map(listOf) : args) : result
    if (seen.has(id) || !gives || !isOneOf(KINDS, gives)) return []
    seen.add(id)
    return [{ name, args, result: gives }]
  })
})

/** The kind a parameter takes in a call about `element`; null: none of that kind. */
function typeFor(param: Param, element: Type): Type | null {
  if (typeof param !== 'string') return param
  switch (param) {
    case 'any':
      return element
    case 'value':
      return isOneOf(PLAIN, element) ? element : null
    case 'list':
      return isOneOf(KINDS, listOf(element)) ? listOf(element) : null
    case 'list of texts':
      return listOf(TEXT)
    case 'list that can be ordered':
      return isOneOf(ORDERED, element) ? listOf(element) : null
    default:
      return param satisfies never
  }
}

const FUNCTION_NAMES = [...new Set(CALLS.map(({ name }) => name))]

const write = ({ name }: Call, args: readonly string[]): string => `${name}(${args.join(', ')})`
const asList = ({ args: [first] }: Call, texts: readonly string[]): string =>
  first?.kind === 'list' ? (texts[0] ?? '') : `[${texts.join(', ')}]`
const deep = ({ args }: Call): boolean => args.some((arg) => arg.kind === 'list' && arg.of.kind === 'list')
const shallow = (call: Call, texts: readonly string[]): string | null => (deep(call) ? null : write(call, texts))
const highest = (call: Call, texts: readonly string[]): string | null =>
  call.result.kind === 'number' ? `${call.name}((${asList(call, texts)})[item != null])` : null

/** feelin knows a day only by itself. */
const hasDay = ([list, day]: readonly string[]): string =>
  `(if (${list}) = null then null else some item in (${list}) satisfies item = (${day}))`

/** How a call is written for feelin, so that known differences (docs/feel.md) do not show and everything else does.
 * `write`: feelin has the function, or the test hands it one of that name. null: nothing like it. A function in no row makes a test fail. */
export const FOR_FEELIN: ReadonlyMap<string, (call: Call, texts: readonly string[]) => string | null> = new Map([
  ['sum', (call, texts) => `(if count(${asList(call, texts)}) = 0 then 0 else sum(${asList(call, texts)}))`],
  ['min', highest],
  ['max', highest],
  // feelin makes a list of what is none
  ['concatenate', (call, texts) => `(if ${texts.map((text) => `(${text}) = null`).join(' or ')} then null else ${write(call, texts)})`],
  ['list contains', (call, texts) => (call.args[1]?.kind === 'date' ? hasDay(texts) : shallow(call, texts))],
  ['distinct values', shallow],
  ['string', (call, texts) => write({ ...call, name: call.args[0]?.kind === 'time' ? 'clock text' : 'string' }, texts)],
  ...['count', 'abs', 'floor', 'ceiling', 'round half up', 'decimal', 'contains', 'starts with', 'string length', 'flatten'].map(
    (name) => [name, write] as const,
  ),
  ...['years between', 'days between', 'add days', 'initials', 'join', 'hours between', 'number text', 'clock text'].map(
    (name) => [name, write] as const,
  ),
])

const same = (...texts: readonly string[]): Pair[] => texts.map((ours) => ({ ours, feelin: ours }))

/** What an expression of a kind may begin with. `wild`: what floating point and feelin cannot follow. */
const LEAVES: ReadonlyMap<string, { readonly mild: readonly Pair[]; readonly wild: readonly Pair[] }> = new Map([
  ['boolean', { mild: same('shop.open', 'shop.warm', 'true', 'false', 'attached("floorPlan")'), wild: same('null') }],
  [
    'number',
    {
      mild: same('shop.size', 'shop.price', 'town.limit', 'fee("alcohol.new")', 'count(rooms)', '0', '1', '2', '0.5', '3.5', '12'),
      wild: same('-6112', '6177', '2.345', '1000000000', '99999999999999999999', '0.0000000001', 'rooms[9].area'),
    },
  ],
  [
    'string',
    {
      mild: same(
        'shop.name',
        'shop.colour',
        '""',
        '"a"',
        '"b c"',
        '"red"',
        'verdict("alcohol")',
        'duty("alcohol")',
        'channel("alcohol")',
        'login("alcohol")',
      ),
      wild: same('"é😀"', 'rooms[9].kind'),
    },
  ],
  [
    'date',
    {
      mild: [
        ...same('shop.since', 'date("2024-02-29")', 'date("2026-03-01")', 'applicant.birthDate'),
        { ours: 'today()', feelin: 'date("2026-03-01")' },
      ],
      wild: same('date("0000-01-01")', 'date("9999-12-31")', '(if true then null else shop.since)'),
    },
  ],
  [
    'time',
    {
      mild: [...same('shop.closes'), { ours: 'clock("22:00")', feelin: '1320' }, { ours: 'clock("01:30+1")', feelin: '1530' }],
      wild: same('(if true then null else shop.closes)'),
    },
  ],
  ['row', { mild: same('rooms[1]', 'rooms[2]'), wild: same('rooms[9]') }],
  ['boolean[]', { mild: same('[]', '[shop.open, shop.warm]'), wild: same('[null, true]') }],
  [
    'number[]',
    {
      mild: same('[]', '[1, 2]', '[shop.size, 2, 2]', 'rooms.area', '(for r in rooms return r.area + 1)'),
      wild: same('[null, 1]', '[count(rooms)]'),
    },
  ],
  ['string[]', { mild: same('[]', '["red", "a"]', 'shop.tags', 'rooms.kind', 'documents("alcohol")'), wild: same('[null, "a"]') }],
  ['date[]', { mild: same('[]', '[shop.since, date("2026-03-01")]'), wild: same('[null, shop.since]') }],
  ['time[]', { mild: same('[]', '[shop.closes]'), wild: same('[null, shop.closes]') }],
  ['row[]', { mild: same('rooms', 'rooms[area > 5]', 'rooms[kind = "bar"]'), wild: same('[null, rooms[1]]') }],
  ['number[][]', { mild: same('[]', '[[1], [2, 3]]', '[[shop.size], []]'), wild: same('[null, [1]]') }],
  ['string[][]', { mild: same('[]', '[["a"], ["red"]]', '[shop.tags]'), wild: same('[null, shop.tags]') }],
])

type Write = (...texts: string[]) => string
/** One way to make an expression out of others: how we write it and, where that differs, how feelin is told the same. */
function way(
  parts: readonly fc.Arbitrary<Pair>[],
  ours: Write,
  feelin: ((...texts: string[]) => string | null) | null = ours,
): fc.Arbitrary<Pair> {
  return fc.tuple(...parts).map((made) => ({
    ours: ours(...made.map((part) => part.ours)),
    feelin: feelin === null || made.some((part) => part.feelin === null) ? null : feelin(...made.map((part) => part.feelin ?? '')),
  }))
}

/** Expressions of every kind over tests/feel/names.ts, with every operator and every function. `mild`: as far as feelin can follow. */
export function expressions({ mild }: { readonly mild: boolean }): fc.Arbitrary<Pair & { readonly kind: string }> {
  // one depth for all kinds: with one for each, expressions are pages long, and feelin can follow hardly any
  const depthIdentifier = fc.createDepthIdentifier()
  const all = fc.letrec<Record<string, Pair>>((tie) =>
    Object.fromEntries(
      KINDS.map((type) => {
        const leaves = LEAVES.get(kindOf(type))
        if (!leaves) throw new Error(`no expression of the kind ${kindOf(type)} to begin with`)
        const of = (one: Type): fc.Arbitrary<Pair> => tie(kindOf(one)) as fc.Arbitrary<Pair>
        const first = fc.constantFrom(...leaves.mild, ...(mild ? [] : leaves.wild))
        return [
          kindOf(type),
          fc.oneof({ depthSize: 'small', maxDepth: DEEPEST, depthIdentifier, withCrossShrink: true }, first, ...ways(type, of, mild)),
        ]
      }),
    ),
  )
  const of: Of = (type) => all[kindOf(type)] as fc.Arbitrary<Pair>
  const ofKind = (type: Type, one: fc.Arbitrary<Pair>) => one.map((pair) => ({ ...pair, kind: kindOf(type) }))
  const anyOf = (type: Type) => ofKind(type, of(type))
  const calls = FUNCTION_NAMES.map((name) =>
    fc.oneof(...KINDS.flatMap((type) => callsOf(name, of, mild, type).map((one) => ofKind(type, one)))),
  )
  return fc.oneof(fc.oneof(...KINDS.map(anyOf)), fc.oneof(...calls))
}

const DEEPEST = 5

type Of = (type: Type) => fc.Arbitrary<Pair>

function ways(type: Type, of: Of, mild: boolean): fc.Arbitrary<Pair>[] {
  const condition = of({ kind: 'boolean' })
  return [
    ...FUNCTION_NAMES.flatMap((name) => callsOf(name, of, mild, type)),
    way([condition, of(type), of(type)], (test, yes, no) => `(if ${test} then ${yes} else ${no})`),
    ...(type.kind === 'list' ? lists(type, type.of, of) : []),
    ...(type.kind === 'boolean' ? conditions(of) : []),
    ...(type.kind === 'number' ? numbers(of, mild) : []),
    ...(type.kind === 'string' ? [way([of(type), of(type)], (a, b) => `((${a}) + (${b}))`)] : []),
  ]
}

/** The calls of a function that give a kind, as one: a function with one way to call it would drown among those that take a list of anything. */
function callsOf(name: string, of: Of, mild: boolean, type: Type): fc.Arbitrary<Pair>[] {
  const calls = CALLS.filter((call) => call.name === name && kindOf(call.result) === kindOf(type))
  return calls.length > 0 ? [fc.oneof(...calls.map((call) => called(call, of, mild)))] : []
}

function called(call: Call, of: Of, mild: boolean): fc.Arbitrary<Pair> {
  // so many decimals, so many days: feelin follows a few
  const few = fc.constantFrom(...same('0', '1', '2'))
  const counted = call.name === 'decimal' || call.name === 'round half up' || call.name === 'add days'
  const args = call.args.map((arg, index) => (mild && counted && index === 1 ? few : of(arg)))
  return way(
    args,
    (...texts) => write(call, texts),
    (...texts) => FOR_FEELIN.get(call.name)?.(call, texts) ?? null,
  )
}

function lists(type: Type, element: Type, of: Of): fc.Arbitrary<Pair>[] {
  const literal = fc.integer({ min: 1, max: 3 }).chain((length) =>
    way(
      Array.from({ length }, () => of(element)),
      (...texts) => `[${texts.join(', ')}]`,
    ),
  )
  const each = way([of(listOf(ROW)), of(element)], (rows, body) => `(for r in ${rows} return ${body})`)
  if (element.kind === 'row') return [literal, each, way([of(type), of(NUMBER)], (rows, most) => `(${rows})[area > ${most}]`, null)]
  if (element.kind === 'list') return [literal, each]
  // feelin leaves null out of what it filters
  const filter = way(
    [of(type), of(element)],
    (list, text) => `(${list})[item != ${text}]`,
    (list, text) => `flatten(for item in (${list}) return if item != ${text} then [item] else [])`,
  )
  return [literal, each, filter]
}

function conditions(of: Of): fc.Arbitrary<Pair>[] {
  const condition = of({ kind: 'boolean' })
  const number = of(NUMBER)
  const compared = (type: Type, op: string) =>
    // feelin has no outcome for lists that differ in length
    way([of(type), of(type)], (a, b) => `((${a}) ${op} (${b}))`, type.kind === 'list' ? null : undefined)
  const between = (x: string, low: string, high: string, from = '>=', to = '<='): string =>
    `(((${x}) ${from} (${low})) and ((${x}) ${to} (${high})))`
  const inside = (type: Type, open: '[' | '(', close: ']' | ')') =>
    way(
      [of(type), of(type), of(type)],
      (x, low, high) => `((${x}) in ${open}(${low})..(${high})${close})`,
      // feelin turns bounds around
      (x, low, high) => between(x, low, high, open === '[' ? '>=' : '>', close === ']' ? '<=' : '<'),
    )
  return [
    way([condition, condition], (a, b) => `((${a}) and (${b}))`),
    way([condition, condition], (a, b) => `((${a}) or (${b}))`),
    way([condition], (a) => `not(${a})`),
    ...KINDS.flatMap((type) => [compared(type, '='), compared(type, '!=')]),
    ...ORDERED.flatMap((type) => ['<', '<=', '>', '>='].map((op) => compared(type, op))),
    ...ORDERED.flatMap((type) => [inside(type, '[', ']'), inside(type, '(', ')')]),
    way([number, number, number], (x, low, high) => `((${x}) between (${low}) and (${high}))`, between),
    ...[COLOURS, COLOURS.slice(1)].map((options) =>
      way(
        [of(TEXT)],
        (text) => `((${text}) in (${options.map((option) => `"${option}"`).join(', ')}))`,
        (text) => `(${options.map((option) => `(${text}) = "${option}"`).join(' or ')})`,
      ),
    ),
    ...['some', 'every'].flatMap((word) => [
      way(
        [of(listOf(ROW)), number, condition],
        (rows, most, other) => `(${word} r in ${rows} satisfies (r.area > (${most}) and ${other}))`,
      ),
      way([of(listOf(NUMBER)), number], (list, most) => `(${word} n in ${list} satisfies n <= (${most}))`),
    ]),
  ]
}

function numbers(of: Of, mild: boolean): fc.Arbitrary<Pair>[] {
  const number = of(NUMBER)
  return [
    ...['+', '-', '*'].map((op) => way([number, number], (a, b) => `((${a}) ${op} (${b}))`)),
    way([number], (a) => `-(${a})`),
    way([of(ROW)], (row) => `(${row}).area`),
    // floating point follows halves and quarters
    mild ? way([number], (a) => `((${a}) / 4)`) : way([number, number], (a, b) => `((${a}) / (${b}))`),
  ]
}
