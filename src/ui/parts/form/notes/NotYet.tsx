import { localise } from '../../../../engine/forms/format.ts'
import type { Field } from '../../../../machine/pages.ts'
import { wordsIn } from '../../../../model/lang.ts'
import { NOT_YET } from '../../../text/later/not-yet.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { respondentsFor } from '../../ask/to-ask.ts'
import { Button } from '../../frame/Button.tsx'
import { fieldId } from '../field-name.ts'

/** "I do not know this yet": puts the question on the list of who may know it, and lets the page go on. */
export function NotYet({ field }: { field: Field }) {
  const { lang } = useJourney()
  const { session, view } = useDraft()
  const { key, question } = field
  const text = wordsIn(NOT_YET, lang)
  const label = localise(question.label, lang)
  const respondents = respondentsFor(view.variant, question)
  const [first] = respondents
  const whom = view.draft.waiting?.[key]
  if (!first) return null
  if (whom === undefined) {
    if (!field.open) return null
    const usual = respondents.find(({ id }) => id === question.knownBy) ?? first
    return (
      <p className="not-yet">
        <Button look="subtle" aria-label={`${text.button}: ${label}`} onClick={() => session.askOf(key, usual.id)}>
          {text.button}
        </Button>
      </p>
    )
  }
  const id = `${fieldId(key)}-whom`
  return (
    <div className="not-yet not-yet--on">
      <p role="status">{text.on}</p>
      <p className="with-unit">
        <label htmlFor={id}>{text.whom}</label>
        <select
          className="select"
          id={id}
          value={respondents.some((each) => each.id === whom) ? whom : first.id}
          onChange={(event) => session.askOf(key, event.target.value)}
        >
          {respondents.map((each) => (
            <option key={each.id} value={each.id}>
              {localise(each.label, lang)}
            </option>
          ))}
        </select>
        <Button look="subtle" aria-label={`${text.undo}: ${label}`} onClick={() => session.askOf(key, null)}>
          {text.undo}
        </Button>
      </p>
    </div>
  )
}
