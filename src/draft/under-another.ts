import { assessCase } from '../engine/assess.ts'
import type { Assessment } from '../engine/assessment.ts'
import { openCase } from '../engine/case.ts'
import type { Answers } from '../model/answers/answers.ts'
import { readAnswers } from '../model/answers/read-answers.ts'
import { writeAnswers } from '../model/answers/write-answers.ts'
import type { Lang } from '../model/lang.ts'
import type { Variant } from '../model/variant.ts'

/** What the same answers come to in another town; `notUsed` counts the answers that town has no place for. The draft is not touched. */
export function underAnother(
  answers: Answers,
  variant: Variant,
  today: string,
  lang: Lang,
): { readonly assessment: Assessment; readonly notUsed: number } {
  const read = readAnswers(writeAnswers(answers, variant.id), variant, 'draft', () => ({ line: 1, column: 1 }))
  return { assessment: assessCase(openCase(variant, read.answers, { today }, lang)), notUsed: read.findings.length }
}
