import type { ReactNode } from 'react'
import { hasAdoptedForms, waysIn } from '../../engine/packet/hand-in.ts'
import { openPoints } from '../../engine/why/open-points.ts'
import { wordsIn } from '../../model/lang.ts'
import type { Variant } from '../../model/variant.ts'
import { SENDING } from '../text/later/packet/sending.ts'
import { useJourney } from '../use-journey.ts'

/** How to hand in with this town, told before the first question: what this site does for it and what it does not. `filing`: the day whose amounts count. */
export function HandIn({ variant, filing, open, sources }: { variant: Variant; filing: string; open: boolean; sources?: ReactNode }) {
  const { words, lang } = useJourney()
  const points = openPoints(variant, filing, lang).length
  const text = words.about.handIn
  return (
    <details className="fold" open={open}>
      <summary>{text.title(variant.name)}</summary>
      <ul className="utrecht-unordered-list">
        {waysIn(variant, lang).map(({ kind, names, copied, noAddress }) => (
          <li key={kind}>
            <strong>{wordsIn(SENDING, lang).channel[kind] ?? kind}</strong>: {names.join(', ')}. {copied !== null && text.copied(copied)}{' '}
            {copied === null && kind !== 'unknown' && text.paper} {noAddress && text.noAddress}
          </li>
        ))}
        <li>{hasAdoptedForms(variant) ? text.adopted : text.notAdopted}</li>
        {points > 0 && (
          <li>
            {text.unverified(points)} {sources}
          </li>
        )}
      </ul>
    </details>
  )
}
