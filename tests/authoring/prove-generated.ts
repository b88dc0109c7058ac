import fc from 'fast-check'
import type { Expr } from '../../src/feel/expr.ts'
import { and, fact, has, is, lit, not, options, or, otherwise, type Small, verdictOf, when } from './prove-small-variant.ts'

const ids = ['a', 'b', 'c', 'd', 'e'] as const
/** Question c is asked twice, so that a page may have nothing left to ask. */
const pages = [['a'], ['b', 'c'], ['d', 'c'], ['e']] as const
const optionIds = ['none', 'x', 'y', 'z'] as const
const atom = (known: readonly string[]): fc.Arbitrary<Expr> =>
  known.length === 0
    ? fc.constant(lit(true))
    : fc.tuple(fc.constantFrom(...known), fc.constantFrom(...optionIds), fc.integer({ min: 0, max: 2 })).map(([id, option, turn]) => {
        if (id === 'c') return has(id, option)
        if (id === 'd') return turn === 0 ? is(id, true) : fact(id)
        return turn === 0 ? { op: '!=' as const, left: fact(id), right: lit(option) } : is(id, option)
      })
const condition = (known: readonly string[], depth = 2): fc.Arbitrary<Expr> =>
  depth === 0
    ? atom(known)
    : fc.oneof(
        { weight: 2, arbitrary: atom(known) },
        { weight: 1, arbitrary: fc.array(condition(known, depth - 1), { minLength: 2, maxLength: 3 }).map((args) => and(...args)) },
        { weight: 1, arbitrary: fc.array(condition(known, depth - 1), { minLength: 2, maxLength: 3 }).map((args) => or(...args)) },
        { weight: 1, arbitrary: condition(known, depth - 1).map(not) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(condition(known, depth - 1), atom(known), atom(known))
            .map(([test, yes, no]): Expr => ({ op: 'if', test, yes, no })),
        },
      )
const maybe = (arbitrary: fc.Arbitrary<Expr>): fc.Arbitrary<Expr | undefined> => fc.option(arbitrary, { nil: undefined })
/** Small trees with stops, steps and questions under conditions, a computed fact, one that the tree never asks, and a verdict that reads another. */
export const smallTree: fc.Arbitrary<Small> = fc
  .record({
    stepWhens: fc.tuple(...pages.map(([first = '']) => maybe(condition(ids.slice(0, [...ids, ''].indexOf(first)))))),
    questionWhens: fc.tuple(...ids.map((_, index) => maybe(condition(ids.slice(0, index), 1)))),
    stop: condition(ids.slice(0, 3), 1),
    rules: fc.array(
      fc.tuple(condition([...ids, 'kind', 'exact']), fc.constantFrom('needed' as const, 'notNeeded' as const, 'ask' as const)),
      { minLength: 1, maxLength: 4 },
    ),
    kind: fc.tuple(condition(ids, 1), condition(ids, 1)),
    second: condition(ids, 1),
  })
  .map(({ stepWhens, questionWhens, stop, rules, kind, second }): Small => {
    const given = (index: number): { when: ReturnType<typeof when> } | object => {
      const expr = questionWhens[index]
      return expr ? { when: when(expr) } : {}
    }
    return {
      questions: [
        { id: 'a', options: options(...optionIds), ...given(0) },
        { id: 'b', options: options('none', 'x', 'y'), ...given(1) },
        { id: 'c', type: 'multiChoice', options: options(...optionIds), ...given(2) },
        { id: 'd', ...given(3) },
        {
          id: 'e',
          options: [
            ...(options('x', 'y') ?? []),
            { id: 'dontKnow', label: { nl: '?', en: '?' }, countsAs: 'x', undecided: false, wording: null, from: null, until: null },
          ],
          ...given(4),
        },
        {
          id: 'kind',
          options: options(...optionIds),
          derived: when({ op: 'if', test: kind[0], yes: lit('x'), no: { op: 'if', test: kind[1], yes: lit('y'), no: lit('none') } }),
        },
        { id: 'exact', options: options(...optionIds) },
      ],
      steps: pages.map((ask, index) => {
        const expr = stepWhens[index]
        return { id: `step${index}`, ask, ...(expr ? { when: expr } : {}) }
      }),
      stops: [{ id: 'stop', after: 'step1', when: stop }],
      licences: [
        { id: 'first', rules: rules.map(([expr, verdict]) => ({ when: expr, verdict })) },
        {
          id: 'second',
          rules: [
            { when: and(second, { op: '=', left: verdictOf('first'), right: lit('needed') }), verdict: 'needed' },
            { when: otherwise, verdict: 'notNeeded' },
          ],
        },
      ],
    }
  })
