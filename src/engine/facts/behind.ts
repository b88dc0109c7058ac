import { isRow, isUnknown, type RowRef, type Unknown, type Value } from '../../feel/value.ts'
import { BUSINESS, listKey } from '../../model/answers/answers.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { ResolvedAlias } from '../../model/variant.ts'
import type { Reading } from '../context.ts'
import { rowRef, run } from '../reader.ts'
import type { Behind, Held } from '../states.ts'

type Case = ResolvedAlias['cases'][number]

const NONE: Behind = { companies: [], unknown: null }
const EMPTY: Case = { when: null, roles: [], through: [] }

/** The first case of an alias that holds; unknown while that is undecided. */
export function caseOf(reading: Reading, alias: ResolvedAlias): Case | Unknown {
  for (const alternative of alias.cases) {
    const holds = alternative.when ? run(reading, alternative.when) : true
    if (isUnknown(holds)) return holds
    if (holds === true) return alternative
  }
  return EMPTY
}

/** `behind|alias`: the companies with its roles in the business and, transitively, those with a role in such a company. Each is visited once, so companies that
 * direct each other do not loop. */
export function behindCell(reading: Reading, [id = '']: readonly string[]): Behind {
  const alias = reading.index.aliases.get(id)
  const chosen = alias ? caseOf(reading, alias) : EMPTY
  if ('kind' in chosen || chosen.through.length === 0 || !reading.index.collections.has('companies')) return NONE
  const all = reading.get('list|companies|')
  let waiting = all.items.filter(isRow)
  const companies: string[] = []
  for (let grown = true; grown; ) {
    const next = waiting.filter(
      (company) => roleRow(reading, company, chosen.roles) || roleRow(reading, company, chosen.through, companies),
    )
    addAll(
      companies,
      next.map((company) => company.id),
    )
    waiting = waiting.filter((company) => !next.includes(company))
    grown = next.length > 0
  }
  return { companies, unknown: all.unknown }
}

/** The companies through which a party may belong to this alias; none when its case does not look through companies. */
export const behindOf = (reading: Reading, alias: ResolvedAlias, chosen: Case): Behind =>
  chosen.through.length > 0 ? reading.get(`behind|${alias.id}`) : NONE

/** Whether a party has the role, directly or in a company that has it; unknown while that company may still turn out to have it. */
export function hasRole(reading: Reading, party: RowRef, alias: ResolvedAlias, chosen: Case, behind: Behind): boolean | Unknown {
  if (ownRole(reading, party, alias, chosen) || roleRow(reading, party, chosen.through, behind.companies)) return true
  return behind.unknown !== null && chosen.through.length > 0 && roleRow(reading, party, chosen.through, 'elsewhere')
    ? behind.unknown
    : false
}

const ownRole = (reading: Reading, party: RowRef, alias: ResolvedAlias, { roles }: Case): RowRef | null =>
  roleRow(reading, party, roles, alias.anywhere ? 'anywhere' : [BUSINESS])

/** The role row of a party with one of these kinds, held in one of these parties, anywhere but in the business, or anywhere. */
function roleRow(
  reading: Reading,
  party: RowRef,
  kinds: readonly string[],
  of: readonly string[] | 'elsewhere' | 'anywhere' = [BUSINESS],
): RowRef | null {
  if (kinds.length === 0 || of.length === 0) return null
  const fits = (target: string): boolean => of === 'anywhere' || (of === 'elsewhere' ? target !== BUSINESS : of.includes(target))
  return reading.get(`roles|${party.id}`).find(({ kind, target }) => kinds.includes(kind) && fits(target))?.row ?? null
}

/** `roles|party`: the roles as ticked. Kept apart from the list of roles, which changes for every party once people may be added again. */
export function rolesCell(reading: Reading, [party = '']: readonly string[]): readonly Held[] {
  const names = reading.variant.names.role
  const { ids } = reading.get(`listInput|${listKey('roles', party)}`) ?? { ids: [] }
  return ids.flatMap((id) => {
    const row = isOver(reading, id) ? null : rowRef(reading, id)
    const kind = reading.get(`answer|${names.kind}@${id}`)
    const target = reading.get(`answer|${names.target}@${id}`)
    return row && typeof kind === 'string' ? [{ kind, target: typeof target === 'string' ? target.slice(1) : BUSINESS, row }] : []
  })
}

/** Whether roles of companies in companies lead back from this one to itself. */
export function isInCircle(reading: Reading, company: string): boolean {
  const seen = new Set<string>()
  const waiting = [company]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const { target } of reading.get(`roles|${next}`)) {
      if (target === company) return true
      if (target === BUSINESS || seen.has(target)) continue
      seen.add(target)
      waiting.push(target)
    }
  return false
}

/** Whether a role in the business had ended by the start date: whoever stopped being a partner or manager before then belongs to no group, answers for nothing
 * and signs nothing. A role in another company is kept: Bibob asks for those of earlier years. */
export function isOver({ variant, get }: Reading, role: string): boolean {
  const { names } = variant
  const until = get(`answer|${names.role.until}@${role}`)
  if (typeof until !== 'string' || get(`answer|${names.role.target}@${role}`) !== undefined) return false
  const start = get(`fact|${names.application.startDate}|`)
  return typeof start === 'string' && until < start
}

/** What an expression in a section per this alias sees: the party, and the role that put it there. */
export const aliasBindings = (reading: Reading, aliasId: string, party: RowRef): Record<string, Value> => ({
  row: party,
  role: reading.get(`ownRole|${aliasId}|${party.id}`),
})

/** The role that puts a party in an alias: `ownRole|alias|party`. Another role of that party leaves this cell, and every box that reads it, unchanged. */
export function ownRoleCell(reading: Reading, [aliasId = '', partyId = '']: readonly string[]): RowRef | null {
  const alias = reading.index.aliases.get(aliasId)
  const party = rowRef(reading, partyId)
  const chosen = alias ? caseOf(reading, alias) : EMPTY
  if (!alias || !party || 'kind' in chosen) return null
  return ownRole(reading, party, alias, chosen) ?? roleRow(reading, party, chosen.through, behindOf(reading, alias, chosen).companies)
}
