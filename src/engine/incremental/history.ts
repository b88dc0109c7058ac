/** A cell with its state in the present: the state of one memo out of many that share it.
 *
 *     memo A ──undo──▶ memo B ──undo──▶ memo C, the present
 *
 * Cells hold what memo C knows. A point says what to put back to come from the point after it to here. Who reads memo A turns the arrows
 * around on the way, so that B and C can be had back: as many steps as cells differ, none when the same memo is read again. Arrows lead
 * towards the present, so a memo that nobody holds any more costs nothing. (Baker's rerooting, of arrays to cells.) */
export class Cell {
  entry: Entry | null = null
  /** Something below may have changed: to be checked before it is read. */
  touched = false
  /** Who read this cell, in whichever memo: only grows, too wide at worst. */
  readonly readers = new Set<Cell>()
  /** Stretch of history in which its state before was noted. */
  noted = 0
  /** Number of the last walk or computation that came by. */
  visited = 0
  /** How many counted cells rest on this one (`reached`). */
  uses = 0
  /** The cells that it was counted to rest on; null while it is not counted itself. */
  held: readonly Cell[] | null = null

  constructor(readonly id: string) {}
}

export interface Entry {
  readonly value: unknown
  /** The same array as before when a cell was computed again out of the same cells. */
  readonly deps: readonly Cell[]
  /** Value of each of these when it was read. */
  readonly seen: readonly unknown[]
}

/** What an input rests on. */
export const NONE: readonly Cell[] = []

type State = { readonly cell: Cell } & Readonly<Pick<Cell, 'entry' | 'touched' | 'uses' | 'held'>>

interface Point {
  next: Point | null
  /** What is otherwise here than at the next point. */
  undo: State[]
}

/** Where one memo stands; the point moves along while it is the present. */
export interface Stand {
  at: Point
  counted: Counted
  /** Counted cells that rest on others since, and inputs that were given or taken back. */
  moved: Cell[]
}

/** What was found last, and from where. */
interface Counted {
  readonly roots: readonly Cell[]
  readonly given: readonly string[]
}

export class History {
  private present: Stand = { at: { next: null, undo: [] }, counted: { roots: [], given: [] }, moved: [] }
  /** Undo list of the point just before the present; null: the first memo, or one that was come back to and is still as it was left. */
  private notes: State[] | null = null
  private stretch = 1
  private followed = false

  get now(): Stand {
    return this.present
  }

  /** A new present, the same as the old one so far. */
  fork(): Stand {
    const before = this.present.at
    const after = { next: null, undo: [] }
    before.next = after
    before.undo = []
    this.present = { ...this.present, at: after, moved: [...this.present.moved] }
    this.note(before.undo)
    return this.present
  }

  /** The present, and those who can come back to it from another memo, see this cell so from now on; those others as they did. */
  put(cell: Cell, entry: Entry, touched: boolean): void {
    this.keep(cell)
    if (cell.held && !sameShape(cell.entry, entry)) this.present.moved.push(cell)
    cell.entry = entry
    cell.touched = touched
  }

  /** How a cell counts from now on. */
  count(cell: Cell, uses: number, held: readonly Cell[] | null): void {
    this.keep(cell)
    cell.uses = uses
    cell.held = held
  }

  counted(counted: Counted): void {
    this.present.counted = counted
    this.present.moved = []
  }

  /** Makes another memo the present. */
  goTo(stand: Stand): void {
    if (stand === this.present) return
    const way: Point[] = []
    for (let point: Point | null = stand.at; point; point = point.next) way.unshift(point)
    way.reduce((after, here) => {
      after.undo = here.undo.map(restored)
      after.next = here
      return here
    })
    stand.at.next = null
    stand.at.undo = []
    this.present = stand
    this.notes = null
  }

  /** Notes the state of a cell before it changes. */
  private keep(cell: Cell): void {
    if (this.followed && !this.notes) this.setOut()
    if (!this.notes || cell.noted === this.stretch) return
    cell.noted = this.stretch
    this.notes.push(stateOf(cell))
  }

  /** Leaves a point behind for those who lead to where the present stood. */
  private setOut(): void {
    const before = this.present.at
    this.present.at = { next: null, undo: [] }
    before.next = this.present.at
    this.note(before.undo)
  }

  private note(undo: State[]): void {
    this.notes = undo
    this.followed = true
    this.stretch++
  }
}

const sameShape = (a: Entry | null, b: Entry): boolean => a?.deps === b.deps && (a.value === undefined) === (b.value === undefined)

/** Puts a state back; gives the one it replaces. */
function restored({ cell, entry, touched, uses, held }: State): State {
  const replaced = stateOf(cell)
  cell.entry = entry
  cell.touched = touched
  cell.uses = uses
  cell.held = held
  return replaced
}

const stateOf = (cell: Cell): State => ({ cell, entry: cell.entry, touched: cell.touched, uses: cell.uses, held: cell.held })
