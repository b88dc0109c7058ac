import Big from 'big.js'

/** Deep equality; cells hold plain objects, arrays, maps, decimals and primitives. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Big || b instanceof Big) return a instanceof Big && b instanceof Big && a.eq(b)
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && sameItems(a, b)
  }
  const left = a as Readonly<Record<string, unknown>>
  const right = b as Readonly<Record<string, unknown>>
  // no key arrays: this runs for every recomputed cell
  let more = 0
  for (const key in left) {
    if (!(key in right && same(left[key], right[key]))) return false
    more++
  }
  for (const _ in right) more--
  return more === 0
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!same(a[index], b[index])) return false
  return true
}
