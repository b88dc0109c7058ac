/** Whether a value has properties that may be read by name: an object, or a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What stands under a name that only the data gives; undefined: nothing. */
export const propertyOf = (holder: unknown, name: string): unknown => (isRecord(holder) ? holder[name] : undefined)

/** The same where a list may stand; empty: none does. */
export function listIn(holder: object, name: string): readonly object[] {
  const value = propertyOf(holder, name)
  return Array.isArray(value) ? value : []
}
