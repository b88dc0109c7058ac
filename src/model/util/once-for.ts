/** Memoises a function of an object, by identity. */
export function onceFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    const known = made.get(key)
    if (known) return known.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}

/** Makes something of an object and a list of parts, once for the very same object and parts: most towns have the sections, forms and lists of another one, and
 * what is cached by identity is found again there. */
export function ofSameParts<H extends object, P, R>(make: (head: H, parts: readonly P[]) => R): (head: H, parts: readonly P[]) => R {
  const known = new WeakMap<H, { readonly parts: readonly P[]; readonly made: R }[]>()
  return (head, parts) => {
    const before = known.get(head) ?? []
    const same = before.find((each) => isSameList(each.parts, parts))
    if (same) return same.made
    const made = make(head, parts)
    known.set(head, [...before.slice(1 - MOST), { parts, made }])
    return made
  }
}

/** How many are kept of each object, the most recent ones. */
const MOST = 16

/** Whether two lists hold the very same objects in the same order. */
export const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one === other || (one.length === other.length && one.every((item, index) => item === other[index]))

/** A list as one object for the same items.
 * @returns what turns a list below an object into that of an earlier call with the same items */
export const listsOf = <P>(): ((head: object, parts: readonly P[]) => readonly P[]) =>
  ofSameParts((_head: object, parts: readonly P[]) => parts)
