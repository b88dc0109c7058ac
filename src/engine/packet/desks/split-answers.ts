import { type Answers, answerKey, BUSINESS } from '../../../model/answers/answers.ts'
import { reach } from '../../asked/questions.ts'
import type { Case } from '../../context.ts'
import { answersShown } from '../answers-shown.ts'
import { ownerOfRow } from '../packet-owner.ts'
import type { Part } from '../set-part.ts'

/** The answers that travel in one file of the set: those printed in its own boxes. About other people, only what this part's own person gave. */
export function answersOfPart(application: Case, part: Part): Answers {
  const { answers } = application
  const cells = part.forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ row, boxes }) =>
        boxes.map((box) => `box|${form.id}|${section.id}|${box.nr}|${row ?? ''}|${box.item?.row ?? ''}`),
      ),
    ),
  )
  const direct = new Set(cells.flatMap((cell) => readBy(application, cell)))
  const keys = new Set<string>()
  const mine = (row: string): boolean => part.kind === 'person' && ownerOfRow(answers, row) === part.row
  /** Takes the answers behind these cells that are wanted, by row and fact. */
  const take = (roots: readonly string[], wants: (row: string | null, fact: string) => boolean): void => {
    for (const cell of reach(application, roots)) {
      if (!cell.startsWith('answer|')) continue
      const key = cell.slice('answer|'.length)
      const [fact = '', row] = key.split('@')
      if (answers.values.has(key) && wants(row === undefined || row === BUSINESS ? null : row, fact)) keys.add(key)
    }
  }
  const printed = new Set(
    part.forms.flatMap((form) =>
      form.sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes.flatMap((box) => box.questions))),
    ),
  )
  const sensitive = (fact: string): boolean => application.index.questions.get(fact)?.sensitive !== null
  const roots =
    part.kind === 'application'
      ? [
          ...cells,
          'path|',
          'terms|',
          'hours|',
          ...ids('verdict', [...application.variant.licences, ...application.variant.extras]),
          ...ids('fee', application.variant.fees),
        ]
      : cells
  if (part.kind === 'desk') return withRows(application, part, answersShown(application, part.forms))
  if (part.kind === 'person') {
    take(cells, (row) => row !== null && mine(row))
    take([...direct].filter(isFact), (row, fact) => row === null && (!sensitive(fact) || printed.has(fact)))
  } else {
    // of the business and its rooms, companies and the like
    take(roots, (row, fact) => (row === null ? !sensitive(fact) || printed.has(fact) : ownerOfRow(answers, row) === null && !isRole(row)))
  }
  // of other rows: only what a box itself prints
  for (const cell of direct) {
    const row = isFact(cell) ? cell.split('|')[2] : undefined
    if (row !== undefined && row !== '' && !mine(row)) take([cell], (at) => at === row)
    if (cell.startsWith('answer|') && answers.values.has(cell.slice(7)) && !cell.includes('@')) keys.add(cell.slice(7))
  }
  return withRows(application, part, keys)

  function isRole(row: string): boolean {
    return answers.rows.get(row)?.subject === 'role'
  }
}

/** What a box itself reads, including the condition of its section. */
const readBy = ({ memo }: Case, cell: string): readonly string[] =>
  memo.dependencies(cell).flatMap((id) => (id.startsWith('refused|') ? memo.dependencies(id) : [id]))

const isFact = (cell: string): boolean => cell.startsWith('fact|')
const ids = (kind: string, items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => `${kind}|${id}`)

/** These answers with their rows, their lists, and the bare rows they refer to. */
function withRows(application: Case, part: Part, keys: Set<string>): Answers {
  const { answers } = application
  const kept = new Set<string>()
  const keep = (row: string | null | undefined): void => {
    const at = row === null || row === undefined ? undefined : answers.rows.get(row)
    if (!at || kept.has(at.id)) return
    kept.add(at.id)
    keep(at.parent)
  }
  for (const key of keys) keep(key.split('@')[1])
  if (part.row !== null) for (const [id] of answers.rows) if (ownerOfRow(answers, id) === part.row) keep(id)
  // roles that put a row on a list printed in this part; of the person itself, all
  const listed = rolesOf(application, part)
  for (const [id, row] of answers.rows) {
    if (row.subject !== 'role' || row.parent === null || !kept.has(row.parent)) continue
    const kind = answers.values.get(answerKey(application.variant.names.role.kind, id))
    if (part.row !== row.parent && !(typeof kind === 'string' && listed.has(kind))) continue
    kept.add(id)
    const { role: names } = application.variant.names
    const isWhy = (key: string): boolean => part.kind !== 'desk' || [names.kind, names.target].some((fact) => key === answerKey(fact, id))
    for (const key of answers.values.keys()) if (key.endsWith(`@${id}`) && isWhy(key)) keys.add(key)
  }
  const values = new Map([...answers.values].filter(([key]) => keys.has(key)))
  for (const value of values.values())
    for (const text of Array.isArray(value) ? value : [value]) if (typeof text === 'string' && text.startsWith('@')) keep(text.slice(1))
  const lists = new Map([...answers.lists].map(([key, rows]) => [key, rows.filter((id) => kept.has(id))]))
  const whole = (key: string): boolean => {
    const parent = key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : null
    const there = parent === null ? part.kind !== 'person' : kept.has(parent) && ownerOfRow(answers, parent) === part.row
    return there && lists.get(key)?.length === (answers.lists.get(key) ?? []).length
  }
  return {
    values,
    rows: new Map([...answers.rows].filter(([id]) => kept.has(id))),
    lists: new Map([...lists].filter(([, rows]) => rows.length > 0)),
    complete: new Set([...answers.complete].filter(whole)),
    leftEmpty: new Set([...answers.leftEmpty].filter((key) => rowOfKey(key, part, answers, kept))),
    attachments: new Map([...answers.attachments].filter(([key]) => rowOfKey(key, part, answers, kept))),
  }
}

function rowOfKey(key: string, part: Part, answers: Answers, kept: ReadonlySet<string>): boolean {
  const row = key.split('@')[1]
  const isShared = part.kind === 'application' || part.kind === 'desk'
  if (row === undefined) return isShared
  return kept.has(row) && (isShared || ownerOfRow(answers, row) === part.row)
}

/** Roles of the lists that these forms repeat over. */
function rolesOf({ index }: Case, part: Part): ReadonlySet<string> {
  const lists = part.forms.flatMap((form) => index.forms.get(form.id)?.sections.map(({ per }) => per) ?? [])
  return new Set(lists.flatMap((list) => index.aliases.get(list ?? '')?.cases.flatMap(({ roles }) => roles) ?? []))
}
