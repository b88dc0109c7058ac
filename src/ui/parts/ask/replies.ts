import { factOf } from '../../../draft/diff-answers.ts'
import type { Reply } from '../../../draft/draft.ts'
import { canBeAskedInFile } from '../../../draft/files/request.ts'
import type { DraftView } from '../../../draft/session.ts'
import { fileAnswer } from '../../../model/answers/answer-problem.ts'
import { BUSINESS, isPersonOrCompany } from '../../../model/answers/answers.ts'
import type { Edit } from '../../../model/answers/edit.ts'
import type { AnswerJson } from '../../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../../model/variant.ts'

/** An answer that came back and fits its question. */
export interface CameBack {
  readonly key: string
  readonly question: ResolvedQuestion
  readonly row: string | null
  readonly answer: AnswerJson
  /** The applicant's own answer. */
  readonly now: AnswerJson | undefined
}

/** What can be used of a reply: answers about existing questions and rows that say something new. */
export function cameBack(
  { application }: DraftView,
  { answers: sent }: Reply,
): { readonly usable: readonly CameBack[]; readonly refused: number } {
  const { answers, index } = application
  const usable: CameBack[] = []
  let refused = 0
  for (const [key, answer] of Object.entries(sent)) {
    const { fact, row } = factOf(key)
    const question = index.questions.get(fact)
    const fits =
      question &&
      !question.derived &&
      canBeAskedInFile(application, key) &&
      isAbout(question, row, row === null ? undefined : answers.rows.get(row)?.subject)
    // judged like an answer file, its shape included
    const read = question && fits ? fileAnswer(question, answer) : null
    if (!question || read === null || 'problem' in read) refused += 1
    else if (JSON.stringify(read.answer) !== JSON.stringify(answers.values.get(key)))
      usable.push({ key, question, row, answer: read.answer, now: answers.values.get(key) })
  }
  return { usable, refused }
}

/** Whether a question is about an existing row of this kind. */
function isAbout({ subject }: ResolvedQuestion, row: string | null, ofRow: string | undefined): boolean {
  if (row === null) return subject === 'case'
  if (subject === 'party') return row === BUSINESS || isPersonOrCompany(ofRow)
  return ofRow === subject
}

/** The edits that take them over. */
export const takeOver = (these: readonly CameBack[]): Edit[] =>
  these.map(({ question, row, answer }): Edit => ({ kind: 'answer', fact: question.id, row, value: answer }))
