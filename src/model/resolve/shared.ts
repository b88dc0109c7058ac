import type { Scope } from '../../feel/type.ts'
import type { Resolving } from './resolving.ts'

/** A recorded read from the context of an item, and its result. */
interface Read {
  readonly of: (around: Resolving) => unknown
  readonly found: unknown
}

/** Reads while an item is being resolved; null: not recording. */
interface Notes {
  reads: Map<string, Read> | null
}

type Entries = ReadonlyMap<string, unknown> | ReadonlySet<string>

const notesOf = new WeakMap<Resolving, Notes>()

/** The same context behind proxies that record what an item reads from it. */
export function watched(context: Resolving): Resolving {
  const notes: Notes = { reads: null }
  const { names } = context
  const entries = <M extends Entries>(name: string, map: M, of: (around: Resolving) => Entries): M => entriesOf(notes, name, map, of)
  const made: Resolving = {
    ...context,
    catalogue: propertiesOf(notes, 'catalogue', context.catalogue, (around) => around.catalogue),
    removed: entries('removed', context.removed, ({ removed }) => removed),
    lost: entries('lost', context.lost, ({ lost }) => lost),
    emptiable: entries('emptiable', context.emptiable, ({ emptiable }) => emptiable),
    names: propertiesOf(
      notes,
      'names',
      {
        ...names,
        facts: entries('facts', names.facts, (around) => around.names.facts),
        collections: entries('collections', names.collections, (around) => around.names.collections),
        aliases: entries('aliases', names.aliases, (around) => around.names.aliases),
        parameters: entries('parameters', names.parameters, (around) => around.names.parameters),
        channels: entries('channels', names.channels, (around) => around.names.channels),
      },
      (around) => around.names,
    ),
  }
  notesOf.set(made, notes)
  return made
}

/** Memoises the resolution of an item for all towns in which everything it reads is the same, as it is for most items of the base. An item with findings is
 * resolved again for each town, because a finding may name the town. */
export function shared<I extends object, R>(
  resolve: (context: Resolving, item: I, around: Scope) => R,
): (context: Resolving, item: I, around?: Scope) => R {
  const known = new WeakMap<I, { readonly reads: readonly Read[]; readonly where: string; readonly head: object; readonly made: R }[]>()
  return (context, item, around = {}) => {
    const notes = notesOf.get(context)
    // inside another item, reads are recorded for that one
    if (!notes || notes.reads) return resolve(context, item, around)
    const before = known.get(item) ?? []
    const where = JSON.stringify(around)
    // the engine caches by the identity of an item, and what it caches also depends on the names of the rule set
    const { head } = context.catalogue
    const same = before.find(
      (each) => each.head === head && each.where === where && each.reads.every(({ of, found }) => isSame(of(context), found)),
    )
    if (same) return same.made
    const { length } = context.findings
    const reads = new Map<string, Read>()
    notes.reads = reads
    try {
      const made = resolve(context, item, around)
      if (context.findings.length === length)
        known.set(item, [...before.slice(1 - MOST), { reads: [...reads.values()], where, head, made }])
      return made
    } finally {
      notes.reads = null
    }
  }
}

/** How many results are cached per item, the most recent ones. */
const MOST = 8

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (isObject(one) && isObject(other) && JSON.stringify(one) === JSON.stringify(other))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !isEntries(value)
const isEntries = (value: unknown): value is Entries => value instanceof Map || value instanceof Set

/** Records each lookup of an entry; any other use counts as reading all entries. */
function entriesOf<M extends Entries>(notes: Notes, name: string, map: M, of: (around: Resolving) => Entries): M {
  return new Proxy(map, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target)
      const look = typeof value === 'function' ? value.bind(target) : value
      if (property !== 'get' && property !== 'has') {
        notes.reads?.set(`${name} whole`, { of: (around) => of(around), found: target })
        return look
      }
      return (key: string) => {
        const found: unknown = look(key)
        notes.reads?.set(`${name} ${property} ${key}`, {
          of: (around) => (property === 'has' ? of(around).has(key) : (of(around) as ReadonlyMap<string, unknown>).get(key)),
          found,
        })
        return found
      }
    },
  })
}

/** Records each property that is read. */
function propertiesOf<T extends object>(notes: Notes, name: string, object: T, of: (around: Resolving) => T): T {
  return new Proxy(object, {
    get(target, property) {
      const found: unknown = Reflect.get(target, property)
      if (!isEntries(found)) notes.reads?.set(`${name} ${String(property)}`, { of: (around) => Reflect.get(of(around), property), found })
      return found
    },
  })
}
