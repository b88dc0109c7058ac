import { addAll } from '../../model/util/add-all.ts'
import { type Cell, type History, type Lists, NONE } from './history.ts'

/** Which inputs to look for, and in which order. */
export interface Order {
  /** One list is made per prefix. */
  readonly prefixes: readonly string[]
  /** Compares two ids without their prefix; 0 only for the same id. */
  readonly compare: (a: string, b: string) => number
}

/** The inputs with a value that these cells depend on: per prefix their ids without it, sorted. Uses reference counts: after an edit only cells whose
 * dependencies changed are recounted. Returns the same lists while no input comes or goes. The roots must be clean. */
export function reached(history: History, roots: readonly Cell[], { prefixes, compare }: Order): Lists {
  const { counted, changedDependencies } = history.now
  /** Inputs that were set or cleared (null), and those that may have come or gone, with whether they were reached before. */
  const changedInputs = new Map<Cell, boolean | null>()
  const retain = (cell: Cell): void => {
    const deps = cell.entry?.deps ?? NONE
    history.count(cell, cell.refCount + 1, cell.retained ?? deps)
    if (cell.refCount > 1) return
    if (deps.length === 0 && !changedInputs.has(cell)) changedInputs.set(cell, false)
    deps.forEach(retain)
  }
  const release = (cell: Cell): void => {
    const deps = cell.retained ?? NONE
    history.count(cell, cell.refCount - 1, cell.refCount > 1 ? cell.retained : null)
    if (cell.refCount > 0) return
    if (deps.length === 0 && !changedInputs.has(cell)) changedInputs.set(cell, true)
    deps.forEach(release)
  }
  if (!isSame(roots, counted.roots)) {
    roots.forEach(retain)
    counted.roots.forEach(release)
  }
  for (const cell of changedDependencies) {
    const deps = cell.entry?.deps ?? NONE
    const { retained } = cell
    if (!retained) continue
    if (deps.length === 0 || retained.length === 0) changedInputs.set(cell, null)
    if (deps === retained) continue
    history.count(cell, cell.refCount, deps)
    // most of a cell's reads are the same as before, in the same order: only the stretch in between is recounted
    const [front, back] = inCommon(deps, retained)
    for (let at = front; at < deps.length - back; at++) retain(deps[at] ?? cell)
    for (let at = front; at < retained.length - back; at++) release(retained[at] ?? cell)
  }
  // what one part released and another retained has not changed
  const inputs = [...changedInputs].flatMap(([cell, was]) => (was === cell.refCount > 0 ? [] : [cell]))
  const lists = prefixes.map((prefix, at) => {
    const before = counted.lists[at] ?? []
    // an input has one part: reuse that string, as a newly cut one is hashed anew on every lookup
    const changes = inputs.filter(({ id }) => id.startsWith(prefix)).map((cell) => ({ key: cell.parts[0] ?? '', in: isReached(cell) }))
    return changes.length === 0 ? before : changed(before, changes, compare)
  })
  history.counted({ roots, lists: isSame(lists, counted.lists) ? counted.lists : lists })
  return history.now.counted.lists
}

const isReached = ({ refCount, entry }: Cell): boolean => refCount > 0 && entry?.deps.length === 0 && entry.value !== undefined

export function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** Reports the items found in only one of two sorted lists. Items in both are recognised by identity, without calling `compare`. */
export function eachOnlyIn<T>(
  [before, now]: readonly [readonly T[], readonly T[]],
  compare: (a: T, b: T) => number,
  tell: (item: T, list: 'before' | 'now') => void,
): void {
  let [at, to] = [0, 0]
  while (at < before.length || to < now.length) {
    const [was, is] = [before[at], now[to]]
    if (was === is) {
      at++
      to++
    } else if (is === undefined || (was !== undefined && compare(was, is) < 0)) {
      if (was !== undefined) tell(was, 'before')
      at++
    } else {
      tell(is, 'now')
      to++
    }
  }
}

/** Length of the common prefix of two lists, and of the common suffix of what is left. */
export function inCommon<T>(a: readonly T[], b: readonly T[]): readonly [number, number] {
  const shorter = Math.min(a.length, b.length)
  let front = 0
  while (front < shorter && a[front] === b[front]) front++
  let back = 0
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++
  return [front, back]
}

interface Change {
  readonly key: string
  readonly in: boolean
}

/** A sorted list with some keys added and others removed. Mostly it is one key, placed by binary search. Returns the same list when nothing changes. */
function changed(list: readonly string[], changes: readonly Change[], compare: Order['compare']): readonly string[] {
  if (changes.length > FEW) return merged(list, changes, compare)
  let made: string[] | null = null
  for (const { key, in: comes } of changes) {
    const now = made ?? list
    const at = placeIn(now, key, compare)
    if ((now[at] === key) === comes) continue
    made ??= [...list]
    if (comes) made.splice(at, 0, key)
    else made.splice(at, 1)
  }
  return made ?? list
}
const FEW = 32

/** Merges the changes, once sorted, in one pass over the list. */
function merged(list: readonly string[], changes: readonly Change[], compare: Order['compare']): readonly string[] {
  const made: string[] = []
  let at = 0
  for (const { key, in: comes } of changes.toSorted((a, b) => compare(a.key, b.key))) {
    for (let next = list[at]; next !== undefined && compare(next, key) < 0; next = list[++at]) made.push(next)
    if (list[at] === key) at++
    if (comes) made.push(key)
  }
  addAll(made, list.slice(at))
  return isSame(made, list) ? list : made
}

/** Index of a key in a sorted list, or where it would be inserted. */
export function placeIn(list: readonly string[], key: string, compare: Order['compare']): number {
  let [from, until] = [0, list.length]
  while (from < until) {
    const middle = (from + until) >> 1
    if (compare(list[middle] ?? '', key) < 0) from = middle + 1
    else until = middle
  }
  return from
}
