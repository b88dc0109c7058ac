/** Incremental computation with structural sharing.
 *
 * A memo maps cell ids to values; computing a cell records which cells it read. `edited` gives a new memo for changed inputs
 * that shares every entry with the old one: cells that may be touched are only marked, checked when they are next read, and
 * computed again only when something they read has really changed. A cell whose new value equals the old one keeps the old
 * object, so that nothing above it is touched. The old memo stays valid.
 *
 *     layer 2   dirty {box|AL-008}            entries {}              ← the newest memo
 *     layer 1   dirty {…}                     entries {answer|business.kvkNumber}
 *     layer 0   entries {answer|…, fact|…, box|AL-008, …}
 */
export interface Entry {
  readonly value: unknown
  readonly deps: readonly string[]
  readonly seen: readonly unknown[]
}

interface Layer {
  readonly entries: Map<string, Entry>
  readonly dirty: ReadonlySet<string>
  readonly below: Layer | null
  readonly depth: number
}

export type Compute = (id: string, get: (id: string) => unknown) => unknown

const MAX_DEPTH = 8

export class Memo {
  private readonly computing: { id: string; deps: string[]; seen: unknown[]; known: Set<string> }[] = []

  private constructor(
    private readonly layer: Layer,
    /** Who read a cell, ever: only grows, shared by all memos of a case, too wide at worst. */
    private readonly readers: Map<string, Set<string>>,
    private readonly compute: Compute,
    private readonly same: (a: unknown, b: unknown) => boolean,
  ) {}

  static create(inputs: Iterable<readonly [string, unknown]>, compute: Compute, same: (a: unknown, b: unknown) => boolean): Memo {
    const entries = new Map<string, Entry>()
    for (const [id, value] of inputs) entries.set(id, { value, deps: [], seen: [] })
    return new Memo({ entries, dirty: new Set(), below: null, depth: 0 }, new Map(), compute, same)
  }

  /** A memo in which these inputs have these values; everything else is shared. */
  edited(inputs: Iterable<readonly [string, unknown]>): Memo {
    const entries = new Map<string, Entry>()
    const dirty = new Set<string>()
    const queue: string[] = []
    for (const [id, value] of inputs) {
      const before = this.find(id)?.entry
      if (before && this.same(before.value, value)) continue
      entries.set(id, { value, deps: [], seen: [] })
      queue.push(id)
    }
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const reader of this.readers.get(id) ?? []) {
        if (dirty.has(reader)) continue
        dirty.add(reader)
        queue.push(reader)
      }
    }
    const below = this.layer.depth >= MAX_DEPTH ? flattened(this.layer) : this.layer
    return new Memo({ entries, dirty, below, depth: below.depth + 1 }, this.readers, this.compute, this.same)
  }

  /** The same inputs with nothing computed of them: light to edit many times over when only a few cells are wanted. */
  bare(): Memo {
    const inputs = new Map<string, unknown>()
    const seen = new Set<string>()
    for (let layer: Layer | null = this.layer; layer; layer = layer.below) {
      for (const [id, { value, deps }] of layer.entries) {
        if (!seen.has(id) && deps.length === 0) inputs.set(id, value)
        seen.add(id)
      }
    }
    return Memo.create(inputs, this.compute, this.same)
  }

  /** Value of a cell; computes what is missing or touched. */
  get(id: string): unknown {
    const entry = this.entry(id)
    const frame = this.computing.at(-1)
    if (frame && !frame.known.has(id)) {
      frame.known.add(id)
      frame.deps.push(id)
      frame.seen.push(entry.value)
      const readers = this.readers.get(id)
      if (readers) readers.add(frame.id)
      else this.readers.set(id, new Set([frame.id]))
    }
    return entry.value
  }

  /** Cells that a cell read, for explanations and for what an answer is used in. */
  dependencies(id: string): readonly string[] {
    return this.entry(id).deps
  }

  private entry(id: string): Entry {
    const found = this.find(id)
    if (found && !found.touched) return found.entry
    if (found && this.unchanged(found.entry)) {
      this.layer.entries.set(id, found.entry)
      return found.entry
    }
    const fresh = this.computed(id, found?.entry)
    this.layer.entries.set(id, fresh)
    return fresh
  }

  private find(id: string): { entry: Entry; touched: boolean } | null {
    let touched = false
    for (let layer: Layer | null = this.layer; layer; layer = layer.below) {
      const entry = layer.entries.get(id)
      if (entry) return { entry, touched }
      if (layer.dirty.has(id)) touched = true
    }
    return null
  }

  private unchanged(entry: Entry): boolean {
    return entry.deps.every((dep, index) => Object.is(this.entry(dep).value, entry.seen[index]))
  }

  private computed(id: string, before: Entry | undefined): Entry {
    if (this.computing.some((frame) => frame.id === id))
      throw new Error(`cell ${id} needs itself: the loader should have refused this rule set`)
    const frame = { id, deps: [] as string[], seen: [] as unknown[], known: new Set<string>() }
    this.computing.push(frame)
    try {
      const value = this.compute(id, (dep) => this.get(dep))
      const kept = before && this.same(before.value, value) ? before.value : value
      return { value: kept, deps: frame.deps, seen: frame.seen }
    } finally {
      this.computing.pop()
    }
  }
}

/** The same content in two layers: entries below, what is still to be checked on top. */
function flattened(layer: Layer): Layer {
  const entries = new Map<string, Entry>()
  const dirty = new Set<string>()
  const suspects = new Set<string>()
  for (let current: Layer | null = layer; current; current = current.below) {
    for (const [id, entry] of current.entries) {
      if (entries.has(id)) continue
      entries.set(id, entry)
      if (suspects.has(id)) dirty.add(id)
    }
    for (const id of current.dirty) if (!entries.has(id)) suspects.add(id)
  }
  return { entries: new Map(), dirty, below: { entries, dirty: new Set(), below: null, depth: 0 }, depth: 1 }
}
