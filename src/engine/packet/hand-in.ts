import { formsOf } from '../../model/forms-of.ts'
import type { Lang } from '../../model/lang.ts'
import type { Variant } from '../../model/variant.ts'
import { localise } from '../forms/format.ts'

/** One way of handing in that a town accepts, and what goes that way. */
export interface WayIn {
  readonly kind: string
  /** Names of the licences and notifications. */
  readonly names: readonly string[]
  /** Answers are copied into somebody else's form: the number of boxes, at most, when everything applies once. */
  readonly copied: number | null
  /** No address is known for this way. */
  readonly noAddress: boolean
}

/** How things are handed in at this town, before any answer is given: from its channels and forms. */
export function waysIn(variant: Variant, lang: Lang): readonly WayIn[] {
  const ways = new Map<string, { names: string[]; forms: Set<string>; noAddress: boolean }>()
  for (const licence of variant.licences) {
    const channel = variant.channels.find(({ id }) => id === licence.id)
    const kind = channel?.kind ?? 'unknown'
    const way = ways.get(kind) ?? { names: [], forms: new Set(), noAddress: false }
    way.names.push(localise(licence.name, lang))
    for (const form of formsOf(licence)) way.forms.add(form)
    if (kind !== 'unknown' && !channel?.address) way.noAddress = true
    ways.set(kind, way)
  }
  return [...ways].map(([kind, { names, forms, noAddress }]) => ({
    kind,
    names,
    copied: kind === 'webform' || kind === 'omgevingsloket' ? boxesOf(variant, forms) : null,
    noAddress,
  }))
}

const SIGNED = new Set(['signature', 'signaturePlace', 'signatureDate', 'file'])

const boxesOf = ({ forms }: Variant, ids: ReadonlySet<string>): number =>
  forms
    .filter(({ id }) => ids.has(id))
    .flatMap(({ sections }) => sections.flatMap(({ boxes }) => boxes))
    .filter(({ type, forAuthority }) => !forAuthority && !SIGNED.has(type)).length

/** Whether the town has adopted any of the forms. */
export const hasAdoptedForms = ({ statuses }: Variant): boolean => statuses.some(({ status }) => status !== 'preparation')
