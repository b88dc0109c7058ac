import { addAll } from '../model/util/add-all.ts'
import type { SectionCoverage } from './assessment.ts'
import type { Case, Index } from './context.ts'
import { FILING_DATE, START_DATE } from './facts/dated.ts'
import { coverage } from './forms/cover.ts'
import type { Order } from './incremental/reached.ts'

/** What is asked of this case. Keys are `fact` or `fact@row`; a list that is not complete stands under its own name. */
export interface Asked {
  /** Answered, and used in what must be decided or printed. */
  readonly asked: readonly string[]
  /** Asked now and not answered, in the order of asking. */
  readonly open: readonly string[]
  /** Of those: what something waits for. The others only fill boxes that may stay empty. */
  readonly needed: readonly string[]
  /** Left empty by choice, and used as an answer would be: to be filled in later. */
  readonly empty: readonly string[]
}

/** A question is asked when a box of an applicable form, or a condition that must be decided, needs it. */
export function questionsOf(one: Case): Asked {
  const known = askedOf.get(one)
  if (known) return known
  const made = asks(one)
  askedOf.set(one, made)
  return made
}

/** A case never changes: a page, the summary and the save each want this list. */
const askedOf = new WeakMap<Case, Asked>()

function asks(one: Case): Asked {
  if (one.memo.get('stop|') !== null) return { ...answered(one), open: [], needed: [] }
  const needed = ordered(one, neededBy(one))
  const wanted = coverage(one).flatMap((form) =>
    form.sections.flatMap(({ instances }) =>
      instances.flatMap(({ boxes }) => boxes.flatMap((box) => (box.state === 'empty' ? box.questions : box.blank))),
    ),
  )
  return { ...answered(one), open: wanted.length > 0 ? ordered(one, [...needed, ...wanted]) : needed, needed }
}

/** The answers, and the questions left empty, that what must be decided or printed rests on, in the order of asking; the same lists while they
 * are the same. */
function answered(one: Case): Given {
  const given = one.memo.given(rootsOf(one), orderOf(one))
  const known = answers.get(given)
  if (known) return known
  const asked = given.filter((cell) => cell.startsWith(ANSWER)).map(keyOf)
  const made = { asked, empty: without(given.filter((cell) => cell.startsWith(EMPTY)).map(keyOf), asked) }
  answers.set(given, made)
  return made
}

const without = (keys: readonly string[], others: readonly string[]): readonly string[] => {
  const all = new Set(others)
  return keys.filter((key) => !all.has(key))
}

type Given = Pick<Asked, 'asked' | 'empty'>
const answers = new WeakMap<readonly string[], Given>()

const ANSWER = 'answer|'
const EMPTY = 'leftEmpty|'
const keyOf = (cell: string): string => cell.slice(cell.indexOf('|') + 1)

/** Cells that make a question needed: the path, verdicts, boxes of applicable forms, fees, documents. Checks and advice ask nothing. */
function rootsOf(one: Case): string[] {
  const { variant } = one
  const boxes = coverage(one).flatMap((form) =>
    form.sections.flatMap((section) => [`section|${form.id}|${section.id}`, ...boxesWithoutRow(one, form.id, section)]),
  )
  return [
    // the dates decide which figures count, whether or not one of these answers reads them
    `fact|${FILING_DATE}|`,
    `fact|${START_DATE}|`,
    'path|',
    'stop|',
    // an answer may choose which boxes a form has
    ...variant.forms.map(({ id }) => `form|${id}`),
    ...[...variant.licences, ...variant.extras].map(({ id }) => `verdict|${id}`),
    ...boxes,
    ...(variant.areas.length > 0 ? ['areas|'] : []),
    ...variant.fees.map(({ id }) => `fee|${id}`),
    ...variant.documents.map(({ id }) => `document|${id}`),
    'terms|',
  ]
}

/** A section rests on its boxes, but where a section per row has no rows its boxes are read by nobody. While rows may come they stand for those. */
function boxesWithoutRow(one: Case, form: string, { id, open, instances }: SectionCoverage): string[] {
  if (open.length > 0 || one.index.forms.get(form)?.sections.find((section) => section.id === id)?.per === null) return []
  return instances.flatMap(({ row, boxes }) => (row === null ? boxes.map((box) => `box|${form}|${id}|${box.nr}||`) : []))
}

/** All cells that these cells rest on. */
export function reach({ memo }: Pick<Case, 'memo'>, roots: readonly string[]): Set<string> {
  const reached = new Set<string>()
  memo.walk(roots, (id) => reached.add(id))
  return reached
}

function neededBy(one: Case): string[] {
  const { memo, variant } = one
  const path = memo.get('path|')
  const open = [...path.steps.flatMap((step) => step.open), ...path.missing]
  for (const { id } of [...variant.licences, ...variant.extras]) addAll(open, memo.get(`verdict|${id}`).missing)
  for (const form of coverage(one)) {
    for (const section of form.sections) {
      addAll(open, section.open)
      for (const { boxes } of section.instances) for (const box of boxes) if (box.state === 'missing') addAll(open, box.questions)
    }
  }
  for (const area of memo.get('areas|')) addAll(open, area.missing)
  for (const { id } of variant.fees) addAll(open, memo.get(`fee|${id}`).missing)
  for (const { id } of variant.documents) addAll(open, memo.get(`document|${id}`).missing)
  return open
}

const orders = new WeakMap<Index, Order>()

function orderOf(one: Case): Order {
  const known = orders.get(one.index)
  if (known) return known
  const rank = ranksOf(one)
  const order: Order = {
    wants: (cell) => cell.startsWith(ANSWER) || cell.startsWith(EMPTY),
    compare: (a, b) => placeOf(keyOf(a), rank) - placeOf(keyOf(b), rank) || (a < b ? -1 : a > b ? 1 : 0),
  }
  orders.set(one.index, order)
  return order
}

/** Order of asking: the application first, then the tree, then the catalogue; a list stands before the questions of its rows. */
function ordered(one: Case, keys: Iterable<string>): string[] {
  const rank = ranksOf(one)
  const at: string[][] = Array.from({ length: rank.size + 1 }, () => [])
  for (const key of new Set(keys)) at[placeOf(key, rank)]?.push(key)
  return at.flatMap((together) => together.sort())
}

function placeOf(key: string, rank: ReadonlyMap<string, number>): number {
  const end = key.indexOf('@')
  return rank.get(end < 0 ? key : key.slice(0, end)) ?? rank.get(key.slice(key.lastIndexOf('/') + 1)) ?? rank.size
}

const ranks = new WeakMap<Index, ReadonlyMap<string, number>>()

function ranksOf({ index, variant }: Case): ReadonlyMap<string, number> {
  const known = ranks.get(index)
  if (known) return known
  const lists = (subject: string): string[] => variant.collections.filter((list) => list.subject === subject).map(({ id }) => id)
  const order = [
    ...variant.questions.filter((question) => question.topic === 'application').map(({ id }) => id),
    ...variant.steps.flatMap((step) => step.ask),
    ...variant.questions.flatMap((question) => [...lists(question.subject), question.id]),
  ]
  const rank = new Map<string, number>()
  for (const id of order) if (!rank.has(id)) rank.set(id, rank.size)
  ranks.set(index, rank)
  return rank
}
