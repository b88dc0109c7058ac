import { standsAlone } from '../../model/answers/answers.ts'
import type { Lang } from '../../model/lang.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { formatYesNo, localise } from '../forms/format.ts'
import { asItIs, type HeldAnswer } from './held-answer.ts'

export const yesNo: HeldAnswer = {
  value: asItIs,
  print: (_, answer, lang) => formatYesNo(answer === true, lang),
  others: (_, answer) => [answer !== true],
}

export const option: HeldAnswer = {
  value: (question, answer) => countsAs(question, String(answer)),
  print: (question, answer, lang) => label(question, String(answer), lang),
  others: (question, answer) => decided(question).filter((id) => id !== answer),
}

export const options: HeldAnswer = {
  value: (question, answer) => ({ kind: 'list', items: ticked(answer).map((id) => countsAs(question, id)), unknown: null }),
  print: (question, answer, lang) =>
    ticked(answer)
      .map((id) => label(question, id, lang))
      .join(', '),
  others: (question, answer) => toggled(decided(question), ticked(answer)),
}

const ticked = (answer: AnswerJson): readonly string[] => (Array.isArray(answer) ? answer : [String(answer)])

/** The option itself, or the one a "don't know" counts as. */
const countsAs = (question: ResolvedQuestion, id: string): string => question.options?.find((each) => each.id === id)?.countsAs ?? id

function label(question: ResolvedQuestion, id: string, lang: Lang): string {
  const known = question.options?.find((each) => each.id === id)
  return known ? localise(known.label, lang) : id
}

const decided = ({ options: all }: ResolvedQuestion): string[] => (all ?? []).filter((each) => each.countsAs === null).map(({ id }) => id)

/** One tick more or fewer; "none of them" excludes all others. */
function toggled(all: readonly string[], given: readonly string[]): string[][] {
  const before = given.filter((id) => !standsAlone(id))
  const fewer = before.map((id) => before.filter((other) => other !== id)).filter((list) => list.length > 0)
  const more = all.filter((id) => !standsAlone(id) && !before.includes(id)).map((id) => [...before, id])
  const none = before.length > 0 ? all.filter(standsAlone).map((id) => [id]) : []
  return [...none, ...fewer, ...more]
}
