import type { Layer } from '../rule-set.ts'
import { hasPostcode, liesIn, splitStreet } from './lies-in.ts'

/** A town, district or area that can be chosen, and the addresses for which it is suggested. */
export interface Proposable {
  readonly id: string
  readonly extends: string
  readonly postcodes: readonly string[]
  readonly area: Layer['area']
}

export interface Proposal {
  readonly id: string
  /** Whether a street would tell if the address lies in a named area. */
  readonly needsStreet: boolean
}

/** The town, district or named area to suggest for a postcode, as far as the postcode alone can tell; null when no town lists it. A suggestion only. */
export function proposeTown(places: readonly Proposable[], postcode: string, street: string | null): Proposal | null {
  const listed = places.filter((place) => place.area === null && hasPostcode(place.postcodes, postcode))
  // the most specific place that lists it; where two districts share a postcode, their town
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
