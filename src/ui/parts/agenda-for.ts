import type { DraftView } from '../../draft/session.ts'
import { type Left, leftOf } from '../../engine/asked/left.ts'
import { ownPart } from '../../engine/packet/personal-part.ts'
import { type Agenda, agendaOf, type Field, rowsOf } from '../../machine/pages.ts'
import { isPersonOrCompany, listKey } from '../../model/answers/answers.ts'
import type { ResolvedCollection } from '../../model/variant.ts'

/** What is left on this device: the count that the overview, the summary, the check page and the page of the packet all show. */
export function leftFor(view: DraftView): Left {
  const { draft } = view
  const left = withHalf(leftOf(view.application), draft.typed)
  if (!draft.invitation && Object.keys(draft.returned ?? {}).length === 0) return left
  const agenda = agendaFor(view)
  const fields = new Set([...agenda.topics.values(), ...agenda.rows.values()].flat().map(({ key }) => key))
  const lists = new Set(agenda.openLists.map(({ key }) => key))
  return {
    answers: left.answers.filter((key) => fields.has(key)),
    optional: left.optional.filter((key) => fields.has(key)),
    lists: left.lists.filter((key) => lists.has(key)),
    treeOpen: left.treeOpen,
  }
}

/** An optional field has to be mended once it holds text that is no answer. */
function withHalf(left: Left, typed: DraftView['draft']['typed']): Left {
  const half = left.optional.filter((key) => key in typed)
  if (half.length === 0) return left
  return { ...left, answers: [...left.answers, ...half], optional: left.optional.filter((key) => !half.includes(key)) }
}

/** What is asked on this device. An invited person is asked only their own part; once a part has come back complete, its sensitive questions are no longer
 * asked. */
export function agendaFor({ application, draft }: DraftView): Agenda {
  const agenda = agendaOf(application)
  const { invitation } = draft
  if (invitation) {
    const { keys, open } = ownPart(application, invitation.person)
    const wanted = new Set([...keys, ...open])
    return {
      topics: new Map(),
      rows: kept(agenda.rows, ({ key }) => wanted.has(key)),
      openLists: agenda.openLists.filter(({ key }) => wanted.has(key)),
    }
  }
  const back = Object.entries(draft.returned ?? {}).flatMap(([person, { complete }]) => (complete ? [person] : []))
  if (back.length === 0) return agenda
  const done = new Set(back.flatMap((person) => [...ownPart(application, person).keys]))
  return {
    topics: agenda.topics,
    rows: kept(agenda.rows, ({ key, question }) => question.sensitive === null || !done.has(key)),
    openLists: agenda.openLists.filter(({ parent }) => parent === null || !back.includes(parent)),
  }
}

/** Whether a person or company was entered but plays no part: nothing is asked about them, as nobody said what they do. Cannot be told before it is known
 * what is needed. */
export const isUnused = (view: DraftView, agenda: Agenda, row: string): boolean =>
  !view.draft.invitation &&
  !leftOf(view.application).treeOpen &&
  isPersonOrCompany(view.application.answers.rows.get(row)?.subject) &&
  (agenda.rows.get(row) ?? []).length === 0

/** All unused parties, people first. */
export const unusedParties = (view: DraftView, agenda: Agenda): string[] =>
  ['people', 'companies'].flatMap((list) => rowsOf(view.application.answers.lists, list)).filter((row) => isUnused(view, agenda, row))

/** Memoised, as it is looked up for each list of each person: a thousand times a page for a hundred people. */
function openListsOf(agenda: Agenda): ReadonlySet<string> {
  const known = openKeys.get(agenda)
  if (known) return known
  const keys = new Set(agenda.openLists.map(({ key }) => key))
  openKeys.set(agenda, keys)
  return keys
}
const openKeys = new WeakMap<Agenda, ReadonlySet<string>>()

/** What is left in a list: questions of its rows, and of the lists of those rows; lists that are not marked complete. */
export function leftInList(view: DraftView, agenda: Agenda, key: string): { readonly answers: number; readonly lists: number } {
  const own = openListsOf(agenda).has(key) ? 1 : 0
  const rows = rowsOf(view.application.answers.lists, key).map((row) => leftOnCard(view, agenda, row))
  return {
    answers: rows.reduce((sum, { answers }) => sum + answers, 0),
    lists: rows.reduce((sum, { lists }) => sum + lists, own),
  }
}

/** What is left on the card of a row and behind it: a loan of a person is found through that person. */
export function leftOnCard(view: DraftView, agenda: Agenda, row: string): { readonly answers: number; readonly lists: number } {
  const answers = (agenda.rows.get(row) ?? []).filter(({ needed }) => needed).length
  const left = nestedOf(view, row).map(({ id }) => leftInList(view, agenda, listKey(id, row)))
  return {
    answers: left.reduce((sum, each) => sum + each.answers, answers),
    lists: left.reduce((sum, { lists }) => sum + lists, 0),
  }
}

/** Lists that a person or a company has of its own, such as loans; roles are not counted as one. */
export const nestedOf = ({ application, variant }: DraftView, row: string): readonly ResolvedCollection[] =>
  isPersonOrCompany(application.answers.rows.get(row)?.subject)
    ? variant.collections.filter(({ id, per }) => per === 'party' && id !== 'roles')
    : []

const kept = (rows: Agenda['rows'], keeps: (field: Field) => boolean): Agenda['rows'] =>
  new Map([...rows].map(([row, fields]) => [row, fields.filter(keeps)] as const).filter(([, fields]) => fields.length > 0))
