import { useState } from 'react'
import { localise } from '../../../../engine/forms/format.ts'
import { boxesFilledBy, decidedBy } from '../../../../engine/why/ledger.ts'
import type { Field } from '../../../../machine/pages.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'

/** "Why do we ask this?": the reason, and the boxes that the answer fills with their legal ground. Looked up when opened. */
export function Why({ field }: { field: Field }) {
  const { words, lang } = useJourney()
  const [open, setOpen] = useState(false)
  const { question } = field
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.why}</summary>
      {question.why && <p>{localise(question.why, lang)}</p>}
      {question.sensitive && <p>{words.sensitive[question.sensitive]}</p>}
      {open && <Boxes field={field} />}
      {question.unverified && <p>{words.unverified}</p>}
    </details>
  )
}

function Boxes({ field }: { field: Field }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const boxes = boxesFilledBy(view.application, field.key)
  if (boxes.length === 0) return <Decides field={field} />
  return (
    <>
      <p>{words.fills(boxes.length)}</p>
      <ul className="utrecht-unordered-list">
        {boxes.map(({ form, title, nr, label, basis, box }) => (
          <li key={`${form}-${box.key}`}>
            {localise(title, lang)}: {nr} {localise(label, lang)}
            <span className="why__ground">
              {words.ground}: {localise(basis, lang)}
            </span>
          </li>
        ))}
      </ul>
      {boxes.some(({ unverified }) => unverified) && <p className="quiet">{words.boxUnverified}</p>}
    </>
  )
}

/** What an answer that fills no box is for. */
function Decides({ field }: { field: Field }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { licences, fees, documents, boxes } = decidedBy(view.application, field.key)
  const names = view.variant.licences.filter(({ id }) => licences.includes(id)).map(({ name }) => localise(name, lang))
  const lines = [
    ...names.map((name) => words.decides.licence(name)),
    ...(fees ? [words.decides.fees] : []),
    ...(documents ? [words.decides.documents] : []),
    ...(boxes ? [words.decides.boxes] : []),
  ]
  if (lines.length === 0) return <p>{words.fillsNone}</p>
  return (
    <>
      <p>{words.decides.title}</p>
      <ul className="utrecht-unordered-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
