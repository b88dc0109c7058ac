import { printCents, printDate, printNumber } from '../../../engine/forms/print.ts'
import type { InputProblem } from '../../../model/answers/judge-answer.ts'
import { unprintable } from '../../../model/answers/printable.ts'
import type { Lang } from '../../../model/lang.ts'
import type { VQuestion } from '../../../model/variant.ts'
import type { Words } from '../../text.ts'

/** `half`: part of a date or time, of which the browser gives no text. */
export type PageProblem = InputProblem | 'half'

/** What is wrong with what was typed in a field and how to mend it; what lies outside its bounds is told with them. */
export function problemText(words: Words, { type, unit, min, max }: VQuestion, problem: PageProblem, lang: Lang, typed = ''): string {
  const problems: Readonly<Record<Exclude<PageProblem, 'outside' | 'unprintable'>, string>> = words.problems
  if (problem === 'unprintable') return words.unprintable(unprintable(typed))
  if (problem !== 'outside') return problems[problem]
  const print = (bound: number | string | null): string | null => {
    if (bound === null) return null
    if (typeof bound === 'string') return printDate(bound, lang)
    return type === 'amount' ? printCents(bound * 100, lang) : printNumber(bound, lang, words.units[unit ?? ''] ?? unit)
  }
  const kind = type === 'date' || type === 'period' ? 'date' : type === 'amount' ? 'amount' : 'number'
  return words.outside(kind, print(min), print(max))
}
