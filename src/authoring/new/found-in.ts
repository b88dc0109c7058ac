import type { Catalogue } from '../../model/catalogue.ts'
import type { Text } from '../../model/schema/common.ts'

/** Where a town usually finds a value: what the base says of the value itself, else of values whose ids begin the same way. */
export function foundIn(
  { head }: Pick<Catalogue, 'head'>,
  { id, foundIn: own }: Pick<Catalogue['parameters'][number], 'id' | 'foundIn'>,
): Text | null {
  if (own) return own
  const [nearest] = (head.foundIn ?? [])
    .filter(({ begins }) => id === begins || id.startsWith(`${begins}.`))
    .toSorted((a, b) => b.begins.length - a.begins.length)
  return nearest?.text ?? null
}
