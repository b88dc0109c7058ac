import type { Expr } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import type { Catalogue } from '../../catalogue.ts'
import type { Report } from '../../rule-set.ts'
import type { ResolvedQuestion, Variant } from '../../variant.ts'

/** A follow-up comes after what it depends on: on a step of the tree, and among the questions of a topic, which share their pages. */
export function checkOrder(variant: Pick<Variant, 'questions' | 'steps'>, catalogue: Catalogue, report: Report): void {
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const place = new Map(variant.questions.map(({ id }, index) => [id, index]))
  const items = new Map(catalogue.questions.map((item) => [item.id, item]))
  for (const question of variant.questions) {
    if (isComputed(question)) continue
    for (const id of hangsOn(question, questions)) {
      const parent = questions.get(id)
      const item = items.get(question.id)
      if (!parent || !item || parent.topic !== question.topic || parent.subject !== question.subject) continue
      if ((place.get(id) ?? 0) > (place.get(question.id) ?? 0))
        report(
          'FOLLOW_UP_FIRST',
          'error',
          item,
          question.when ? 'when' : 'settledBy',
          `${question.id} depends on ${id}, which comes after it in topic ${question.topic}: on a page the follow-up would come first.`,
          `Move ${question.id} below ${id}.`,
        )
    }
  }
  for (const [index, { id: step, ask }] of variant.steps.entries()) {
    for (const [at, fact] of ask.entries()) {
      const question = questions.get(fact)
      const late = question ? hangsOn(question, questions).find((id) => ask.indexOf(id) > at) : undefined
      const item = catalogue.steps[index]
      if (late !== undefined && item)
        report(
          'FOLLOW_UP_FIRST',
          'error',
          item,
          'ask',
          `Step ${step} asks ${fact} before ${late}, which it hangs on.`,
          `Write ${late} before ${fact}.`,
        )
    }
  }
}

const isComputed = ({ derived, refinedBy }: ResolvedQuestion): boolean => derived !== null && refinedBy === null

/** The questions that decide whether this one is asked, including through computed facts. */
function hangsOn(question: ResolvedQuestion, questions: ReadonlyMap<string, ResolvedQuestion>): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const read = (expr: Expr | undefined): void => {
    for (const id of expr ? references(expr).facts : []) {
      const fact = questions.get(id)
      if (!fact || id === question.id || seen.has(id)) continue
      seen.add(id)
      if (isComputed(fact)) read(fact.derived?.expr)
      else found.add(id)
    }
  }
  read(question.when?.expr)
  read(question.settledBy?.expr)
  return [...found]
}
