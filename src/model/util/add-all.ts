/** Puts all of these at the end of a list. `list.push(...more)` hands each of them over as an argument, and of some 100,000 arguments the stack is full. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each)
}
