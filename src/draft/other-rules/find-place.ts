import { fileAnswer } from '../../model/answers/answer-problem.ts'
import { type Answers, answerKey, BUSINESS } from '../../model/answers/answers.ts'
import type { Edit } from '../../model/answers/edit.ts'
import { readAnswers } from '../../model/answers/read-answers.ts'
import type { Variant } from '../../model/variant.ts'
import type { Draft } from '../draft.ts'
import { filesOf } from '../files/file-keys.ts'
import { withRoleRows } from './role-rows.ts'
import { valueAt } from './value-at.ts'

/** Parks what the current rules have no place for with the draft, where it can be found. */
export type Park = (parked: Draft['parked']) => void

/** The answers of a draft under these rules. A document counts as attached only while its file is in the draft: an answer file brings none. */
export function answersIn(draft: Draft, variant: Variant, park: Park): Answers {
  const { answers, findings } = readAnswers(draft.file, variant, 'draft', () => ({ line: 1, column: 1 }))
  park(findings.map(({ path }) => ({ what: path, value: valueAt(draft.file, path) })))
  const here = [...answers.attachments].filter(([key, state]) => state !== 'attached' || filesOf(draft, key).length > 0)
  return withRoleRows({ ...answers, attachments: new Map(here) }, draft.roleRows ?? {})
}

/** The edits of rows that exist; answers of other rows are parked. */
export function ofKnownRows(edits: readonly Edit[], { rows }: Answers, park: Park): Edit[] {
  const there = new Set(rows.keys())
  return edits.filter((each) => {
    if (each.kind === 'addRow') there.add(each.id)
    const row = 'row' in each ? (each.row ?? null) : null
    return row === null || row === BUSINESS || there.has(row) || isParked(each, park)
  })
}

/** Of the edits made in a tab with other rules, those that these rules have a place for; other answers are parked. */
export const underRules = (edits: readonly Edit[], variant: Variant, park: Park): Edit[] =>
  edits.filter((each) => {
    if (each.kind !== 'answer' || each.value === undefined) return true
    const question = variant.questions.find(({ id }) => id === each.fact)
    return (question !== undefined && 'answer' in fileAnswer(question, each.value)) || isParked(each, park)
  })

function isParked(each: Edit, park: Park): false {
  if (each.kind === 'answer' && each.value !== undefined) park([{ what: answerKey(each.fact, each.row ?? null), value: each.value }])
  return false
}
