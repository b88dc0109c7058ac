import Big from 'big.js'
import type { Said } from '../../authoring/stats/answers-needed.ts'

/** Answers as text: decimal numbers are objects, which do not travel between threads. */
export type SaidText = string

/** Serialises answers. */
export const writeSaid = (said: Said): SaidText => JSON.stringify([...said].map(([fact, value]) => [fact, plain(value)]))

/** Parses them. */
export const readSaid = (text: SaidText): Said => new Map(JSON.parse(text, revived))

function plain(value: unknown): unknown {
  if (value instanceof Big) return { number: value.toFixed() }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

const revived = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'string' ? new Big(value.number) : value
