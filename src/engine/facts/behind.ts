import { isRow, isUnknown, type RowRef, type Unknown, type Value } from '../../feel/value.ts'
import { BUSINESS, listKey } from '../../model/answers/answers.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { VAlias } from '../../model/variant.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { rowRef, run } from '../reader.ts'
import type { Behind, Held } from '../states.ts'

type Case = VAlias['cases'][number]

const NONE: Behind = { companies: [], unknown: null }
const EMPTY: Case = { when: null, roles: [], through: [] }

/** The first case of a name that holds; unknown while that is not decided. */
export function caseOf(context: Context, get: Get, alias: VAlias): Case | Unknown {
  for (const one of alias.cases) {
    const holds = one.when ? run(context, get, one.when) : true
    if (isUnknown(holds)) return holds
    if (holds === true) return one
  }
  return EMPTY
}

/** `behind|alias`: the companies with its roles in the business, and those with a role in such a company. Each is taken once, so companies
 * that direct each other end. */
export function behindCell(context: Context, get: Get, [id = '']: readonly string[]): Behind {
  const alias = context.index.aliases.get(id)
  const chosen = alias ? caseOf(context, get, alias) : EMPTY
  if ('kind' in chosen || chosen.through.length === 0 || !context.index.collections.has('companies')) return NONE
  const all = get('list|companies|')
  let waiting = all.items.filter(isRow)
  const companies: string[] = []
  for (let grown = true; grown; ) {
    const next = waiting.filter((company) => roleRow(get, company, chosen.roles) || roleRow(get, company, chosen.through, companies))
    addAll(
      companies,
      next.map((company) => company.id),
    )
    waiting = waiting.filter((company) => !next.includes(company))
    grown = next.length > 0
  }
  return { companies, unknown: all.unknown }
}

/** What leads on through companies for this name. */
export const behindOf = (get: Get, alias: VAlias, chosen: Case): Behind => (chosen.through.length > 0 ? get(`behind|${alias.id}`) : NONE)

/** Whether a party has the role, itself or of a company that has it; unknown while its company may still turn out to have it. */
export function stands(get: Get, party: RowRef, alias: VAlias, chosen: Case, behind: Behind): boolean | Unknown {
  if (ownRole(get, party, alias, chosen) || roleRow(get, party, chosen.through, behind.companies)) return true
  return behind.unknown !== null && chosen.through.length > 0 && roleRow(get, party, chosen.through, 'elsewhere') ? behind.unknown : false
}

const ownRole = (get: Get, party: RowRef, alias: VAlias, { roles }: Case): RowRef | null =>
  roleRow(get, party, roles, alias.anywhere ? 'anywhere' : [BUSINESS])

/** The role row of a party with one of these kinds: in these parties, anywhere but in the business, or anywhere. */
function roleRow(
  get: Get,
  party: RowRef,
  kinds: readonly string[],
  of: readonly string[] | 'elsewhere' | 'anywhere' = [BUSINESS],
): RowRef | null {
  if (kinds.length === 0 || of.length === 0) return null
  const fits = (target: string): boolean => of === 'anywhere' || (of === 'elsewhere' ? target !== BUSINESS : of.includes(target))
  return get(`roles|${party.id}`).find(({ kind, target }) => kinds.includes(kind) && fits(target))?.row ?? null
}

/** `roles|party`: roles as they were ticked. Apart from the list of them, which changes for everybody once people may be added again. */
export function rolesCell(_context: Context, get: Get, [party = '']: readonly string[]): readonly Held[] {
  const { ids } = get(`listInput|${listKey('roles', party)}`) ?? { ids: [] }
  return ids.flatMap((id) => {
    const row = rowRef(get, id)
    const kind = get(`answer|role.kind@${id}`)
    const target = get(`answer|role.target@${id}`)
    return row && typeof kind === 'string' ? [{ kind, target: typeof target === 'string' ? target.slice(1) : BUSINESS, row }] : []
  })
}

/** What an expression in a section of this name sees: the party, and the role that brought it here. */
export function aliasBindings(context: Context, get: Get, aliasId: string, party: RowRef): Record<string, Value> {
  const alias = context.index.aliases.get(aliasId)
  const chosen = alias ? caseOf(context, get, alias) : EMPTY
  if (!alias || 'kind' in chosen) return { row: party, role: null }
  const role = ownRole(get, party, alias, chosen) ?? roleRow(get, party, chosen.through, behindOf(get, alias, chosen).companies)
  return { row: party, role }
}
