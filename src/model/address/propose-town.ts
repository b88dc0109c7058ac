import type { Layer } from '../rule-set.ts'
import { hasPostcode, liesIn, splitStreet } from './lies-in.ts'

/** A town, district or area that can be chosen, and where it is proposed. */
export interface Proposable {
  readonly id: string
  readonly extends: string
  readonly postcodes: readonly string[]
  readonly area: Layer['area']
}

export interface Proposal {
  readonly id: string
  /** A street would tell whether the address lies in a named area. */
  readonly needsStreet: boolean
}

/** The town, district or named area of a postcode, as far as the postcode alone can say; null when no town lists it. Proposes only. */
export function proposeTown(places: readonly Proposable[], postcode: string, street: string | null): Proposal | null {
  const listed = places.filter((place) => place.area === null && hasPostcode(place.postcodes, postcode))
  // the finest that lists it; where two districts share a postcode, the town they are of
  const finest = listed.filter((place) => !listed.some((other) => other.extends === place.id))
  const [first, second] = finest
  const found = second === undefined ? first : listed.find((place) => place.id === first?.extends)
  if (!found) return null
  const areas = places.filter((place) => place.extends === found.id && place.area !== null)
  const typed = splitStreet(street ?? '')
  const lies = areas.map(({ area }) => (area ? liesIn(area, { ...typed, street: typed.street || null, postcode }) : 'outside'))
  const inside = areas[lies.indexOf('inside')]
  return { id: inside?.id ?? found.id, needsStreet: areas.some(({ area }) => (area?.streets.length ?? 0) > 0) }
}
