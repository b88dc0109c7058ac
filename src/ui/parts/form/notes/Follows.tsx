import { formatValue } from '../../../../engine/answer-kinds/print-answer.ts'
import { localise, partyName } from '../../../../engine/forms/format.ts'
import type { Place } from '../../../../machine/place.ts'
import type { FollowsFrom } from '../../../../machine/step-fields.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Link } from '../../frame/Link.tsx'

/** What more exact answers have decided: shown here, changed where it was answered. */
export function Follows({ follows, draft }: { follows: readonly FollowsFrom[]; draft: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { application, variant } = view
  if (follows.length === 0) return null
  const placeOf = (key: string): { place: Place; name: string } => {
    const [fact = '', row] = key.split('@')
    const question = application.index.questions.get(fact)
    const ref = row === undefined ? undefined : application.answers.rows.get(row)
    const list = variant.collections.find(({ id }) => id === ref?.collection)
    if (list) return { place: { kind: 'list', draft, list: list.id }, name: localise(list.label, lang) }
    const step = variant.steps.find(({ ask }) => ask.includes(fact))
    const name = question ? localise(question.label, lang) : fact
    if (step) return { place: { kind: 'step', draft, step: step.id, back: false }, name }
    return { place: { kind: 'topic', draft, topic: question?.topic ?? '', at: fact, back: false }, name }
  }
  return (
    <dl className="answers">
      {follows.map(({ question, value, from }) => {
        const option = (id: string): string => {
          const found = question.options?.find((each) => each.id === id)
          return found ? localise(found.label, lang) : id
        }
        const party = (id: string): string => partyName(application, id)
        const { place, name } = placeOf(from)
        return (
          <div key={question.id} className="answers__line">
            <dt>{localise(question.label, lang)}</dt>
            <dd>{formatValue(value, question.type, lang, { option, party, unit: question.unit })}</dd>
            <dd className="answers__change no-print">
              {words.followsFrom} <Link to={place}>{name}</Link>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
