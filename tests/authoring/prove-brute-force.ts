import Big from 'big.js'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Reader } from '../../src/feel/reader.ts'
import { isUnknown, unknown, type Value } from '../../src/feel/value.ts'
import type { ResolvedQuestion, Variant } from '../../src/model/variant.ts'

export type Given = ReadonlyMap<string, Value>

/** What a plain walk finds, one path after the other. */
export interface Counted {
  paths: bigint
  longest: number
  /** `stop/x`, or per licence its verdicts. */
  verdicts: Record<string, Record<string, bigint>>
  stops: Record<string, bigint>
  steps: Set<string>
  holds: Set<string>
}

/** Every path, walked on its own with nothing but evaluate.ts: slow, and with no cleverness that could be wrong. */
export function bruteForce(variant: Variant, onEnd: (answers: Given, stop: string | null) => void = () => undefined): Counted {
  const counted: Counted = { paths: 0n, longest: 0, verdicts: {}, stops: {}, steps: new Set(), holds: new Set() }
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const end = (answers: Given, steps: number, stop: string | null): void => {
    counted.paths += 1n
    counted.longest = Math.max(counted.longest, steps)
    onEnd(answers, stop)
    if (stop !== null) {
      counted.stops[stop] = (counted.stops[stop] ?? 0n) + 1n
      return
    }
    const reader = readerOf(variant, answers)
    for (const licence of variant.licences) {
      for (const rule of licence.rules) if (evaluate(rule.when.expr, reader, {}) === true) counted.holds.add(`${licence.id}/${rule.id}`)
      const word = verdictWord(variant, licence.id, reader)
      const verdicts = counted.verdicts[licence.id] ?? {}
      counted.verdicts[licence.id] = { ...verdicts, [word]: (verdicts[word] ?? 0n) + 1n }
    }
  }
  const step = (index: number, answers: Given, steps: number): void => {
    const current = variant.steps[index]
    if (!current) {
      end(answers, steps, null)
      return
    }
    if (current.when && evaluate(current.when.expr, readerOf(variant, answers), {}) !== true) {
      step(index + 1, answers, steps)
      return
    }
    counted.steps.add(current.id)
    const exists = current.ask
      .map((id) => questions.get(id)?.when)
      .map((when) => !when || evaluate(when.expr, readerOf(variant, answers), {}))
    // none of its questions exists: the page is left out, and so is the stop behind it
    if (!exists.some((one) => one === true || isUnknown(one))) {
      step(index + 1, answers, steps)
      return
    }
    const ask = (at: number, given: Given): void => {
      const id = current.ask[at]
      if (id === undefined) {
        const reader = readerOf(variant, given)
        const stop = variant.stops.find((one) => one.after === current.id && evaluate(one.when.expr, reader, {}) === true)
        if (stop) end(given, steps + 1, stop.id)
        else step(index + 1, given, steps + 1)
        return
      }
      const question = questions.get(id)
      const relevant = question?.when ? evaluate(question.when.expr, readerOf(variant, given), {}) === true : true
      if (!question || !relevant || given.has(id)) ask(at + 1, given)
      else for (const value of answersTo(question)) ask(at + 1, new Map([...given, [id, value]]))
    }
    ask(0, answers)
  }
  step(0, new Map(), 0)
  return counted
}

/** Every single answer; numbers from 0 to 9. */
function answersTo(question: ResolvedQuestion): Value[] {
  const ids = question.options?.map((option) => option.id) ?? []
  if (question.type === 'yesNo') return [true, false]
  if (question.type === 'choice') return (question.options ?? []).map((option) => option.countsAs ?? option.id)
  if (question.type === 'integer') return Array.from({ length: 10 }, (_, value) => new Big(value))
  const some = ids.filter((id) => id !== 'none')
  const lists: string[][] = Array.from({ length: 2 ** some.length - 1 }, (_, bits) =>
    some.filter((_id, index) => (bits + 1) & (1 << index)),
  )
  return [...lists, ...(ids.includes('none') ? [['none']] : [])].map((items) => ({ kind: 'list', items, unknown: null }))
}

export function readerOf(variant: Variant, answers: Given): Reader {
  const reader: Reader = {
    fact: (id) => {
      const question = variant.questions.find((one) => one.id === id)
      if (!question) return null
      const relevant = question.when ? evaluate(question.when.expr, reader, {}) : true
      if (isUnknown(relevant)) return relevant
      if (relevant !== true) return null
      return answers.get(id) ?? (question.derived ? evaluate(question.derived.expr, reader, {}) : unknown([id]))
    },
    rows: (collection) => ({ kind: 'list', items: [], unknown: unknown([collection]) }),
    alias: (id) => unknown([id]),
    parameter: (id) => {
      const value = variant.parameters.find((one) => one.id === id)?.values[0]?.value ?? null
      return value === null ? unknown([], [id]) : typeof value === 'number' ? new Big(value) : value
    },
    verdict: (id) => {
      const word = verdictWord(variant, id, reader)
      return word === 'open' ? unknown([id]) : word
    },
    duty: (id) => unknown([id]),
    attached: () => unknown([]),
    documents: () => unknown([]),
    fee: () => null,
    today: () => '2026-05-01',
  }
  return reader
}

/** The words of design §7, from the rules one by one. */
function verdictWord(variant: Variant, id: string, reader: Reader): string {
  const rules = variant.licences.find((licence) => licence.id === id)?.rules ?? []
  const outcomes = new Set<string>()
  let missing = false
  for (const rule of rules) {
    const holds = evaluate(rule.when.expr, reader, {})
    if (isUnknown(holds)) {
      outcomes.add(rule.verdict)
      missing ||= holds.missing.length > 0
    }
    if (holds === true) {
      outcomes.add(rule.verdict)
      return outcomes.size === 1 ? rule.verdict : missing ? 'open' : 'ask'
    }
  }
  return outcomes.size === 0 ? 'notNeeded' : missing ? 'open' : 'ask'
}
