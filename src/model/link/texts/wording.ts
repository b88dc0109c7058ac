import { foundBelow } from '../../util/found-below.ts'
import type { LinkContext } from '../context.ts'

interface Line {
  readonly when: unknown
}

/** A reworded text must exist in the item itself: otherwise nothing is shown in all other cases, which is rarely intended. */
export function checkWording({ catalogue, report }: LinkContext): void {
  const { questions, forms, documents, fees, checks, advice } = catalogue
  for (const item of wordedIn([questions, forms, documents, fees, checks, advice])) {
    const { wording } = item
    // the last line is the default
    if (wording.at(-1)?.when === true || wording.at(-1)?.when === 'true') continue
    const said = new Set(wording.flatMap((line) => Object.keys(line)))
    for (const text of said)
      if (text !== 'when' && Reflect.get(item, text) === undefined)
        report(
          'WORDS_WITHOUT_REST',
          'warning',
          item,
          'wording',
          `There are words for a case, and no ${text}: for all other cases.`,
          `Write a ${text}: beside wording:, which is read while none of these conditions holds; or a last line with when: true.`,
        )
  }
}

/** Every item with alternative wordings, at any depth. */
const wordedIn = foundBelow<{ readonly wording: readonly Line[] }>((value, found) => {
  if (isWorded(value)) found(value)
  return true
})

const isWorded = (value: object): value is { readonly wording: readonly Line[] } => 'wording' in value && Array.isArray(value.wording)
