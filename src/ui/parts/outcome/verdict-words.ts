import type { LicenceResult } from '../../../engine/assessment.ts'
import { localise } from '../../../engine/forms/format.ts'
import type { Lang } from '../../../model/lang.ts'
import type { Variant } from '../../../model/variant.ts'
import type { Words } from '../../text.ts'

/** A verdict in words. One that rests on something unverified is never stated with certainty. */
export function verdictText(result: LicenceResult, variant: Variant, words: Words, lang: Lang): string {
  if (result.verdict === 'needed' && result.via) {
    const other = variant.licences.find((licence) => licence.id === result.via)
    if (other) return words.verdict.via(localise(other.name, lang))
  }
  switch (result.verdict) {
    case 'needed':
      return `${words.verdict.needed[result.duty]}${result.unverified ? ` (${words.verdict.probably})` : ''}`
    case 'notNeeded':
      if (result.duty === 'elsewhere') return words.verdict.elsewhere
      return result.unverified ? words.verdict.probablyNot : words.verdict.notNeeded
    case 'notAllowed':
      return words.verdict.notAllowed
    case 'ask':
      return words.verdict.ask
    default:
      return words.verdict.open
  }
}

/** A sign beside the words, so that the state is not conveyed by colour alone. */
export const verdictSign = (result: LicenceResult): string =>
  ({ needed: '●', notNeeded: '–', open: '…', ask: '?', notAllowed: '×' })[result.verdict]
