import { inItsWords } from '../../../engine/facts/worded.ts'
import { localise } from '../../../engine/forms/format.ts'
import type { Place } from '../../../machine/place.ts'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { Scene } from '../../parts/scenes/Scene.tsx'
import { useDraft, useJourney } from '../../use-journey.ts'

/** Where the tree says: this form is not for you. */
export function StopPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const stop = view.variant.stops.find((each) => each.id === view.assessment.stop?.id)
  // if something is needed all the same, the stop means another way rather than the end
  const needed = view.assessment.licences.some(({ verdict }) => verdict === 'needed')
  return (
    <Screen title={needed ? words.stop.otherTitle : words.stop.title}>
      {stop && (
        <>
          <div className="with-scene">
            <Scene name="lost" />
            <p className="lead">{localise(stop.text, lang)}</p>
          </div>
          <h2 className="utrecht-heading-2">{words.stop.where}</h2>
          <p>{localise(stop.goTo, lang)}</p>
          <Advice ids={stop.advice} />
          <p>
            <Link button to={{ kind: 'step', draft: place.draft, step: stop.after, back: false }}>
              {words.stop.change}
            </Link>
          </p>
        </>
      )}
    </Screen>
  )
}

function Advice({ ids }: { ids: readonly string[] }) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const items = view.variant.advice.filter((item) => ids.includes(item.id)).map((item) => inItsWords(view.application, item))
  if (items.length === 0) return null
  return (
    <ul className="utrecht-unordered-list">
      {items.map((item) => (
        <li key={item.id}>
          {localise(item.title, lang)}. {localise(item.text, lang)}
        </li>
      ))}
    </ul>
  )
}
