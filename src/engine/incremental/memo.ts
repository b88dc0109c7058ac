import { Cell, type Computation, type Entry, History, type Lists, NONE, type Read, type Snapshot } from './history.ts'
import { type Order, reached } from './reached.ts'

/** Incremental computation with structural sharing.
 *
 * A memo maps cell ids to values; computing a cell records its dependencies. `edited` gives a new memo for changed inputs:
 * the cells that depend on them become dirty, are checked when they are next read, and are recomputed only when a dependency
 * really changed. A cell whose new value equals the old one keeps the old object, so nothing that depends on it is recomputed.
 * The old memo stays valid: all memos of a case share their cells, and `History` holds how their states differ. */
export class Memo {
  private constructor(
    private readonly graph: Graph,
    private readonly snapshot: Snapshot,
  ) {}

  static create(inputs: Iterable<readonly [string, unknown]>, computationOf: ComputationOf, same: Same): Memo {
    const graph = new Graph(computationOf, same)
    for (const [id, value] of inputs) graph.setInput(id, value)
    return new Memo(graph, graph.history.now)
  }

  /** A memo in which these inputs have these values; everything else is shared. */
  edited(inputs: Iterable<readonly [string, unknown]>): Memo {
    this.graph.history.checkout(this.snapshot)
    const snapshot = this.graph.history.fork()
    for (const [id, value] of inputs) this.graph.setInput(id, value)
    return new Memo(this.graph, snapshot)
  }

  /** The wanted cells that had a value before the edit behind this memo and whose value differs now. The cost grows with what the edit made dirty, not with the
   * number of cells. */
  changed(wants: (id: string) => boolean): readonly string[] {
    const graph = this.here()
    return this.snapshot.marked.flatMap(({ cell, value }) =>
      wants(cell.id) && !Object.is(graph.refresh(cell).value, value) ? [cell.id] : [],
    )
  }

  /** The same inputs with nothing computed: cheap to edit many times when only a few cells are read. */
  fresh(): Memo {
    const { computationOf, same } = this.here()
    return Memo.create(this.graph.inputs(), computationOf, same)
  }

  /** Value of a cell; computes it when it is missing or dirty. */
  readonly get = (id: string): unknown => this.here().read(id)

  /** Direct dependencies of a cell: for explanations, and to find where an answer is used. */
  dependencies(id: string): readonly string[] {
    return this.here()
      .refresh(this.graph.cell(id))
      .deps.map((dep) => dep.id)
  }

  /** Visits these cells and all their dependencies. */
  walk(ids: Iterable<string>, visit: (id: string, value: unknown) => void): void {
    this.here().walk(ids, visit)
  }

  /** The inputs with a value that these cells depend on; see `reached`. Meant for a single set of cells that rarely changes. */
  inputsBelow(ids: readonly string[], order: Order): Lists {
    const graph = this.here()
    const roots = ids.map((id) => graph.cell(id))
    for (const root of roots) graph.refresh(root)
    return reached(graph.history, roots, order)
  }

  /** Whether a cell, or anything below it, passes. Searched again only where something may have changed; one memo must always get the same test. */
  someBelow(id: string, test: Test): boolean {
    return this.here().someBelow(this.graph.cell(id), test)
  }

  private here(): Graph {
    this.graph.history.checkout(this.snapshot)
    if (this.snapshot.held.length > 0) this.graph.settle()
    return this.graph
  }
}

/** The function that computes a cell, looked up once. */
export type ComputationOf = (id: string) => Computation
type Same = (a: unknown, b: unknown) => boolean

interface Frame {
  readonly cell: Cell
  /** Its dependencies in the previous computation. */
  readonly before: readonly Cell[]
  /** Index in `before` of the next read, if it reads in the same order. */
  next: number
  readonly number: number
}

/** The result of a search below a cell. Valid while the cell and the hubs below it have these entries and no cell has become a hub since: a change in any other
 * cell below would have replaced one of those entries. */
interface Found {
  readonly hubs: number
  readonly cells: readonly Cell[]
  readonly entries: readonly (Entry | null)[]
  readonly passes: boolean
}

type Test = (id: string, value: unknown) => boolean

/** The result of the search between a cell and the next hubs below it, and those hubs. */
interface Region {
  readonly hubs: number
  readonly passes: boolean
  readonly below: readonly Cell[]
}

/** The cells of a case, in the state of the current memo. */
class Graph {
  readonly history = new History()
  private readonly cells = new Map<string, Cell>()
  /** The cell being computed. */
  private frame: Frame | null = null
  /** What the cells being computed have read, the outermost first: one stack for all, as a list per cell would be grown in vain. */
  private readonly reads: Cell[] = []
  /** The values that go with `reads`. */
  private readonly values: unknown[] = []
  /** Height of that stack; anything beyond it is left over. */
  private top = 0
  private visits = 0
  /** How many cells have become hubs. */
  private hubs = 0
  private readonly foundBelow = new Map<Cell, Found>()
  private readonly regions = new WeakMap<Entry, Region>()
  /** While cells are held: the height of the lowest. Nothing below that height is held, or depends on a held cell. */
  private lowest = Number.POSITIVE_INFINITY

  constructor(
    readonly computationOf: ComputationOf,
    readonly same: Same,
  ) {}

  cell(id: string): Cell {
    let cell = this.cells.get(id)
    if (!cell) {
      cell = new Cell(id, this.computationOf(id))
      this.cells.set(id, cell)
    }
    return cell
  }

  /** Sets an input and marks its dependents dirty, up to the hubs, which are held. */
  setInput(id: string, value: unknown): void {
    const input = this.cell(id)
    if (input.entry && this.same(input.entry.value, value)) return
    if (input.entry) this.history.now.marked.push({ cell: input, value: input.entry.value })
    this.history.put(input, { value, deps: NONE, seen: NONE, height: 0 }, false)
    this.spread(input)
  }

  private spread(changed: Cell): void {
    const { marked, held } = this.history.now
    const queue = [changed]
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      const { dependents } = cell
      // no iterator: this runs for everything an edit may change
      for (let at = 0; at < dependents.length; at++) {
        const reader = dependents[at]
        if (!reader?.entry || reader.dirty) continue
        marked.push({ cell: reader, value: reader.entry.value })
        const { isHub } = reader
        this.history.put(reader, reader.entry, true, isHub)
        ;(isHub ? held : queue).push(reader)
      }
    }
  }

  /** Checks the held cells, the lowest first: nothing below that one is held, so what it reads is up to date. Only if its value turns out different do its
   * readers become dirty; those that are hubs are held. */
  settle(): void {
    const { held } = this.history.now
    try {
      for (let cell = lowestOf(held); cell; cell = lowestOf(held)) {
        const known = cell.entry
        if (cell.held && known) {
          this.lowest = known.height
          const { value } = this.refresh(cell)
          if (!Object.is(value, known.value)) this.spread(cell)
        }
        // only now, so that a cell that fails stays held. It is already gone where `release` emptied the list
        const at = held.indexOf(cell)
        if (at >= 0) held.splice(at, 1)
      }
    } finally {
      this.lowest = Number.POSITIVE_INFINITY
    }
  }

  /** Marks everything that depends on a held cell dirty, as soon as a cell is read that may be among them. Cells checked before are not. */
  private release(): void {
    const { marked, held } = this.history.now
    const queue = held.splice(0).filter((cell) => cell.held)
    for (const cell of queue) if (cell.entry) this.history.put(cell, cell.entry, true)
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      for (const reader of cell.dependents) {
        if (reader.dirty || !reader.entry?.deps.includes(cell)) continue
        marked.push({ cell: reader, value: reader.entry.value })
        this.history.put(reader, reader.entry, true)
        queue.push(reader)
      }
    }
    this.lowest = Number.POSITIVE_INFINITY
  }

  /** Restores the order of heights: a reader stands higher than the cell it reads. */
  private lift(lifted: Cell): void {
    const queue = [lifted]
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      const above = (cell.entry?.height ?? 0) + 1
      for (const reader of cell.dependents) {
        const { entry } = reader
        if (!entry || entry.height >= above || !entry.deps.includes(cell)) continue
        this.history.put(reader, { ...entry, height: above }, reader.dirty, reader.held)
        queue.push(reader)
      }
    }
  }

  *inputs(): Generator<readonly [string, unknown]> {
    for (const { id, entry } of this.cells.values()) if (entry && entry.deps.length === 0) yield [id, entry.value]
  }

  readonly read: Read = (id) => {
    const { frame } = this
    // a cell mostly reads the same cells in the same order: comparing is cheaper than a lookup
    const guess = frame?.before[frame.next]
    const cell = guess?.id === id ? guess : this.cell(id)
    // after an extra read, the old order resumes
    const at = guess === cell ? (frame?.next ?? 0) : (frame?.before.indexOf(cell, frame.next) ?? -1)
    if (frame && at >= 0) frame.next = at + 1
    else if (cell.entry && cell.entry.height >= this.lowest) this.release()
    const { value } = this.refresh(cell)
    // a cell that another computation read in between is recorded twice: `once` removes the duplicate
    if (frame && cell.visited !== frame.number) {
      cell.visited = frame.number
      this.reads[this.top] = cell
      this.values[this.top++] = value
      if (at < 0) this.link(cell, frame.cell)
    }
    return value
  }

  private link(cell: Cell, reader: Cell): void {
    const wasHub = cell.isHub
    cell.addDependent(reader)
    if (!wasHub && cell.isHub) this.hubs++
  }

  someBelow(cell: Cell, test: Test): boolean {
    this.refresh(cell)
    const known = this.foundBelow.get(cell)
    if (known?.hubs === this.hubs && known.cells.every((below, at) => below.entry === known.entries[at])) return known.passes
    const cells = new Set([cell])
    let passes = false
    // iterating a set also visits what is added meanwhile
    for (const each of cells) {
      const region = this.regionOf(each, test)
      passes ||= region.passes
      for (const hub of region.below) cells.add(hub)
    }
    this.foundBelow.set(cell, { hubs: this.hubs, cells: [...cells], entries: [...cells].map(({ entry }) => entry), passes })
    return passes
  }

  /** Searches below a cell as far as the next hubs. The result stands while the entry of the cell does, so only what changed is searched again. */
  private regionOf({ id, entry }: Cell, test: Test): Region {
    const known = entry && this.regions.get(entry)
    if (known?.hubs === this.hubs) return known
    let passes = test(id, entry?.value)
    const below = new Set<Cell>()
    for (const dep of entry?.deps ?? NONE) {
      if (dep.isHub) {
        below.add(dep)
        continue
      }
      const region = this.regionOf(dep, test)
      passes ||= region.passes
      for (const hub of region.below) below.add(hub)
    }
    const region = { hubs: this.hubs, passes, below: [...below] }
    if (entry) this.regions.set(entry, region)
    return region
  }

  walk(ids: Iterable<string>, visit: (id: string, value: unknown) => void): void {
    const roots = [...ids].map((id) => this.cell(id))
    for (const root of roots) this.refresh(root)
    this.walkFrom(roots, ({ id, entry }) => visit(id, entry?.value))
  }

  /** Nothing is computed here: the dependencies of a clean cell are clean. */
  private walkFrom(roots: readonly Cell[], visit: (cell: Cell) => void): void {
    const number = ++this.visits
    const queue = [...new Set(roots)]
    for (const cell of queue) cell.visited = number
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      visit(cell)
      for (const dep of cell.entry?.deps ?? NONE) {
        if (dep.visited === number) continue
        dep.visited = number
        queue.push(dep)
      }
    }
  }

  refresh(cell: Cell): Entry {
    const known = cell.entry
    if (known && !cell.dirty) return known
    const entry =
      known && this.unchanged(known)
        ? { value: known.value, deps: known.deps, seen: known.seen, height: cell.entry?.height ?? known.height }
        : this.computed(cell, known)
    this.history.put(cell, entry, false)
    if (known && entry.height > known.height) this.lift(cell)
    return entry
  }

  private unchanged({ deps, seen }: Entry): boolean {
    // no iterator: this runs for every dirty cell
    for (let index = 0; index < deps.length; index++) {
      const dep = deps[index]
      if (!dep) continue
      // most are clean: saves the call
      const entry = dep.entry === null || dep.dirty ? this.refresh(dep) : dep.entry
      if (!Object.is(entry.value, seen[index])) return false
    }
    return true
  }

  /** Removes duplicates from the reads from here on, keeping the value of the last read; returns the height above them all. */
  private once(from: number): number {
    const { reads, values } = this
    const number = ++this.visits
    let [to, height] = [from, 0]
    for (let at = from; at < this.top; at++) {
      const cell = reads[at]
      if (!cell) continue
      if (cell.visited === number) {
        values[reads.indexOf(cell, from)] = values[at]
        continue
      }
      cell.visited = number
      if (cell.entry && cell.entry.height >= height) height = cell.entry.height + 1
      reads[to] = cell
      values[to++] = values[at]
    }
    this.top = to
    return height
  }

  /** The cells read from here on; the previous array when they are the same. */
  private depsFrom(from: number, before: readonly Cell[] | undefined): readonly Cell[] {
    const { reads, top } = this
    if (before?.length !== top - from) return reads.slice(from, top)
    for (let at = 0; at < before.length; at++) if (before[at] !== reads[from + at]) return reads.slice(from, top)
    return before
  }

  private computed(cell: Cell, before: Entry | null): Entry {
    if (cell.busy) throw new Error(`cell ${cell.id} needs itself: the loader should have refused this rule set`)
    const frame: Frame = { cell, before: before?.deps ?? NONE, next: 0, number: ++this.visits }
    const reader = this.frame
    const from = this.top
    this.frame = frame
    cell.busy = true
    try {
      const value = cell.compute(this.read, cell.parts)
      const kept = before && this.same(before.value, value) ? before.value : value
      const height = Math.max(this.once(from), cell.entry?.height ?? 0)
      return { value: kept, deps: this.depsFrom(from, before?.deps), seen: this.values.slice(from, this.top), height }
    } finally {
      this.top = from
      this.frame = reader
      cell.busy = false
    }
  }
}

function lowestOf(cells: readonly Cell[]): Cell | undefined {
  let [lowest] = cells
  for (let at = 1; at < cells.length; at++) {
    const cell = cells[at]
    if (cell && (cell.entry?.height ?? 0) < (lowest?.entry?.height ?? 0)) lowest = cell
  }
  return lowest
}
