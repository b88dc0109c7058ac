import type { Value } from '../feel/value.ts'
import { answerKey } from '../model/answers.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import type { Assessment } from './assessment.ts'
import type { Case } from './case.ts'
import { asValue } from './convert.ts'
import { isDecided } from './facts.ts'
import { say } from './print.ts'
import { rowRef } from './reader.ts'
import { same } from './same.ts'

/** A coarse answer of the tree that the exact facts contradict: the exact one is used, and we say so. */
export function clashes(one: Case): Assessment['checks'] {
  return one.variant.questions.flatMap((question) => {
    if (!question.refinedBy || question.subject !== 'case') return []
    const answer = one.memo.get(`answer|${answerKey(question.id, null)}`)
    if (answer === undefined) return []
    const used = one.memo.get(`fact|${question.id}|`) as Value
    const given = asValue(question, answer as AnswerJson, (id) => rowRef((cell) => one.memo.get(cell), id))
    if (used === null || !isDecided(used) || same(used, given)) return []
    const label = say(question.label, one.lang)
    const message =
      one.lang === 'nl'
        ? `U gaf eerder een ander antwoord op "${label}". Wij rekenen met wat u daarna precies invulde.`
        : `You gave another answer to "${label}" before. We use what you filled in exactly afterwards.`
    return [{ id: `clash.${question.id}`, severity: 'warn' as const, licences: [], row: null, message, advice: null, unverified: false }]
  })
}
