import type { Case, Index } from './context.ts'
import type { Order } from './incremental/reached.ts'
import { asking, inOrder } from './order.ts'

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
  const { needed, wanted } = application.get('open|')
  const open = wanted.length > 0 ? inOrder(application, [...needed, ...wanted]) : needed
  const made = { ...answered(application), open, needed }
  askedOf.set(application, made)
  return made
}

/** A case never changes: a page, the summary and the save each want this list. */
const askedOf = new WeakMap<Case, Asked>()

/** The answers, and the questions left empty, that what must be decided or printed rests on, in the order of asking; the same lists while they
 * are the same. Checks and advice ask nothing. */
function answered(application: Case): Given {
  const given = application.memo.inputsBelow(ROOTS, orderOf(application))
  const known = answers.get(given)
  if (known) return known
  const { keyOf } = orderOf(application)
  const asked: string[] = []
  const empty: string[] = []
  for (const cell of given) (cell.startsWith(ANSWER) ? asked : empty).push(keyOf(cell))
  const made = { asked, empty: empty.length > 0 ? without(empty, asked) : empty }
  answers.set(given, made)
  return made
}

const without = (keys: readonly string[], others: readonly string[]): readonly string[] => {
  const all = new Set(others)
  return keys.filter((key) => !all.has(key))
}

type Given = Pick<Asked, 'asked' | 'empty'>
const answers = new WeakMap<readonly string[], Given>()

const ROOTS = ['rests|']
const ANSWER = 'answer|'
const EMPTY = 'leftEmpty|'

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

interface OrderOfKeys extends Order {
  readonly keyOf: (cell: string) => string
}
const orders = new WeakMap<Index, OrderOfKeys>()

function orderOf(application: Case): OrderOfKeys {
  const known = orders.get(application.index)
  if (known) return known
  const compare = asking(application)
  // the same texts each time: a new one is hashed anew wherever it is looked up
  const keys = new Map<string, string>()
  const keyOf = (cell: string): string => {
    const before = keys.get(cell)
    if (before !== undefined) return before
    const key = cell.slice(cell.indexOf('|') + 1)
    keys.set(cell, key)
    return key
  }
  const order: OrderOfKeys = {
    keyOf,
    wants: (cell) => cell.startsWith(ANSWER) || cell.startsWith(EMPTY),
    compare: (a, b) => compare(keyOf(a), keyOf(b)) || (a < b ? -1 : a > b ? 1 : 0),
  }
  orders.set(application.index, order)
  return order
}
