import { useDeferredValue, useMemo, useState } from 'react'
import type { DraftView } from '../../../../draft/session.ts'
import { countedIn, noLongerCounted } from '../../../../engine/asked/no-longer-counted.ts'
import { formatDate, localise } from '../../../../engine/forms/format.ts'
import type { Lang } from '../../../../model/lang.ts'
import type { Words } from '../../../text.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Alert } from '../../frame/Alert.tsx'
import { useHeld } from '../../frame/press.ts'
import { costText } from '../../outcome/fee-words.ts'
import { verdictText } from '../../outcome/verdict-words.ts'

/** Side effects of a changed answer: earlier answers that lose their use (they are kept), licences that come or go, costs and the first day;
 * compared with how it was when the page was opened.
 * @param isChanged an existing answer was changed here */
export function Impact({ isChanged }: { isChanged: boolean }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const [before] = useState(() => ({ counted: countedIn(view.application), known: knownIn(view, words, lang) }))
  const later = useDeferredValue(view)
  const lines = useMemo(() => {
    const { application, draft } = later
    const parked = noLongerCounted(before.counted, application, (key) => application.answers.values.has(key) || key in draft.aside).length
    return [
      ...(parked > 0 ? [words.noLongerCounted(parked)] : []),
      ...(isChanged ? differences(before.known, knownIn(later, words, lang), words) : []),
    ]
  }, [before, later, isChanged, words, lang])
  const held = useHeld(lines)
  return (
    <div role="status">
      {held.length > 0 && (
        <Alert kind="info">
          {held.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Alert>
      )}
    </div>
  )
}

interface Known {
  /** The verdict on each licence in words, by its name; open ones are left out. */
  readonly licences: ReadonlyMap<string, string>
  readonly cost: string
  readonly opening: string
}

function knownIn({ assessment, variant }: DraftView, words: Words, lang: Lang): Known {
  const { earliestOpening, fees } = assessment
  return {
    licences: new Map(
      assessment.licences.flatMap((licence) => {
        const name = variant.licences.find(({ id }) => id === licence.id)?.name
        return name && licence.verdict !== 'open' ? [[localise(name, lang), verdictText(licence, variant, words, lang)]] : []
      }),
    ),
    // an amount must not wrap
    cost: (costText(fees, words, lang)[0] ?? '').replaceAll('€ ', '€\u00a0'),
    opening: earliestOpening ? formatDate(earliestOpening, lang) : words.summary.openingUnknown,
  }
}

/** Costs and the first day follow from the licences: they are told along with them, not on their own. */
function differences(before: Known, now: Known, { impact }: Words): string[] {
  const licences = [...now.licences].flatMap(([name, verdict]) => {
    const was = before.licences.get(name)
    return was === undefined || was === verdict ? [] : [impact.licence(name, was, verdict)]
  })
  if (licences.length === 0) return []
  return [
    ...licences,
    ...(before.cost === now.cost ? [] : [impact.cost(before.cost, now.cost)]),
    ...(before.opening === now.opening ? [] : [impact.opening(before.opening, now.opening)]),
  ]
}
