import { useState } from 'react'
import { inItsWords } from '../../../engine/facts/worded.ts'
import { beyondStatute } from '../../../engine/forms/beyond-statute.ts'
import { localise } from '../../../engine/forms/format.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** Which boxes on the forms of this application no law asks for: whoever maintains the town's rules chose them. */
export function BeyondStatute() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const [open, setOpen] = useState(false)
  const { get, index } = view.application
  const applying = index.licensed.filter(({ id }) => get(`form|${id}`).applies)
  if (applying.length === 0) return null
  const forms = applying.flatMap((form) => {
    const boxes = beyondStatute(get(`sections|${form.id}`))
    return boxes.length > 0 ? [{ form, boxes }] : []
  })
  const count = forms.reduce((sum, { boxes }) => sum + boxes.length, 0)
  if (count === 0) return <p className="quiet">{words.outcome.allFromLaw}</p>
  return (
    <details className="details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.outcome.beyondStatute(count)}</summary>
      {open && (
        <dl>
          {forms.map(({ form, boxes }) => (
            <div key={form.id}>
              <dt>{localise(inItsWords(view.application, form).title, lang)}</dt>
              <dd>{boxes.map((box) => `${localise(box.label, lang)} (${box.official ?? box.nr})`).join('; ')}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  )
}
