import { daysLater } from '../../feel/count-days.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'

/** Days from today until the example wishes to open: longer than any licence takes at best. */
const AHEAD = 210

/** The answers of the example as if somebody gave them today: its start lies ahead, and its files, which nobody has, come later.
 * @param startDate the fact that holds the start */
export function exampleToday(file: AnswerFile, startDate: string, today: string): AnswerFile {
  const start = daysLater(today, AHEAD)
  return {
    ...file,
    answers: { ...file.answers, ...(start !== null && { [startDate]: start }) },
    attachments: file.attachments.map((entry) => ('file' in entry ? { document: entry.document, later: true } : entry)),
  }
}
