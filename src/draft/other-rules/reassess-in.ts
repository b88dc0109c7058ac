import { assessCase } from '../../engine/assess.ts'
import type { Assessment } from '../../engine/assessment.ts'
import { openCase } from '../../engine/case.ts'
import type { Case } from '../../engine/context.ts'
import { readAnswers } from '../../model/answers/read-answers.ts'
import { writeAnswers } from '../../model/answers/write-answers.ts'
import type { Variant } from '../../model/variant.ts'

/** What the same answers lead to in another town; `notUsed` counts the answers that town has no place for. The draft is not touched. */
export function reassessIn(application: Case, variant: Variant): { readonly assessment: Assessment; readonly notUsed: number } {
  const { answers, findings } = readAnswers(writeAnswers(application.answers, variant.id), variant, 'draft', () => ({ line: 1, column: 1 }))
  return { assessment: assessCase(openCase(variant, answers, application.dates, application.lang)), notUsed: findings.length }
}
