import Big from 'big.js'
import { type AtLeast, combine, isAtLeast, isList, isRow, isUnknown, type ListValue, openness, type Unknown, type Value } from '../value.ts'

/** FEEL equality: null when the kinds cannot be compared, unknown while a missing answer may decide it, inside lists too. */
export function equal(a: Value, b: Value): boolean | null | Unknown {
  if (isUnknown(a) || isUnknown(b)) return combine(a, b)
  if (isAtLeast(a)) return isAtLeast(b) ? combine(a, b) : reached(a, b)
  if (isAtLeast(b)) return reached(b, a)
  if (a === null || b === null) return a === b
  if (a instanceof Big || b instanceof Big) return a instanceof Big && b instanceof Big ? a.eq(b) : null
  if (typeof a === 'object' && typeof b === 'object') {
    if (isRow(a) && isRow(b)) return a.id === b.id
    return isList(a) && isList(b) ? sameList(a, b) : null
  }
  return typeof a === typeof b ? a === b : null
}

/** A lower bound never equals null, nor a number below it. */
function reached(a: AtLeast, b: Value): boolean | null | Unknown {
  if (b === null) return false
  return b instanceof Big ? (a.bound.gt(b) ? false : a.unknown) : null
}

function sameList(a: ListValue, b: ListValue): boolean | Unknown {
  // elements never leave a list: only one that may still grow can equal a longer one
  if (!a.unknown && a.items.length < b.items.length) return false
  if (!b.unknown && b.items.length < a.items.length) return false
  if (a.unknown || b.unknown) return combine(openness(a), openness(b))
  let open: Unknown | null = null
  for (const [index, item] of a.items.entries()) {
    const same = equal(item, b.items[index] ?? null)
    if (same === false || same === null) return false
    if (same !== true) open = open ? combine(open, same) : same
  }
  return open ?? true
}
