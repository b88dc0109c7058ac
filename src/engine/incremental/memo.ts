import { Cell, type Entry, History, NONE, type Stand } from './history.ts'
import { type Order, reached } from './reached.ts'

/** Incremental computation with structural sharing.
 *
 * A memo maps cell ids to values; computing a cell records which cells it read. `edited` gives a new memo for changed inputs:
 * cells that may be touched are only marked, checked when they are next read, and computed again only when something they read
 * has really changed. A cell whose new value equals the old one keeps the old object, so that nothing above it is touched.
 * The old memo stays valid: all memos of a case share their cells, and `History` knows what each of them sees otherwise. */
export class Memo {
  private constructor(
    private readonly graph: Graph,
    private readonly stand: Stand,
  ) {}

  static create(inputs: Iterable<readonly [string, unknown]>, compute: Compute, same: Same): Memo {
    const graph = new Graph(compute, same)
    for (const [id, value] of inputs) graph.give(id, value)
    return new Memo(graph, graph.history.now)
  }

  /** A memo in which these inputs have these values; everything else is shared. */
  edited(inputs: Iterable<readonly [string, unknown]>): Memo {
    const stand = this.here().history.fork()
    for (const [id, value] of inputs) this.graph.give(id, value)
    return new Memo(this.graph, stand)
  }

  /** The same inputs with nothing computed of them: light to edit many times over when only a few cells are wanted. */
  bare(): Memo {
    const { compute, same } = this.here()
    return Memo.create(this.graph.given(), compute, same)
  }

  /** Value of a cell; computes what is missing or touched. */
  readonly get = (id: string): unknown => this.here().read(id)

  /** Cells that a cell read, for explanations and for what an answer is used in. */
  dependencies(id: string): readonly string[] {
    return this.here()
      .settled(this.graph.cell(id))
      .deps.map((dep) => dep.id)
  }

  /** Calls for each cell that these rest on, themselves among them. */
  walk(ids: Iterable<string>, visit: (id: string, value: unknown) => void): void {
    this.here().walk(ids, visit)
  }

  /** The inputs that were given and that these cells rest on; see `reached`. Meant for one set of cells that seldom changes. */
  given(ids: readonly string[], order: Order): readonly string[] {
    const graph = this.here()
    const roots = ids.map((id) => graph.cell(id))
    for (const root of roots) graph.settled(root)
    return reached(graph.history, roots, order)
  }

  private here(): Graph {
    this.graph.history.goTo(this.stand)
    return this.graph
  }
}

export type Compute = (id: string, get: (id: string) => unknown) => unknown
type Same = (a: unknown, b: unknown) => boolean

interface Frame {
  readonly cell: Cell
  /** What it read the last time. */
  readonly before: readonly Cell[]
  readonly deps: Cell[]
  readonly seen: unknown[]
  readonly number: number
}

const isSame = (before: readonly Cell[], now: readonly Cell[]): boolean =>
  before.length === now.length && before.every((cell, index) => cell === now[index])

/** The cells of a case, as they are in the present memo. */
class Graph {
  readonly history = new History()
  private readonly cells = new Map<string, Cell>()
  private readonly computing: Frame[] = []
  private visits = 0

  constructor(
    readonly compute: Compute,
    readonly same: Same,
  ) {}

  cell(id: string): Cell {
    let cell = this.cells.get(id)
    if (!cell) {
      cell = new Cell(id)
      this.cells.set(id, cell)
    }
    return cell
  }

  /** Sets an input and marks all that may feel it. */
  give(id: string, value: unknown): void {
    const input = this.cell(id)
    if (input.entry && this.same(input.entry.value, value)) return
    this.history.put(input, { value, deps: NONE, seen: [] }, false)
    const queue = [input]
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      for (const reader of cell.readers) {
        if (reader.touched || !reader.entry) continue
        this.history.put(reader, reader.entry, true)
        queue.push(reader)
      }
    }
  }

  *given(): Generator<readonly [string, unknown]> {
    for (const { id, entry } of this.cells.values()) if (entry && entry.deps.length === 0) yield [id, entry.value]
  }

  readonly read = (id: string): unknown => {
    const frame = this.computing.at(-1)
    // mostly a cell reads what it read before, in the same order: comparing costs less than looking up
    const guess = frame?.before[frame.deps.length]
    const cell = guess?.id === id ? guess : this.cell(id)
    const { value } = this.settled(cell)
    // a cell that others read in between is noted once more: `once` mends that
    if (frame && cell.visited !== frame.number) {
      cell.visited = frame.number
      frame.deps.push(cell)
      frame.seen.push(value)
      if (cell !== guess) cell.readers.add(frame.cell)
    }
    return value
  }

  walk(ids: Iterable<string>, visit: (id: string, value: unknown) => void): void {
    const roots = [...ids].map((id) => this.cell(id))
    for (const root of roots) this.settled(root)
    // nothing is computed from here on: what a settled cell rests on is settled
    const number = ++this.visits
    const queue = [...new Set(roots)]
    for (const cell of queue) cell.visited = number
    for (let cell = queue.pop(); cell; cell = queue.pop()) {
      const { value, deps } = this.settled(cell)
      visit(cell.id, value)
      for (const dep of deps) {
        if (dep.visited === number) continue
        dep.visited = number
        queue.push(dep)
      }
    }
  }

  settled(cell: Cell): Entry {
    const known = cell.entry
    if (known && !cell.touched) return known
    const entry = known && this.unchanged(known) ? known : this.computed(cell, known)
    this.history.put(cell, entry, false)
    return entry
  }

  private unchanged({ deps, seen }: Entry): boolean {
    for (const [index, dep] of deps.entries()) if (!Object.is(this.settled(dep).value, seen[index])) return false
    return true
  }

  /** Each cell that was read, at its first reading. */
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
    if (this.computing.some((frame) => frame.cell === cell))
      throw new Error(`cell ${cell.id} needs itself: the loader should have refused this rule set`)
    const frame: Frame = { cell, before: before?.deps ?? NONE, deps: [], seen: [], number: ++this.visits }
    this.computing.push(frame)
    try {
      const value = this.compute(cell.id, this.read)
      const kept = before && this.same(before.value, value) ? before.value : value
      const { deps, seen } = this.once(frame)
      return { value: kept, deps: before && isSame(before.deps, deps) ? before.deps : deps, seen }
    } finally {
      this.computing.pop()
    }
  }
}
