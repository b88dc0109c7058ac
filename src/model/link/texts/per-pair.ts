/** The same function, each pair of objects looked at once. A layer changes few questions of a catalogue: the other pairs are those of the base. */
export function perPair<T extends object, R>(of: (one: T, other: T) => R): (one: T, other: T) => R {
  const known = new WeakMap<T, WeakMap<T, { readonly found: R }>>()
  return (one, other) => {
    let row = known.get(one)
    if (!row) {
      row = new WeakMap()
      known.set(one, row)
    }
    let cell = row.get(other)
    if (!cell) {
      cell = { found: of(one, other) }
      row.set(other, cell)
    }
    return cell.found
  }
}
