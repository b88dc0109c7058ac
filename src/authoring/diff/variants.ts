import type { Lang } from '../../model/lang.ts'
import { catalogueOf } from '../../model/layers/layers.ts'
import { LIST_NAMES, PLACES } from '../../model/places.ts'
import type { StreetPart } from '../../model/schema/town.ts'
import { diffHours } from './hours.ts'
import { diffItems } from './items.ts'
import { diffProperties } from './properties.ts'
import type { Comparing, Difference, DiffSection, Side } from './side.ts'

const SECTIONS: readonly DiffSection[] = [
  'fees',
  'hours',
  'parameters',
  'licences',
  'extras',
  'delays',
  'questions',
  'texts',
  'steps',
  'stops',
  'forms',
  'checks',
  'documents',
  'channels',
  'statuses',
  'advice',
  'collections',
  'roles',
  'aliases',
  'groups',
  'topics',
  'respondents',
  'glossary',
  'seasons',
  'contact',
  'houseStyle',
  'place',
  'ruleSet',
]

/** All differences between two variants, in words; pure. null when one of them does not exist. */
export function diffVariants(a: Side, b: Side, lang: Lang): Difference[] | null {
  const left = catalogueOf(a.ruleSet, a.id)
  const right = catalogueOf(b.ruleSet, b.id)
  if (!left || !right) return null
  const [before, after] = [left.catalogue, right.catalogue]
  const comparing: Comparing = { lang, a: { ...a, ...left }, b: { ...b, ...right }, found: [] }
  for (const list of LIST_NAMES) {
    if (list === 'hours') diffHours(comparing)
    else diffItems(comparing, list, PLACES[list], before[list], after[list], list)
  }
  const house = { section: 'houseStyle', item: 'branding', name: '' } as const
  diffProperties(comparing, house, before.branding ?? {}, after.branding ?? {}, [])
  diffProperties(comparing, { section: 'contact', item: 'contact', name: '' }, before.contact ?? {}, after.contact ?? {}, [])
  // two towns have other names and other postcodes: of one town, before and after, they are told
  if (a.id === b.id)
    diffProperties(comparing, { section: 'place', item: a.id, name: '' }, ownOf(a), ownOf(b), [], { a: layerOf(a), b: layerOf(b) })
  const { version: from, title: oldTitle, languages: oldLanguages, maxSteps: oldMax, bibob: oldBibob } = before.head
  const { version: to, title, languages, maxSteps, bibob } = after.head
  diffProperties(
    comparing,
    { section: 'ruleSet', item: 'ruleset', name: '' },
    { version: from, title: oldTitle, languages: oldLanguages, maxSteps: oldMax, bibob: oldBibob },
    { version: to, title, languages, maxSteps, bibob },
    [],
    { a: before.head, b: after.head },
  )
  return comparing.found.toSorted((one, other) => SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section))
}

const layerOf = ({ ruleSet, id }: Side): object => ruleSet.layers.get(id)?.data ?? {}

/** What a town, district or area says of itself, beside rules: its name, and where it lies. */
function ownOf({ ruleSet, id }: Side): object {
  const layer = ruleSet.layers.get(id)
  const { name, example, postcodes, localities } = layer?.data ?? { name: undefined }
  const places = localities?.places.map((place) => `${place.name} (${place.postcodes.join(', ')})`)
  const streets = layer?.area?.streets.map((street) => (typeof street === 'string' ? street : streetPart(street)))
  const own = { name, example, postcodes: layer?.area?.postcodes ?? postcodes, places, streets }
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
}

const streetPart = ({ street, from, until, side }: StreetPart): string =>
  [street, from || until ? `${from ?? 1}–${until ?? ''}` : '', side ?? ''].filter(Boolean).join(' ')
