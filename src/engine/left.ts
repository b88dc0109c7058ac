import type { Case } from './context.ts'
import { questionsOf } from './questions.ts'

/** What is still to be done, counted once for every page that says so. Keys as in `questionsOf`. */
export interface Left {
  /** Questions without an answer that need one. */
  readonly answers: readonly string[]
  /** Questions that may stay empty. */
  readonly optional: readonly string[]
  /** Lists that nobody called complete yet. */
  readonly lists: readonly string[]
  /** The first questions are not all answered: what comes after them is not known yet. */
  readonly treeOpen: boolean
}

const known = new WeakMap<Case, Left>()

/** A case never changes: what is left of it is looked up once. */
export function leftOf(one: Case): Left {
  const before = known.get(one)
  if (before) return before
  const made = left(one)
  known.set(one, made)
  return made
}

function left(one: Case): Left {
  const answers: string[] = []
  const optional: string[] = []
  const lists: string[] = []
  const { open, needed } = questionsOf(one)
  const must = new Set(needed)
  for (const key of open) {
    const question = one.index.questions.get(key.split('@')[0] ?? key)
    if (!question) lists.push(key)
    // an attachment is no question
    else if (question.type !== 'file') (must.has(key) ? answers : optional).push(key)
  }
  const path = one.memo.get('path|')
  const treeOpen = one.memo.get('stop|') === null && (path.missing.length > 0 || path.steps.some((step) => step.open.length > 0))
  return { answers, optional, lists, treeOpen }
}
