import { BASE } from '../../layers/base.ts'
import { canonicalJson } from '../../util/canonical-json.ts'
import type { LinkContext } from '../context.ts'

interface Sourced {
  readonly source?: string | undefined
  readonly unverified?: boolean | undefined
}

/** A town gives the source of what it states, or declares it unverified. */
export function checkSources({ base, catalogue, provenance, report }: LinkContext): void {
  const check = (item: Sourced & object, property: string, what: string): void => {
    if (item.source !== undefined || item.unverified === true || provenance.place(item)?.layer === BASE) return
    report(
      'NO_SOURCE',
      'error',
      item,
      property,
      `${what} has no source.`,
      'Add source: with the by-law and article, or the address where it was read; or unverified: true.',
    )
  }
  // what repeats the base should be removed, not sourced: REPEATS_BASE
  const repeats = (id: string, values: unknown): boolean =>
    canonicalJson(values) === canonicalJson(base.parameters.find((below) => below.id === id)?.values)
  for (const { id, values } of catalogue.parameters.filter((parameter) => !repeats(parameter.id, parameter.values)))
    for (const value of values) if (value.value !== null) check(value, 'value', `The value of ${id}`)
  for (const { id, amounts } of catalogue.fees)
    for (const amount of amounts) if (amount.amount !== null) check(amount, 'amount', `The amount of ${id}`)
  for (const window of catalogue.hours) check(window, 'id', `The window ${window.id}`)
}
