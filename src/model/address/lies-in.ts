import type { StreetPart } from '../schema/town.ts'
import type { ResolvedArea } from '../variant.ts'

/** `perhaps`: a question decides. `unknown`: the part of the address that decides was not given. */
export type Lies = 'inside' | 'perhaps' | 'outside' | 'unknown'

/** Whether an address lies in a named area. A listed street does; so does a listed postcode, unless the area has a question: then its borders do not follow
 * postcodes, and the question decides for these, or for every address when no postcodes are listed. */
export function liesIn({ streets, postcodes, question }: Pick<ResolvedArea, 'streets' | 'postcodes' | 'question'>, at: Address): Lies {
  const { street, postcode, number = null } = at
  const listed = street === null ? [] : streets.filter((item) => plain(streetOf(item)) === plain(street))
  if (listed.some((item) => typeof item === 'string' || (number !== null && isOfPart(item, number)))) return 'inside'
  if (listed.length > 0 && number === null) return 'unknown'
  if (postcode !== null && hasPostcode(postcodes, postcode))
    return question === null ? 'inside' : streetOpen(streets, street) ? 'unknown' : 'perhaps'
  if (streetOpen(streets, street) || (postcodes.length > 0 && postcode === null)) return 'unknown'
  return question !== null && postcodes.length === 0 ? 'perhaps' : 'outside'
}

export interface Address {
  readonly street: string | null
  readonly postcode: string | null
  /** House number without its addition. */
  readonly number?: number | null
}

export const streetOf = (listed: string | StreetPart): string => (typeof listed === 'string' ? listed : listed.street)

export const isOfPart = ({ from, until, side }: StreetPart, number: number): boolean =>
  (from === undefined || number >= from) &&
  (until === undefined || number <= until) &&
  (side === undefined || (number % 2 === 0) === (side === 'even'))

/** Splits `Damstraat 12-I`, as people type it, into the street and, if it is followed by one, the house number. */
export function splitStreet(typed: string): { street: string; number: number | null } {
  const [, street = typed, number] = /^(.*\D)\s+(\d{1,5})(?:[\s-]?\w{0,5})$/.exec(typed.trim()) ?? []
  return { street: street.trim(), number: number === undefined ? null : Number(number) }
}

const streetOpen = (streets: readonly unknown[], street: string | null): boolean => streets.length > 0 && street === null

/** Matches `1015`, `1015-1018` and `1015 AB` against a postcode as people type it. */
export function hasPostcode(listed: readonly string[], postcode: string): boolean {
  const typed = postcode.replace(/\s/g, '').toUpperCase()
  const digits = typed.slice(0, 4)
  if (!/^\d{4}[A-Z]{0,2}$/.test(typed)) return false
  return listed.some((range) => {
    const [from = '', until = from] = range.split('-')
    return /[A-Z]/.test(range) ? typed === range.replace(/\s/g, '') : digits >= from && digits <= until
  })
}

/** Normalised street: case, accents, dots and extra spaces do not matter. */
export const plain = (street: string): string =>
  street
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[.\s]+/g, ' ')
    .trim()
    .toLowerCase()
