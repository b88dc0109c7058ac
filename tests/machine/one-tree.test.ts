import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import { createActor } from 'xstate'
import { UntilSettled } from '../../src/authoring/prove/first/until-settled.ts'
import { Planner } from '../../src/authoring/prove/plan.ts'
import { treeKey } from '../../src/authoring/prove/reads.ts'
import { type Plan, type PlannedAsk, walk } from '../../src/authoring/prove/walk.ts'
import { leftOf } from '../../src/engine/asked/left.ts'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { readerOf } from '../../src/engine/reader.ts'
import type { Position } from '../../src/engine/tree/next-step.ts'
import { nextFrom } from '../../src/engine/tree/path.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Compiled } from '../../src/feel/expr.ts'
import { isList, isUnknown, type Value } from '../../src/feel/value.ts'
import { stepFields } from '../../src/machine/step-fields.ts'
import { positionOf, treeMachine } from '../../src/machine/tree-machine.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

/** Presses "continue" on every page, as somebody does whose answers are there already. */
function pressed(application: Case): Position {
  const actor = createActor(machineOf(application.variant)).start()
  let from: string | null = null
  for (;;) {
    actor.send({ type: 'ANSWERED', step: from, application })
    const at = positionOf(actor)
    if (at.kind !== 'step' || at.id === from) return at
    from = at.id
  }
}

const machines = new Map<Variant, ReturnType<typeof treeMachine>>()
function machineOf(variant: Variant): ReturnType<typeof treeMachine> {
  const machine = machines.get(variant) ?? treeMachine(variant)
  machines.set(variant, machine)
  return machine
}

/** Where somebody is asked next, as a loop anyone can read: over what the engine says of facts and verdicts, and nothing of its walk. */
function naive(application: Case): Position {
  const reader = readerOf(application)
  const value = (when: Compiled | null): Value => (when ? evaluate(when.expr, reader, {}) : true)
  const { steps, stops, licences } = application.variant
  const waiting = new Set([
    ...licences.flatMap(({ id }) => application.memo.get(`verdict|${id}`).awaits),
    ...stops.flatMap(({ when }) => missing(value(when))),
  ])
  // what decides whether a page is shown, for which something waits, is waited for as well
  for (const { ask, when } of [...steps].reverse()) {
    if (ask.some((fact) => waiting.has(fact))) for (const key of missing(value(when))) waiting.add(key)
  }
  for (const { id, when, ask } of steps) {
    if (value(when) !== true || ask.every((fact) => value(application.index.questions.get(fact)?.when ?? null) === false)) continue
    // an answer of another page that one here waits for is asked there
    if (ask.some((fact) => missing(reader.fact(fact, null)).some((key) => ask.includes(key) && waiting.has(key))))
      return { kind: 'step', id }
    const stop = stops.find(({ after, when: holds }) => after === id && value(holds) === true)
    if (stop) return { kind: 'stop', id: stop.id }
  }
  return { kind: 'done' }
}

const missing = (value: Value): readonly string[] => (isUnknown(value) ? value.missing : [])

/** The same tree as `check` walks it, over answers that are given one by one. */
const symbolic = (variant: Variant): UntilSettled => {
  const key = treeKey(variant)
  const known = trees.get(key) ?? new UntilSettled(variant, '2026-03-02')
  trees.set(key, known)
  return known
}
const trees = new Map<string, UntilSettled>()

/** What an example says, without what is not asked in the tree. */
function onlyTree(application: Case, asked: ReadonlySet<string>): Case {
  const facts = [...asked].flatMap((fact) => {
    const value = application.memo.get(`answer|${fact}`) ?? jsonOf(application.memo.get(`fact|${fact}|`))
    return value === undefined ? [] : [[fact, value] as const]
  })
  return openCase(application.variant, { ...NO_ANSWERS, values: new Map(facts) }, { today: '2026-03-02' })
}

/** An answer that says what more exact answers came to. */
function jsonOf(value: Value): AnswerJson | undefined {
  if (value instanceof Big) return Number(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return value !== null && isList(value) ? value.items.map(String) : undefined
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
  test('where pressing "continue" leads, is where the engine is, and what a plain loop finds', () => {
    expect(cases.length).toBeGreaterThan(1000)
    for (const { given, application } of cases) {
      const { at } = application.memo.get('path|')
      expect({ given, at: pressed(application) }).toEqual({ given, at })
      expect({ given, at: naive(application) }).toEqual({ given, at })
    }
  })

  test('from whatever page, "continue" leads to another one or leaves an open question on this one', () => {
    let stays = 0
    for (const { given, application } of cases) {
      const { steps, ahead } = application.memo.get('path|')
      for (const { id } of [...steps, ...ahead]) {
        const at = nextFrom(application, { kind: 'step', id })
        if (at.kind !== 'step' || at.id !== id) continue
        stays += 1
        const step = application.variant.steps.find((each) => each.id === id)
        const open = step ? stepFields(application, step, false).fields.filter((field) => field.open) : []
        expect({ given, id, open: open.length }).toEqual({ given, id, open: 1 })
      }
    }
    expect(stays).toBeGreaterThan(100)
  })

  test('a page of the first questions asks what a verdict waits for, and later all that is open on it', () => {
    for (const { given, application } of cases) {
      const { steps, ahead } = application.memo.get('path|')
      for (const { id, open, awaited } of [...steps, ...ahead]) {
        const step = application.variant.steps.find((each) => each.id === id)
        if (!step) throw new Error(`${id} is no step`)
        const fields = (all: boolean): string[] =>
          stepFields(application, step, all)
            .fields.filter((field) => field.open)
            .map(({ key }) => key)
        expect([given, id, fields(true)]).toEqual([given, id, open.filter((key) => step.ask.includes(key))])
        expect([given, id, fields(false)]).toEqual([given, id, awaited.filter((key) => step.ask.includes(key)).slice(0, 1)])
      }
    }
  })

  test('with only what is asked first, every verdict is what all answers of the tree make it', () => {
    const counts: number[] = []
    for (const { file, application } of shippedExamples()) {
      const { steps, names } = application.variant
      const whole = onlyTree(application, new Set([names.application.kind, ...steps.flatMap(({ ask }) => ask)]))
      let short = onlyTree(application, new Set([names.application.kind]))
      let count = 0
      const tree = symbolic(application.variant)
      let proved = tree.given(tree.start, names.application.kind, whole.memo.get(`fact|${names.application.kind}|`))
      for (let at = short.memo.get('path|').at; at.kind === 'step'; at = short.memo.get('path|').at) {
        const step = steps.find(({ id }) => at.kind === 'step' && id === at.id)
        const key = step && stepFields(short, step, false).fields.find(({ open }) => open)?.key
        const value = whole.memo.get(`answer|${key}`)
        if (key === undefined || value === undefined) throw new Error(`${file} does not say ${key}`)
        // the proof asks the same
        expect([file, proved.ask]).toEqual([file, key])
        proved = tree.given(proved, key, whole.memo.get(`fact|${key}|`))
        short = edit(short, [{ kind: 'answer', fact: key, value }])
        count++
      }
      const outcome = (of: Case): unknown => of.variant.licences.map(({ id }) => [id, of.memo.get(`verdict|${id}`).verdict])
      expect([file, short.memo.get('path|').at]).toEqual([file, whole.memo.get('path|').at])
      if (short.memo.get('stop|') === null) expect([file, outcome(short)]).toEqual([file, outcome(whole)])
      counts.push(count)
    }
    counts.sort((a, b) => a - b)
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(9)
    expect(counts.at(-1)).toBeLessThanOrEqual(15)
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
      expect([given, [...steps, ...ahead].flatMap(({ awaited }) => awaited), missing]).toEqual([given, [], []])
      expect([given, questionsOf(application).open]).toEqual([given, []])
    }
    expect(stopped).toBeGreaterThanOrEqual(3)
  })

  test('with only the answers of an example, the proof walks as many pages and ends in the same place', () => {
    const plans = new Map<string, Plan>()
    const planFor = (variant: Variant): Plan => {
      const key = treeKey(variant)
      const plan = plans.get(key) ?? new Planner(variant, '2026-05-01').whole().plan
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
