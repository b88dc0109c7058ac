import * as z from 'zod/mini'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { VQuestion } from '../variant.ts'
import { type InputProblem, isProblem, type Judged, judgeAnswer, no } from './judge-answer.ts'

/** What a page holds for one question: text as typed, ticked options, or a period as two days. */
export type Typed = string | readonly string[]

/** Schema of one field, made from its question: text in, answer out; undefined when nothing was filled in. */
export function inputSchema(question: VQuestion): z.ZodMiniType<AnswerJson | undefined> {
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
  ) as unknown as z.ZodMiniType<AnswerJson | undefined>
}

/** The answer that somebody typed, as the answer file has it. What is right is judged in one place for both (`judgeAnswer`). */
export function readTyped(question: VQuestion, typed: Typed): Judged {
  if (typeof typed !== 'string') return judgeAnswer(question, [...typed])
  const text = typed.trim()
  if (text === '') return undefined
  const meant = parse(question, text)
  return isProblem(meant) || meant === undefined ? meant : judgeAnswer(question, meant)
}

/** How people write it, turned into the shape of an answer file. */
function parse({ type }: VQuestion, text: string): Judged {
  switch (type) {
    case 'yesNo':
      return text === 'true' ? true : text === 'false' ? false : no('option')
    case 'multiChoice':
      return [text]
    case 'integer':
      return number(text, 0, 'wholeNumber')
    case 'number':
    case 'area':
      return number(text, 6, 'number')
    case 'amount': {
      const euro = number(text.replace(/^€\s*/, '').replace(/,(-|–)$/, ''), 2, 'amount')
      return typeof euro === 'number' ? Math.round(euro * 100) : euro
    }
    case 'time':
      return time(text)
    default:
      return text
  }
}

/** Dutch and English writing alike: `1.250,50`, `1,250.50`, `1250,5`. A lone dot with three digits behind it parts thousands. */
function number(text: string, decimals: number, problem: InputProblem): Judged {
  const bare = text.replaceAll(/[\s\u00a0]/g, '')
  if (/^-/.test(bare)) return no('negative')
  const written = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : /^\d{1,3}(,\d{3})+\.\d+$/.test(bare)
      ? bare.replaceAll(',', '')
      : bare.replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(written) || (written.split('.')[1]?.length ?? 0) > decimals) return no(problem)
  return Number(written)
}

/** `23:00`, `23.00`, `1:30+1`. */
function time(text: string): Judged {
  const match = /^(\d{1,2})[:.](\d{2})(\+1)?$/.exec(text.replaceAll(' ', ''))
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}${match[3] ?? ''}` : no('time')
}

/** What the page shows for an answer that was given before. */
export function typedOf(question: VQuestion, answer: AnswerJson | undefined): Typed {
  if (answer === undefined) return question.type === 'multiChoice' ? [] : ''
  if (Array.isArray(answer)) return answer
  if (question.type === 'amount') return (Number(answer) / 100).toFixed(2).replace('.', ',').replace(',00', '')
  if (typeof answer === 'number') return plainDecimal(answer).replace('.', ',')
  return String(answer)
}

/** Never `1e-7` or `1e+21`. */
const plainDecimal = (value: number): string => (/e/.test(String(value)) ? value.toFixed(6).replace(/\.?0+$/, '') : String(value))
