import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KnownWalks } from '../../src/authoring/prove/known-walks.ts'
import { shared } from '../../src/authoring/prove/nodes/nodes.ts'
import { Planner, ruleName } from '../../src/authoring/prove/plan.ts'
import { proveTree } from '../../src/authoring/prove/tree.ts'
import { type Walked, walk } from '../../src/authoring/prove/walk.ts'
import type { Expr } from '../../src/feel/expr.ts'
import type { Variant } from '../../src/model/variant.ts'
import { countVerdicts } from './count-verdicts.ts'
import { bruteForce } from './prove-brute-force.ts'
import { smallTree } from './prove-generated.ts'
import {
  and,
  fact,
  has,
  is,
  lit,
  not,
  num,
  options,
  or,
  otherwise,
  type Small,
  smallVariant,
  town,
  verdictOf,
} from './prove-small-variant.ts'

const TODAY = '2026-05-01'
const prove = (small: Small): ReturnType<typeof proveTree> & { perLicence: ReturnType<typeof countVerdicts> } => {
  const variant = smallVariant(small)
  return { ...proveTree(variant, TODAY), perLicence: countVerdicts(variant, TODAY) }
}
const codes = (small: Small): string[] => prove(small).findings.map(({ code, path }) => `${code} ${path}`)

/** A sound little tree; each row below spoils it in one way. */
const sound: Small = {
  questions: [
    { id: 'place', options: options('building', 'ship', 'event') },
    { id: 'alcohol', options: options('none', 'weak', 'strong') },
    { id: 'room' },
    { id: 'terrace', type: 'multiChoice', options: options('none', 'own', 'public') },
  ],
  steps: [
    { id: 'where', ask: ['place'] },
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
        { when: is('room', false), verdict: 'notAllowed' },
        { when: otherwise, verdict: 'needed' },
      ],
    },
    {
      id: 'terrace',
      rules: [
        { when: has('terrace', 'public'), verdict: 'needed' },
        { when: otherwise, verdict: 'notNeeded' },
      ],
    },
    {
      id: 'bibob',
      rules: [
        { when: { op: '=', left: verdictOf('alcohol'), right: lit('needed') }, verdict: 'needed' },
        { when: otherwise, verdict: 'notNeeded' },
      ],
    },
  ],
}

describe('a tree that is in order', () => {
  test('gives no finding, and counts every way of answering it', () => {
    const proof = prove(sound)
    expect(proof.findings).toEqual([])
    // 1 for the event; 2 places × (no alcohol + 2 strengths × 2 rooms) × (none, own, public, own and public)
    expect(proof.paths).toBe(1n + 2n * 5n * 4n)
    expect(proof.longest).toBe(4)
    expect(proof.perLicence.map(({ id, verdicts }) => ({ id, ...verdicts }))).toEqual([
      { id: 'alcohol', notNeeded: 8n, needed: 16n, notAllowed: 16n },
      { id: 'terrace', needed: 20n, notNeeded: 20n },
      { id: 'bibob', needed: 16n, notNeeded: 24n },
    ])
  })

  test('is walked in far fewer states than it has paths', () => {
    const many: Small = {
      questions: Array.from({ length: 40 }, (_, index) => ({
        id: `q${index}`,
        type: 'multiChoice' as const,
        options: options('none', 'a', 'b', 'c', 'd', 'e'),
      })),
      steps: Array.from({ length: 40 }, (_, index) => ({ id: `s${index}`, ask: [`q${index}`] })),
      licences: [
        {
          id: 'one',
          rules: [
            { when: or(...Array.from({ length: 40 }, (_, index) => and(has(`q${index}`, 'a'), has(`q${index}`, 'b')))), verdict: 'needed' },
            { when: otherwise, verdict: 'notNeeded' },
          ],
        },
      ],
      maxSteps: 40,
    }
    const proof = prove(many)
    expect(proof.paths).toBe(32n ** 40n)
    expect(proof.perLicence[0]?.verdicts.notNeeded).toBe(24n ** 40n)
    expect(proof.mergedStates).toBeLessThan(1000)
    expect(proof.findings).toEqual([])
  })
})

describe('what is wrong with a tree is found', () => {
  test.each<{ given: string; small: Small; expected: string[] }>([
    {
      given: 'a stop that no answer leads to',
      small: { ...sound, stops: [...(sound.stops ?? []), { id: 'home', after: 'where', when: is('place', 'home') }] },
      expected: ['TREE_UNREACHABLE stops[1]'],
    },
    {
      given: 'a step whose condition never holds',
      small: {
        ...sound,
        steps: [...sound.steps.slice(0, 3), { id: 'outside', ask: ['terrace'], when: is('place', 'event') }],
        licences: [],
      },
      expected: ['TREE_UNREACHABLE steps[3]'],
    },
    {
      given: 'a step whose condition always holds',
      small: {
        ...sound,
        steps: [...sound.steps.slice(0, 3), { id: 'outside', ask: ['terrace'], when: or(is('place', 'building'), is('place', 'ship')) }],
      },
      expected: ['TREE_DEAD_CONDITION steps[3].when'],
    },
    {
      given: 'a rule that an earlier one always precedes',
      small: {
        ...sound,
        licences: [
          {
            id: 'alcohol',
            rules: [
              { when: is('alcohol', 'none'), verdict: 'notNeeded' },
              { when: not(is('alcohol', 'none')), verdict: 'needed' },
              { id: 'late', when: is('alcohol', 'weak'), verdict: 'ask' },
            ],
          },
        ],
      },
      expected: ['TREE_DEAD_CONDITION licences/alcohol/rules/late'],
    },
    {
      given: 'a rule that asks for two answers at once which exclude each other',
      small: {
        ...sound,
        licences: [
          {
            id: 'terrace',
            rules: [
              { id: 'both', when: and(has('terrace', 'none'), has('terrace', 'own')), verdict: 'needed' },
              { when: otherwise, verdict: 'notNeeded' },
            ],
          },
        ],
      },
      expected: ['TREE_DEAD_CONDITION licences/terrace/rules/both'],
    },
    {
      given: 'a rule that reads what the tree does not ask',
      small: {
        ...sound,
        questions: [...sound.questions, { id: 'exact' }],
        licences: [
          {
            id: 'terrace',
            rules: [
              { when: is('exact', true), verdict: 'needed' },
              { when: otherwise, verdict: 'notNeeded' },
            ],
          },
        ],
      },
      expected: ['TREE_NO_VERDICT licences/terrace/rules/rule1'],
    },
    {
      given: 'a rule that reads a question of a step that may be left out',
      small: {
        ...sound,
        licences: [
          {
            id: 'alcohol',
            rules: [
              { when: is('room', false), verdict: 'notAllowed' },
              { when: otherwise, verdict: 'needed' },
            ],
          },
        ],
      },
      expected: ['TREE_NO_VERDICT licences/alcohol'],
    },
    {
      given: 'a condition on a later question',
      small: {
        ...sound,
        steps: [{ id: 'rooms', ask: ['room'], when: is('alcohol', 'weak') }, ...sound.steps.filter((step) => step.id !== 'rooms')],
        licences: [],
      },
      expected: ['TREE_READS_LATER steps[0].when', 'TREE_DEAD_END steps[0]'],
    },
    {
      given: 'more steps than allowed',
      small: { ...sound, maxSteps: 3 },
      expected: ['TREE_TOO_LONG steps'],
    },
    {
      given: 'a step that depends on a value the town has not given',
      small: {
        ...sound,
        parameters: [{ id: 'town.terraces', type: 'yesNo', value: null }],
        steps: [
          ...sound.steps.slice(0, 3),
          { id: 'outside', ask: ['terrace'], when: { op: '=', left: town('town.terraces'), right: lit(true) } },
        ],
        licences: [],
      },
      expected: ['TREE_DEAD_END steps[3]'],
    },
    {
      given: 'a question that is calculated with',
      small: {
        questions: [{ id: 'guests', type: 'integer' }],
        steps: [{ id: 'persons', ask: ['guests'] }],
        licences: [
          {
            id: 'fire',
            rules: [
              { when: { op: '>', left: { op: '*', left: fact('guests'), right: num(2) }, right: num(50) }, verdict: 'needed' },
              { when: otherwise, verdict: 'notNeeded' },
            ],
          },
        ],
      },
      expected: ['TREE_DEAD_CONDITION licences/fire/rules/rule1', 'FEEL_UNSUPPORTED questions/guests'],
    },
  ])('$given', ({ small, expected }) => {
    expect(codes(small)).toEqual(expected)
  })

  test('with what a rule still needs, when the tree ends without a verdict', () => {
    const rules = [
      { when: is('exact', true), verdict: 'needed' as const },
      { when: otherwise, verdict: 'notNeeded' as const },
    ]
    const { findings } = prove({ ...sound, questions: [...sound.questions, { id: 'exact' }], licences: [{ id: 'terrace', rules }] })
    expect(findings[0]?.message).toContain('it still needs exact. For instance after: place = building')
  })

  test('with the file, the line and an example of a path', () => {
    const { findings } = prove({ ...sound, maxSteps: 3 })
    expect(findings[0]).toMatchObject({ file: 'rules/base/tree.yaml', line: 1, severity: 'error' })
    expect(findings[0]?.message).toContain('place = building, alcohol = weak, room = yes')
  })
})

describe('what a town decided is no mistake of the rules', () => {
  const mode = (value: string | null): Small => ({
    ...sound,
    parameters: [{ id: 'town.mode', type: 'choice', value, options: ['always', 'never'] }],
    licences: [
      {
        id: 'terrace',
        rules: [
          { when: has('terrace', 'none'), verdict: 'notNeeded' },
          { when: { op: '=', left: town('town.mode'), right: lit('always') }, verdict: 'needed' },
          { when: { op: '=', left: town('town.mode'), right: lit('never') }, verdict: 'notNeeded' },
        ],
      },
    ],
  })
  test.each([
    { given: 'always', verdicts: { notNeeded: 10n, needed: 30n } },
    { given: 'never', verdicts: { notNeeded: 40n } },
    { given: null, verdicts: { notNeeded: 10n, ask: 30n } },
  ])('with the town saying $given', ({ given, verdicts }) => {
    const proof = prove(mode(given))
    expect(proof.findings).toEqual([])
    expect(proof.perLicence[0]?.verdicts).toEqual(verdicts)
  })

  test('but a rule that no town could bring to life is', () => {
    const small = mode('always')
    const [licence] = small.licences ?? []
    const rules = [
      ...(licence?.rules ?? []),
      { id: 'dead', when: { op: '=', left: town('town.mode'), right: lit('sometimes') } as Expr, verdict: 'ask' as const },
    ]
    expect(codes({ ...small, licences: [{ id: 'terrace', rules }] })).toEqual(['TREE_DEAD_CONDITION licences/terrace/rules/dead'])
  })

  test('and so is a rule that the town itself wrote, behind rules that always decide first', () => {
    const variant = smallVariant(behind('always'))
    const own = { ...variant, layers: ['base', 'zandwijk'], licences: writtenBy(variant, 'zandwijk') }
    expect(proveTree(own).findings).toMatchObject([
      { code: 'TREE_DEAD_CONDITION', file: 'town.yaml', line: 9, mend: expect.stringContaining('after:') },
    ])
    // what the base or a town below a district wrote may decide elsewhere
    expect(proveTree(variant).findings).toEqual([])
    expect(proveTree({ ...own, layers: ['base', 'zandwijk', 'zandwijk/dorp'] }).findings).toEqual([])
  })

  const behind = (value: string): Small => {
    const small = mode(value)
    const [licence] = small.licences ?? []
    const parameters = (small.parameters ?? []).map((each) => ({ ...each, options: ['always', 'never', 'sometimes'] }))
    return {
      ...small,
      parameters,
      licences: [{ id: 'terrace', rules: [...(licence?.rules ?? []), { id: 'own', when: is('alcohol', 'none'), verdict: 'ask' }] }],
    }
  }
  const writtenBy = (variant: Variant, layer: string): Variant['licences'] =>
    variant.licences.map((licence) => ({
      ...licence,
      rules: licence.rules.map((rule) => (rule.id === 'own' ? { ...rule, origin: { layer, file: 'town.yaml', line: 9 } } : rule)),
    }))
})

describe('numbers count by the values they are compared with', () => {
  test('a boundary, what is below it and what is above it are told apart', () => {
    const proof = prove({
      questions: [{ id: 'guests', type: 'integer' }],
      steps: [{ id: 'persons', ask: ['guests'] }],
      licences: [
        {
          id: 'fire',
          rules: [
            { when: { op: '>', left: fact('guests'), right: num(50) }, verdict: 'needed' },
            { when: { op: '=', left: fact('guests'), right: num(50) }, verdict: 'ask' },
            { when: otherwise, verdict: 'notNeeded' },
          ],
        },
      ],
    })
    expect(proof.findings).toEqual([])
    expect(proof.perLicence[0]?.verdicts).toEqual({ needed: 1n, ask: 1n, notNeeded: 1n })
  })
})

describe('numbers count in the same way for every licence', () => {
  const over = (id: string, most: number) => ({
    id,
    rules: [
      { when: { op: '>', left: fact('guests'), right: num(most) } as const, verdict: 'needed' as const },
      { when: otherwise, verdict: 'notNeeded' as const },
    ],
  })
  const proofOf = (min: number, max: number, licences: Small['licences'] = []) =>
    prove({ questions: [{ id: 'guests', type: 'integer', min, max }], steps: [{ id: 'persons', ask: ['guests'] }], licences })

  test('also where they compare with other values', () => {
    const { paths, perLicence } = proofOf(1, 500, [over('fire', 50), over('late', 150)])
    expect(perLicence.map(({ verdicts }) => verdicts)).toEqual([
      { needed: 3n, notNeeded: 2n },
      { needed: 1n, notNeeded: 4n },
    ])
    expect(paths).toBe(5n)
  })

  test('and what the question does not take is no way of answering it', () => {
    const { findings, perLicence } = proofOf(51, 500, [over('fire', 50)])
    expect(perLicence[0]?.verdicts).toEqual({ needed: 1n })
    expect(findings.map(({ code }) => code)).toContain('TREE_DEAD_CONDITION')
    expect(proofOf(1, 50, [over('fire', 50)]).perLicence[0]?.verdicts).toEqual({ notNeeded: 2n })
  })
})

describe('the proof says what walking every path says', () => {
  test('for any small tree: paths, longest, verdicts, unreachable steps and stops', () => {
    fc.assert(
      fc.property(smallTree, (small) => {
        const variant = smallVariant(small)
        const plain = bruteForce(variant)
        const proof = proveTree(variant, TODAY)
        expect(proof.paths).toBe(plain.paths)
        expect(proof.longest).toBe(plain.longest)
        expect(Object.fromEntries(countVerdicts(variant, TODAY).map(({ id, verdicts }) => [id, verdicts]))).toEqual({
          first: {},
          second: {},
          ...plain.verdicts,
        })
        const unreachable = proof.findings.filter(({ code }) => code === 'TREE_UNREACHABLE').map(({ path }) => path)
        const stuck = new Set(proof.findings.filter(({ code }) => code === 'TREE_DEAD_END').map(({ path }) => path))
        for (const [index, step] of variant.steps.entries()) {
          if (!stuck.has(`steps[${index}]`)) expect(unreachable.includes(`steps[${index}]`), step.id).toBe(!plain.steps.has(step.id))
        }
        if (!stuck.has('stops[0]')) expect(unreachable.includes('stops[0]')).toBe(!plain.stops.stop)
        for (const finding of proof.findings)
          if (finding.message.includes('never holds'))
            expect(plain.holds).not.toContain(finding.path.replace('licences/', '').replace('rules/', ''))
      }),
      { numRuns: 300 },
    )
  })

  test('for any small tree: the part of it that bears on a licence, or on one of its rules, comes to what the whole tree comes to', () => {
    // one store for all: that walks are shared between trees changes nothing either
    const known = new KnownWalks()
    fc.assert(
      fc.property(smallTree, (small) => {
        const variant = smallVariant(small)
        const planner = new Planner(variant, TODAY, new Set(), known.graph)
        for (const { id, rules } of [...variant.licences, ...variant.extras]) {
          const whole = planner.whole([id])
          const walked = walk(whole.plan, whole.decisions, whole.rules)
          const verdicts = ({ ends }: Walked): unknown[] =>
            [...new Set(ends.map(({ stop, values }) => (stop === null ? String(values[0]) : `stop ${stop}`)))].toSorted()
          expect(verdicts(known.walk(planner.bearingOn(id)))).toEqual(verdicts(walked))
          for (const rule of rules) {
            const name = ruleName(id, rule.id)
            expect(known.walk(planner.bearingOnRule(id, rule.id)).watched.get(name)).toEqual(walked.watched.get(name))
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('for any small tree: what earlier trees left behind changes nothing, nor that some of it was forgotten', () => {
    const known = new KnownWalks()
    fc.assert(
      fc.property(smallTree, fc.boolean(), (small, forgets) => {
        const variant = smallVariant(small)
        const alone = proveTree(variant, TODAY)
        expect(proveTree(variant, TODAY, known)).toEqual(alone)
        if (forgets) known.forget()
        expect(proveTree(variant, TODAY, known)).toEqual(alone)
      }),
      { numRuns: 100 },
    )
  })
})

describe('what towns have in common', () => {
  const held = (size: number, kept: number) => {
    const made = {
      size,
      forget: () => {
        made.size = kept
      },
    }
    return made
  }

  test('stays while it is small, forgets what is soon made again, and is begun anew when what it keeps is much too', () => {
    const all = [held(10, 5), held(20, 10)]
    let made = 0
    const common = shared(() => all[made++] ?? held(0, 0))
    const first = common()
    expect(common()).toBe(first)
    first.size = 10_000_000
    expect(common()).toBe(first)
    expect(first.size).toBe(5)
    first.forget = () => undefined
    first.size = 10_000_000
    expect(common()).toBe(all[1])
  })
})
