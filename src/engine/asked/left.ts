import type { Case } from '../context.ts'
import { questionsOf } from './questions.ts'

/** What is left to do, counted once for every page that shows it. Keys as in `questionsOf`. */
export interface Left {
  /** Unanswered questions that need an answer. */
  readonly answers: readonly string[]
  /** Unanswered questions that may stay empty. */
  readonly optional: readonly string[]
  /** Lists not marked complete yet. */
  readonly lists: readonly string[]
  /** The first questions are not all answered, so what follows is not known yet. */
  readonly treeOpen: boolean
}

const known = new WeakMap<Case, Left>()

/** Looked up once per case, as a case is immutable. */
export function leftOf(application: Case): Left {
  const before = known.get(application)
  if (before) return before
  const made = left(application)
  known.set(application, made)
  return made
}

function left(application: Case): Left {
  const answers: string[] = []
  const optional: string[] = []
  const lists: string[] = []
  const { open, needed } = questionsOf(application)
  const must = new Set(needed)
  for (const key of open) {
    const question = application.index.questions.get(key.split('@')[0] ?? key)
    if (!question) lists.push(key)
    // an attachment is not a question
    else if (question.type !== 'file') (must.has(key) ? answers : optional).push(key)
  }
  const { kind } = application.get('path|').at
  const treeOpen = kind === 'start' || kind === 'step'
  return { answers, optional, lists, treeOpen }
}
