/** A cell with its current state: that of one memo out of many that share it.
 *
 *     memo A ──undo──▶ memo B ──undo──▶ memo C, the current one
 *
 * Cells hold the state of memo C. A version holds the undo log from its successor back to itself. Checking out memo A reverses the links on the
 * way, so that B and C can be checked out again; it takes one step per cell that differs, and none for the current memo. Links point towards
 * the current version, so an unreferenced memo is garbage. (Baker's rerooting of arrays, applied to cells.) */
export class Cell {
  entry: Entry | null = null
  /** A dependency may have changed: to be checked before it is read. */
  dirty = false
  /** Dirty, while its readers are not: they become dirty only if its value turns out different, which is determined before anything is read. */
  held = false
  /** Cells that read this one, in any memo: only grows, and may include too many. An array, as an edit goes through many of these: iterating a set makes an
   * object for each step. */
  private readers: Cell[] = NO_READERS
  /** The same as a set, once there are many: looking through a long array for each new one takes longer. */
  private known: Set<Cell> | null = null
  /** Epoch in which its previous state was logged. */
  logged = 0
  /** Number of the last traversal or computation that visited it. */
  visited = 0
  /** How many retained cells depend on this one (`reached`). */
  refCount = 0
  /** The dependencies it was counted with; null while nothing retains it. */
  retained: readonly Cell[] | null = null
  /** Being computed now. */
  busy = false
  private cut: readonly string[] | null = null

  constructor(
    readonly id: string,
    readonly compute: Computation,
  ) {}

  get parts(): readonly string[] {
    this.cut ??= this.id.slice(this.id.indexOf('|') + 1).split('|')
    return this.cut
  }

  get dependents(): readonly Cell[] {
    return this.readers
  }

  /** Has so many readers that it is checked before they become dirty. */
  get isHub(): boolean {
    return this.readers.length >= MANY
  }

  addDependent(cell: Cell): void {
    const { readers } = this
    if (readers.length < FEW) {
      // an array that grows keeps room for sixteen more: few cells ever need that
      if (!readers.includes(cell)) this.readers = [...readers, cell]
      return
    }
    this.known ??= new Set(readers)
    if (this.known.has(cell)) return
    this.known.add(cell)
    readers.push(cell)
  }
}

const NO_READERS: Cell[] = []
const MANY = 4
const FEW = 8

/** Reads other cells. */
export type Read = (id: string) => unknown
/** `parts`: what follows the first bar of its id, split at the bars. */
export type Computation = (get: Read, parts: readonly string[]) => unknown

/** Value and dependencies of a cell. Its identity changes whenever a dependency may have changed, except when everything that changed lies below a hub whose
 * value stayed the same. */
export interface Entry {
  readonly value: unknown
  /** The same array as before while the dependencies are the same. */
  readonly deps: readonly Cell[]
  /** Value of each dependency when it was read. */
  readonly seen: readonly unknown[]
  /** Greater than that of every dependency. */
  readonly height: number
}

/** Dependencies of an input. */
export const NONE: readonly Cell[] = []

type State = { readonly cell: Cell } & Readonly<Pick<Cell, 'entry' | 'dirty' | 'held' | 'refCount' | 'retained'>>

interface Version {
  next: Version | null
  /** Undo log from the next version back to this one. */
  undo: State[]
}

/** The version of one memo. While it is current, the version moves along with it. */
export interface Snapshot {
  at: Version
  counted: Counted
  /** Retained cells whose dependencies changed since the last count, and inputs that were set or cleared. */
  changedDependencies: Cell[]
  /** The cells made dirty by the last edit, and those still dirty from the edit before it. */
  marked: Marked[]
  /** Cells that are held, and some that no longer are. */
  held: Cell[]
}

/** A cell made dirty by an edit, and its value before that. */
export interface Marked {
  readonly cell: Cell
  readonly value: unknown
}

/** The last result of `reached`, and its roots. */
interface Counted {
  readonly roots: readonly Cell[]
  readonly lists: Lists
}

/** Sorted ids of inputs, one list per kind. */
export type Lists = readonly (readonly string[])[]

export class History {
  private current: Snapshot = {
    at: { next: null, undo: [] },
    counted: { roots: [], lists: [] },
    changedDependencies: [],
    marked: [],
    held: [],
  }
  /** Undo log of the version just before the current one; null for the first memo, or one checked out and unchanged since. */
  private undoLog: State[] | null = null
  private epoch = 1
  private followed = false

  get now(): Snapshot {
    return this.current
  }

  /** A new current snapshot, equal to the old one so far. */
  fork(): Snapshot {
    const before = this.current.at
    const after = { next: null, undo: [] }
    before.next = after
    before.undo = []
    const { counted, changedDependencies, marked, held } = this.current
    this.current = {
      at: after,
      counted,
      changedDependencies: [...changedDependencies],
      marked: marked.filter(({ cell }) => cell.dirty),
      held: [...held],
    }
    this.note(before.undo)
    return this.current
  }

  /** Sets the state of a cell in the current memo; the other memos keep theirs. */
  put(cell: Cell, entry: Entry, dirty: boolean, held = false): void {
    this.keep(cell)
    if (cell.retained && !sameShape(cell.entry, entry)) this.current.changedDependencies.push(cell)
    cell.entry = entry
    cell.dirty = dirty
    cell.held = held
  }

  /** Sets the reference count of a cell. */
  count(cell: Cell, refCount: number, retained: readonly Cell[] | null): void {
    this.keep(cell)
    cell.refCount = refCount
    cell.retained = retained
  }

  counted(counted: Counted): void {
    this.current.counted = counted
    this.current.changedDependencies = []
  }

  /** Makes another memo the current one. */
  checkout(snapshot: Snapshot): void {
    if (snapshot === this.current) return
    const way: Version[] = []
    for (let version: Version | null = snapshot.at; version; version = version.next) way.unshift(version)
    way.reduce((after, here) => {
      after.undo = here.undo.map(restored)
      after.next = here
      return here
    })
    snapshot.at.next = null
    snapshot.at.undo = []
    this.current = snapshot
    this.undoLog = null
  }

  /** Logs the state of a cell before it changes. */
  private keep(cell: Cell): void {
    if (this.followed && !this.undoLog) this.beginVersion()
    if (!this.undoLog || cell.logged === this.epoch) return
    cell.logged = this.epoch
    this.undoLog.push(stateOf(cell))
  }

  /** Leaves a version behind for the memos that link to it. */
  private beginVersion(): void {
    const before = this.current.at
    this.current.at = { next: null, undo: [] }
    before.next = this.current.at
    this.note(before.undo)
  }

  private note(undo: State[]): void {
    this.undoLog = undo
    this.followed = true
    this.epoch++
  }
}

const sameShape = (a: Entry | null, b: Entry): boolean => a?.deps === b.deps && (a.value === undefined) === (b.value === undefined)

/** Restores a state; returns the one it replaces. */
function restored({ cell, entry, dirty, held, refCount, retained }: State): State {
  const replaced = stateOf(cell)
  cell.entry = entry
  cell.dirty = dirty
  cell.held = held
  cell.refCount = refCount
  cell.retained = retained
  return replaced
}

const stateOf = (cell: Cell): State => ({
  cell,
  entry: cell.entry,
  dirty: cell.dirty,
  held: cell.held,
  refCount: cell.refCount,
  retained: cell.retained,
})
