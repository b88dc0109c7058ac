import type { Case } from './context.ts'
import { questionsOf } from './questions.ts'

/** Answers that count: keys `fact` or `fact@row` of what is asked and answered. */
export const countedIn = (application: Case): ReadonlySet<string> =>
  new Set(questionsOf(application).asked.filter((key) => application.answers.values.has(key)))

/** Of answers that counted, those that count no more though nobody took them back: what they are about is not asked any more. One that a more exact
 * answer took the place of still counts through it. */
export function noLongerCounted(counted: ReadonlySet<string>, now: Case, isKept: (key: string) => boolean): readonly string[] {
  const asked = new Set(questionsOf(now).asked)
  return [...counted].filter((key) => {
    const question = now.index.questions.get(key.split('@')[0] ?? key)
    return !asked.has(key) && question?.refinedBy === null && isKept(key)
  })
}
