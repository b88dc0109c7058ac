import type { Case } from '../../src/engine/context.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../src/model/variant.ts'

/** Answers that the given businesses give, per fact. */
export function poolOf(stock: readonly Answers[]): Pool {
  const pool = new Map<string, AnswerJson[]>()
  for (const { values } of stock) {
    for (const [key, value] of values) {
      const [fact = key] = key.split('@')
      pool.set(fact, [...(pool.get(fact) ?? []), value])
    }
  }
  return pool
}

export type Pool = ReadonlyMap<string, readonly AnswerJson[]>

/** Where no given business says anything. */
export const FIRST: Partial<Record<ResolvedQuestion['type'], string>> = {
  longText:
    'Wat er was, wanneer, en hoe het is opgelost: de zaak was twee weken dicht, daarna zijn de regels voor het personeel aangepast.',
  date: '2024-05-01',
  time: '23:00',
  period: '2021-01-01/2022-06-30',
  houseNumber: '12',
  postcode: '1000 AB',
  phone: '010 555 01 00',
  email: 'info@voorbeeld.example',
  kvk: '90000001',
  branch: '000050000001',
  bsn: '999000018',
  rsin: '801230020',
  vat: 'NL001234567B29',
  payrollTax: '801230020L01',
  iban: 'NL02ABNA0123456789',
  country: 'NL',
}

/** The nearest number between the bounds of a question; in cents for an amount. */
export function within({ type, min, max }: ResolvedQuestion, value: number): number {
  const scale = type === 'amount' ? 100 : 1
  const [least, most] = [typeof min === 'number' ? min * scale : 0, typeof max === 'number' ? max * scale : Number.MAX_SAFE_INTEGER]
  return Math.min(Math.max(value, least), most)
}

/** Rows of a list as they were entered. */
export const listed = (application: Case, list: string): readonly string[] => application.memo.get(`listInput|${list}`)?.ids ?? []

/** Every document is promised. */
export function documentsOf(application: Case): Edit[] {
  return application.variant.documents.flatMap(({ id }) =>
    application.memo
      .get(`document|${id}`)
      .results.filter(({ state }) => state === 'missing')
      .map(({ id: document, row }): Edit => ({ kind: 'attach', document, row, state: 'later' })),
  )
}

/** A role of a party, in the business or (`target`) in another party. */
export const roleEdits = (party: string, role: string, target: string | null, row: string): Edit[] => [
  { kind: 'addRow', collection: 'roles', parent: party, id: row, subject: 'role' },
  { kind: 'answer', fact: 'role.kind', row, value: role },
  target ? { kind: 'answer', fact: 'role.target', row, value: `@${target}` } : { kind: 'leftEmpty', fact: 'role.target', row, left: true },
]
