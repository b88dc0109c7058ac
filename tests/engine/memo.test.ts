import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Memo } from '../../src/engine/incremental/memo.ts'
import { same } from '../../src/engine/incremental/same.ts'

/** sum|a,b reads cells a and b; parity|x reads x; a plain name that was never given is 0. */
function compute(runs: string[]) {
  return (id: string) =>
    (get: (id: string) => unknown): unknown => {
      runs.push(id)
      const [kind = '', rest = ''] = id.split('|', 2)
      if (kind === 'sum') return rest.split(',').reduce((total, name) => total + Number(get(name)), 0)
      if (kind === 'parity') return { odd: Number(get(rest)) % 2 === 1 }
      if (kind === 'shown') return `odd: ${(get(`parity|${rest}`) as { odd: boolean }).odd}`
      return 0
    }
}

describe('a memo', () => {
  test('computes a cell once, however often it is read', () => {
    const runs: string[] = []
    const memo = Memo.create(
      [
        ['a', 1],
        ['b', 2],
      ],
      compute(runs),
      same,
    )
    expect([memo.get('sum|a,b'), memo.get('sum|a,b')]).toEqual([3, 3])
    expect(runs).toEqual(['sum|a,b'])
  })

  test('computes again only what reads a changed input', () => {
    const runs: string[] = []
    const memo = Memo.create(
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ],
      compute(runs),
      same,
    )
    memo.get('sum|a,b')
    memo.get('sum|b,c')
    runs.length = 0
    const next = memo.edited([['a', 5]])
    expect([next.get('sum|a,b'), next.get('sum|b,c')]).toEqual([7, 5])
    expect(runs).toEqual(['sum|a,b'])
  })

  test('leaves the memo it came from as it was', () => {
    const memo = Memo.create(
      [
        ['a', 1],
        ['b', 2],
      ],
      compute([]),
      same,
    )
    const next = memo.edited([['a', 9]])
    expect([next.get('sum|a,b'), memo.get('sum|a,b')]).toEqual([11, 3])
  })

  test('keeps the old object when a cell comes out equal, and does not touch what reads it', () => {
    const runs: string[] = []
    const memo = Memo.create([['a', 1]], compute(runs), same)
    memo.get('shown|a')
    const before = memo.get('parity|a')
    runs.length = 0
    const next = memo.edited([['a', 3]])
    expect(next.get('shown|a')).toBe('odd: true')
    expect(next.get('parity|a')).toBe(before)
    expect(runs).toEqual(['parity|a'])
  })

  test('takes an input back', () => {
    const memo = Memo.create(
      [
        ['a', 1],
        ['b', 2],
      ],
      compute([]),
      same,
    )
    expect(
      memo
        .edited([['a', 4]])
        .edited([['a', undefined]])
        .edited([['a', 1]])
        .get('sum|a,b'),
    ).toBe(3)
  })

  test('after any chain of edits and readings every cell is what it is from scratch', () => {
    const names = ['a', 'b', 'c', 'd']
    const cells = ['sum|a,b', 'sum|b,c', 'sum|sum|a', 'parity|a', 'shown|d', 'sum|a,b,c,d']
    const step = fc.record({ input: fc.constantFrom(...names), value: fc.integer({ min: 0, max: 3 }), read: fc.subarray(cells) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let memo = Memo.create(
          names.map((name) => [name, 0] as const),
          compute([]),
          same,
        )
        const now = new Map(names.map((name) => [name, 0]))
        for (const { input, value, read } of steps) {
          memo = memo.edited([[input, value]])
          now.set(input, value)
          for (const cell of read) memo.get(cell)
        }
        const scratch = Memo.create(now, compute([]), same)
        for (const cell of cells) expect(memo.get(cell)).toEqual(scratch.get(cell))
      }),
      { numRuns: 300 },
    )
  })

  test('an edit says which of the cells that were known came out otherwise, and no others', () => {
    const names = ['a', 'b', 'c', 'd']
    const step = fc.record({ input: fc.constantFrom(...names), value: fc.integer({ min: 0, max: 3 }), read: fc.nat() })
    fc.assert(
      fc.property(plans(names), fc.array(step, { maxLength: 30 }), (plan, steps) => {
        const cells = Object.keys(plan)
        let memo = Memo.create([], computePlan(plan), same)
        for (const { input, value, read } of steps) {
          const known = cells.filter((_, at) => at % 3 !== read % 3)
          const before = new Map(known.map((cell) => [cell, memo.get(cell)]))
          memo = memo.edited([[input, { n: value }]])
          const changed = memo.changed((id) => before.has(id))
          const otherwise = known.filter((cell) => memo.get(cell) !== before.get(cell))
          expect(changed.toSorted()).toEqual(otherwise.toSorted())
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every memo of a case keeps saying what it says from scratch, whichever was read in between', () => {
    const names = ['said|a', 'said|b', 'left|a', 'left|b']
    const value = fc.option(fc.record({ n: fc.integer({ min: 0, max: 3 }) }), { nil: undefined })
    const step = fc.record({ from: fc.nat(), input: fc.constantFrom(...names), value, read: fc.nat(), counts: fc.boolean() })
    fc.assert(
      fc.property(plans(names), fc.array(step, { maxLength: 40 }), (plan, steps) => {
        const cells = Object.keys(plan)
        const compute = computePlan(plan)
        const made = [{ memo: Memo.create([], compute, same), inputs: new Map<string, { n: number } | undefined>() }]
        const oneOf = (n: number) => made[n % made.length] as (typeof made)[number]
        const check = ({ memo, inputs }: (typeof made)[number], some: readonly string[], counts = true): void => {
          const scratch = Memo.create(inputs, compute, same)
          expect(reached(memo, some)).toEqual(reached(scratch, some))
          const given = names.filter((name) => inputs.get(name) !== undefined && reached(scratch, some).includes(name))
          const lists = order.prefixes.map((prefix) =>
            given.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
          )
          if (counts) expect(memo.inputsBelow(some, order)).toEqual(lists)
          for (const cell of some) expect(memo.get(cell)).toEqual(scratch.get(cell))
        }
        for (const { from, input, value, read, counts } of steps) {
          const { memo, inputs } = oneOf(from)
          made.push({ memo: memo.edited([[input, value]]), inputs: new Map(inputs).set(input, value) })
          check(oneOf(read), cells.slice(-1 - (read % cells.length)), counts)
        }
        for (const one of [...made, ...made.toReversed()]) check(one, cells)
      }),
      { numRuns: 300 },
    )
  })

  test('what many read is checked before they are, whatever each of them comes to read', () => {
    const names = ['a', 'b', 'c', 'd']
    const pick = fc.record({ by: fc.nat(), odd: fc.nat(), even: fc.nat(), few: fc.boolean(), modulo: fc.integer({ min: 1, max: 3 }) })
    const step = fc.record({ from: fc.nat(), input: fc.constantFrom(...names), value: fc.nat({ max: 3 }), read: fc.nat() })
    const picks = fc.array(pick, { minLength: 40, maxLength: 40 })
    const steps = fc.array(step, { minLength: 25, maxLength: 25 })
    fc.assert(
      fc.property(picks, steps, (picks, steps) => {
        const ids = [...names, ...picks.map((_, at) => `cell${at}`)]
        /** Reads one cell, and by what it holds one of two others. The first few are read by many. */
        const compute = (id: string) => (get: (id: string) => unknown) => {
          const at = ids.indexOf(id)
          const pick = picks[at - names.length]
          if (!pick) return 0
          const number = (of: number): number => Number(get(ids[of] ?? ''))
          const by = number(pick.by % (pick.few ? Math.min(at, 9) : at))
          return (by + number((by % 2 === 1 ? pick.odd : pick.even) % at)) % (pick.modulo + 1)
        }
        const made = [{ memo: Memo.create([], compute, same), inputs: new Map<string, number>() }]
        for (const { from, input, value, read } of steps) {
          const before = made[made.length - 1 - (from % Math.min(made.length, 3))]
          if (!before) continue
          const inputs = new Map(before.inputs).set(input, value)
          const memo = before.memo.edited([[input, value]])
          made.push({ memo, inputs })
          if (read % 4 === 0) continue
          const scratch = Memo.create(inputs, compute, same)
          for (const id of ids.filter((_, at) => (at * 7 + read) % 5 < read % 4)) expect(memo.get(id)).toBe(scratch.get(id))
          const odd = (_: string, value: unknown): boolean => value === 2
          const below = new Set<string>()
          scratch.walk([ids.at(-1) ?? ''], (id, value) => void (odd(id, value) && below.add(id)))
          expect(memo.someBelow(ids.at(-1) ?? '', odd)).toBe(below.size > 0)
        }
        for (const { memo, inputs } of made) {
          const scratch = Memo.create(inputs, compute, same)
          for (const id of ids) expect(memo.get(id)).toBe(scratch.get(id))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a memo that was left and come back to computes nothing again', () => {
    const runs: string[] = []
    const memo = Memo.create([['a', 1]], compute(runs), same)
    memo.get('sum|a,b')
    for (const value of [2, 3]) memo.edited([['a', value]]).get('sum|a,b')
    runs.length = 0
    expect(memo.get('sum|a,b')).toBe(1)
    expect(runs).toEqual([])
  })

  test('forgets what nobody holds: a bare copy has the inputs and nothing else', () => {
    const runs: string[] = []
    const memo = Memo.create([['a', 1]], compute(runs), same)
    memo.get('sum|a')
    const bare = memo.edited([['a', 7]]).fresh()
    runs.length = 0
    expect([bare.get('sum|a'), memo.get('sum|a')]).toEqual([7, 1])
    expect(runs).toEqual(['sum|a'])
  })
})

type Plan = Readonly<Record<string, { readonly kind: string; readonly left: string; readonly right: string }>>

/** Cells over cells: each reads inputs, or cells before it. A half often stays as it was; what `either` reads depends on what it finds. */
function plans(inputs: readonly string[]): fc.Arbitrary<Plan> {
  const pick = fc.record({ kind: fc.constantFrom('sum', 'half', 'either'), left: fc.nat(), right: fc.nat() })
  return fc.array(pick, { minLength: 1, maxLength: 12 }).map((picks) => {
    const known = [...inputs]
    const plan: Record<string, Plan[string]> = {}
    for (const { kind, left, right } of picks) {
      const of = (n: number): string => known[n % known.length] ?? ''
      const id = `cell${known.length}`
      plan[id] = { kind, left: of(left), right: of(right) }
      known.push(id)
    }
    return plan
  })
}

const computePlan =
  (plan: Plan) =>
  (id: string) =>
  (get: (id: string) => unknown): unknown => {
    const cell = plan[id]
    if (!cell) return undefined
    const read = (of: string): number => (get(of) as { n: number } | undefined)?.n ?? 0
    const left = read(cell.left)
    if (cell.kind === 'half') return { n: Math.floor(left / 2) }
    return { n: cell.kind === 'sum' ? left + read(cell.right) : left % 2 === 1 ? read(cell.right) : left }
  }

const order = { prefixes: ['said|', 'left|'], compare: (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0) }

const reached = (memo: Memo, cells: readonly string[]): string[] => {
  const ids: string[] = []
  memo.walk(cells.toReversed(), (id, value) => ids.push(value === undefined ? `no ${id}` : id))
  expect(ids).toHaveLength(new Set(ids).size)
  return ids.toSorted()
}
