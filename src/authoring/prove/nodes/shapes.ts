import { decide } from '../../../engine/outcome/verdicts.ts'
import { evaluate } from '../../../feel/evaluate/evaluate.ts'
import type { Expr } from '../../../feel/expr.ts'
import type { Reader } from '../../../feel/reader.ts'
import { isCertain, isUnknown, type Unknown, unknown, type Value } from '../../../feel/value.ts'
import type { ResolvedLicence, ResolvedRule } from '../../../model/variant.ts'
import { isNeverAsked, type Node, type Shape } from './nodes.ts'

/** One operation of FEEL. Its operands are `fact 0`, `fact 1` …; evaluate.ts alone defines what it means. */
export function feelShape(skeleton: Expr): Shape {
  const shape: Shape = { key: JSON.stringify(skeleton), run: (values) => evaluate(skeleton, readerOver(values), {}) }
  if (skeleton.op === 'and') return { ...shape, shorten: (kids, graph) => junction(kids, graph.true, graph.false) }
  if (skeleton.op === 'or') return { ...shape, shorten: (kids, graph) => junction(kids, graph.false, graph.true) }
  if (skeleton.op === 'if') {
    return {
      ...shape,
      shorten: ([test, yes, no]) =>
        test?.kind === 'constant' && !isUnknown(test.value) ? ((test.value === true ? yes : no) ?? null) : null,
    }
  }
  return shape
}

/** `and`: one false decides, a true adds nothing; `or`: the other way round. Holds in three-valued logic too. */
function junction(kids: readonly Node[], neutral: Node, deciding: Node): Node | null {
  if (kids.includes(deciding)) return deciding
  const rest = [...new Set(kids)].filter((kid) => kid !== neutral)
  if (rest.length === 0) return neutral
  return rest.length === 1 ? (rest[0] ?? null) : null
}

/** Placeholder for an operand in a skeleton. */
export const operand = (index: number): Expr => ({ op: 'fact', id: String(index) })

const nothing = unknown(['?'])
const readerOver = (values: readonly Value[]): Reader => ({
  fact: (id) => values[Number(id)] ?? null,
  rows: () => ({ kind: 'list', items: [], unknown: nothing }),
  alias: () => nothing,
  parameter: () => nothing,
  verdict: () => nothing,
  duty: () => nothing,
  attached: () => nothing,
  documents: () => nothing,
  fee: () => nothing,
  today: () => '',
})

/** A fact with a condition: null when that is false. Kids: the condition, the value. */
export const whenShape: Shape = {
  key: 'when',
  run: ([when = null, value = null]) => (isUnknown(when) ? when : when === true ? value : null),
  shorten: ([when, value], graph) => {
    if (when?.kind !== 'constant') return null
    return isUnknown(when.value) ? when : when.value === true ? (value ?? null) : graph.null
  },
}

/** A coarse fact: the exact one decides once it is known. Kids: the exact value, the coarse one. */
export const refinedShape: Shape = {
  key: 'refined',
  run: ([exact = null, coarse = null]) => (isCertain(exact) && exact !== null ? exact : coarse),
  shorten: ([exact, coarse]) =>
    exact?.kind === 'constant' ? ((isCertain(exact.value) && exact.value !== null ? exact : coarse) ?? null) : null,
}

/** A fact that an earlier answer may settle. Kids: what that answer implies, null for nothing; the rest. */
export const settledShape: Shape = {
  key: 'settled',
  run: ([settled = null, otherwise = null]) => settled ?? otherwise,
  shorten: ([settled, otherwise]) => (settled?.kind === 'constant' ? ((settled.value === null ? otherwise : settled) ?? null) : null),
}

/** An answer, or the fallback without one. Kids: the answer, the rest. */
export const answeredShape: Shape = {
  key: 'answered',
  run: ([answer = null, otherwise = null]) => (isNeverAsked(answer) ? otherwise : answer),
  shorten: ([answer, otherwise]) => (answer?.kind === 'constant' ? ((isNeverAsked(answer.value) ? otherwise : answer) ?? null) : null),
}

/** Decision of the rules of one licence, as the engine makes it: the verdict, and after a bar the numbers of the rules that may have decided it; if open, also
 * the answers and town values it misses. */
export function decisionShape(rules: readonly ResolvedRule[]): Shape {
  const shape: Shape = {
    key: `decision ${JSON.stringify(rules.map(({ verdict, refines, duty, via }) => [verdict, refines, duty, via]))}`,
    run: (values) => {
      const { verdict, undecided, holding, missing, parameters } = decide(rules, (_, index) => values[index] ?? null)
      const deciding = [...undecided, ...(holding ? [holding] : [])].map((rule) => rules.indexOf(rule)).join()
      return [verdict, deciding, ...(verdict === 'open' ? [missing.join(), parameters.join()] : [])].join('|')
    },
    shorten: (kids, graph) => {
      // A rule that can no longer hold counts as false; rules after one that holds are never looked at.
      const settled = kids.map((kid, index) =>
        kid.kind === 'constant' && kid.value !== true && (!isUnknown(kid.value) || rules[index]?.refines) ? graph.false : kid,
      )
      const first = settled.indexOf(graph.true)
      const cut = settled.map((kid, index) => (first >= 0 && index > first ? graph.false : kid))
      return cut.some((kid, index) => kid !== kids[index]) ? graph.apply(shape, cut) : null
    },
  }
  return shape
}

/** The verdict of a decision as other rules see it. */
export const verdictShape: Shape = {
  key: 'verdict',
  run: ([decision]) => {
    const [verdict = ''] = String(decision).split('|')
    return verdict === 'open' ? missedBy(decision) : verdict
  },
}

/** Whether a decision requires the form of its licence: it is needed, in its own right and with this authority. */
export const formShape = (licence: ResolvedLicence): Shape => ({
  key: `form ${dutiesOf(licence)}`,
  run: ([decision]) => {
    const [verdict = '', deciding = ''] = String(decision).split('|')
    if (verdict === 'open') return missedBy(decision)
    const rules = deciding.split(',').flatMap((index) => licence.rules[Number(index)] ?? [])
    return verdict === 'needed' && rules.some(({ via, duty }) => via === null && (duty ?? licence.duty) !== 'elsewhere')
  },
})

const dutiesOf = ({ duty, rules }: ResolvedLicence): string => JSON.stringify([duty, rules.map((rule) => [rule.duty, rule.via])])

/** What an open decision waits for. */
function missedBy(decision: Value | undefined): Unknown {
  const [, , missing = '', parameters = ''] = String(decision).split('|')
  return unknown(missing.split(',').filter(Boolean), parameters.split(',').filter(Boolean))
}

/** The duty a decision imposes on the applicant, as other rules see it. */
export const dutyShape = (licence: ResolvedLicence): Shape => ({
  key: `duty ${dutiesOf(licence)}`,
  run: ([decision]) => {
    const [verdict = '', deciding = ''] = String(decision).split('|')
    // where several may have decided, they agree on the duty
    const [first = ''] = deciding.split(',')
    const rule = first === '' ? undefined : licence.rules[Number(first)]
    return verdict === 'open' ? missedBy(decision) : (rule?.duty ?? (verdict === 'notNeeded' ? 'none' : licence.duty))
  },
})
