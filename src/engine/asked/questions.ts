import type { Case } from '../context.ts'
import { placeIn } from '../incremental/reached.ts'
import { asking } from './order.ts'

/** What is asked in this case. Keys are `fact` or `fact@row`; an incomplete list appears under its own key. */
export interface Asked {
  /** Answered, and used for something that must be decided or printed. */
  readonly asked: readonly string[]
  /** Asked and unanswered, in the order of asking. */
  readonly open: readonly string[]
  /** Those of `open` that something waits for. The others only fill boxes that may stay empty. */
  readonly needed: readonly string[]
  /** Left empty by choice, to be filled in later; used where an answer would be. */
  readonly empty: readonly string[]
}

/** A question is asked when a box of an applicable form, or a condition that must be decided, needs it. */
export function questionsOf(application: Case): Asked {
  const known = askedOf.get(application)
  if (known) return known
  const { needed, open } = application.get('open|')
  const made = { ...answered(application), open, needed }
  askedOf.set(application, made)
  return made
}

/** A case is immutable, and a page, the summary and the save each want this list. */
const askedOf = new WeakMap<Case, Asked>()

/** The answers, and the questions left empty, that anything decided or printed rests on, in the order of asking; the same arrays while nothing in them changes.
 * Checks and advice ask nothing. */
function answered(application: Case): Pick<Asked, 'asked' | 'empty'> {
  const lists = application.memo.inputsBelow(ROOTS, { prefixes: PREFIXES, compare: asking(application) })
  const [asked = [], empty = []] = lists
  if (empty.length === 0) return { asked, empty }
  const known = emptyOf.get(lists)
  if (known) return { asked, empty: known }
  const compare = asking(application)
  const isAsked = (key: string): boolean => asked[placeIn(asked, key, compare)] === key
  // few of them also have an answer
  const made = empty.filter((key) => application.get(`answer|${key}`) === undefined || !isAsked(key))
  emptyOf.set(lists, made)
  return { asked, empty: made }
}

const emptyOf = new WeakMap<readonly (readonly string[])[], readonly string[]>()

const ROOTS = ['rests|']
const PREFIXES = ['answer|', 'leftEmpty|']

/** Ids of the cells of these kinds that were known before an edit and that it changed. Whoever shows one thing checks whether its cell is among them. */
export function changedIn({ memo }: Pick<Case, 'memo'>, kinds: ReadonlySet<string>): readonly string[] {
  return memo.changed((id) => kinds.has(id.slice(0, id.indexOf('|'))))
}

/** These cells and everything they depend on. */
export function reach({ memo }: Pick<Case, 'memo'>, roots: readonly string[]): Set<string> {
  const reached = new Set<string>()
  memo.walk(roots, (id) => reached.add(id))
  return reached
}
