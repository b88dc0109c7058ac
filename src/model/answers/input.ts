import * as z from 'zod/mini'
import { kindOf } from '../answer-kinds/answer-kinds.ts'
import { isProblem, type Judged } from '../answer-kinds/input-problem.ts'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { ResolvedQuestion } from '../variant.ts'
import { judgeAnswer } from './judge-answer.ts'

/** What a page holds for one question: text as typed, ticked options, or a period as two days. */
export type Typed = string | readonly string[]

/** Schema of one field, derived from its question: text in, answer out; undefined when left blank. */
export function inputSchema(question: ResolvedQuestion): z.ZodMiniType<AnswerJson | undefined, Typed> {
  return z.pipe(
    z.unknown(),
    z.transform((typed, context) => {
      const read = readTyped(question, Array.isArray(typed) ? typed.map(String) : typeof typed === 'string' ? typed : '')
      if (isProblem(read)) {
        context.issues.push({ code: 'custom', message: read.problem, input: typed })
        return z.NEVER
      }
      return read
    }),
  ) as unknown as z.ZodMiniType<AnswerJson | undefined, Typed>
}

/** Parses what was typed into an answer as in the answer file. Both are validated in one place (`judgeAnswer`). */
export function readTyped(question: ResolvedQuestion, typed: Typed): Judged {
  if (typeof typed !== 'string') return judgeAnswer(question, [...typed])
  const text = typed.trim()
  if (text === '') return undefined
  const meant = kindOf(question).parse?.(text) ?? text
  return isProblem(meant) || meant === undefined ? meant : judgeAnswer(question, meant)
}

/** What the field shows for an earlier answer. */
export function typedOf(question: ResolvedQuestion, answer: AnswerJson | undefined): Typed {
  const { holds, typed } = kindOf(question)
  if (answer === undefined) return holds === 'options' ? [] : ''
  if (Array.isArray(answer)) return answer
  if (typeof answer === 'number') return typed ? typed(answer) : plainDecimal(answer).replace('.', ',')
  return String(answer)
}

/** Never in scientific notation, as in `1e-7` or `1e+21`. */
const plainDecimal = (value: number): string => (/e/.test(String(value)) ? value.toFixed(6).replace(/\.?0+$/, '') : String(value))
