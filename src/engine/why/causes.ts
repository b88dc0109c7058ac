import type { Compiled } from '../../feel/expr.ts'
import { references } from '../../feel/references.ts'
import { isCertain } from '../../feel/value.ts'
import { answerKey, BUSINESS, listKey } from '../../model/answers/answers.ts'
import type { ResolvedCheck, ResolvedQuestion } from '../../model/variant.ts'
import { questionsOf } from '../asked/questions.ts'
import type { Assessment } from '../assessment.ts'
import type { Case } from '../context.ts'
import { refinedValue, twinOf } from '../facts/facts.ts'
import { questionOfFieldCheck } from '../outcome/checks/field-checks.ts'
import { rowRef } from '../reader.ts'

/** What somebody can change to make a finding go away: an answer, a list with too few or too many rows, or a card and its roles. */
export type Cause =
  /** `fact` or `fact@row`. */
  | { readonly kind: 'answer'; readonly key: string }
  /** `rooms`, `p1/loans`. */
  | { readonly kind: 'list'; readonly key: string }
  | { readonly kind: 'row'; readonly row: string }

type Found = Pick<Assessment['checks'][number], 'id' | 'row'>

/** Nobody follows more causes than this. */
const MOST = 4
const CLASH = 'clash.'

/** The question whose answer is contradicted, if that is what a finding says. */
export function clashing(application: Case, { id }: Found): ResolvedQuestion | null {
  return id.startsWith(CLASH) ? (application.index.questions.get(id.slice(CLASH.length)) ?? null) : null
}

/** What a finding rests on and can be changed, the most specific first: last asked before first asked. */
export function causesOf(application: Case, found: Found): readonly Cause[] {
  const question = clashing(application, found)
  if (question) {
    const own = [answerKey(question.id, found.row)]
    // a condition may read what is neither asked nor answered in this case: nobody can change that
    const asked = placesIn(application)
    const others = [question.settledBy, question.refinedBy]
      .flatMap((expr) => (expr ? keysIn(application, expr, found.row, new Set()) : []))
      .filter((key) => asked.has(key) || application.answers.values.has(key))
    return [...new Set([...own, ...others])].slice(0, MOST).map((key): Cause => ({ kind: 'answer', key }))
  }
  const field = questionOfFieldCheck(found.id)
  if (field !== null) return [{ kind: 'answer', key: answerKey(field, found.row) }]
  const check = application.index.checks.get(found.id)
  if (!check) return []
  const place = placesIn(application)
  const keys = [...new Set(keysIn(application, check.when, found.row, new Set()))]
    .filter((key) => place.has(key))
    .toSorted((a, b) => (place.get(b) ?? 0) - (place.get(a) ?? 0))
  const answers = keys.slice(0, MOST).map((key): Cause => ({ kind: 'answer', key }))
  const others = [...listsIn(application, check, found.row), ...(found.row !== null && found.row !== BUSINESS ? [rowCause(found.row)] : [])]
  return [...answers, ...others].slice(0, MOST)
}

const rowCause = (row: string): Cause => ({ kind: 'row', row })

/** Position in the order of asking of everything asked or open now. */
function placesIn(application: Case): ReadonlyMap<string, number> {
  const known = places.get(application)
  if (known) return known
  const { asked, open } = questionsOf(application)
  const made = new Map([...asked, ...open].map((key, index) => [key, index]))
  places.set(application, made)
  return made
}

/** A case is immutable. */
const places = new WeakMap<Case, ReadonlyMap<string, number>>()

/** Answers that an expression reads, including through computed facts; of many rows only those of the current row. */
function keysIn(application: Case, compiled: Compiled, row: string | null, seen: Set<string>): string[] {
  return references(compiled.expr).facts.flatMap((fact) => {
    if (seen.has(fact)) return []
    seen.add(fact)
    const question = application.index.questions.get(fact)
    return question ? keysOf(application, question, row, seen) : []
  })
}

function keysOf(application: Case, question: ResolvedQuestion, row: string | null, seen: Set<string>): string[] {
  const inside = [question.derived, question.refinedBy].flatMap((expr) => (expr ? keysIn(application, expr, row, seen) : []))
  if (question.derived && !question.refinedBy) return inside
  const isRefined = isCertain(refinedValue(application, question, row ? rowRef(application, row) : null)) && question.refinedBy !== null
  if (question.subject === 'case') return isRefined && inside.length > 0 ? inside : [question.id, ...inside]
  if (row === null) return inside
  const key = row === BUSINESS && question.subject === 'company' ? twinOf(question.id) : answerKey(question.id, row)
  return [key, ...inside]
}

/** Lists that a check looks through, and those of the people and companies behind an alias. */
function listsIn(application: Case, check: ResolvedCheck, row: string | null): Cause[] {
  const { collections, aliases } = references(check.when.expr)
  const lists = collections.flatMap((id) => {
    const list = application.index.collections.get(id)
    if (!list || id === 'roles' || id === 'parties') return []
    return list.per === null ? [id] : row === null ? [] : [listKey(id, row === BUSINESS ? null : row)]
  })
  const behind = aliases.flatMap((id) => {
    const subject = application.index.aliases.get(id)?.subject
    return subject === undefined ? [] : subject === 'company' ? ['companies'] : subject === 'person' ? ['people'] : ['people', 'companies']
  })
  return [...new Set([...lists, ...behind])]
    .filter((key) => application.index.collections.has(key.slice(key.lastIndexOf('/') + 1)))
    .map((key): Cause => ({ kind: 'list', key }))
}
