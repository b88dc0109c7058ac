// Math.max(...numbers) passes each number as an argument: see add-all.ts

/** The highest of these; `least` when none is higher. */
export function highest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least
  for (const number of numbers) found = Math.max(found, number)
  return found
}

/** The lowest of these; Infinity when there are none. */
export function lowest(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY
  for (const number of numbers) found = Math.min(found, number)
  return found
}
