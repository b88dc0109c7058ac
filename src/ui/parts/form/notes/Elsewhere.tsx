import { factOf } from '../../../../draft/diff-answers.ts'
import type { Replaced } from '../../../../draft/open-draft.ts'
import { formatAnswer } from '../../../../engine/answer-kinds/print-answer.ts'
import { partyName } from '../../../../engine/forms/format.ts'
import { placeOfAnswer } from '../../../../machine/place-of.ts'
import type { AnswerJson } from '../../../../model/schema/answer-file.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Alert } from '../../frame/Alert.tsx'
import { Button } from '../../frame/Button.tsx'
import { Link } from '../../frame/Link.tsx'
import { Screen } from '../../frame/Screen.tsx'
import { labelOf } from '../../row-title.ts'
import { SaveAnswers } from '../../SaveAnswers.tsx'

/** At most this many are listed; the rest are counted. */
const SHOWN = 5

/** Which answers of this tab another tab changed, and failed saves, with what can be done about them. */
export function Elsewhere() {
  const { words } = useJourney()
  const { session, view } = useDraft()
  const { replaced, state } = view.elsewhere
  return (
    <>
      {view.saved.kind === 'failed' && (
        <Alert kind="error" title={words.keeping.notSaved}>
          <p>{words.keeping.notSavedHint}</p>
          <p className="buttons">
            <SaveAnswers />
            <Button look="secondary" onClick={() => void session.flush()}>
              {words.keeping.tryAgain}
            </Button>
          </p>
        </Alert>
      )}
      {state === 'otherRules' && (
        <Alert kind="warning">
          <p>{words.keeping.otherRules}</p>
          <p className="buttons">
            <Button look="secondary" onClick={() => location.reload()}>
              {words.keeping.reload}
            </Button>
          </p>
        </Alert>
      )}
      <div role="status">
        {replaced.length > 0 && (
          <Alert kind="info" title={words.keeping.replaced(replaced.length)}>
            <ul className="utrecht-unordered-list">
              {replaced.slice(-SHOWN).map((each) => (
                <ReplacedLine key={each.key} replaced={each} />
              ))}
            </ul>
            {replaced.length > SHOWN && <p>{words.keeping.andMore(replaced.length - SHOWN)}</p>}
            <p className="buttons">
              <Button look="secondary" onClick={() => session.seen()}>
                {words.keeping.seen}
              </Button>
            </p>
          </Alert>
        )}
      </div>
    </>
  )
}

function ReplacedLine({ replaced: { key, before, now } }: { replaced: Replaced }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { fact } = factOf(key)
  const question = view.variant.questions.find(({ id }) => id === fact)
  const printed = (answer: AnswerJson | undefined): string =>
    answer === undefined || !question
      ? words.keeping.nothing
      : formatAnswer(question, answer, lang, (id) => partyName(view.application, id))
  return (
    <li>
      <Link to={placeOfAnswer(view.application, view.draft.id, key, true)}>{labelOf(view, key, lang, words)}</Link>:{' '}
      {words.keeping.was(printed(before), printed(now))}
    </li>
  )
}

/** Replaces every page of a draft that was removed in another tab. */
export function Removed() {
  const { words } = useJourney()
  return (
    <Screen title={words.keeping.removedTitle}>
      <p className="lead">{words.keeping.removed}</p>
      <p>{words.keeping.removedHint}</p>
      <p className="buttons">
        <Link to={{ kind: 'start' }} button>
          {words.keeping.toStart}
        </Link>
        <SaveAnswers />
      </p>
    </Screen>
  )
}
