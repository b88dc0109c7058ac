/** JSON of a variant that is the same for the same content: keys sorted, and without where things stand in their files. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value))

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  // A compiled expression carries its file and line, an item its origin.
  const skip = 'expr' in value ? ['file', 'line', 'origin', 'source'] : ['origin']
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !skip.includes(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, ordered(item)]),
  )
}
