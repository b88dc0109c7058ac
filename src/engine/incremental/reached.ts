import { type Cell, type History, NONE } from './history.ts'

/** Which inputs are looked for, and in which order. */
export interface Order {
  readonly wants: (id: string) => boolean
  readonly compare: (a: string, b: string) => number
}

/** The inputs with a value that these cells depend on, sorted. By reference counts: after an edit only the cells whose dependencies changed are
 * counted again. The same array as long as no input comes or goes. The roots must be clean. */
export function reached(history: History, roots: readonly Cell[], { wants, compare }: Order): readonly string[] {
  const { counted, changedDependencies } = history.now
  /** Inputs that came or went, were set or cleared. */
  const changedInputs = new Set<Cell>()
  const retain = (cell: Cell): void => {
    const deps = cell.entry?.deps ?? NONE
    history.count(cell, cell.refCount + 1, cell.retained ?? deps)
    if (cell.refCount > 1) return
    if (deps.length === 0) changedInputs.add(cell)
    deps.forEach(retain)
  }
  const release = (cell: Cell): void => {
    const deps = cell.retained ?? NONE
    history.count(cell, cell.refCount - 1, cell.refCount > 1 ? cell.retained : null)
    if (cell.refCount > 0) return
    if (deps.length === 0) changedInputs.add(cell)
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
    if (deps.length === 0 || retained.length === 0) changedInputs.add(cell)
    if (deps === retained) continue
    history.count(cell, cell.refCount, deps)
    deps.forEach(retain)
    retained.forEach(release)
  }
  const wanted = [...changedInputs].filter(({ id }) => wants(id))
  const found = wanted.filter(({ refCount, entry }) => refCount > 0 && entry?.deps.length === 0 && entry.value !== undefined)
  const inputs = merged(
    counted.inputs,
    new Set(wanted.map(({ id }) => id)),
    found.map(({ id }) => id),
    compare,
  )
  history.counted({ roots, inputs: isSame(inputs, counted.inputs) ? counted.inputs : inputs })
  return history.now.counted.inputs
}

export function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/** A sorted list without some, and with others. Mostly one comes or goes: its place is looked for by halves. */
function merged(
  list: readonly string[],
  without: ReadonlySet<string>,
  others: readonly string[],
  compare: Order['compare'],
): readonly string[] {
  const all = without.size > 0 ? list.filter((id) => !without.has(id)) : list
  if (others.length === 0) return all
  if (others.length > FEW) return [...all, ...others].sort(compare)
  const more = [...all]
  for (const other of others) {
    let [from, until] = [0, more.length]
    while (from < until) {
      const middle = (from + until) >> 1
      if (compare(more[middle] ?? '', other) < 0) from = middle + 1
      else until = middle
    }
    more.splice(from, 0, other)
  }
  return more
}
const FEW = 32
