import { describe, expect, test } from 'vitest'
import { createActor } from 'xstate'
import { planOf } from '../../src/authoring/prove/plan.ts'
import { treeKey } from '../../src/authoring/prove/reads.ts'
import { type Plan, type PlannedAsk, walk } from '../../src/authoring/prove/walk.ts'
import { edit } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { leftOf } from '../../src/engine/left.ts'
import { questionsOf } from '../../src/engine/questions.ts'
import { readerOf } from '../../src/engine/reader.ts'
import type { Position } from '../../src/engine/tree/next-step.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Compiled } from '../../src/feel/expr.ts'
import { isUnknown, type Value } from '../../src/feel/value.ts'
import { stepFields } from '../../src/machine/step-fields.ts'
import { positionOf, treeMachine } from '../../src/machine/tree-machine.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

interface Walk {
  readonly steps: readonly string[]
  readonly at: Position
}

/** Presses "continue" on every page, as somebody does whose answers are there already. */
function pressed(application: Case): Walk {
  const actor = createActor(machineOf(application.variant)).start()
  const steps: string[] = []
  for (;;) {
    const from = steps.at(-1) ?? null
    actor.send({ type: 'ANSWERED', step: from, application })
    const at = positionOf(actor)
    if (at.kind !== 'step' || at.id === from) return { steps, at }
    steps.push(at.id)
  }
}

const machines = new Map<Variant, ReturnType<typeof treeMachine>>()
function machineOf(variant: Variant): ReturnType<typeof treeMachine> {
  const machine = machines.get(variant) ?? treeMachine(variant)
  machines.set(variant, machine)
  return machine
}

/** The walk as a loop anyone can read, over what the engine says of facts and nothing else of it. */
function naive(application: Case): Walk {
  const reader = readerOf(application)
  const value = (when: Compiled | null): Value => (when ? evaluate(when.expr, reader, {}) : true)
  const steps: string[] = []
  const here = (): Position => (steps.length === 0 ? { kind: 'start' } : { kind: 'step', id: steps.at(-1) ?? '' })
  for (const { id, when, ask } of application.variant.steps) {
    const on = value(when)
    if (isUnknown(on)) return { steps, at: here() }
    if (on !== true || ask.every((fact) => value(application.index.questions.get(fact)?.when ?? null) === false)) continue
    steps.push(id)
    if (ask.some((fact) => isUnknown(reader.fact(fact, null)))) return { steps, at: here() }
    const stop = application.variant.stops.find(({ after, when: holds }) => after === id && value(holds) === true)
    if (stop) return { steps, at: { kind: 'stop', id: stop.id } }
  }
  return { steps, at: { kind: 'done' } }
}

/** Each example, and each with every single answer of its tree taken back. */
const cases = shippedExamples().flatMap(({ file, application, answers }) => {
  const inTree = new Set(application.variant.steps.flatMap(({ ask }) => ask))
  return [
    { given: file, application },
    ...[...answers.values.keys()]
      .filter((key) => inTree.has(key))
      .map((fact) => ({ given: `${file} without ${fact}`, application: edit(application, [{ kind: 'answer', fact, value: undefined }]) })),
  ]
})

describe('one decision tree, for every example and each with one answer of its tree taken back', () => {
  test('where pressing "continue" leads, is the path of the engine, and what a plain loop finds', () => {
    expect(cases.length).toBeGreaterThan(1000)
    for (const { given, application } of cases) {
      const { steps, at } = application.memo.get('path|')
      const path = { given, steps: steps.map(({ id }) => id), at }
      expect({ given, ...pressed(application) }).toEqual(path)
      expect({ given, ...naive(application) }).toEqual(path)
    }
  })

  test('nothing is open on a page that was left, and a page asks what is open on it', () => {
    for (const { given, application } of cases) {
      const { steps, ahead, at } = application.memo.get('path|')
      const open = steps.filter((step) => step.open.length > 0).map(({ id }) => id)
      expect([given, open]).toEqual([given, at.kind === 'step' && open.length > 0 ? [at.id] : []])
      for (const { id, open: keys } of [...steps, ...ahead]) {
        const step = application.variant.steps.find((each) => each.id === id)
        if (!step) throw new Error(`${id} is no step`)
        const fields = stepFields(application, step).fields.filter((field) => field.open)
        expect([given, id, fields.map(({ key }) => key)]).toEqual([given, id, keys.filter((key) => step.ask.includes(key))])
      }
    }
  })

  test('a stop never stands beside an open question', () => {
    for (const { file, application } of shippedExamples()) {
      const { kind } = application.memo.get('path|').at
      expect([file, leftOf(application).treeOpen]).toEqual([file, kind === 'step' || kind === 'start'])
    }
    let stopped = 0
    for (const { given, application } of cases) {
      const { at, steps, ahead, missing } = application.memo.get('path|')
      const stop = application.memo.get('stop|')
      expect([given, stop]).toEqual([given, at.kind === 'stop' ? at.id : null])
      if (stop === null) continue
      stopped++
      expect([given, [...steps, ...ahead].flatMap(({ open }) => open), missing]).toEqual([given, [], []])
      expect([given, questionsOf(application).open]).toEqual([given, []])
    }
    expect(stopped).toBeGreaterThanOrEqual(3)
  })

  test('a stop waits for every answer before it', () => {
    const waiting = cases.filter(({ given }) => given.includes('stop-coffee-shop') && given.includes('without premises.'))
    expect(waiting.map(({ application }) => application.memo.get('stop|'))).toEqual(waiting.map(() => null))
    expect(waiting.length).toBeGreaterThan(3)
  })

  test('with only the answers of an example, the proof walks as many pages and ends in the same place', () => {
    const plans = new Map<string, Plan>()
    const planFor = (variant: Variant): Plan => {
      const key = treeKey(variant)
      const plan = plans.get(key) ?? planOf(variant, '2026-05-01', [], new Set()).plan
      plans.set(key, plan)
      return plan
    }
    let compared = 0
    for (const { file, application } of shippedExamples()) {
      const { steps, at } = application.memo.get('path|')
      if (at.kind === 'step' || at.kind === 'start') continue
      compared++
      const plan = planFor(application.variant)
      const given = (asks: readonly PlannedAsk[]): PlannedAsk[] =>
        asks.map((ask) => ({ ...ask, answers: [{ value: application.memo.get(`fact|${ask.fact}|`), count: 1n, label: 'given' }] }))
      const only = { ...plan, before: given(plan.before), steps: plan.steps.map((step) => ({ ...step, asks: given(step.asks) })) }
      const { ends } = walk(only, [], new Map())
      expect([file, ends.map(({ stop, steps: pages }) => ({ stop, pages }))]).toEqual([
        file,
        [{ stop: at.kind === 'stop' ? at.id : null, pages: steps.length }],
      ])
    }
    expect(compared).toBeGreaterThan(40)
  })
})
