import type { Case } from '../context.ts'
import { questionsOf } from './questions.ts'

/** Answers that count: keys `fact` or `fact@row` of what is asked and answered. */
export const countedIn = (application: Case): ReadonlySet<string> =>
  new Set(questionsOf(application).asked.filter((key) => application.answers.values.has(key)))

/** Answers that counted before and no longer do although nobody withdrew them: what they are about is no longer asked. One that was replaced by a more exact
 * answer still counts through it. */
export function noLongerCounted(counted: ReadonlySet<string>, now: Case, isKept: (key: string) => boolean): readonly string[] {
  const asked = new Set(questionsOf(now).asked)
  return [...counted].filter((key) => {
    const question = now.index.questions.get(key.split('@')[0] ?? key)
    return !asked.has(key) && question?.refinedBy === null && isKept(key)
  })
}
