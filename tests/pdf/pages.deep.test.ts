import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contentOf } from './packets.ts'
import { badCuts, badPages, pagesOf, placesOf, skippedLevels } from './page-laws.ts'

const FOLDERS = ['rules/base/examples', ...readdirSync('rules/municipalities').map((town) => `rules/municipalities/${town}/examples`)]
const EXAMPLES = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))

describe.each(['nl', 'en'] as const)('in every example, in %s', (lang) => {
  test.each(EXAMPLES)(
    'the pages of %s are used, none ends with what belongs to the next, and no word is cut but between syllables',
    async (example) => {
      const packet = await pagesOf(contentOf(example, lang))
      expect(badPages(packet)).toEqual([])
      expect(badCuts(packet)).toEqual([])
      expect(skippedLevels(packet)).toEqual([])
    },
  )
})

test('a box stands in the same place in every packet of a town', async () => {
  const places = new Map<string, Map<string, Set<number>>>()
  for (const example of EXAMPLES) {
    const content = contentOf(example)
    const town = places.get(content.variantName) ?? new Map<string, Set<number>>()
    places.set(content.variantName, town)
    for (const [box, own] of placesOf(await pagesOf(content), content)) town.set(box, new Set([...(town.get(box) ?? []), ...own]))
  }
  const moved = [...places].flatMap(([town, boxes]) =>
    [...boxes].flatMap(([box, own]) => (own.size > 1 ? [`${town} ${box}: ${[...own].join(', ')}`] : [])),
  )
  expect(moved).toEqual([])
  expect(places.size).toBeGreaterThan(4)
})
