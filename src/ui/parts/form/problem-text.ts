import { formatCents, formatDate, formatNumber, localise } from '../../../engine/forms/format.ts'
import { kindOf } from '../../../model/answer-kinds/answer-kinds.ts'
import type { InputProblem } from '../../../model/answer-kinds/input-problem.ts'
import type { Lang } from '../../../model/lang.ts'
import type { ResolvedQuestion } from '../../../model/variant.ts'
import type { Words } from '../../text.ts'
import { CONTROLS } from './controls/controls.ts'

/** `half`: part of a date or time, of which the browser gives no text. */
export type PageProblem = InputProblem | 'half'

/** What react-hook-form holds as the message of a field: its type says text, and what stands there is what the schema of the field found (`inputSchema`). */
export const problemIn = (message: string | undefined): PageProblem | undefined => message as PageProblem | undefined

/** What is wrong with what was typed in a field and how to mend it; what lies outside its bounds is told with them. */
export function problemText(words: Words, question: ResolvedQuestion, problem: PageProblem, lang: Lang): string {
  const { type, unit, min, max } = question
  const { bounds, holds } = kindOf(question)
  if (problem === 'required') return words.problems[CONTROLS[type].missing ?? 'required']
  if (question.message && OF_THE_QUESTION.has(problem)) return localise(question.message, lang)
  if (problem !== 'outside') return words.problems[problem]
  const print = (bound: number | string | null): string | null => {
    if (bound === null) return null
    if (typeof bound === 'string') return formatDate(bound, lang)
    return holds === 'cents' ? formatCents(bound * 100, lang) : formatNumber(bound, lang, words.units[unit ?? ''] ?? unit)
  }
  const kind = bounds === 'day' ? 'date' : holds === 'cents' ? 'amount' : 'number'
  return words.outside(kind, print(min), print(max))
}

/** Problems of which the question itself may say how to mend them. */
const OF_THE_QUESTION: ReadonlySet<PageProblem> = new Set(['outside', 'pattern', 'ticks'])
