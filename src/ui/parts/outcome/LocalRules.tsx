import { formatClock, formatDate, localise } from '../../../engine/forms/format.ts'
import { withinSentence } from '../../../model/lang.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Fold } from '../frame/Fold.tsx'

/** The address lies in a named area other than the one whose rules are used, or not in the one that was chosen. */
export function AreaNotice() {
  const { words } = useJourney()
  const { areas } = useDraft().view.assessment
  const notices = areas.flatMap(({ name, state, chosen }) =>
    state === 'inside' && !chosen ? [words.outcome.inArea(name)] : state === 'outside' && chosen ? [words.outcome.notInArea(name)] : [],
  )
  if (notices.length === 0) return null
  return (
    <Alert kind="warning">
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </Alert>
  )
}

/** Nights of events, whose hours differ from the ordinary week. */
export function EventNights() {
  const { words, lang } = useJourney()
  const { assessment, application } = useDraft().view
  const { eventHours } = assessment
  const places = application.index.questions.get(application.variant.names.hours.place)?.options ?? []
  const placeOf = (id: string): string => {
    const label = places.find((place) => place.id === id)?.label
    return words.hours.place[id] ?? (label ? localise(label, lang) : id)
  }
  if (eventHours.length === 0) return null
  const until = (close: string | null): string => (close === null ? words.outcome.noEnd : words.outcome.closes(formatClock(close, lang)))
  return (
    <Fold id="event-nights" title={words.outcome.eventNights}>
      <ul className="utrecht-unordered-list">
        {eventHours.map((event) => (
          <li key={event.id}>
            <strong>{event.name}</strong> ({withinSentence(placeOf(event.place), lang)}), {formatDate(event.from, lang)}
            {event.until !== event.from && ` – ${formatDate(event.until, lang)}`}: {until(event.allowed.close)}
            {event.instead && ` (${words.outcome.otherwise} ${until(event.instead.close)})`}
            {event.unverified && <span className="quiet"> {words.unverified}</span>}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
