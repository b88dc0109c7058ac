import Big from 'big.js'
import { minutes } from '../../feel/clock.ts'
import type { Bindings } from '../../feel/reader.ts'
import { isCertain, isList, isRow, isUnknown, type ListValue, type RowRef, type Unknown, unknown, type Value } from '../../feel/value.ts'
import { answerKey, BUSINESS, isParty, listKey } from '../../model/answers/answers.ts'
import type { ResolvedParameter, ResolvedQuestion } from '../../model/variant.ts'
import { asValue } from '../answer-kinds/as-value.ts'
import { heldBy } from '../answer-kinds/held-answers.ts'
import type { Reading } from '../context.ts'
import { businessRow, rowRef, run } from '../reader.ts'
import type { HoursJudged } from '../states.ts'
import { behindOf, caseOf, hasRole, isInCircle, isOver } from './behind.ts'
import { inForce, type Picked } from './dated.ts'
import { type Source, sourcesOf } from './sources.ts'

/** Effective value of a fact: null when it does not exist, computed, answered, or unknown. */
export function factCell(reading: Reading, [id = '', rowId = '']: readonly string[]): Value {
  const question = reading.index.questions.get(id)
  if (!question) return null
  if (question.subject === 'case') return effectiveValue(reading, question, null)
  const row = rowRef(reading, rowId)
  if (!row) return null
  const { names } = reading.variant
  if (id === names.party.kind) return row.subject
  if (id === names.company.inCircle) return isInCircle(reading, row.id)
  if (id === names.hours.verdict) return judgedHours(reading, row, ({ verdict }) => verdict)
  if (id === names.hours.allowedOpen) return judgedHours(reading, row, ({ allowed }) => timeOf(allowed?.open ?? null))
  if (id === names.hours.allowedClose) return judgedHours(reading, row, ({ allowed }) => timeOf(allowed?.close ?? null))
  if (question.subject === row.subject || (question.subject === 'party' && isParty(row.subject)))
    return effectiveValue(reading, question, row)
  if (question.subject === 'company' && row.subject === BUSINESS) {
    const twin = twinOf(id)
    return reading.index.questions.has(twin) ? reading.get(`fact|${twin}|`) : null
  }
  return null
}

/** The fact in which the business answers a question about a company: it is entered as the business, never again as a company. */
export const twinOf = (id: string): string => `${BUSINESS}.${id.slice('company.'.length)}`

/** The engine's own judgement of a row of hours: whether it fits, and the times the town allows. Null: no limit. */
function judgedHours(reading: Reading, row: RowRef, said: (judged: HoursJudged) => Value): Value {
  const judged = reading.get(`hoursRow|${row.id}`)
  return judged.unknown ?? said(judged)
}

const timeOf = (clock: string | null): Value => (clock === null ? null : new Big(minutes(clock)))

function effectiveValue(reading: Reading, question: ResolvedQuestion, row: RowRef | null): Value {
  const bindings = row ? { row } : {}
  if (question.when) {
    const relevant = run(reading, question.when, bindings)
    if (isUnknown(relevant)) return relevant
    if (relevant !== true) return null
  }
  for (const source of sourcesOf(question, reading.variant.names)) {
    const value = valueFrom(source, reading, question, row)
    if (value !== undefined) return value
  }
  return unknown([answerKey(question.id, row?.id ?? null)])
}

/** What one source yields; undefined: nothing. */
function valueFrom(source: Source, reading: Reading, question: ResolvedQuestion, row: RowRef | null): Value | undefined {
  const bindings = row ? { row } : {}
  switch (source) {
    case 'exact':
      return refinedValue(reading, question, row) ?? undefined
    case 'answer': {
      const answer = reading.get(`answer|${answerKey(question.id, row?.id ?? null)}`)
      return answer === undefined ? undefined : asValue(question, answer, (id) => rowRef(reading, id))
    }
    case 'settled':
      return settledValue(reading, question, bindings) ?? undefined
    case 'default':
      return question.default ? run(reading, question.default, bindings) : undefined
    case 'derived':
      return question.derived ? run(reading, question.derived, bindings) : undefined
    case 'filing':
      return reading.dates.filing ?? reading.dates.today
    case 'leftEmpty':
      return reading.get(`leftEmpty|${answerKey(question.id, row?.id ?? null)}`) === true ? null : undefined
    default:
      return source satisfies never
  }
}

/** What the exact facts make of a coarse one, whatever was answered to it; null while they decide nothing. */
export const refinedValue = (reading: Reading, { id, refinedBy }: ResolvedQuestion, row: RowRef | null): Value =>
  refinedBy ? reading.get(`refined|${id}|${row?.id ?? ''}`) : null

export function refinedCell(reading: Reading, [id = '', rowId = '']: readonly string[]): Value {
  const refinedBy = reading.index.questions.get(id)?.refinedBy
  const row = rowId ? rowRef(reading, rowId) : null
  const refined = refinedBy ? run(reading, refinedBy, row ? { row } : {}) : null
  return isCertain(refined) ? refined : null
}

/** What an earlier answer implies for a fact that was not answered itself. Null: nothing. Unknown: that answer is missing. */
export const settledValue = (reading: Reading, question: ResolvedQuestion, bindings: Bindings): Value =>
  question.settledBy ? run(reading, question.settledBy, bindings) : null

/** Rows of a list. It may still grow until it is marked complete or its gate says no. */
export function listCell(reading: Reading, [collection = '', parent = '']: readonly string[]): ListValue {
  if (collection === 'parties') return partiesOf(reading)
  const meta = reading.index.collections.get(collection)
  const empty: ListValue = { kind: 'list', items: [], unknown: null }
  let promised = false
  if (meta?.gate) {
    const gate = reading.get(`fact|${meta.gate}|${meta.per ? parent || BUSINESS : ''}`)
    if (isUnknown(gate)) return { ...empty, unknown: gate }
    if (isClosed(gate)) return empty
    promised = gate === true
  }
  const key = listKey(collection, parent || null)
  const input = reading.get(`listInput|${key}`) ?? { ids: [], complete: false }
  const items = input.ids.map((id) => rowRef(reading, id)).filter((row) => row !== null)
  if (collection === 'roles')
    return { kind: 'list', items: items.filter(({ id }) => !isOver(reading, id)), unknown: rolesUnknown(reading, parent) }
  // somebody who says there are some is not done while the list is empty
  const finished = input.complete && !(promised && items.length === 0)
  return { kind: 'list', items, unknown: finished ? null : unknown([key]) }
}

/** Whether a gate says there are no rows: no, none, or null (does not exist). */
export const isClosed = (gate: Value): boolean =>
  gate === false ||
  gate === null ||
  gate === 'none' ||
  (isList(gate) && gate.items.length === 1 && gate.items[0] === 'none') ||
  (gate instanceof Big && gate.eq(0))

/** Roles are ticked on a party's card, so they are complete once the list of cards is. */
function rolesUnknown(reading: Reading, parent: string): Unknown | null {
  const row = parent ? rowRef(reading, parent) : null
  if (!row || row.subject === BUSINESS) return null
  const list = row.subject === 'person' ? 'people' : 'companies'
  const input = reading.get(`listInput|${list}`)
  return input?.complete ? null : unknown([list])
}

function partiesOf(reading: Reading): ListValue {
  const lists = ['people', 'companies'].filter((id) => reading.index.collections.has(id)).map((id) => reading.get(`list|${id}|`))
  const open = lists.find((list) => list.unknown !== null)
  return { kind: 'list', items: [businessRow, ...lists.flatMap((list) => list.items)], unknown: open?.unknown ?? null }
}

/** Parties of a declared alias, in the order of their cards. */
export function aliasCell(reading: Reading, [id = '']: readonly string[]): Value {
  const alias = reading.index.aliases.get(id)
  if (!alias) return null
  const chosen = caseOf(reading, alias)
  if ('kind' in chosen) return chosen
  const pool =
    alias.subject === 'person'
      ? reading.get('list|people|')
      : alias.subject === 'company'
        ? reading.get('list|companies|')
        : partiesOf(reading)
  const behind = behindOf(reading, alias, chosen)
  let open = pool.unknown ?? behind.unknown
  const items: RowRef[] = []
  for (const party of pool.items) {
    if (!isRow(party)) continue
    const there = hasRole(reading, party, alias, chosen, behind)
    if (there === false) continue
    const kept = there === true && alias.where ? run(reading, alias.where, { row: party }) : there
    if (kept === true) items.push(party)
    else if (isUnknown(kept)) {
      // who comes first is uncertain while somebody before them may still qualify
      if (alias.one && items.length === 0) return kept
      open ??= kept
    }
  }
  if (!alias.one) return { kind: 'list', items, unknown: open }
  return items[0] ?? open ?? null
}

/** Value of a town parameter on its deciding date; unknown when the town has not given one. */
export function parameterCell(reading: Reading, [id = '']: readonly string[]): Value {
  const parameter = reading.index.parameters.get(id)
  if (!parameter) return null
  return parameterValue(parameter, inForce(reading, parameter.values))
}

/** What conditions read for a town parameter, given the entry in force. */
export function parameterValue(parameter: ResolvedParameter, picked: Picked<ResolvedParameter['values'][number]>): Value {
  if (picked.kind === 'unknown') return picked
  if (picked.kind === 'none' || picked.item.value === null) return unknown([], [parameter.id])
  const { value } = picked.item
  return heldBy(parameter).townValue?.(value) ?? (typeof value === 'number' ? new Big(value) : value)
}

/** True when attached or promised, false when there is none; unknown until then, never "no". */
export function attachedCell(reading: Reading, [document = '']: readonly string[]): Value {
  const state = reading.get(`attachment|${document}`)
  if (state !== undefined) return state !== 'none'
  const fact = `documents.${document}`
  return unknown(reading.index.questions.has(fact) ? [fact] : [])
}
