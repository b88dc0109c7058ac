import { formatAnswer } from '../../../../engine/answer-kinds/print-answer.ts'
import { localise, partyName } from '../../../../engine/forms/format.ts'
import { saidBefore } from '../../../../machine/step-fields.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'

/** What was answered about a list as a whole, before its rows are described. */
export function SaidBefore({ collection }: { collection: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const said = saidBefore(view.application, collection)
  if (said.length === 0) return null
  return (
    <>
      <p>{words.saidBefore}</p>
      <ul className="utrecht-unordered-list">
        {said.map(({ question, answer }) => (
          <li key={question.id}>
            {localise(question.label, lang)}{' '}
            <strong>{formatAnswer(question, answer, lang, (id) => partyName(view.application, id))}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
