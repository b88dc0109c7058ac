import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import type { Position } from '../../src/engine/tree/next-step.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Expr } from '../../src/feel/expr.ts'
import { isUnknown, type Value } from '../../src/feel/value.ts'
import { positionOf, startWalk, treeMachine } from '../../src/machine/tree-machine.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { readerOf } from '../authoring/prove-brute-force.ts'
import { and, has, is, lit, not, options, or, otherwise, smallVariant, town, waitsForAll, when } from '../authoring/prove-small-variant.ts'

const variant = smallVariant({
  questions: [
    { id: 'premises.kind', options: options('building', 'ship', 'event') },
    { id: 'activity.alcohol', options: options('none', 'weak', 'strong') },
    { id: 'activity.terrace', type: 'multiChoice', options: options('none', 'own', 'public') },
    { id: 'activity.terraceAlcohol', when: when(and(not(is('activity.alcohol', 'none')), not(has('activity.terrace', 'none')))) },
    { id: 'premises.room' },
  ],
  steps: [
    { id: 'place', ask: ['premises.kind'] },
    { id: 'drinks', ask: ['activity.alcohol'] },
    { id: 'outside', ask: ['activity.terrace', 'activity.terraceAlcohol'], when: is('premises.kind', 'building') },
    { id: 'rooms', ask: ['premises.room'], when: not(is('activity.alcohol', 'none')) },
    { id: 'done', ask: ['activity.terraceAlcohol'], when: is('premises.kind', 'building') },
  ],
  stops: [
    { id: 'event', after: 'place', when: is('premises.kind', 'event') },
    { id: 'small', after: 'rooms', when: is('premises.room', false) },
  ],
  licences: [waitsForAll(['premises.kind', 'activity.alcohol', 'activity.terrace', 'activity.terraceAlcohol', 'premises.room'])],
})

type Table = Readonly<Record<string, boolean | string | readonly string[]>>
const caseOf = (of: Variant, answers: ReadonlyMap<string, AnswerJson>): Case =>
  openCase(of, { ...NO_ANSWERS, values: answers }, { today: '2026-05-01' })

/** Answers every page it meets from a table, and tells where it has been. */
function walk(of: Variant, table: Table): Position[] {
  const answers = new Map<string, AnswerJson>()
  const actor = startWalk(of)
  const been: Position[] = []
  for (let turn = 0; turn <= of.steps.length; turn++) {
    const here = been.at(-1)
    if (here && here.kind !== 'step') break
    for (const id of of.steps.find((step) => step.id === here?.id)?.ask ?? []) {
      const given = table[id]
      if (given !== undefined) answers.set(id, typeof given === 'object' ? [...given] : given)
    }
    actor.send({ type: 'ANSWERED', step: here?.id ?? null, application: caseOf(of, answers) })
    const next = positionOf(actor)
    if (next.kind === 'start' || (next.kind === 'step' && next.id === here?.id)) break
    been.push(next)
  }
  return been
}

/** The same, as a loop anyone can read. Ends on the page where something cannot be decided. */
function naive(of: Variant, table: Table): Position[] {
  const answers = new Map<string, Value>()
  const been: Position[] = []
  const value = (expr: Expr): Value => evaluate(expr, readerOf(of, answers), {})
  for (const step of of.steps) {
    const on = step.when ? value(step.when.expr) : true
    const exists = (id: string): Value => {
      const question = of.questions.find((each) => each.id === id)
      return question?.when ? value(question.when.expr) : true
    }
    if (isUnknown(on)) {
      // nobody waits for a page of whose question nobody knows whether it exists
      if (step.ask.some((id) => exists(id) === true)) return been
      continue
    }
    if (on !== true || step.ask.every((id) => exists(id) === false)) continue
    const open = (): boolean => step.ask.some((id) => exists(id) === true && isUnknown(readerOf(of, answers).fact(id, null)))
    // what was answered on an earlier page is not asked again
    if (open()) {
      been.push({ kind: 'step', id: step.id })
      for (const id of step.ask) {
        const given = table[id]
        if (given !== undefined) answers.set(id, typeof given === 'object' ? { kind: 'list', items: given, unknown: null } : given)
      }
      if (open()) return been
    }
    const stop = of.stops.find((one) => one.after === step.id && value(one.when.expr) === true)
    if (stop) return [...been, { kind: 'stop', id: stop.id }]
  }
  return [...been, { kind: 'done' }]
}

const step = (id: string): Position => ({ kind: 'step', id })

describe('the decision tree as a machine', () => {
  test.each<{ given: string; answers: Table; path: Position[] }>([
    {
      given: 'an event',
      answers: { 'premises.kind': 'event' },
      path: [step('place'), { kind: 'stop', id: 'event' }],
    },
    {
      given: 'a ship without alcohol',
      answers: { 'premises.kind': 'ship', 'activity.alcohol': 'none' },
      path: [step('place'), step('drinks'), { kind: 'done' }],
    },
    {
      given: 'a building with beer, a terrace and a large room',
      answers: {
        'premises.kind': 'building',
        'activity.alcohol': 'weak',
        'activity.terrace': ['own'],
        'activity.terraceAlcohol': true,
        'premises.room': true,
      },
      path: [step('place'), step('drinks'), step('outside'), step('rooms'), { kind: 'done' }],
    },
    {
      given: 'a building with spirits, no terrace and no large room',
      answers: { 'premises.kind': 'building', 'activity.alcohol': 'strong', 'activity.terrace': ['none'], 'premises.room': false },
      path: [step('place'), step('drinks'), step('outside'), step('rooms'), { kind: 'stop', id: 'small' }],
    },
  ])('leads $given along its own pages', ({ answers, path }) => {
    expect(walk(variant, answers)).toEqual(path)
  })

  test('walks as a plain loop does, whatever the answers', () => {
    const answers = fc.record({
      'premises.kind': fc.constantFrom('building', 'ship', 'event'),
      'activity.alcohol': fc.constantFrom('none', 'weak', 'strong'),
      'activity.terrace': fc.constantFrom(['none'], ['own'], ['public'], ['own', 'public']),
      'activity.terraceAlcohol': fc.boolean(),
      'premises.room': fc.boolean(),
    })
    fc.assert(
      fc.property(answers, (table) => {
        expect(walk(variant, table)).toEqual(naive(variant, table))
      }),
    )
  })

  test('walks any generated tree as a plain loop does', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const condition = (known: readonly string[]): fc.Arbitrary<Expr | null> => {
      if (known.length === 0) return fc.constant(null)
      const atom = fc.tuple(fc.constantFrom(...known), fc.constantFrom('x', 'y', 'z')).map(([id, option]) => is(id, option))
      return fc.option(
        fc.oneof(
          atom,
          atom.map(not),
          fc.tuple(atom, atom).map(([one, two]) => and(one, two)),
          fc.tuple(atom, atom).map(([one, two]) => or(one, two)),
        ),
      )
    }
    fc.assert(
      fc.property(
        fc.tuple(...ids.map((_, index) => condition(ids.slice(0, index)))),
        fc.tuple(...ids.map((_, index) => condition(ids.slice(0, index)))),
        fc.tuple(...ids.map((_, index) => condition(ids.slice(0, index + 1)))),
        fc.tuple(...ids.map(() => fc.constantFrom('x', 'y', 'z'))),
        (stepWhens, questionWhens, stopWhens, given) => {
          const generated = smallVariant({
            questions: ids.map((id, index) => {
              const expr = questionWhens[index]
              return { id, options: options('x', 'y', 'z'), ...(expr ? { when: when(expr) } : {}) }
            }),
            steps: ids.map((id, index) => {
              const expr = stepWhens[index]
              return { id: `step${id}`, ask: [id], ...(expr ? { when: expr } : {}) }
            }),
            stops: ids.flatMap((id, index) => {
              const expr = stopWhens[index]
              return expr ? [{ id: `stop${id}`, after: `step${id}`, when: expr }] : []
            }),
            licences: [waitsForAll(ids)],
          })
          const table = Object.fromEntries(ids.map((id, index) => [id, given[index] ?? '']))
          expect(walk(generated, table)).toEqual(naive(generated, table))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('stays on a page while something on it is open', () => {
    const answers = new Map<string, AnswerJson>()
    const actor = startWalk(variant)
    actor.send({ type: 'ANSWERED', step: null, application: caseOf(variant, answers) })
    actor.send({ type: 'ANSWERED', step: 'place', application: caseOf(variant, answers) })
    expect(positionOf(actor)).toEqual(step('place'))
    answers.set('premises.kind', 'ship')
    actor.send({ type: 'ANSWERED', step: 'place', application: caseOf(variant, answers) })
    expect(positionOf(actor)).toEqual(step('drinks'))
  })

  test('takes a second press on the same page for what it is', () => {
    const answers = new Map<string, AnswerJson>()
    const actor = startWalk(variant)
    actor.send({ type: 'ANSWERED', step: null, application: caseOf(variant, answers) })
    answers.set('premises.kind', 'ship')
    actor.send({ type: 'ANSWERED', step: 'place', application: caseOf(variant, answers) })
    actor.send({ type: 'ANSWERED', step: 'place', application: caseOf(variant, answers) })
    expect(positionOf(actor)).toEqual(step('drinks'))
  })

  test('goes back to any page on the path, also after a stop, and on again with another answer', () => {
    const answers = new Map<string, AnswerJson>([['premises.kind', 'event']])
    const actor = startWalk(variant)
    actor.send({ type: 'ANSWERED', step: null, application: caseOf(variant, answers) })
    actor.send({ type: 'ANSWERED', step: 'place', application: caseOf(variant, answers) })
    expect(positionOf(actor)).toEqual({ kind: 'stop', id: 'event' })
    actor.send({ type: 'VISIT', to: step('place'), application: caseOf(variant, answers) })
    expect(positionOf(actor)).toEqual(step('place'))
    answers.set('premises.kind', 'ship')
    actor.send({ type: 'ANSWERED', step: 'place', application: caseOf(variant, answers) })
    expect(positionOf(actor)).toEqual(step('drinks'))
  })

  test.each<{ given: string; answers: [string, AnswerJson][]; to: Position; stands: Position }>([
    { given: 'a page that is not on the path', answers: [['premises.kind', 'ship']], to: step('outside'), stands: step('drinks') },
    { given: 'a page behind an open one', answers: [['premises.kind', 'building']], to: step('outside'), stands: step('drinks') },
    { given: 'any page after a stop', answers: [['premises.kind', 'event']], to: step('drinks'), stands: { kind: 'stop', id: 'event' } },
    { given: 'a stop that holds no more', answers: [['premises.kind', 'ship']], to: { kind: 'stop', id: 'event' }, stands: step('drinks') },
    { given: 'the start', answers: [['premises.kind', 'ship']], to: { kind: 'start' }, stands: { kind: 'start' } },
    {
      given: 'a page that is not on the path of a tree walked to its end',
      answers: [
        ['premises.kind', 'ship'],
        ['activity.alcohol', 'none'],
      ],
      to: step('rooms'),
      stands: step('drinks'),
    },
  ])('who asks for $given stands where the answers lead', ({ answers, to, stands }) => {
    const actor = startWalk(variant)
    actor.send({ type: 'VISIT', to, application: caseOf(variant, new Map(answers)) })
    expect(positionOf(actor)).toEqual(stands)
  })

  test('waits while it is unknown whether the next page applies, and never jumps over it', () => {
    const waiting = (value: boolean | null): Variant =>
      smallVariant({
        questions: [{ id: 'first' }, { id: 'second' }, { id: 'third' }],
        steps: [
          { id: 'one', ask: ['first'] },
          { id: 'two', ask: ['second'], when: { op: '=', left: town('town.asks'), right: lit(true) } },
          { id: 'three', ask: ['third'] },
        ],
        parameters: [{ id: 'town.asks', type: 'yesNo', value }],
        licences: [waitsForAll(['first', 'second', 'third'])],
      })
    const answers = { first: true, second: true, third: true }
    expect(walk(waiting(true), answers)).toEqual([step('one'), step('two'), step('three'), { kind: 'done' }])
    expect(walk(waiting(false), answers)).toEqual([step('one'), step('three'), { kind: 'done' }])
    expect(walk(waiting(null), answers).at(-1)).toEqual(step('one'))
  })

  test('asks first what a verdict waits for, then shows the outcome, and on request asks the rest', () => {
    const tree = smallVariant({
      questions: [{ id: 'licensed' }, { id: 'toilets' }, { id: 'inside' }, { id: 'music' }],
      steps: [
        { id: 'one', ask: ['licensed'] },
        { id: 'two', ask: ['toilets'] },
        { id: 'three', ask: ['inside', 'music'] },
      ],
      licences: [
        {
          id: 'permit',
          rules: [
            { when: is('licensed', true), verdict: 'notNeeded' },
            { when: is('inside', true), verdict: 'needed' },
            { when: otherwise, verdict: 'notNeeded' },
          ],
        },
      ],
    })
    const sharpen = (id: string): Position => ({ kind: 'sharpen', id })
    const answers = new Map<string, AnswerJson>()
    const actor = startWalk(tree)
    const press = (from: string | null, given: Readonly<Record<string, boolean>> = {}): Position => {
      for (const [fact, value] of Object.entries(given)) answers.set(fact, value)
      actor.send({ type: 'ANSWERED', step: from, application: caseOf(tree, answers) })
      return positionOf(actor)
    }
    const visit = (to: Position): Position => {
      actor.send({ type: 'VISIT', to, application: caseOf(tree, answers) })
      return positionOf(actor)
    }
    expect(press(null)).toEqual(step('one'))
    expect(visit(sharpen('two'))).toEqual(step('one'))
    expect(press('one', { licensed: false })).toEqual(step('three'))
    // music decides nothing: nobody is held up for it
    expect(press('three', { inside: true })).toEqual({ kind: 'done' })
    expect(visit(sharpen('two'))).toEqual(sharpen('two'))
    expect(press('two')).toEqual(sharpen('two'))
    expect(press('two', { toilets: true })).toEqual(sharpen('three'))
    expect(press('three', { music: false })).toEqual({ kind: 'done' })
    // another answer may settle what was open, or open what was settled
    answers.delete('inside')
    expect(visit(step('one'))).toEqual(step('one'))
    expect(press('one', { licensed: true })).toEqual({ kind: 'done' })
    expect(visit(step('one'))).toEqual(step('one'))
    expect(press('one', { licensed: false })).toEqual(step('three'))
  })

  test('has a state for every step and stop, and no dot in any name', () => {
    const names = Object.keys(treeMachine(variant).states)
    expect(names).toEqual([
      'start',
      'step/place',
      'step/drinks',
      'step/outside',
      'step/rooms',
      'step/done',
      'sharpen/place',
      'sharpen/drinks',
      'sharpen/outside',
      'sharpen/rooms',
      'sharpen/done',
      'stop/event',
      'stop/small',
      'done',
    ])
    expect(names.some((name) => name.includes('.'))).toBe(false)
  })
})
