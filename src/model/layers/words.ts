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
          'Write another word behind to:, or take this line out.',
        ),
      )
    for (const [at, licence] of (words.licences ?? []).entries())
      if (!catalogue.licences.some(({ id }) => id === licence)) {
        const known = catalogue.licences.map(({ id }) => id)
        const mend = didYouMean(licence, known, `Write one of: ${known.join(', ')}.`)
        findings.push(errorAt(layer.source, [...path, 'licences', at], 'UNKNOWN_REFERENCE', `There is no licence ${licence}.`, mend))
      }
    const after = reworded(catalogue, words, provenance)
    if (after === catalogue && findings.length === count)
      findings.push(
        errorAt(
          layer.source,
          path,
          'BAD_CHANGE',
          `No text has the word ${words.from.nl ?? words.from.en ?? ''} that is replaced here.`,
          'Write it as it stands in the texts, a plural in a line of its own, with to: in the same language.',
        ),
      )
    catalogue = after
  }
  return catalogue
}
