import { Cell, type Computation, type Entry, History, type Lists, NONE, type Read, type Snapshot } from './history.ts'
import { isSame, type Order, reached } from './reached.ts'

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
    /** The cells that the edit behind this memo made dirty, and those still dirty from the edit before it. */
    private readonly marked: readonly Marked[] = [],
  ) {}

  static create(inputs: Iterable<readonly [string, unknown]>, computationOf: ComputationOf, same: Same): Memo {
    const graph = new Graph(computationOf, same)
    for (const [id, value] of inputs) graph.setInput(id, value)
    return new Memo(graph, graph.history.now)
  }

  /** A memo in which these inputs have these values; everything else is shared. */
  edited(inputs: Iterable<readonly [string, unknown]>): Memo {
    const snapshot = this.here().history.fork()
    const marked = this.marked.filter(({ cell }) => cell.dirty)
    for (const [id, value] of inputs) this.graph.setInput(id, value, marked)
    return new Memo(this.graph, snapshot, marked)
  }

  /** The wanted cells, among those with a value before the edit behind this memo, whose value differs now. Costs what the edit made dirty,
   * however many cells there are. */
  changed(wants: (id: string) => boolean): readonly string[] {
    const graph = this.here()
    return this.marked.flatMap(({ cell, value }) => (wants(cell.id) && !Object.is(graph.refresh(cell).value, value) ? [cell.id] : []))
  }

  /** The same inputs with nothing computed: light to edit many times when only a few cells are read. */
  fresh(): Memo {
    const { computationOf, same } = this.here()
    return Memo.create(this.graph.inputs(), computationOf, same)
  }

  /** Value of a cell; computes it when it is missing or dirty. */
  readonly get = (id: string): unknown => this.here().read(id)

  /** Direct dependencies of a cell: for explanations, and for what an answer is used in. */
  dependencies(id: string): readonly string[] {
    return this.here()
      .refresh(this.graph.cell(id))
      .deps.map((dep) => dep.id)
  }

  /** Visits these cells and all their dependencies. */
  walk(ids: Iterable<string>, visit: (id: string, value: unknown) => void): void {
    this.here().walk(ids, visit)
  }

  /** The inputs with a value that these cells depend on; see `reached`. Meant for one set of cells that seldom changes. */
  inputsBelow(ids: readonly string[], order: Order): Lists {
    const graph = this.here()
    const roots = ids.map((id) => graph.cell(id))
    for (const root of roots) graph.refresh(root)
    return reached(graph.history, roots, order)
  }

  /** An object whose identity changes whenever a dependency may have changed: a key for what was derived from the cells below. */
  stamp(id: string): object {
    return this.here().refresh(this.graph.cell(id))
  }

  private here(): Graph {
    this.graph.history.checkout(this.snapshot)
    return this.graph
  }
}

/** A cell that an edit made dirty, and its value before. */
interface Marked {
  readonly cell: Cell
  readonly value: unknown
}

/** The function that computes a cell, looked up once. */
export type ComputationOf = (id: string) => Computation
type Same = (a: unknown, b: unknown) => boolean

interface Frame {
  readonly cell: Cell
  /** Its dependencies the last time. */
  readonly before: readonly Cell[]
  /** Index in `before` of the next read, if it reads the same. */
  next: number
  readonly deps: Cell[]
  readonly seen: unknown[]
  readonly number: number
}

/** The cells of a case, in the state of the current memo. */
class Graph {
  readonly history = new History()
  private readonly cells = new Map<string, Cell>()
  /** The cell that is being computed. */
  private frame: Frame | null = null
  private visits = 0

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

  /** Sets an input and makes all that depends on it dirty. */
  setInput(id: string, value: unknown, marked: Marked[] = []): void {
    const input = this.cell(id)
    if (input.entry && this.same(input.entry.value, value)) return
    if (input.entry) marked.push({ cell: input, value: input.entry.value })
    this.history.put(input, { value, deps: NONE, seen: [] }, false)
    const queue = [input]
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      for (const reader of cell.dependents) {
        if (reader.dirty || !reader.entry) continue
        marked.push({ cell: reader, value: reader.entry.value })
        this.history.put(reader, reader.entry, true)
        queue.push(reader)
      }
    }
  }

  *inputs(): Generator<readonly [string, unknown]> {
    for (const { id, entry } of this.cells.values()) if (entry && entry.deps.length === 0) yield [id, entry.value]
  }

  readonly read: Read = (id) => {
    const { frame } = this
    // mostly a cell reads the same cells in the same order: comparing costs less than a look-up
    const guess = frame?.before[frame.next]
    const cell = guess?.id === id ? guess : this.cell(id)
    // after an extra read the old order goes on
    const at = guess === cell ? (frame?.next ?? 0) : (frame?.before.indexOf(cell, frame.next) ?? -1)
    if (frame && at >= 0) frame.next = at + 1
    const { value } = this.refresh(cell)
    // a cell that another computation read in between is recorded twice: `once` removes the double
    if (frame && cell.visited !== frame.number) {
      cell.visited = frame.number
      frame.deps.push(cell)
      frame.seen.push(value)
      if (at < 0) cell.addDependent(frame.cell)
    }
    return value
  }

  walk(ids: Iterable<string>, visit: (id: string, value: unknown) => void): void {
    const roots = [...ids].map((id) => this.cell(id))
    for (const root of roots) this.refresh(root)
    // nothing is computed from here on: the dependencies of a clean cell are clean
    const number = ++this.visits
    const queue = [...new Set(roots)]
    for (const cell of queue) cell.visited = number
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      const { value, deps } = this.refresh(cell)
      visit(cell.id, value)
      for (const dep of deps) {
        if (dep.visited === number) continue
        dep.visited = number
        queue.push(dep)
      }
    }
  }

  refresh(cell: Cell): Entry {
    const known = cell.entry
    if (known && !cell.dirty) return known
    const entry = known && this.unchanged(known) ? { value: known.value, deps: known.deps, seen: known.seen } : this.computed(cell, known)
    this.history.put(cell, entry, false)
    return entry
  }

  private unchanged({ deps, seen }: Entry): boolean {
    // no iterator: this runs for every dirty cell
    for (let index = 0; index < deps.length; index++) {
      const dep = deps[index]
      if (!dep) continue
      // most of them are clean: no call for those
      const entry = dep.entry === null || dep.dirty ? this.refresh(dep) : dep.entry
      if (!Object.is(entry.value, seen[index])) return false
    }
    return true
  }

  /** Each dependency once, with the value of its last read. */
  private once({ deps, seen }: Frame): Pick<Entry, 'deps' | 'seen'> {
    const number = ++this.visits
    for (const cell of deps) {
      if (cell.visited === number) {
        const read = new Map(deps.map((dep, index) => [dep, seen[index]]))
        return { deps: [...read.keys()], seen: [...read.values()] }
      }
      cell.visited = number
    }
    return { deps, seen }
  }

  private computed(cell: Cell, before: Entry | null): Entry {
    if (cell.busy) throw new Error(`cell ${cell.id} needs itself: the loader should have refused this rule set`)
    const frame: Frame = { cell, before: before?.deps ?? NONE, next: 0, deps: [], seen: [], number: ++this.visits }
    const reader = this.frame
    this.frame = frame
    cell.busy = true
    try {
      const value = cell.compute(this.read)
      const kept = before && this.same(before.value, value) ? before.value : value
      const { deps, seen } = this.once(frame)
      return { value: kept, deps: before && isSame(before.deps, deps) ? before.deps : deps, seen }
    } finally {
      this.frame = reader
      cell.busy = false
    }
  }
}
