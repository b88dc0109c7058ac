import { type Asked, questionsOf } from '../engine/asked/questions.ts'
import type { Case } from '../engine/context.ts'
import { worded } from '../engine/facts/worded.ts'
import { same } from '../engine/incremental/same.ts'
import { references } from '../feel/references.ts'
import { type AnswerRowRef, BUSINESS } from '../model/answers/answers.ts'
import { lowest } from '../model/util/extremes.ts'
import type { ResolvedCollection, ResolvedGroup, ResolvedQuestion, Variant } from '../model/variant.ts'

/** One question on a page, about one subject. */
export interface Field {
  /** `fact` or `fact@row`. */
  readonly key: string
  readonly question: ResolvedQuestion
  readonly row: string | null
  /** Neither answered nor left empty by choice. */
  readonly open: boolean
  /** Open, and something depends on it: it does more than fill a box that may stay empty. */
  readonly needed: boolean
}
/** Fields that people see as one thing, such as an address; a field on its own has no group. */
export interface FieldGroup {
  readonly group: ResolvedGroup | RoleGroup | null
  readonly fields: readonly Field[]
}
export interface Page {
  /** Key of its first field: its address, which is stable when questions come or go elsewhere. */
  readonly anchor: string
  readonly groups: readonly FieldGroup[]
}

/** A list that is currently asked for. `key`: `rooms`, `p1/loans`. */
export interface OpenList {
  readonly key: string
  readonly collection: ResolvedCollection
  readonly parent: string | null
}

/** Everything that is currently asked, sorted by where it is asked. */
export interface Agenda {
  /** Questions about the case, per topic. */
  readonly topics: ReadonlyMap<string, readonly Field[]>
  /** Questions about a row, by the row whose card asks them: those about a role go with its party. */
  readonly rows: ReadonlyMap<string, readonly Field[]>
  /** Lists that are not marked complete yet. */
  readonly openLists: readonly OpenList[]
}

/** Maximum number of fields on a page; a group is never split. */
const PER_PAGE = 9

export function agendaOf(application: Case): Agenda {
  const { asked, open, needed, empty } = questionsOf(application)
  const known = agendas.get(asked)
  if (known && same(known.open, open) && same(known.needed, needed)) return known.agenda
  const agenda = sortedAgenda(application, [...asked, ...empty], open, new Set(needed))
  agendas.set(asked, { open, needed, agenda })
  return agenda
}

/** The engine returns the same list object as long as the same is asked. */
const agendas = new WeakMap<readonly string[], Pick<Asked, 'open' | 'needed'> & { readonly agenda: Agenda }>()

function sortedAgenda(application: Case, asked: readonly string[], open: readonly string[], needed: ReadonlySet<string>): Agenda {
  const openKeys = new Set(open)
  const topics = new Map<string, Field[]>()
  const rows = new Map<string, Field[]>()
  const openLists: OpenList[] = []
  for (const [fact, keys] of byFact(application, new Set([...asked, ...open]))) {
    const question = application.index.questions.get(fact)
    if (!question) {
      const collection = application.index.collections.get(fact.slice(fact.lastIndexOf('/') + 1))
      if (collection) openLists.push({ key: fact, collection, parent: fact.includes('/') ? fact.slice(0, fact.lastIndexOf('/')) : null })
      continue
    }
    if (question.type === 'file') continue
    for (const key of keys) {
      const row = key === fact ? null : key.slice(fact.length + 1)
      const ofCase = row === null || row === BUSINESS
      const [into, place] = ofCase ? [topics, question.topic] : [rows, cardOf(row)]
      const fields = into.get(place)
      const field: Field = { key, question: worded(application, question, row), row, open: openKeys.has(key), needed: needed.has(key) }
      if (fields) fields.push(field)
      else into.set(place, [field])
    }
  }
  return { topics, rows, openLists }
}

/** The row whose card asks about a row: a role (`p1/manager`) has no card of its own. */
export const cardOf = (row: string): string => row.split('/', 1)[0] ?? row

/** Keys per question, in the order in which pages ask them; a list has an entry under its own key. */
function byFact(application: Case, keys: Iterable<string>): [string, string[]][] {
  const found = new Map<string, string[]>()
  for (const key of keys) {
    const end = key.indexOf('@')
    const fact = end < 0 ? key : key.slice(0, end)
    const same = found.get(fact)
    if (same) same.push(key)
    else found.set(fact, [key])
  }
  const rank = askingOrder(application.variant)
  // sorted by key, not by arrival: open keys come after answered ones, and answering a question must not move it on its page
  for (const same of found.values()) same.sort(BY_NUMBER.compare)
  return [...found].sort(([a], [b]) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
}

/** `p1/elsewhere/2` sorts before `p1/elsewhere/10`. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true })

const orders = new WeakMap<Variant, ReadonlyMap<string, number>>()

/** Rank of each question in the order in which pages ask them: by topic, then as in the catalogue; what depends on an answer comes after it. */
export function askingOrder(variant: Variant): ReadonlyMap<string, number> {
  const known = orders.get(variant)
  if (known) return known
  const topics = variant.topics.map(({ id }) => id)
  const sorted = [...variant.questions].sort((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic))
  const order = new Map<string, number>()
  const byId = new Map(sorted.map((question) => [question.id, question]))
  const waiting = new Set<string>()
  const place = (question: ResolvedQuestion): void => {
    if (order.has(question.id) || waiting.has(question.id)) return
    waiting.add(question.id)
    for (const compiled of [question.when, question.settledBy])
      for (const id of compiled ? references(compiled.expr).facts : []) {
        const before = byId.get(id)
        if (before && before.topic === question.topic && before.subject === question.subject) place(before)
      }
    order.set(question.id, order.size)
  }
  sorted.forEach(place)
  orders.set(variant, order)
  return order
}

/** The questions about one role of a party. The page says which role it is. */
interface RoleGroup {
  readonly id: 'role'
  readonly kind: 'role'
}
const ROLE: RoleGroup = { id: 'role', kind: 'role' }

/** Groups fields; a group is where its first field is. */
export function grouped(variant: Variant, fields: readonly Field[]): FieldGroup[] {
  const groupOf = new Map(variant.groups.flatMap((group) => group.parts.map((part) => [part, group])))
  const found = new Map<string, { group: FieldGroup['group']; fields: Field[] }>()
  for (const field of fields) {
    const group = field.question.subject === 'role' ? ROLE : (groupOf.get(field.question.id) ?? null)
    const key = group ? `${group.id}@${field.row ?? ''}` : field.key
    const into = found.get(key) ?? { group, fields: [] }
    into.fields.push(field)
    found.set(key, into)
  }
  return [...found.values()]
}

/** Rank of a group in the asking order: that of the first question it can hold, whether or not that one is asked now. */
function placesOf(variant: Variant): (key: string) => number {
  const order = askingOrder(variant)
  const of = (fact: string): number => order.get(fact) ?? 0
  const groups = new Map(variant.groups.flatMap(({ parts }) => parts.map((part) => [part, lowest(parts.map(of))])))
  return (key) => {
    const [fact = ''] = key.split('@')
    return groups.get(fact) ?? of(fact)
  }
}

/** Groups fields in an order that is stable when fields come and go. */
function sequenceOf(variant: Variant, fields: readonly Field[]): FieldGroup[] {
  const place = placesOf(variant)
  return grouped(variant, fields)
    .map((group) => ({ group, at: place(keyOf(group)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ group }) => group)
}

const keyOf = ({ fields }: FieldGroup): string => fields[0]?.key ?? ''
const holds = ({ fields }: FieldGroup, key: string): boolean => fields.some((field) => field.key === key)
const topicOf = ({ fields }: FieldGroup): string => fields[0]?.question.topic ?? ''
const sizeOf = (groups: readonly FieldGroup[]): number => groups.reduce((sum, { fields }) => sum + fields.length, 0)

/** Splits fields into pages of a readable length; a page holds one topic. */
export const pagesOf = (variant: Variant, fields: readonly Field[]): Page[] => cut(sequenceOf(variant, fields))

function cut(sequence: readonly FieldGroup[]): Page[] {
  const pages: FieldGroup[][] = []
  for (const group of sequence) {
    const last = pages.at(-1)
    if (last?.[0] && topicOf(last[0]) === topicOf(group) && sizeOf(last) + group.fields.length <= PER_PAGE) last.push(group)
    else pages.push([group])
  }
  return pages.map((groups) => ({ anchor: groups[0] ? keyOf(groups[0]) : '', groups }))
}

/** The boundaries of a page, fixed once somebody opens it. Answers bring and remove questions: what is on the page stays there, what appears within
 * the boundaries joins it, and what comes after is on the next page. */
export interface Edges {
  /** The field it was opened at, which names the page. */
  readonly from: string
  /** A field of the last group before it; null: it is the first page. */
  readonly after: string | null
  /** The first field of the next page; null: there was none. */
  readonly until: string | null
  /** Fields that have been on it. */
  readonly shown: ReadonlySet<string>
}

/** The page that somebody is on, and the ways forward and back. Addresses are keys of fields. */
export interface OpenPage {
  readonly edges: Edges
  readonly groups: readonly FieldGroup[]
  /** Zero-based. */
  readonly number: number
  readonly total: number
  /** The next page with an open field; once nothing is open, the page after this one. Null: this is the last. */
  readonly next: string | null
  readonly previous: string | null
}

/** The page that an address points at: it begins with the group of that field. Without an address, or with one that is not asked: the first page, or
 * the first with an open field. */
export function openPage(variant: Variant, fields: readonly Field[], at: string | null, first: 'first' | 'open' = 'first'): OpenPage {
  const sequence = sequenceOf(variant, fields)
  const found = at === null ? -1 : sequence.findIndex((group) => holds(group, at))
  const pages = cut(sequence)
  const open = first === 'open' && found < 0 ? pages.find(isOpen) : undefined
  const [begins] = open?.groups ?? []
  const start = begins ? sequence.indexOf(begins) : Math.max(found, 0)
  const [page, next] = cut(sequence.slice(start))
  const before = sequence[start - 1]
  return pageWithin(variant, fields, {
    from: page?.anchor ?? '',
    after: before ? keyOf(before) : null,
    until: next?.anchor ?? null,
    shown: new Set(page?.groups.flatMap((group) => group.fields.map(({ key }) => key))),
  })
}

/** The same page after more answers. */
export function pageWithin(variant: Variant, fields: readonly Field[], edges: Edges): OpenPage {
  const sequence = sequenceOf(variant, fields)
  const place = placesOf(variant)
  /** Index of a group; of one that is gone, where it would be. */
  const indexOf = (key: string, gone: (other: number, own: number) => boolean): number => {
    const found = sequence.findIndex((group) => holds(group, key))
    if (found >= 0) return found
    const next = sequence.findIndex((group) => gone(place(keyOf(group)), place(key)))
    return next < 0 ? sequence.length : next
  }
  const { after } = edges
  const afterThere = after !== null && sequence.some((group) => holds(group, after))
  const start = after === null ? 0 : indexOf(after, (other, own) => other >= own) + (afterThere ? 1 : 0)
  const until = edges.until === null ? sequence.length : indexOf(edges.until, (other, own) => other >= own)
  const last = sequence.findLastIndex((group, index) => index >= start && group.fields.some(({ key }) => edges.shown.has(key)))
  let end = start
  for (const [index, group] of sequence.entries()) {
    if (index < start) continue
    const here = sequence.slice(start, index)
    const joins = index < until && here[0] && topicOf(here[0]) === topicOf(group) && sizeOf(here) + group.fields.length <= PER_PAGE
    if (index > last && index !== start && !joins) break
    end = index + 1
  }
  const groups = sequence.slice(start, end)
  const before = cut(sequence.slice(0, start))
  const later = cut(sequence.slice(end))
  return {
    edges: { ...edges, shown: new Set([...edges.shown, ...groups.flatMap((group) => group.fields.map(({ key }) => key))]) },
    groups,
    number: before.length,
    total: before.length + 1 + later.length,
    next: (later.find(isOpen) ?? later[0])?.anchor ?? null,
    previous: before.at(-1)?.anchor ?? null,
  }
}

/** Where "continue" leads: to a question that came up since the page was opened, wherever it belongs, unless it was on the page; otherwise to the
 * next page. Without that, "continue" would skip a question that comes earlier, brought by an answer on this page or by the press itself.
 * @param fields as they are now
 * @param edges of the page as last drawn
 * @param openBefore keys of the fields that were open when the page was opened */
export function nextAddress(variant: Variant, fields: readonly Field[], edges: Edges, openBefore: ReadonlySet<string>): string | null {
  const page = pageWithin(variant, fields, edges)
  const last = page.groups.at(-1)
  const sequence = sequenceOf(variant, fields)
  const untilHere = last ? sequence.slice(0, sequence.findIndex((group) => keyOf(group) === keyOf(last)) + 1) : sequence
  const fresh = untilHere.flatMap((group) => group.fields).find(({ open, key }) => open && !openBefore.has(key) && !edges.shown.has(key))
  return fresh?.key ?? page.next
}

const isOpen = (page: Page): boolean => page.groups.some((group) => group.fields.some(({ open }) => open))

/** Topic of a list: the one that most questions about its rows belong to. */
export function topicOfList(variant: Variant, collection: ResolvedCollection): string {
  const count = new Map<string, number>()
  for (const { subject, topic } of variant.questions) if (subject === collection.subject) count.set(topic, (count.get(topic) ?? 0) + 1)
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

/** Current rows of a list. */
export const rowsOf = (lists: ReadonlyMap<string, readonly string[]>, key: string): readonly string[] => lists.get(key) ?? []

/** A row id that is not taken: `p1`, `p2`, … */
export function freshRow(rows: ReadonlyMap<string, AnswerRowRef>, subject: string): string {
  const letter = subject.slice(0, 1)
  let n = 1
  while (rows.has(`${letter}${n}`)) n += 1
  return `${letter}${n}`
}
