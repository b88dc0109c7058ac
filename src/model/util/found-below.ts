import { isRecord } from './record.ts'

/** Finds things in a value at whatever depth. Most towns have the same items, so that what stands below one is looked for once; items never change.
 * @param look tells what it found in this object or list, and says whether to go on below it */
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
