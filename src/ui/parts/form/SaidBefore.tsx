import { partyName, printAnswer, say } from '../../../engine/forms/print.ts'
import { saidBefore } from '../../../machine/step-fields.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** What was answered of a whole list before its rows are described. */
export function SaidBefore({ collection }: { collection: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const said = saidBefore(view.one, collection)
  if (said.length === 0) return null
  return (
    <>
      <p>{words.saidBefore}</p>
      <ul className="utrecht-unordered-list">
        {said.map(({ question, answer }) => (
          <li key={question.id}>
            {say(question.label, lang)}{' '}
            <strong>{printAnswer(question, answer, lang, (id) => partyName((cell) => view.one.memo.get(cell), id))}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}
