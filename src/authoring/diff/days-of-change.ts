import { daysLater } from '../../feel/count-days.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import { catalogueOf } from '../../model/layers/layers.ts'
import type { RuleSet } from '../../model/rule-set.ts'
import { canonicalJson } from '../../model/util/canonical-json.ts'
import { heldOn } from './held-on.ts'

interface OfTown {
  readonly ruleSet: RuleSet
  readonly variant: { readonly id: string }
}

/** The first day after today on which anything differs; null when something already differs today, or nothing ever will. */
export function firstDayOfChange(a: OfTown, b: OfTown, today: string): string | null {
  const [before, after] = [a, b].map(({ ruleSet, variant }) => catalogueOf(ruleSet, variant.id)?.catalogue)
  if (!before || !after || canonicalJson(undated(before)) !== canonicalJson(undated(after))) return null
  const days = [...daysIn(before), ...daysIn(after)].filter((day) => day > today).toSorted()
  const first = [today, ...new Set(days)].find((day) => canonicalJson(inForce(before, day)) !== canonicalJson(inForce(after, day)))
  return first === undefined || first === today ? null : first
}

/** Whether two towns are identical, so that no case can have another outcome. */
export function areTheSame(a: OfTown, b: OfTown): boolean {
  const [before, after] = [a, b].map(({ ruleSet, variant }) => catalogueOf(ruleSet, variant.id)?.catalogue)
  return before === after || canonicalJson(before) === canonicalJson(after)
}

/** Everything that is not dated. */
function undated({ fees, parameters, hours: _, channels: __, ...rest }: Catalogue): object {
  return {
    ...rest,
    fees: fees.map(({ amounts: _, ...fee }) => fee),
    parameters: parameters.map(({ values: _, ...parameter }) => parameter),
  }
}

interface Entry {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly source?: string | undefined
}

const listsIn = ({ fees, parameters, hours, channels }: Catalogue): readonly Entry[] => [
  ...fees.flatMap(({ amounts }) => amounts),
  ...parameters.flatMap(({ values }) => values),
  ...hours,
  ...channels,
]

/** Days on which a value starts, or no longer applies. */
const daysIn = (catalogue: Catalogue): string[] =>
  listsIn(catalogue).flatMap(({ from, until }) => [from, until === undefined ? null : daysLater(until, 1)].flatMap((day) => day ?? []))

/** Everything that depends on the day, as in force on this one, regardless of where it was read. */
function inForce({ fees, parameters, hours, channels }: Catalogue, day: string): object {
  const holds = ({ from, until }: Entry): boolean => (from === undefined || from <= day) && (until === undefined || until >= day)
  const bare = <T extends Entry>({ from: _, until: __, source: ___, ...rest }: T): object => rest
  const held = <T extends Entry>(entries: readonly T[]): object => {
    const { entry, stale } = heldOn(entries, day)
    return { entry: entry ? bare(entry) : null, stale }
  }
  return {
    fees: fees.map(({ amounts }) => held(amounts)),
    parameters: parameters.map(({ values }) => held(values)),
    hours: hours.filter(holds).map(bare),
    channels: channels.filter(holds).map(bare),
  }
}
