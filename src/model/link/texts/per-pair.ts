/** Memoises a function of two objects, by identity. A layer changes few questions of a catalogue, so that most pairs are those of the base. For an object in
 * very many pairs only the first are cached. */
export function perPair<T extends object, R>(of: (one: T, other: T) => R): (one: T, other: T) => R {
  const known = new WeakMap<T, { readonly cells: WeakMap<T, { readonly found: R }>; kept: number }>()
  return (one, other) => {
    let row = known.get(one)
    if (!row) {
      row = { cells: new WeakMap(), kept: 0 }
      known.set(one, row)
    }
    const cell = row.cells.get(other)
    if (cell) return cell.found
    const found = of(one, other)
    if (row.kept < MOST_KEPT) {
      row.cells.set(other, { found })
      row.kept++
    }
    return found
  }
}
const MOST_KEPT = 1_000
