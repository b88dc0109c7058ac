import type { Catalogue } from '../catalogue.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt } from '../findings/finding-at.ts'
import { didYouMean } from '../findings/nearest.ts'
import type { Layer } from '../rule-set.ts'
import { type Provenance, pathOf } from './provenance.ts'
import { reworded } from './reword.ts'

/** The words of the town in the texts of what is below it. */
export function withWords(below: Catalogue, layer: Layer, provenance: Provenance, findings: Finding[]): Catalogue {
  let catalogue = below
  for (const [index, words] of (layer.data.words ?? []).entries()) {
    const path = pathOf(provenance, words, [...layer.path, 'words', index])
    const count = findings.length
    if ((words.from.nl !== undefined && words.from.nl === words.to.nl) || (words.from.en !== undefined && words.from.en === words.to.en))
      findings.push(
        errorAt(
          layer.source,
          [...path, 'to'],
          'BAD_CHANGE',
          `The word ${words.from.nl ?? words.from.en} would become itself.`,
          'Write another word after to:, or remove this line.',
        ),
      )
    for (const [at, licence] of (words.licences ?? []).entries())
      if (!catalogue.licences.some(({ id }) => id === licence)) {
        const known = catalogue.licences.map(({ id }) => id)
        const mend = didYouMean(licence, known, `Write one of: ${known.join(', ')}.`)
        findings.push(errorAt(layer.source, [...path, 'licences', at], 'UNKNOWN_REFERENCE', `There is no licence ${licence}.`, mend))
      }
    const said = [words.from.nl, words.from.en].find((word) => word !== undefined && SEVERAL.test(word))
    if (said !== undefined) {
      findings.push(
        errorAt(
          layer.source,
          [...path, 'from'],
          'BAD_CHANGE',
          'There is more than one word after from:.',
          'Give each word an entry of its own, with its own to:.',
        ),
      )
      continue
    }
    const twice = metBefore(words, (layer.data.words ?? []).slice(0, index))
    if (twice) {
      const { line } = layer.source.at(pathOf(provenance, twice.earlier, [...layer.path, 'words']))
      findings.push(
        twice.how === 'again'
          ? errorAt(
              layer.source,
              [...path, 'from'],
              'BAD_CHANGE',
              `The word ${twice.word} is replaced in line ${line} already.`,
              'Remove one of the two, or give each its own licences:.',
            )
          : errorAt(
              layer.source,
              [...path, 'from'],
              'BAD_CHANGE',
              `The word ${twice.word} is what line ${line} puts in; this entry replaces it again.`,
              'Write the final word in that entry. To replace only what the texts had before, move this entry above it.',
            ),
      )
      continue
    }
    const after = reworded(catalogue, words, provenance)
    if (after === catalogue && findings.length === count)
      findings.push(
        errorAt(
          layer.source,
          path,
          'BAD_CHANGE',
          `No text has the word ${words.from.nl ?? words.from.en ?? ''} that is replaced here.`,
          'Write it exactly as in the texts, give a plural its own line, and put to: in the same language.',
        ),
      )
    catalogue = after
  }
  return catalogue
}

/** What separates two words that were meant. */
const SEVERAL = /\n|\s*[,;]\s+|\s\/\s/

type Words = NonNullable<Layer['data']['words']>[number]

/** An earlier line that replaces the same word, or that brings in what this one replaces, in texts of the same licences. */
function metBefore({ from, licences }: Words, before: readonly Words[]): { earlier: Words; word: string; how: 'again' | 'brought' } | null {
  for (const earlier of before) {
    const meets =
      licences === undefined || earlier.licences === undefined || licences.some((licence) => earlier.licences?.includes(licence))
    if (!meets) continue
    for (const language of ['nl', 'en'] as const) {
      const word = from[language]
      if (word === undefined) continue
      if (isSame(earlier.from[language], word)) return { earlier, word, how: 'again' }
      if (isSame(earlier.to[language], word)) return { earlier, word, how: 'brought' }
    }
  }
  return null
}

const isSame = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase()
