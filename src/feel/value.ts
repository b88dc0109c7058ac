import type Big from 'big.js'

/** Not answered yet: our third value, never FEEL null and never false. `missing` are the answers that would decide it
 * (`fact`, `fact@row`, or the name of a list that is not complete); `parameters` are town values nobody knows. */
export interface Unknown {
  readonly kind: 'unknown'
  readonly missing: readonly string[]
  readonly parameters: readonly string[]
}

/** A number of which only a lower bound is known: the count, sum or latest of a list that may still grow. */
export interface AtLeast {
  readonly kind: 'atLeast'
  readonly bound: Big
  /** What would make it exact. */
  readonly unknown: Unknown
}

/** A row of a collection, or a party. */
export interface RowRef {
  readonly kind: 'row'
  readonly subject: string
  readonly id: string
}

/** `items` are certain. `unknown` is set when the list may still grow: not marked complete, or a filter that cannot be decided yet. */
export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly Value[]
  readonly unknown: Unknown | null
}

/** Dates are ISO strings (`2026-05-01`); times are minutes after midnight as Big (`01:00+1` is 1500). Money is euro. */
export type Value = boolean | string | null | Big | RowRef | ListValue | AtLeast | Unknown

export const unknown = (missing: readonly string[], parameters: readonly string[] = []): Unknown => ({
  kind: 'unknown',
  missing,
  parameters,
})

export const isUnknown = (value: Value): value is Unknown =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown'
export const isAtLeast = (value: Value): value is AtLeast =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'atLeast'
export const isRow = (value: Value): value is RowRef =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'row'
export const isList = (value: Value): value is ListValue =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'list'

/** Nothing in it can still change. */
export const isCertain = (value: Value): boolean =>
  !isUnknown(value) && !isAtLeast(value) && (value === null || !isList(value) || (value.unknown === null && value.items.every(isCertain)))

/** Why a value may still change; null when it is certain. */
export function openness(value: Value): Unknown | null {
  if (isUnknown(value)) return value
  if (isAtLeast(value)) return value.unknown
  if (value === null || !isList(value)) return null
  for (const item of value.items) {
    const open = openness(item)
    if (open) return open
  }
  return value.unknown
}

/** Of an operand that does not fit: unknown stays unknown, anything else becomes null. */
export const openOf = (value: Value): Unknown | null => (isUnknown(value) ? value : isAtLeast(value) ? value.unknown : null)

/** Merges two unknowns that are printed on one line, such as the parts of an address: asks for both at once. */
export const together = (left: Unknown, right: Unknown): Unknown =>
  unknown([...new Set([...left.missing, ...right.missing])], [...new Set([...left.parameters, ...right.parameters])])

/** Merges two unknowns: asks for what the left one lacks, and for what the right one lacks only when that is nothing. */
export function combine(left: Value, right: Value): Unknown {
  const first = openOf(left) ?? unknown([])
  const second = openOf(right) ?? unknown([])
  const parameters = second.parameters.length === 0 ? first.parameters : [...new Set([...first.parameters, ...second.parameters])]
  return unknown(first.missing.length > 0 ? first.missing : second.missing, parameters)
}
