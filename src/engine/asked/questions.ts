import type { Case } from '../context.ts'
import { placeIn } from '../incremental/reached.ts'
import { asking } from './order.ts'

/** What is asked of this case. Keys are `fact` or `fact@row`; a list that is not complete stands under its own name. */
export interface Asked {
  /** Answered, and used in what must be decided or printed. */
  readonly asked: readonly string[]
  /** Asked now and not answered, in the order of asking. */
  readonly open: readonly string[]
  /** Of those: what something waits for. The others only fill boxes that may stay empty. */
  readonly needed: readonly string[]
  /** Left empty by choice, and used as an answer would be: to be filled in later. */
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

/** A case never changes: a page, the summary and the save each want this list. */
const askedOf = new WeakMap<Case, Asked>()

/** The answers, and the questions left empty, that what must be decided or printed rests on, in the order of asking; the same lists while they
 * are the same. Checks and advice ask nothing. */
function answered(application: Case): Pick<Asked, 'asked' | 'empty'> {
  const lists = application.memo.inputsBelow(ROOTS, { prefixes: PREFIXES, compare: asking(application) })
  const [asked = [], empty = []] = lists
  if (empty.length === 0) return { asked, empty }
  const known = emptyOf.get(lists)
  if (known) return { asked, empty: known }
  const compare = asking(application)
  const isAsked = (key: string): boolean => asked[placeIn(asked, key, compare)] === key
  // few of them have an answer as well
  const made = empty.filter((key) => application.get(`answer|${key}`) === undefined || !isAsked(key))
  emptyOf.set(lists, made)
  return { asked, empty: made }
}

const emptyOf = new WeakMap<readonly (readonly string[])[], readonly string[]>()

const ROOTS = ['rests|']
const PREFIXES = ['answer|', 'leftEmpty|']

/** What an edit changed, of all that was known of the case before it: ids of cells of these kinds. Who shows one thing asks whether that is among them. */
export function changedIn({ memo }: Pick<Case, 'memo'>, kinds: ReadonlySet<string>): readonly string[] {
  return memo.changed((id) => kinds.has(id.slice(0, id.indexOf('|'))))
}

/** All cells that these cells rest on. */
export function reach({ memo }: Pick<Case, 'memo'>, roots: readonly string[]): Set<string> {
  const reached = new Set<string>()
  memo.walk(roots, (id) => reached.add(id))
  return reached
}
