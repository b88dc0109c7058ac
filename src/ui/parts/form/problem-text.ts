import { formatCents, formatDate, formatNumber, localise } from '../../../engine/forms/format.ts'
import type { Field } from '../../../machine/pages.ts'
import { kindOf } from '../../../model/answer-kinds/answer-kinds.ts'
import type { InputProblem } from '../../../model/answer-kinds/input-problem.ts'
import type { Lang } from '../../../model/lang.ts'
import type { ResolvedQuestion } from '../../../model/variant.ts'
import type { Words } from '../../text.ts'
import { CONTROLS } from './controls/controls.ts'
import type { Problem } from './ErrorSummary.tsx'
import { fieldId } from './field-name.ts'

/** `half`: a partly typed date or time, for which the browser gives no value. */
export type PageProblem = InputProblem | 'half'

/** The message that react-hook-form holds for a field: typed as string, but always a problem that the schema of the field found (`inputSchema`). */
export const problemIn = (message: string | undefined): PageProblem | undefined => message as PageProblem | undefined

/** What is wrong with what was typed in a field and how to mend it; a value out of bounds is told the bounds. */
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

/** Problems for which the question may bring its own message. */
const OF_THE_QUESTION: ReadonlySet<PageProblem> = new Set(['outside', 'pattern', 'ticks'])

/** What is missing or wrong on a page, field by field. */
export const problemsIn = (
  fields: readonly Field[],
  problemOf: (field: Field) => PageProblem | undefined,
  words: Words,
  lang: Lang,
): Problem[] =>
  fields.flatMap((field) => {
    const problem = problemOf(field)
    if (!problem) return []
    const { key, question } = field
    const text = problemText(words, question, problem, lang)
    return [{ id: fieldId(key), label: localise(question.label, lang), missing: problem === 'required', text }]
  })
