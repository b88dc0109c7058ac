import type { DraftView } from '../../draft/session.ts'
import { firedChecks } from '../../engine/fired-checks.ts'
import { reach } from '../../engine/questions.ts'
import type { FieldGroup } from '../../machine/pages.ts'
import { checkKey } from './Checks.tsx'

/** Which warnings stand under which field: under the last field of the page that the warning rests on. Only checks that fired. */
export function checksUnder({ one }: DraftView, groups: readonly FieldGroup[]): ReadonlyMap<string, readonly string[]> {
  const fields = groups.flatMap((group) => group.fields)
  const under = new Map<string, string[]>()
  const rows = new Set(fields.map(({ row }) => row))
  const reached = new Map<string, ReadonlySet<string>>()
  for (const check of firedChecks(one)) {
    // one check may have fired for each of a hundred people
    if (check.row !== null && !rows.has(check.row)) continue
    const cells = reached.get(check.id) ?? reach(one, [`check|${check.id}`])
    reached.set(check.id, cells)
    const last = fields.findLast((field) => cells.has(`answer|${field.key}`) && (check.row === null || check.row === field.row))
    if (last) under.set(last.key, [...(under.get(last.key) ?? []), checkKey(check)])
  }
  return under
}
