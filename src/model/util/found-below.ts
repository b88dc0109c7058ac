import { isRecord } from './record.ts'

/** Finds things in a value at any depth. Memoised per item: items are immutable, and most towns share them.
 * @param look reports what it finds in this object or list, and returns whether to descend into it */
export function foundBelow<T>(
  look: (value: Readonly<Record<string, unknown>>, found: (thing: T) => void) => boolean,
): (value: unknown) => readonly T[] {
  const known = new WeakMap<object, readonly T[]>()
  const into = (all: T[], value: unknown): void => {
    if (!isRecord(value)) return
    if ('id' in value || 'nr' in value) for (const thing of inItem(value)) all.push(thing)
    else below(all, value)
  }
  const below = (all: T[], value: Readonly<Record<string, unknown>>): void => {
    const goesOn = look(value, (thing) => all.push(thing))
    if (goesOn) for (const part of Array.isArray(value) ? value : Object.values(value)) into(all, part)
  }
  const inItem = (item: Readonly<Record<string, unknown>>): readonly T[] => {
    const before = known.get(item)
    if (before) return before
    const made: T[] = []
    below(made, item)
    known.set(item, made)
    return made
  }
  return (value) => {
    const all: T[] = []
    into(all, value)
    return all
  }
}
