import Big from 'big.js'

/** Equal in content: what a cell may hold are plain objects, arrays, maps, decimals and primitives. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Big || b instanceof Big) return a instanceof Big && b instanceof Big && a.eq(b)
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]))
  }
  const keys = Object.keys(a)
  const left = a as Readonly<Record<string, unknown>>
  const right = b as Readonly<Record<string, unknown>>
  return keys.length === Object.keys(b).length && keys.every((key) => key in right && same(left[key], right[key]))
}
