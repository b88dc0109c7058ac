import type { DraftView } from '../../../../draft/session.ts'
import { reach } from '../../../../engine/asked/questions.ts'
import { firedChecks } from '../../../../engine/outcome/checks/fired-checks.ts'
import { causesOf } from '../../../../engine/why/causes.ts'
import type { FieldGroup } from '../../../../machine/pages.ts'
import { checkKey } from './Checks.tsx'

export interface ChecksOnPage {
  /** The checks shown under each field. */
  readonly under: ReadonlyMap<string, readonly string[]>
  /** Informational checks, folded until opened: one in view is enough. */
  readonly folded: readonly string[]
}

/** Which fired checks are shown under which field: the last answered field of the page that the check depends on, so never before an answer it is about.
 * Informational ones appear only on the page of the answer that causes them, and only the first of those is in view. */
export function checksUnder({ application }: DraftView, groups: readonly FieldGroup[], dismissed: ReadonlySet<string>): ChecksOnPage {
  const fields = groups.flatMap((group) => group.fields).filter(({ key }) => application.answers.values.has(key))
  const under = new Map<string, string[]>()
  const folded: string[] = []
  let inView = 0
  const rows = new Set(fields.map(({ row }) => row))
  const reached = new Map<string, ReadonlySet<string>>()
  for (const check of firedChecks(application)) {
    // one check may have fired for each of a hundred people
    if ((check.row !== null && !rows.has(check.row)) || dismissed.has(checkKey(check))) continue
    const cells = reached.get(check.id) ?? reach(application, [`check|${check.id}`])
    reached.set(check.id, cells)
    const last = fields.findLast((field) => cells.has(`answer|${field.key}`) && (check.row === null || check.row === field.row))
    if (!last) continue
    if (check.severity === 'info') {
      const [cause] = causesOf(application, check)
      if (cause?.kind === 'answer' && cause.key !== last.key) continue
      inView += 1
      if (inView > 1) {
        folded.push(checkKey(check))
        continue
      }
    }
    under.set(last.key, [...(under.get(last.key) ?? []), checkKey(check)])
  }
  return { under, folded }
}
