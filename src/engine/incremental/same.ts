import Big from 'big.js'

/** Equal in content: what a cell may hold are plain objects, arrays, maps, decimals and primitives. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Big || b instanceof Big) return a instanceof Big && b instanceof Big && a.eq(b)
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]))
  }
  const left = Object.entries(a)
  const right = b as Readonly<Record<string, unknown>>
  return left.length === Object.keys(b).length && left.every(([key, value]) => key in right && same(value, right[key]))
}
