import Big from 'big.js'
import { isList, isRow, type Value } from './value.ts'

/** FEEL equality of two known values; null when their kinds cannot be compared. */
export function equal(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return a === b
  if (a instanceof Big || b instanceof Big) return a instanceof Big && b instanceof Big ? a.eq(b) : null
  if (typeof a === 'object' && typeof b === 'object') {
    if (isRow(a) && isRow(b)) return a.id === b.id
    if (isList(a) && isList(b))
      return a.items.length === b.items.length && a.items.every((item, index) => equal(item, b.items[index] ?? null) === true)
    return null
  }
  return typeof a === typeof b ? a === b : null
}
