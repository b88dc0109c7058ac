import { daysLater } from '../../feel/count-days.ts'
import type { Lang } from '../../model/lang.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import type { Site } from '../site.ts'

/** Days from today to the wished opening of the example: longer than any licence takes at best. */
const AHEAD = 210

/** The example of a site, as if given today; null: it has none, or not the town of it. */
export async function exampleOf(site: Site, lang: Lang): Promise<AnswerFile | null> {
  const [file] = await Promise.all([site.example?.(), site.fetchTowns()])
  const town = site.towns.find(({ id }) => id === file?.variant)
  if (!file || !town) return null
  const { variant } = await town.load(lang)
  return exampleToday(file, variant.names.application.startDate, site.today())
}

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
