import type { DraftView } from '../../../draft/session.ts'
import type { DocumentResult } from '../../../engine/assessment.ts'
import { daysLater } from '../../../feel/count-days.ts'
import { answerKey } from '../../../model/answers/answers.ts'

/** From this many days on, people wait for a document rather than look it up. */
const LONG = 14

/** A document with the last day to start on it, to have it when the application is handed in. */
export interface Due {
  readonly document: DocumentResult
  /** Null: it is not known how long it takes. */
  readonly begin: string | null
}

export interface DocumentGroup {
  /** `slow`: takes weeks and is missing; `case`: of the business; else the row that it is about. */
  readonly key: string
  readonly row: string | null
  readonly documents: readonly Due[]
}

/** What takes weeks and is missing: `document` or `document@row`. */
export const slowKeys = ({ assessment }: Pick<DraftView, 'assessment'>): ReadonlySet<string> =>
  new Set(assessment.documents.flatMap((each) => ((each.leadDays ?? 0) >= LONG && each.state === 'missing' ? [keyOf(each)] : [])))

/** What takes weeks first, whoever it is about; then the business, then each person. Within a group, what must be started first comes first.
 * @param slowOnes the first group, fixed when the page was opened, so that no card moves while it is in use */
export function documentGroups({ assessment }: Pick<DraftView, 'assessment'>, slowOnes: ReadonlySet<string>): DocumentGroup[] {
  const { documents, dates } = assessment
  const all = documents.map(
    (document): Due => ({ document, begin: document.leadDays === null ? null : daysLater(dates.filing, -document.leadDays) }),
  )
  const inOrder = all.toSorted((a, b) => (a.begin ?? LAST).localeCompare(b.begin ?? LAST))
  const slow = inOrder.filter(({ document }) => slowOnes.has(keyOf(document)))
  const rest = inOrder.filter((each) => !slow.includes(each))
  const owners = [...new Set(all.map(({ document }) => document.row))].toSorted((a, b) => (a === null ? -1 : b === null ? 1 : 0))
  return [
    { key: 'slow', row: null, documents: slow },
    ...owners.map((row) => ({ key: row ?? 'case', row, documents: rest.filter(({ document }) => document.row === row) })),
  ].filter((group) => group.documents.length > 0)
}

const LAST = '9999'
const keyOf = ({ id, row }: DocumentResult): string => answerKey(id, row)
