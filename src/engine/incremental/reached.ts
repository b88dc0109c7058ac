import { type Cell, type History, NONE } from './history.ts'

/** Which inputs are looked for, and in which order. */
export interface Order {
  readonly wants: (id: string) => boolean
  readonly compare: (a: string, b: string) => number
}

/** The inputs that were given and that these cells rest on, sorted. Not walked again after an edit: every cell knows how many it holds up,
 * and only where a cell rests on others than before these numbers change. The same array as long as nothing comes or goes.
 * The roots are settled. */
export function reached(history: History, roots: readonly Cell[], { wants, compare }: Order): readonly string[] {
  const { counted, moved } = history.now
  /** Inputs that came or went, were given or taken back. */
  const inputs = new Set<Cell>()
  const hold = (cell: Cell): void => {
    const deps = cell.entry?.deps ?? NONE
    history.count(cell, cell.uses + 1, cell.held ?? deps)
    if (cell.uses > 1) return
    if (deps.length === 0) inputs.add(cell)
    deps.forEach(hold)
  }
  const release = (cell: Cell): void => {
    const deps = cell.held ?? NONE
    history.count(cell, cell.uses - 1, cell.uses > 1 ? cell.held : null)
    if (cell.uses > 0) return
    if (deps.length === 0) inputs.add(cell)
    deps.forEach(release)
  }
  if (!isSame(roots, counted.roots)) {
    roots.forEach(hold)
    counted.roots.forEach(release)
  }
  for (const cell of moved) {
    const deps = cell.entry?.deps ?? NONE
    const { held } = cell
    if (!held) continue
    if (deps.length === 0 || held.length === 0) inputs.add(cell)
    if (deps === held) continue
    history.count(cell, cell.uses, deps)
    deps.forEach(hold)
    held.forEach(release)
  }
  const touched = [...inputs].filter(({ id }) => wants(id))
  const found = touched.filter(({ uses, entry }) => uses > 0 && entry?.deps.length === 0 && entry.value !== undefined)
  const given = merged(counted.given, new Set(touched.map(({ id }) => id)), found.map(({ id }) => id).sort(compare), compare)
  history.counted({ roots, given: isSame(given, counted.given) ? counted.given : given })
  return history.now.counted.given
}

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((one, index) => one === b[index])

/** A sorted list without some, and with others that are sorted too. */
function merged(list: readonly string[], without: ReadonlySet<string>, others: readonly string[], compare: Order['compare']): string[] {
  const all: string[] = []
  let next = 0
  for (const id of list) {
    if (without.has(id)) continue
    for (let other = others[next]; other !== undefined && compare(other, id) < 0; other = others[++next]) all.push(other)
    all.push(id)
  }
  return [...all, ...others.slice(next)]
}
