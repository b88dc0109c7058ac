import { bibobOf } from '../../../engine/outcome/bibob.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'

/** Bibob in this town: who fills in a form, what to collect, where the official form is, and what our questions are worth. */
export function BibobNote() {
  const { words } = useJourney()
  const { session, view } = useDraft()
  const bibob = bibobOf(view.application)
  if (!bibob) return null
  const text = words.bibob
  const offered = bibob.offers
  return (
    <section aria-labelledby="bibob">
      <h2 className="utrecht-heading-2" id="bibob">
        {text.title}
      </h2>
      <p>{bibob.asks ? text.asks : text.documents}</p>
      {bibob.fillsIn && (
        <p>
          {bibob.fillsIn.text} {bibob.fillsIn.names.length > 0 && `${text.people}: ${bibob.fillsIn.names.join(', ')}.`}
        </p>
      )}
      {bibob.documents.length > 0 && (
        <details className="fold">
          <summary>
            {text.collect} ({bibob.documents.length})
          </summary>
          <ul className="utrecht-unordered-list">
            {bibob.documents.map(({ name, mustShow }) => (
              <li key={name}>{[name, ...mustShow].join('. ')}</li>
            ))}
          </ul>
        </details>
      )}
      {bibob.officialForm && (
        <p>
          {bibob.officialForm.text} {bibob.officialForm.address}
        </p>
      )}
      {!bibob.verified2024 && (bibob.asks || offered !== null) && <p>{text.worth(bibob.catalogue)}</p>}
      {offered !== null && (
        <p className="buttons">
          <Button
            look="secondary"
            onClick={() => session.apply([{ kind: 'answer', fact: offered, value: bibob.prepared ? undefined : true }])}
          >
            {bibob.prepared ? text.stop : text.prepare}
          </Button>
        </p>
      )}
    </section>
  )
}
