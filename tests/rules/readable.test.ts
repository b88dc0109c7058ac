import { expect, test } from 'vitest'
import { dutchTexts } from './dutch-texts.ts'

/** More words than this in one sentence are hard to read at level B1. */
const MOST_WORDS = 20

/** Sentences that stay longer, by how they begin: an enumeration of the law that would say something else when it is cut. A sentence that was shortened is
 * taken off. */
const LONGER = [
  'contant geld vanaf 500 euro,',
  'De burgemeester weigert als {person.fullName}',
  'In de laatste vijf jaar mag er geen celstraf',
  'Na de overname mag u {town.takeover.weeks}',
  'De burgemeester weigert de vergunning als u niet',
  'Bij meer dan 5 slaapplaatsen, of met een zwembad',
  'Meer dan 100 stoelen in rijen',
  'wanden van 2,40 m hoog',
  'Reken 0,25 m² vrije vloer',
  'In ruimten voor meer dan 50 mensen',
  'Gebruikt u 50.000 kWh of 25.000 m³ gas',
  'Voor een eenmalig feest is er de evenementenvergunning',
  'Praten op een open terras zonder verwarming',
  'Verkoop niet aan mensen onder 18',
  'De burgemeester kan weigeren om de leefomgeving',
  'Hang een bordje bij de deur, film niet',
  'Vluchtdeuren gaan zonder sleutel open, versiering',
  'In een nieuw gebouw met alcohol en meer dan 150 m²',
]

const sentences = dutchTexts().flatMap(({ texts }) => texts.flatMap((text) => text.split(/(?<=[.!?:;])\s+/).filter((each) => each !== '')))
const wordsIn = (sentence: string): number => sentence.match(/[\p{L}\p{N}_'’.{}-]*[\p{L}\p{N}]/gu)?.length ?? 0
const long = sentences.filter((sentence) => wordsIn(sentence) > MOST_WORDS)

test('a sentence that applicants read has at most twenty words', () => {
  expect(sentences.length).toBeGreaterThan(2000)
  expect([...new Set(long)].filter((sentence) => !LONGER.some((begin) => sentence.startsWith(begin)))).toEqual([])
})

test('a sentence that was shortened is no exception any more', () => {
  expect(LONGER.filter((begin) => !long.some((sentence) => sentence.startsWith(begin)))).toEqual([])
})

test('most sentences are short: half of them have no more than nine words', () => {
  const counts = sentences.map(wordsIn).sort((a, b) => a - b)
  expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(9)
})
