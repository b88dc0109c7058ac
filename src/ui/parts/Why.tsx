import { useState } from 'react'
import { coverage } from '../../engine/cover.ts'
import { say } from '../../engine/print.ts'
import type { Field } from '../../machine/pages.ts'
import { useDraft, useJourney } from '../use-journey.ts'

/** "Why do we ask this?": the reason, and the boxes that the answer fills. Looked up when somebody opens it. */
export function Why({ field }: { field: Field }) {
  const { words, lang } = useJourney()
  const [open, setOpen] = useState(false)
  const { question } = field
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.why}</summary>
      {question.why && <p>{say(question.why, lang)}</p>}
      {question.sensitive && <p>{words.sensitive[question.sensitive]}</p>}
      {open && <Boxes field={field} />}
      {question.unverified && <p>{words.unverified}</p>}
    </details>
  )
}

function Boxes({ field }: { field: Field }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const boxes = coverage(view.one).flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap((instance) =>
        instance.boxes
          .filter((box) => box.questions.includes(field.key))
          .map((box) => ({ id: `${form.id}-${box.key}`, form: form.title, nr: box.nr, label: box.label })),
      ),
    ),
  )
  if (boxes.length === 0) return <p>{words.fillsNone}</p>
  return (
    <>
      <p>{words.fills(boxes.length)}</p>
      <ul className="utrecht-unordered-list">
        {boxes.map((box) => (
          <li key={box.id}>
            {box.form}: {box.nr} {box.label}
          </li>
        ))}
      </ul>
    </>
  )
}
