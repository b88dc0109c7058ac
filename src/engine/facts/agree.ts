import type { Expr } from '../../feel/expr.ts'
import type { Value } from '../../feel/value.ts'
import { answerKey } from '../../model/answers/answers.ts'
import type { Edit } from '../../model/answers/edit.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { asAnswer } from '../answer-kinds/as-value.ts'
import { formatAnswer } from '../answer-kinds/print-answer.ts'
import type { Case } from '../context.ts'
import { partyName } from '../forms/format.ts'
import { rowRef } from '../reader.ts'
import { contradicted } from './clashes.ts'
import { refinedValue, settledValue } from './facts.ts'

/** One way to resolve a contradiction: the answer that then holds everywhere, and the edits it takes. */
export interface Way {
  /** The answer that is kept, printed. */
  readonly keep: string
  readonly edits: readonly Extract<Edit, { kind: 'answer' }>[]
}

/** Two answers that contradict each other: what was said here, what follows from the others, and the ways to resolve it. */
export interface Disagreement {
  readonly said: string
  readonly follows: string
  readonly ways: readonly Way[]
}

/** How the answers to a question can be made to agree; null when they do. */
export function disagreement(application: Case, question: ResolvedQuestion, row: string | null): Disagreement | null {
  const kind = contradicted(application, question, row)
  if (kind === null) return null
  const { get } = application
  const ref = row === null ? null : rowRef(application, row)
  const answer = get(`answer|${answerKey(question.id, row)}`)
  const value: Value =
    kind === 'refined' ? refinedValue(application, question, ref) : settledValue(application, question, ref ? { row: ref } : {})
  const other = asAnswer(question, value)
  if (other === null || answer === undefined) return null
  const print = (what: AnswerJson): string => formatAnswer(question, what, application.lang, (id) => partyName(application, id))
  const said = print(answer)
  const follows = print(other)
  const own: Way = { keep: follows, edits: [{ kind: 'answer', fact: question.id, row, value: other }] }
  // an exact answer cannot be derived from a coarse one; a tick can be set or cleared
  const changed = kind === 'settled' && question.settledBy ? changeTo(application, question.settledBy.expr, row, answer) : null
  return { said, follows, ways: changed ? [{ keep: said, edits: [changed] }, own] : [own] }
}

/** The edit of the answer behind `settledBy` after which it no longer contradicts `answer`; null when no edit is sure to. */
function changeTo(application: Case, expr: Expr, row: string | null, answer: AnswerJson): Extract<Edit, { kind: 'answer' }> | null {
  // `if TEST then null else V`: when TEST holds, the question is left open
  if (expr.op === 'if' && expr.yes.op === 'lit' && expr.yes.value === null) return make(application, expr.test, row, true)
  return typeof answer === 'boolean' ? make(application, expr, row, answer) : null
}

function make(application: Case, expr: Expr, row: string | null, truth: boolean): Extract<Edit, { kind: 'answer' }> | null {
  if (expr.op === 'not') return make(application, expr.arg, row, !truth)
  if (expr.op === 'fact') return { kind: 'answer', fact: expr.id, row: null, value: truth }
  if (expr.op !== 'call' || expr.fn !== 'list contains') return null
  const [list, option] = expr.args
  if (option?.op !== 'lit' || typeof option.value !== 'string') return null
  const fact = list?.op === 'fact' || list?.op === 'get' ? list.id : null
  const question = fact === null ? undefined : application.index.questions.get(fact)
  if (!question) return null
  const at = question.subject === 'case' ? null : row
  const now = application.get(`answer|${answerKey(question.id, at)}`)
  const ticks = new Set(Array.isArray(now) ? now : [])
  if (truth) {
    ticks.add(option.value)
    ticks.delete(NONE)
  } else {
    ticks.delete(option.value)
    if (ticks.size === 0 && question.options?.some(({ id }) => id === NONE)) ticks.add(NONE)
  }
  // a list without any tick counts as unanswered
  return { kind: 'answer', fact: question.id, row: at, value: ticks.size === 0 ? undefined : [...ticks] }
}

/** The option that excludes all others. */
const NONE = 'none'
