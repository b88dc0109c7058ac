import Big from 'big.js'
import type { Bindings } from '../../feel/reader.ts'
import { isAtLeast, isList, isRow, isUnknown, type ListValue, type RowRef, type Unknown, unknown, type Value } from '../../feel/value.ts'
import { answerKey, BUSINESS, listKey } from '../../model/answers/answers.ts'
import type { VQuestion } from '../../model/variant.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { businessRow, rowRef, run } from '../reader.ts'
import { behindOf, caseOf, stands } from './behind.ts'
import { asValue, minutes } from './convert.ts'
import { FILING_DATE, inForce } from './dated.ts'

/** Effective value of a fact: null when it does not exist, computed, answered, or unknown. */
export function factCell(context: Context, get: Get, [id = '', rowId = '']: readonly string[]): Value {
  const question = context.index.questions.get(id)
  if (!question) return null
  if (question.subject === 'case') return effectiveValue(context, get, question, null)
  const row = rowRef(get, rowId)
  if (!row) return null
  if (id === 'party.kind') return row.subject
  if (id === 'hours.verdict') return hoursVerdict(get, row)
  if (question.subject === row.subject || (question.subject === 'party' && isParty(row))) return effectiveValue(context, get, question, row)
  if (question.subject === 'company' && row.subject === BUSINESS) {
    const twin = twinOf(id)
    return context.index.questions.has(twin) ? get(`fact|${twin}|`) : null
  }
  return null
}

/** @business is entered as the business of the case, never again as a company: where its answers to the questions about a company stand. */
export const twinOf = (id: string): string => `${BUSINESS}.${id.slice('company.'.length)}`

const isParty = (row: RowRef): boolean => row.subject === 'person' || row.subject === 'company' || row.subject === BUSINESS

function hoursVerdict(get: Get, row: RowRef): Value {
  const judged = get(`hoursRow|${row.id}`)
  return judged.unknown ?? judged.verdict
}

function effectiveValue(context: Context, get: Get, question: VQuestion, row: RowRef | null): Value {
  const bindings = row ? { row } : {}
  if (question.when) {
    const relevant = run(context, get, question.when, bindings)
    if (isUnknown(relevant)) return relevant
    if (relevant !== true) return null
  }
  const refined = refinedValue(get, question, row)
  if (refined !== null) return refined
  const key = answerKey(question.id, row?.id ?? null)
  const computed = question.derived && !question.refinedBy
  const answer = computed ? undefined : get(`answer|${key}`)
  if (answer !== undefined) return asValue(question, answer, (id) => rowRef(get, id))
  const settled = settledValue(context, get, question, bindings)
  if (settled !== null) return settled
  if (question.default) return run(context, get, question.default, bindings)
  if (question.derived) return run(context, get, question.derived, bindings)
  if (question.id === FILING_DATE) return context.dates.filing ?? context.dates.today
  if (question.optional && get(`leftEmpty|${key}`) === true) return null
  return unknown([key])
}

/** What the exact facts make of a coarse one, whatever was answered to it; null while they decide nothing. */
export const refinedValue = (get: Get, { id, refinedBy }: VQuestion, row: RowRef | null): Value =>
  refinedBy ? get(`refined|${id}|${row?.id ?? ''}`) : null

export function refinedCell(context: Context, get: Get, [id = '', rowId = '']: readonly string[]): Value {
  const refinedBy = context.index.questions.get(id)?.refinedBy
  const row = rowId ? rowRef(get, rowId) : null
  const refined = refinedBy ? run(context, get, refinedBy, row ? { row } : {}) : null
  return isDecided(refined) ? refined : null
}

/** What an earlier answer makes of a fact that was not answered itself. Null: nothing. Unknown: that answer is not there yet. */
export const settledValue = (context: Context, get: Get, question: VQuestion, bindings: Bindings): Value =>
  question.settledBy ? run(context, get, question.settledBy, bindings) : null

export const isDecided = (value: Value): boolean =>
  !isUnknown(value) && !isAtLeast(value) && !(isList(value) && (value.unknown !== null || value.items.some((item) => !isDecided(item))))

/** Rows of a list; may still grow until it is marked complete or its gate says no. */
export function listCell(context: Context, get: Get, [collection = '', parent = '']: readonly string[]): ListValue {
  if (collection === 'parties') return partiesOf(context, get)
  const meta = context.index.collections.get(collection)
  const empty: ListValue = { kind: 'list', items: [], unknown: null }
  let promised = false
  if (meta?.gate) {
    const gate = get(`fact|${meta.gate}|${meta.per ? parent || BUSINESS : ''}`)
    if (isUnknown(gate)) return { ...empty, unknown: gate }
    if (isClosed(gate)) return empty
    promised = gate === true
  }
  const key = listKey(collection, parent || null)
  const input = get(`listInput|${key}`) ?? { ids: [], complete: false }
  const items = input.ids.map((id) => rowRef(get, id)).filter((row) => row !== null)
  if (collection === 'roles') return { kind: 'list', items, unknown: rolesUnknown(get, parent) }
  // who says that there are some has not finished with none
  const finished = input.complete && !(promised && items.length === 0)
  return { kind: 'list', items, unknown: finished ? null : unknown([key]) }
}

/** A gate that says there are no rows: no, none, null (does not exist). */
const isClosed = (gate: Value): boolean =>
  gate === false ||
  gate === null ||
  gate === 'none' ||
  (isList(gate) && gate.items.length === 1 && gate.items[0] === 'none') ||
  (gate instanceof Big && gate.eq(0))

/** Roles are ticked on the card of a party: they are complete when the list of cards is. */
function rolesUnknown(get: Get, parent: string): Unknown | null {
  const row = parent ? rowRef(get, parent) : null
  if (!row || row.subject === BUSINESS) return null
  const list = row.subject === 'person' ? 'people' : 'companies'
  const input = get(`listInput|${list}`)
  return input?.complete ? null : unknown([list])
}

function partiesOf(context: Context, get: Get): ListValue {
  const lists = ['people', 'companies'].filter((id) => context.index.collections.has(id)).map((id) => get(`list|${id}|`))
  const open = lists.find((list) => list.unknown !== null)
  return { kind: 'list', items: [businessRow, ...lists.flatMap((list) => list.items)], unknown: open?.unknown ?? null }
}

/** Parties behind a declared name, in the order of their cards. */
export function aliasCell(context: Context, get: Get, [id = '']: readonly string[]): Value {
  const alias = context.index.aliases.get(id)
  if (!alias) return null
  const chosen = caseOf(context, get, alias)
  if ('kind' in chosen) return chosen
  const pool =
    alias.subject === 'person' ? get('list|people|') : alias.subject === 'company' ? get('list|companies|') : partiesOf(context, get)
  const behind = behindOf(get, alias, chosen)
  let open = pool.unknown ?? behind.unknown
  const items: RowRef[] = []
  for (const party of pool.items) {
    if (!isRow(party)) continue
    const there = stands(get, party, alias, chosen, behind)
    if (there === false) continue
    const kept = there === true && alias.where ? run(context, get, alias.where, { row: party }) : there
    if (kept === true) items.push(party)
    else if (isUnknown(kept)) {
      // who is first is not certain while somebody before them may still qualify
      if (alias.one && items.length === 0) return kept
      open ??= kept
    }
  }
  if (!alias.one) return { kind: 'list', items, unknown: open }
  return items[0] ?? open ?? null
}

/** Value of a town parameter on its deciding date; unknown when the town has not given one. */
export function parameterCell(context: Context, get: Get, [id = '']: readonly string[]): Value {
  const parameter = context.index.parameters.get(id)
  if (!parameter) return null
  const picked = inForce(context, get, parameter.values)
  if (picked.kind === 'unknown') return picked
  if (picked.kind === 'none' || picked.item.value === null) return unknown([], [id])
  const value = picked.item.value
  if (parameter.type === 'time') return new Big(minutes(String(value)))
  return typeof value === 'number' ? new Big(value) : value
}

/** true when attached or promised, false when there is none; until then unknown, never "no". */
export function attachedCell(context: Context, get: Get, [document = '']: readonly string[]): Value {
  const state = get(`attachment|${document}`)
  if (state !== undefined) return state !== 'none'
  const fact = `documents.${document}`
  return unknown(context.index.questions.has(fact) ? [fact] : [])
}
