import Big from 'big.js'
import { daysLater } from '../../../feel/count-days.ts'
import { unknown, type Value } from '../../../feel/value.ts'
import type { Holds } from '../../../model/answer-kinds/answer-kind.ts'
import { kindOf } from '../../../model/answer-kinds/answer-kinds.ts'
import type { ResolvedQuestion } from '../../../model/variant.ts'
import { keyOf, type Node } from './nodes.ts'

/** Answers that nothing in the tree distinguishes, with how many answers of the question they represent. */
export interface AnswerClass {
  readonly value: Value
  readonly count: bigint
  /** For messages. */
  readonly label: string
}

/** How the tree reads each input: the values it is compared with, the options searched for in it. */
export interface Uses {
  readonly compared: Map<number, Set<Value>>
  readonly options: Map<number, Set<string>>
  /** Inputs used in any other way, such as in a sum. */
  readonly otherwise: Set<number>
}

const COMPARISONS = new Set(['=', '!=', '<', '<=', '>', '>='])
const CONTAINS = '{"op":"call","fn":"list contains"'

/** Inspects every operation below these nodes for how it uses the inputs. */
export function usesOf(roots: readonly Node[]): Uses {
  const uses: Uses = { compared: new Map(), options: new Map(), otherwise: new Set() }
  const seen = new Set<Node>()
  const visit = (node: Node): void => {
    if (seen.has(node)) return
    seen.add(node)
    for (const kid of node.kids) {
      visit(kid)
      const input = seenThrough(kid)
      if (input !== null && seenThrough(node) !== input) note(uses, node, kid, input)
    }
  }
  for (const root of roots) visit(root)
  return uses
}

/** The input whose answer this node passes on. Instead of that answer it may also yield null or a refined value. */
function seenThrough(node: Node): number | null {
  if (node.kind === 'input') return node.input
  const key = node.shape?.key
  const kid = key === 'answered' ? node.kids[0] : key === 'when' || key === 'refined' ? node.kids[1] : undefined
  return kid ? seenThrough(kid) : null
}

function note(uses: Uses, node: Node, kid: Node, input: number): void {
  const key = node.shape?.key ?? ''
  const other = node.kids.find((each) => each !== kid)
  const constant = other?.kind === 'constant' ? other.value : undefined
  if (key.startsWith(CONTAINS) && typeof constant === 'string') add(uses.options, input, constant)
  else if (key === 'gate') add(uses.options, input, 'none')
  else if (key.startsWith('{"op":"') && COMPARISONS.has(key.slice(7, key.indexOf('"', 7))) && constant !== undefined)
    add(uses.compared, input, constant)
  else uses.otherwise.add(input)
}

function add<T>(map: Map<number, Set<T>>, input: number, item: T): void {
  const set = map.get(input) ?? new Set()
  map.set(input, set.add(item))
}

const EXACT: ReadonlySet<Holds> = new Set(['yesNo', 'option', 'options', 'days', 'party', 'country', 'code', 'file'])

/** Whether the answers to this question can be partitioned exactly. For sums of numbers they cannot. */
export const isExact = (question: ResolvedQuestion, input: number, uses: Uses): boolean =>
  EXACT.has(kindOf(question).holds) || !uses.otherwise.has(input)

/** All answers a question can have, in classes; the very same list for the same question that is used the same way. */
export function answersOf(question: ResolvedQuestion, input: number, uses: Uses): readonly AnswerClass[] {
  const compared = [...(uses.compared.get(input) ?? [])].map(keyOf)
  const use = JSON.stringify([compared, [...(uses.options.get(input) ?? [])].sort(), uses.otherwise.has(input)])
  const known = answersBy.get(question) ?? new Map<string, readonly AnswerClass[]>()
  answersBy.set(question, known)
  const answers = known.get(use) ?? allAnswers(question, input, uses)
  known.set(use, answers)
  return answers
}

/** Memoised: most towns share a question, and what reads it. */
const answersBy = new WeakMap<ResolvedQuestion, Map<string, readonly AnswerClass[]>>()

function allAnswers(question: ResolvedQuestion, input: number, uses: Uses): readonly AnswerClass[] {
  const classes = givenAnswers(question, input, uses)
  return question.optional ? [...classes, { value: null, count: 1n, label: 'left empty' }] : classes
}

const givenAnswers = (question: ResolvedQuestion, input: number, uses: Uses): readonly AnswerClass[] =>
  GIVEN[kindOf(question).holds](question, [...(uses.compared.get(input) ?? [])], input, uses)

const each = (value: Value, label = String(value)): AnswerClass => ({ value, count: 1n, label })

type Given = (question: ResolvedQuestion, compared: readonly Value[], input: number, uses: Uses) => AnswerClass[]
const numbers: Given = (question, compared) =>
  cuts(
    compared.filter((value) => value instanceof Big),
    question,
    kindOf(question).whole === true || kindOf(question).holds === 'clock',
  ).map((value) => each(value))
const texts: Given = (_, compared) =>
  [...compared.filter((value) => typeof value === 'string'), 'any other text'].map((value) => each(value))
const pointed: Given = () => [each(unknown(['?']), 'given')]

/** Possible answers in classes, by what an answer holds. */
const GIVEN: Readonly<Record<Holds, Given>> = {
  yesNo: () => [each(true, 'yes'), each(false, 'no')],
  option: ({ options }) => (options ?? []).map((option) => each(option.countsAs ?? option.id, option.id)),
  options: (question, _, input, uses) => subsets(question, uses.otherwise.has(input) ? null : (uses.options.get(input) ?? new Set())),
  number: numbers,
  cents: numbers,
  clock: numbers,
  day: (_, compared) => days(compared.filter((value) => typeof value === 'string')).map((value) => each(value)),
  days: texts,
  text: texts,
  code: texts,
  country: texts,
  party: pointed,
  file: pointed,
}

/** Lists of options that agree on the options that are read; `none` excludes all others, and an empty list is no answer. */
function subsets(question: ResolvedQuestion, read: ReadonlySet<string> | null): AnswerClass[] {
  const all = question.options ?? []
  const some = all.filter((option) => option.id !== 'none')
  const counts = (option: (typeof all)[number]): string => option.countsAs ?? option.id
  const told = read ? some.filter((option) => read.has(counts(option))) : some
  const rest = some.filter((option) => !told.includes(option))
  const classes: AnswerClass[] = []
  for (let bits = 0; bits < 2 ** told.length; bits++) {
    const chosen = told.filter((_, index) => bits & (1 << index))
    const [filler] = rest
    if (chosen.length === 0 && !filler) continue
    const shown = chosen.length > 0 || !filler ? chosen : [filler]
    const value: Value = { kind: 'list', items: shown.map(counts), unknown: null }
    classes.push({
      value,
      count: 2n ** BigInt(rest.length) - (chosen.length === 0 ? 1n : 0n),
      label: shown.map((option) => option.id).join(' and '),
    })
  }
  if (all.length > some.length) classes.push({ value: { kind: 'list', items: ['none'], unknown: null }, count: 1n, label: 'none' })
  return classes
}

/** Each boundary, plus one number between, before and after them, within the limits of the question; never below zero. */
function cuts(boundaries: readonly Big[], { min, max }: ResolvedQuestion, whole: boolean): Big[] {
  const least = new Big(typeof min === 'number' && min > 0 ? min : 0)
  const most = typeof max === 'number' ? new Big(max) : null
  const sorted = [...new Map(boundaries.map((value) => [value.toString(), value])).values()]
    .filter((value) => value.gte(least) && (most === null || value.lte(most)))
    .sort((a, b) => a.cmp(b))
  const result: Big[] = []
  let low: Big | null = null
  for (const value of sorted) {
    const between: Big = (low ?? least).plus(value).div(2)
    const inside = whole ? between.round(0, Big.roundDown) : between
    if (inside.lt(value) && (low ? inside.gt(low) : true)) result.push(inside)
    if (!whole || value.eq(value.round(0, Big.roundDown))) result.push(value)
    low = value
  }
  const after = (low ?? least).plus(1).round(0, Big.roundDown)
  if (most === null || after.lte(most)) result.push(after)
  else if (low === null || low.lt(most)) result.push(most)
  return result
}

/** Each boundary day, the day before and the day after. */
function days(boundaries: readonly string[]): string[] {
  const shifted = boundaries.flatMap((day) => [-1, 0, 1].flatMap((by) => daysLater(day, by) ?? []))
  return shifted.length > 0 ? [...new Set(shifted)].sort() : ['2026-01-01']
}
