/** Whether a value has properties that can be read by name: an object, or a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** The property by a name that comes from data; undefined when there is none. */
export const propertyOf = (holder: unknown, name: string): unknown => (isRecord(holder) ? holder[name] : undefined)

/** The same for a property that may be a list; empty when it is not. */
export function listIn(holder: object, name: string): readonly object[] {
  const value = propertyOf(holder, name)
  return Array.isArray(value) ? value : []
}
