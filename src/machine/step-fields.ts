import type { Case } from '../engine/context.ts'
import { refinedValue } from '../engine/facts/facts.ts'
import { worded } from '../engine/facts/worded.ts'
import { references } from '../feel/references.ts'
import { isUnknown, type Value } from '../feel/value.ts'
import { answerKey } from '../model/answers/answers.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import type { ResolvedQuestion, Variant } from '../model/variant.ts'
import type { Field } from './pages.ts'

/** A question of a step that is settled by more exact answers: shown, but not asked. */
export interface FollowsFrom {
  readonly question: ResolvedQuestion
  readonly value: Value
  /** An answer it follows from: `fact` or `fact@row`. */
  readonly from: string
}

/** What a step of the tree asks now, and what follows from answers given elsewhere. A follow-up waits for the answer it depends on. Until every
 * verdict is settled, one question is asked at a time, and only if a verdict waits for it: its answer may settle what the next one was for.
 * @param all whether to ask everything that the step may ask: to sharpen the outcome */
export function stepFields(
  application: Case,
  step: Variant['steps'][number],
  all: boolean,
): { fields: readonly Field[]; follows: readonly FollowsFrom[] } {
  const { get } = application
  const { open } = get(`step|${step.id}`)
  const awaited = get('awaited|')
  const asked = all ? open : open.filter((key) => awaited.includes(key)).slice(0, 1)
  const fields: Field[] = []
  const follows: FollowsFrom[] = []
  for (const fact of step.ask) {
    const known = application.index.questions.get(fact)
    const value = get(`fact|${fact}|`)
    if (!known || value === null) continue
    const question = worded(application, known, null)
    const key = answerKey(fact, null)
    if (isUnknown(value)) {
      if (value.missing.includes(key) && asked.includes(key)) fields.push({ key, question, row: null, open: true, needed: true })
    } else if (refinedValue(application, question, null) !== null) {
      const from = answersUnder(application, `refined|${fact}|`)
      if (from.length > 0) follows.push({ question, value, from: from[0] ?? '' })
    } else if (get(`answer|${key}`) !== undefined) fields.push({ key, question, row: null, open: false, needed: false })
  }
  return { fields, follows }
}

/** What was said about a whole list before its rows were described, and counts until they are. */
export function saidBefore(application: Case, collection: string): readonly { question: ResolvedQuestion; answer: AnswerJson }[] {
  return application.index.doubled.flatMap((question) => {
    const answer = application.get(`answer|${question.id}`)
    const ofList = question.refinedBy && references(question.refinedBy.expr).collections.includes(collection)
    return ofList && answer !== undefined && application.get(`fact|${question.id}|`) !== null ? [{ question, answer }] : []
  })
}

function answersUnder(application: Case, cell: string): string[] {
  const found: string[] = []
  application.memo.walk([cell], (id, value) => {
    if (id.startsWith('answer|') && value !== undefined) found.push(id.slice('answer|'.length))
  })
  return found
}
