import { isOfPart, plain, streetOf } from '../../address/lies-in.ts'
import type { Finding, FindingCode } from '../../findings/finding.ts'
import { ofLayer } from '../../findings/finding-at.ts'
import type { Layer, RuleSet } from '../../rule-set.ts'
import type { StreetPart } from '../../schema/town.ts'

const CODE: FindingCode = 'NEVER_CHOSEN'

/** Districts and areas that no address can ever lead to: their rules would never apply. */
export function checkChosen({ layers }: RuleSet): Finding[] {
  const all = [...layers.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return all.flatMap((layer) => {
    const beside = all.filter(
      (other) => other !== layer && other.extends === layer.extends && (other.area === null) === (layer.area === null),
    )
    return layer.area === null ? ofDistrict(layer, beside, layers) : ofArea(layer, layer.area, beside, layers)
  })
}

function ofArea(layer: Layer, area: NonNullable<Layer['area']>, beside: readonly Layer[], homes: RuleSet['layers']): Finding[] {
  if (area.streets.length === 0 && area.postcodes.length === 0 && area.question === null)
    return [
      ofLayer(
        layer,
        ['id'],
        CODE,
        'warning',
        `Nothing says where the area ${layer.id} is, so its rules never apply.`,
        'Add streets: or postcodes: with its addresses, or question: with a yes-no question.',
      ),
    ]
  const own = area.postcodes.flatMap((range, index) => {
    const town = homes.get(layer.source.file.split('/')[2] ?? '')
    const digits = town ? digitsOf(town) : new Set()
    if (digits.size === 0 || fourDigits(range).some((each) => digits.has(each))) return []
    return [
      ofLayer(
        layer,
        ['postcodes', index],
        CODE,
        'warning',
        `The postcode ${range} of ${layer.id} is none of the municipality.`,
        'Mend it here, or add it to postcodes: of the municipality.',
      ),
    ]
  })
  // the first match wins
  const streets = area.streets.flatMap((street, index) => {
    const [, name, from, until] = /^(.*\p{L}.*?)\s+(\d+)\s*(?:-|–|t\/m)\s*(\d+)$/u.exec(streetOf(street)) ?? []
    if (name !== undefined && !/^40-45$/.test(`${from}-${until}`))
      return [
        ofLayer(
          layer,
          typeof street === 'string' ? ['streets', index] : ['streets', index, 'street'],
          CODE,
          'warning',
          `The name of the street ${streetOf(street)} contains house numbers, so no address matches it.`,
          `Write { street: ${name}, from: ${from}, until: ${until} }.`,
        ),
      ]
    return ofStreet(street, index)
  })
  return [...own, ...streets]

  function ofStreet(street: string | StreetPart, index: number): Finding[] {
    const first = beside.find((other) => other.id < layer.id && other.area?.streets.some((taken) => overlap(taken, street)))
    const name = streetOf(street)
    return first
      ? [
          ofLayer(
            layer,
            ['streets', index],
            CODE,
            'error',
            `The street ${name} is also in the area ${first.id}, and only that one counts.`,
            typeof street === 'string'
              ? 'Remove the street from one of the two.'
              : 'Let the house numbers of the two end before they meet.',
          ),
        ]
      : []
  }
}

/** Whether some house number is in both. */
function overlap(a: string | StreetPart, b: string | StreetPart): boolean {
  if (plain(streetOf(a)) !== plain(streetOf(b))) return false
  if (typeof a === 'string' || typeof b === 'string') return true
  const from = Math.max(a.from ?? 1, b.from ?? 1)
  const until = Math.min(a.until ?? MOST, b.until ?? MOST)
  // two consecutive numbers cover both sides
  return [from, from + 1].some((number) => number <= until && isOfPart(a, number) && isOfPart(b, number))
}

const MOST = 99_999

function ofDistrict(layer: Layer, beside: readonly Layer[], layers: RuleSet['layers']): Finding[] {
  const own = digitsOf(layer)
  const town = layers.get(layer.extends)
  if (own.size === 0)
    return town && digitsOf(town).size > 0
      ? [
          ofLayer(
            layer,
            ['id'],
            CODE,
            'warning',
            `The district ${layer.id} names no postcodes, so the site never proposes it.`,
            'Add postcodes: with those of the district.',
          ),
        ]
      : []
  // where two districts share a postcode, the town is proposed
  const others = new Set(beside.flatMap((other) => [...digitsOf(other)]))
  if (town === undefined || ![...own].every((digits) => others.has(digits))) return []
  // reported once for two with the same postcodes
  if (beside.some((other) => other.id < layer.id && isSame(digitsOf(other), own))) return []
  return [
    ofLayer(
      layer,
      ['postcodes'],
      CODE,
      'warning',
      `Every postcode of ${layer.id} is of another district too, so the site never proposes it.`,
      'Leave each postcode in the district where most of its addresses are.',
    ),
  ]
}

const isSame = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.size === b.size && [...a].every((each) => b.has(each))

/** The four digits of each postcode in a layer. */
function digitsOf({ data }: Layer): Set<number> {
  return new Set((data.postcodes ?? []).flatMap(fourDigits))
}

/** `1015 AB` and `1015-1018`: the four-digit codes it covers. */
function fourDigits(range: string): number[] {
  const [from = '', until = from] = range.split('-')
  const [first, last] = [from, until].map((each) => Number(each.slice(0, 4)))
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (first ?? 0) + index)
}
