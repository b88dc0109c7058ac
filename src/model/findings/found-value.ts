import type { Path } from '../files/source.ts'
import { isRecord } from '../util/record.ts'

/** The value at a path; undefined when there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let here = root
  for (const part of path) {
    if (!isRecord(here) || !Object.hasOwn(here, part)) return undefined
    here = here[part]
  }
  return here
}

/** Keys and values of the map at a path; empty when it is not a map. */
export function entriesAt(root: unknown, path: Path): [string, unknown][] {
  const found = valueAt(root, path)
  return isRecord(found) ? Object.entries(found) : []
}

/** A text in a message, truncated. */
export const shortly = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** A value in a message, shortened. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `"${shortly(value)}"`
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a map'
  return value === undefined ? 'nothing' : String(value)
}

/** With a capital letter. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** Whether a value is a text, number or boolean. */
export const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
