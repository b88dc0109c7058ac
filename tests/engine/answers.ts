import type { Answers } from '../../src/model/answers/answers.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'

/** Answers as a test writes them: the answer file without what is not needed. */
export function answersFor(variant: Variant, file: Record<string, unknown>): Answers {
  const parsed = AnswerFile.parse({ schema: 1, variant: variant.id, ...file })
  const { answers, findings } = readAnswers(parsed, variant, 'test.json', () => ({ line: 1, column: 1 }))
  if (findings.length > 0)
    throw new Error(`the answers of this test are wrong: ${findings.map((one) => `${one.path}: ${one.message}`).join('; ')}`)
  return answers
}
