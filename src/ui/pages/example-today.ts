import { daysLater } from '../../feel/count-days.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'

/** Days from today to the wished opening of the example: longer than any licence takes at best. */
const AHEAD = 210

/** The answers of the example as if given today: its start date is in the future, and its files, which do not exist, are marked "later".
 * @param startDate the fact that holds the start date */
export function exampleToday(file: AnswerFile, startDate: string, today: string): AnswerFile {
  const start = daysLater(today, AHEAD)
  return {
    ...file,
    answers: { ...file.answers, ...(start !== null && { [startDate]: start }) },
    attachments: file.attachments.map((entry) => ('file' in entry ? { document: entry.document, later: true } : entry)),
  }
}
