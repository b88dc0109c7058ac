import { describe, expect, test } from 'vitest'
import { NamedNodes } from '../../src/authoring/prove/first/named-nodes.ts'
import { proveSufficient } from '../../src/authoring/prove/first/sufficient.ts'
import { UntilSettled } from '../../src/authoring/prove/first/until-settled.ts'
import { answersNeeded } from '../../src/authoring/stats/answers-needed.ts'
import type { Variant } from '../../src/model/variant.ts'
import { is, not, options, or, otherwise, type Small, smallVariant } from './prove-small-variant.ts'

const TODAY = '2026-05-01'

/** Alcohol waits for the room, unless there is none; the terrace for itself; the colour of the door for nobody. */
const small: Small = {
  questions: [
    { id: 'place', options: options('building', 'event') },
    { id: 'door', options: options('red', 'green') },
    { id: 'alcohol', options: options('none', 'weak', 'strong') },
    { id: 'room' },
    { id: 'terrace' },
  ],
  steps: [
    { id: 'where', ask: ['place'] },
    { id: 'looks', ask: ['door'] },
    { id: 'drinks', ask: ['alcohol'] },
    { id: 'rooms', ask: ['room'], when: not(is('alcohol', 'none')) },
    { id: 'outside', ask: ['terrace'] },
  ],
  stops: [{ id: 'event', after: 'where', when: is('place', 'event') }],
  licences: [
    {
      id: 'alcohol',
      rules: [
        { when: is('alcohol', 'none'), verdict: 'notNeeded' },
        { id: 'small', when: is('room', false), verdict: 'notAllowed' },
        { when: otherwise, verdict: 'needed' },
      ],
    },
    {
      id: 'terrace',
      rules: [
        { when: is('terrace', true), verdict: 'needed' },
        { when: otherwise, verdict: 'notNeeded' },
      ],
    },
  ],
}

/** The rule `small` waits for nobody: it may decide once its answer is there. */
const refining = (variant: Variant): Variant => ({
  ...variant,
  licences: variant.licences.map((licence) => ({
    ...licence,
    rules: licence.rules.map((rule) => (rule.id === 'small' ? { ...rule, refines: true } : rule)),
  })),
})

const withRule = (when: ReturnType<typeof or>): Small => ({
  ...small,
  questions: [...small.questions, { id: 'exact' }],
  licences:
    small.licences?.map((licence) => ({
      ...licence,
      rules: licence.rules.map((rule) => (rule.id === 'small' ? { ...rule, when } : rule)),
    })) ?? [],
})

describe('what is asked first suffices', () => {
  test('nothing is asked that no verdict waits for, and a rule that refines is asked for as well', () => {
    for (const variant of [smallVariant(small), refining(smallVariant(small))]) {
      const { findings, most } = proveSufficient(variant, new UntilSettled(variant, TODAY))
      expect(findings).toEqual([])
      // where, drinks, rooms, outside
      expect(most).toBe(4)
    }
  })

  test.each([
    { given: 'reads the tree first', when: or(is('room', false), is('exact', true)), expected: [] },
    {
      given: 'waits for what the tree does not ask, though the tree could decide it',
      when: or(is('exact', true), is('room', false)),
      expected: ['TREE_NOT_ENOUGH licences/alcohol/rules/small'],
    },
  ])('a rule that $given', ({ when, expected }) => {
    const variant = refining(smallVariant(withRule(when)))
    const { findings } = proveSufficient(variant, new UntilSettled(variant, TODAY))
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual(expected)
  })

  test('answers are counted until every verdict is settled, and no order needs fewer', () => {
    const variant = smallVariant(small)
    const business = (answers: Readonly<Record<string, string | boolean>>) => new Map(Object.entries({ door: 'red', ...answers }))
    expect(
      answersNeeded(new UntilSettled(variant, TODAY), [
        business({ place: 'event', alcohol: 'none', terrace: true }),
        business({ place: 'building', alcohol: 'none', room: true, terrace: false }),
        business({ place: 'building', alcohol: 'weak', room: true, terrace: false }),
      ]),
    ).toEqual({ median: 3, mean: 8 / 3, max: 4, optimum: 8 / 3 })
  })

  test('the same is counted and found in nodes that other towns used, and after they forgot', () => {
    const nodes = new NamedNodes()
    const businesses = [
      new Map(Object.entries({ door: 'red', place: 'building', alcohol: 'weak', room: true, terrace: false })),
      new Map(Object.entries({ door: 'green', place: 'building', alcohol: 'none', room: false, terrace: true })),
    ]
    const variants = [small, withRule(or(is('exact', true), is('room', false)))].flatMap((each) => [
      smallVariant(each),
      refining(smallVariant(each)),
    ])
    const told = (variant: Variant, of?: NamedNodes): unknown => {
      const tree = new UntilSettled(variant, TODAY, of)
      return [proveSufficient(variant, tree), answersNeeded(tree, businesses)]
    }
    const alone = variants.map((variant) => told(variant))
    for (let round = 0; round < 40; round++) {
      for (const [index, variant] of variants.entries()) expect(told(variant, nodes)).toEqual(alone[index])
      nodes.forget()
      // so that what comes next is numbered otherwise than before
      for (let other = 0; other < round; other++) nodes.tuples.of([nodes.graph.constant(`other ${other}`)])
    }
  })
})
