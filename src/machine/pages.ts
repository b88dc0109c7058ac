import type { Case } from '../engine/case.ts'
import { questionsOf } from '../engine/questions.ts'
import { same } from '../engine/same.ts'
import { type AnswerRowRef, BUSINESS } from '../model/answers.ts'
import type { Variant, VCollection, VQuestion } from '../model/variant.ts'

/** One question on a page, about one subject. */
export interface Field {
  /** `fact` or `fact@row`. */
  readonly key: string
  readonly question: VQuestion
  readonly row: string | null
  readonly open: boolean
}
/** Fields that people see as one thing, such as an address; a single field has no group. */
export interface FieldGroup {
  readonly group: Variant['groups'][number] | null
  readonly fields: readonly Field[]
}
export interface Page {
  /** Key of its first field: its address, which stays when questions come or go elsewhere. */
  readonly anchor: string
  readonly groups: readonly FieldGroup[]
}

/** A list that is asked for now. `key`: `rooms`, `p1/loans`. */
export interface OpenList {
  readonly key: string
  readonly collection: VCollection
  readonly parent: string | null
}

/** Everything that is asked now, sorted by where it is asked. */
export interface Agenda {
  /** Questions about the case, per topic. */
  readonly topics: ReadonlyMap<string, readonly Field[]>
  /** Questions about a row, per row. */
  readonly rows: ReadonlyMap<string, readonly Field[]>
  /** Lists that are not marked complete yet. */
  readonly openLists: readonly OpenList[]
}

/** At most so many fields stand on one page; a group is never split. */
const PER_PAGE = 9

export function agendaOf(one: Case): Agenda {
  const { asked, open } = questionsOf(one)
  const known = agendas.get(asked)
  if (known && same(known.open, open)) return known.agenda
  const agenda = sortedAgenda(one, asked, open)
  agendas.set(asked, { open, agenda })
  return agenda
}

/** The engine gives the same list while the same is asked. */
const agendas = new WeakMap<readonly string[], { readonly open: readonly string[]; readonly agenda: Agenda }>()

function sortedAgenda(one: Case, asked: readonly string[], open: readonly string[]): Agenda {
  const openKeys = new Set(open)
  const topics = new Map<string, Field[]>()
  const rows = new Map<string, Field[]>()
  const openLists: OpenList[] = []
  for (const [fact, keys] of byFact(one, new Set([...asked, ...open]))) {
    const question = one.index.questions.get(fact)
    if (!question) {
      const collection = one.index.collections.get(fact.slice(fact.lastIndexOf('/') + 1))
      if (collection) openLists.push({ key: fact, collection, parent: fact.includes('/') ? fact.slice(0, fact.lastIndexOf('/')) : null })
      continue
    }
    if (question.type === 'file') continue
    for (const key of keys) {
      const row = key === fact ? null : key.slice(fact.length + 1)
      const ofCase = row === null || row === BUSINESS
      const [into, place] = ofCase ? [topics, question.topic] : [rows, row]
      const fields = into.get(place)
      const field: Field = { key, question, row, open: openKeys.has(key) }
      if (fields) fields.push(field)
      else into.set(place, [field])
    }
  }
  return { topics, rows, openLists }
}

/** Keys per question, in the order of asking on pages; a list stands under its own name. */
function byFact(one: Case, keys: Iterable<string>): [string, string[]][] {
  const found = new Map<string, string[]>()
  for (const key of keys) {
    const end = key.indexOf('@')
    const fact = end < 0 ? key : key.slice(0, end)
    const same = found.get(fact)
    if (same) same.push(key)
    else found.set(fact, [key])
  }
  const rank = askingOrder(one.variant)
  return [...found].sort(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
}

const orders = new WeakMap<Variant, ReadonlyMap<string, number>>()

/** Place of each question in the order of asking on pages: by topic, then as in the catalogue. */
export function askingOrder(variant: Variant): ReadonlyMap<string, number> {
  const known = orders.get(variant)
  if (known) return known
  const topics = variant.topics.map(({ id }) => id)
  const sorted = [...variant.questions].sort((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic))
  const order = new Map(sorted.map(({ id }, index) => [id, index]))
  orders.set(variant, order)
  return order
}

/** Fields in groups, a group where its first field stands. */
export function grouped(variant: Variant, fields: readonly Field[]): FieldGroup[] {
  const groupOf = new Map(variant.groups.flatMap((group) => group.parts.map((part) => [part, group])))
  const found = new Map<string, { group: FieldGroup['group']; fields: Field[] }>()
  for (const field of fields) {
    const group = groupOf.get(field.question.id) ?? null
    const key = group ? `${group.id}@${field.row ?? ''}` : field.key
    const into = found.get(key) ?? { group, fields: [] }
    into.fields.push(field)
    found.set(key, into)
  }
  return [...found.values()]
}

/** Fields on pages of a readable length; a page holds one topic. */
export function pagesOf(variant: Variant, fields: readonly Field[]): Page[] {
  const pages: { topic: string; groups: FieldGroup[]; size: number }[] = []
  for (const group of grouped(variant, fields)) {
    const topic = group.fields[0]?.question.topic ?? ''
    const last = pages.at(-1)
    if (last && last.topic === topic && last.size + group.fields.length <= PER_PAGE) {
      last.groups.push(group)
      last.size += group.fields.length
    } else pages.push({ topic, groups: [group], size: group.fields.length })
  }
  return pages.map(({ groups }) => ({ anchor: groups[0]?.fields[0]?.key ?? '', groups }))
}

/** The page that an address points at: the one that begins at this field, else the one that holds it, else the first. */
export const pageAt = (pages: readonly Page[], anchor: string | null): number =>
  Math.max(
    0,
    pages.findIndex((page) => page.anchor === anchor || page.groups.some(({ fields }) => fields.some(({ key }) => key === anchor))),
  )

/** Topic under which a list stands: the one that most questions about its rows belong to. */
export function topicOfList(variant: Variant, collection: VCollection): string {
  const count = new Map<string, number>()
  for (const { subject, topic } of variant.questions) if (subject === collection.subject) count.set(topic, (count.get(topic) ?? 0) + 1)
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

/** Rows of a list as they stand now. */
export const rowsOf = (lists: ReadonlyMap<string, readonly string[]>, key: string): readonly string[] => lists.get(key) ?? []

/** A row id that no row has: `p1`, `p2`, … */
export function freshRow(rows: ReadonlyMap<string, AnswerRowRef>, subject: string): string {
  const letter = subject.slice(0, 1)
  let n = 1
  while (rows.has(`${letter}${n}`)) n += 1
  return `${letter}${n}`
}
