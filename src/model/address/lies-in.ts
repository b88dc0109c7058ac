import type { ResolvedArea } from '../variant.ts'

/** `perhaps`: a question decides. `unknown`: the part of the address that decides was not given. */
export type Lies = 'inside' | 'perhaps' | 'outside' | 'unknown'

/** Whether an address lies in a named area. A listed street does; a listed postcode does, unless the area has a question: then borders do not follow
 * postcodes, and the question decides for them, or for every address when no postcodes are listed. */
export function liesIn({ streets, postcodes, question }: Pick<ResolvedArea, 'streets' | 'postcodes' | 'question'>, at: Address): Lies {
  const { street, postcode } = at
  if (street !== null && streets.some((listed) => plain(listed) === plain(street))) return 'inside'
  if (postcode !== null && hasPostcode(postcodes, postcode))
    return question === null ? 'inside' : streetOpen(streets, street) ? 'unknown' : 'perhaps'
  if (streetOpen(streets, street) || (postcodes.length > 0 && postcode === null)) return 'unknown'
  return question !== null && postcodes.length === 0 ? 'perhaps' : 'outside'
}

export interface Address {
  readonly street: string | null
  readonly postcode: string | null
}

const streetOpen = (streets: readonly string[], street: string | null): boolean => streets.length > 0 && street === null

/** `1015`, `1015-1018` and `1015 AB` against a postcode as people type it. */
export function hasPostcode(listed: readonly string[], postcode: string): boolean {
  const typed = postcode.replace(/\s/g, '').toUpperCase()
  const digits = typed.slice(0, 4)
  if (!/^\d{4}[A-Z]{0,2}$/.test(typed)) return false
  return listed.some((range) => {
    const [from = '', until = from] = range.split('-')
    return /[A-Z]/.test(range) ? typed === range.replace(/\s/g, '') : digits >= from && digits <= until
  })
}

/** Streets are the same whatever their capitals, accents, points and spaces. */
const plain = (street: string): string =>
  street
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[.\s]+/g, ' ')
    .trim()
    .toLowerCase()
