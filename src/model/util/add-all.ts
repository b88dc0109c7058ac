/** Appends all of these to a list. `list.push(...more)` passes each as an argument, and some 100,000 arguments overflow the stack. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each)
}
