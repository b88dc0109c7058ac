import { describe, expect, test } from 'vitest'
import { boxesOf } from '../../src/model/boxes-of.ts'
import { REAL_TOWNS, shippedVariant } from '../engine/shipped.ts'
import { shippedRules } from './elements.ts'
import { OF_NO_TOWN } from './no-town.ts'

/** What stands behind this word is where it was seen, and no ground for another municipality. */
const EXAMPLE = 'bijvoorbeeld'
const ADDRESS = /https?:\/\/[^\s);]+/g

const base = shippedVariant('base')
const { forms } = shippedRules().base
const own = new Map(REAL_TOWNS.map((id) => [id, shippedVariant(id).name]))
/** Municipalities that the rule set names anywhere: on whose forms boxes stand, and the towns that are shipped. */
const names: readonly string[] = [
  ...new Set([
    ...forms.flatMap((form) => boxesOf(form).flatMap(({ evidence }) => (typeof evidence === 'object' ? (evidence.form ?? []) : []))),
    ...own.values(),
  ]),
]

/** Which municipality a source builds on: by its name, or as `?` by an address that is of nobody we know. */
function townsIn(source: string, hosts: boolean): string[] {
  const ground = source.split(EXAMPLE)[0] ?? ''
  const words = ground.replaceAll(ADDRESS, '')
  const addresses = hosts ? (ground.match(ADDRESS) ?? []) : []
  const isKnown = (host: string): boolean => [...OF_NO_TOWN].some((known) => host === known || host.endsWith(`.${known}`))
  return [
    ...names.filter((name) => new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, 'u').test(words)),
    ...addresses.filter((address) => !isKnown(new URL(address).hostname)).map((address) => `? ${address}`),
  ]
}

/** Every source of a variant with where it stands. */
function sourcesIn(value: unknown, path = ''): { at: string; source: string; item: Record<string, unknown> }[] {
  if (Array.isArray(value)) return value.flatMap((one) => sourcesIn(one, path))
  if (typeof value !== 'object' || value === null) return []
  const item = { ...value } as Record<string, unknown>
  // what was compiled calls its text a source too
  const here = typeof item.source === 'string' && !('expr' in item) ? [{ at: `${path} ${item.id ?? ''}`, source: item.source, item }] : []
  return [...here, ...Object.entries(item).flatMap(([key, below]) => sourcesIn(below, path || key))]
}

const ofBase = sourcesIn(base)
const shared = new Set(ofBase.map(({ source }) => source))

describe('the page of one municipality is no ground in another', () => {
  test.each([
    { source: 'https://www.zevenaar.nl/terrasvergunning', found: ['? https://www.zevenaar.nl/terrasvergunning'] },
    { source: 'Model-APV art. 2:28; Rotterdam 1,8 m', found: ['Rotterdam'] },
    {
      source: 'Model-APV art. 1:2 (https://lokaleregelgeving.overheid.nl/CVDR471392/2)',
      found: ['? https://lokaleregelgeving.overheid.nl/CVDR471392/2'],
    },
    { source: 'Model-APV art. 2:28; bijvoorbeeld Rotterdam (https://www.rotterdam.nl/terras)', found: [] },
    { source: 'Rb. Rotterdammerdijk; ECLI:NL:RBROT:2023:4562 (https://deeplink.rechtspraak.nl/uitspraak?id=1)', found: [] },
  ])('$source: $found', ({ source, found }) => {
    expect(townsIn(source, true)).toEqual(found)
  })

  test('the base builds on none', () => {
    expect(ofBase.length).toBeGreaterThan(300)
    expect(ofBase.flatMap(({ at, source }) => (townsIn(source, true).length > 0 ? [`${at}: ${source}`] : []))).toEqual([])
  })

  test.each(REAL_TOWNS)('%s builds on none but itself', (id) => {
    const added = sourcesIn(shippedVariant(id)).filter(({ source }) => !shared.has(source))
    const strange = added.filter(({ source }) => townsIn(source, false).some((name) => name !== own.get(id)))
    expect(strange.map(({ at, source }) => `${at}: ${source}`)).toEqual([])
  })

  test('what decides names a ground before an example: rules of a verdict, what blocks, values that count as read', () => {
    const decides = [
      ...[...base.licences, ...base.extras].flatMap(({ id, rules }) => rules.map((rule) => ({ at: `${id} ${rule.id}`, ...rule }))),
      ...base.checks.filter(({ severity }) => severity === 'block').map((check) => ({ at: check.id, ...check })),
      ...base.parameters.flatMap(({ id, values }) =>
        values.filter(({ value, unverified }) => value !== null && !unverified).map((value) => ({ at: id, ...value })),
      ),
    ]
    expect(decides.length).toBeGreaterThan(150)
    expect(decides.flatMap(({ at, source }) => (source?.startsWith(EXAMPLE) ? [`${at}: ${source}`] : []))).toEqual([])
  })
})
