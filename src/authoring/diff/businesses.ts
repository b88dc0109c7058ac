import { edit } from '../../engine/case.ts'
import type { Case } from '../../engine/context.ts'
import type { Edit } from '../../model/answers/edit.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion, Variant } from '../../model/variant.ts'

/** The same business under two versions of the rules. */
export interface Pair {
  readonly a: Case
  readonly b: Case
}

/** How many examples are varied: more add little, and take time. */
const VARIED = 4
/** Kinds of answers that a larger business gives more of. */
const AMOUNTS: ReadonlySet<string> = new Set(['integer', 'number', 'amount', 'area'])

/** Businesses derived from examples: some of these with another answer to one question of the decision tree, each possible answer once, and each once as a
 * larger business, with every number doubled. Deterministic: the same examples give the same businesses. */
export function* variationsOf(examples: readonly Pair[]): Generator<Pair> {
  const step = Math.max(1, examples.length / VARIED)
  for (let at = 0; at < examples.length; at += step) {
    const pair = examples[Math.floor(at)]
    if (!pair) continue
    const { a, b } = pair
    for (const [fact, value] of otherAnswers(a, b)) {
      const answer: Edit = { kind: 'answer', fact, value }
      yield { a: edit(a, [answer]), b: edit(b, [answer]) }
    }
    const larger = doubled(b)
    if (larger.length > 0) yield { a: edit(a, larger), b: edit(b, larger) }
  }
}

/** Facts of the tree with each answer that both sides accept and this business does not give. */
function otherAnswers(a: Case, b: Case): [string, AnswerJson][] {
  const others = new Map(treeQuestions(a.variant).map((question) => [question.id, question]))
  return treeQuestions(b.variant).flatMap((question) => {
    const other = others.get(question.id)
    if (other?.type !== question.type) return []
    const known = new Set(waysToAnswer(other).map((value) => JSON.stringify(value)))
    const said = JSON.stringify(b.answers.values.get(question.id))
    return waysToAnswer(question).flatMap((value): [string, AnswerJson][] => {
      const written = JSON.stringify(value)
      return known.has(written) && written !== said ? [[question.id, value]] : []
    })
  })
}

/** What the tree asks, and what is applied for. */
export function treeQuestions({ names, steps, questions }: Variant): ResolvedQuestion[] {
  const ids = new Set([names.application.kind, ...steps.flatMap(({ ask }) => ask)])
  return questions.filter(({ id, derived, refinedBy }) => ids.has(id) && (!derived || refinedBy))
}

function waysToAnswer({ type, options }: ResolvedQuestion): AnswerJson[] {
  if (type === 'yesNo') return [true, false]
  const ids = (options ?? []).map(({ id }) => id)
  return type === 'choice' ? ids : type === 'multiChoice' ? ids.map((id) => [id]) : []
}

function doubled({ variant, answers }: Case): Edit[] {
  const types = new Map(variant.questions.map(({ id, type }) => [id, type]))
  return [...answers.values].flatMap(([key, value]): Edit[] => {
    const [fact = key, row = null] = key.split('@')
    return typeof value === 'number' && AMOUNTS.has(types.get(fact) ?? '') ? [{ kind: 'answer', fact, row, value: value * 2 }] : []
  })
}
