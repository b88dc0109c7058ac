import type { Case } from '../../../../engine/context.ts'
import { rowsOf } from '../../../../machine/pages.ts'
import { answerKey, BUSINESS, listKey } from '../../../../model/answers/answers.ts'
import type { Edit } from '../../../../model/answers/edit.ts'

/** The row that gives a party a role of this kind in the business. */
export function inBusiness({ answers, variant }: Case, party: string, kind: string): string | undefined {
  const names = variant.names.role
  return rowsOf(answers.lists, listKey('roles', party)).find((role) => {
    const target = answers.values.get(answerKey(names.target, role))
    return answers.values.get(answerKey(names.kind, role)) === kind && (target === undefined || target === `@${BUSINESS}`)
  })
}

/** Ticks or unticks a role in the business. */
export function toggleRole(application: Case, party: string, kind: string): Edit[] {
  const have = inBusiness(application, party, kind)
  if (have !== undefined) return [{ kind: 'removeRow', collection: 'roles', parent: party, id: have }]
  const names = application.variant.names.role
  const id = `${party}/${kind}`
  return [
    { kind: 'addRow', collection: 'roles', parent: party, id, subject: 'role' },
    { kind: 'answer', fact: names.kind, row: id, value: kind },
    { kind: 'leftEmpty', fact: names.target, row: id, left: true },
  ]
}
