import { useState } from 'react'
import type { DraftView } from '../../../draft/session.ts'
import { formatAnswer } from '../../../engine/answer-kinds/print-answer.ts'
import type { Assessment } from '../../../engine/assessment.ts'
import { disagreement, type Way } from '../../../engine/facts/agree.ts'
import { localise, partyName } from '../../../engine/forms/format.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import { type Cause, causesOf, clashing } from '../../../engine/why/causes.ts'
import { placeOfCause } from '../../../machine/place-of.ts'
import { answerKey } from '../../../model/answers/answers.ts'
import type { Lang } from '../../../model/lang.ts'
import type { Words } from '../../text.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { Link } from '../frame/Link.tsx'
import { rowTitle } from '../row-title.ts'

/** What blocks a licence and what is contradictory, each with the answers it comes from and a way to change them. */
export function Blockers() {
  const { words, lang } = useJourney()
  const { view, session } = useDraft()
  const [done, setDone] = useState<string | null>(null)
  const found = blockers(view.application)
  const agree = (way: Way): void => {
    setDone(words.blockers.made(way.edits.map(changeText)))
    session.apply(way.edits)
  }
  if (found.length === 0 && done === null) return null
  return (
    <section className="blockers" aria-labelledby={found.length > 0 ? 'blockers' : undefined}>
      {found.length > 0 && (
        <h2 className="utrecht-heading-2" id="blockers">
          {words.blockers.title(found.length)}
        </h2>
      )}
      <div role="status">{done !== null && <Alert kind="ok">{done}</Alert>}</div>
      {found.map((check) => (
        <Blocker key={`${check.id}@${check.row ?? ''}`} check={check} agree={agree} />
      ))}
    </section>
  )

  function changeText({ fact, row, value }: Way['edits'][number]): string {
    const question = view.application.index.questions.get(fact)
    const to =
      value === undefined || !question ? words.blockers.again : formatAnswer(question, value, lang, (id) => partyName(view.application, id))
    return `${nameOf(view, { kind: 'answer', key: answerKey(fact, row ?? null) }, lang, words)}: ${to}`
  }
}

/** What a cause is called on its page. */
function nameOf(view: DraftView, cause: Cause, lang: Lang, words: Words): string {
  const { index } = view.application
  if (cause.kind === 'row') return rowTitle(view, cause.row, lang, words)
  const [
    id = cause.key,
    row = cause.kind === 'list' && cause.key.includes('/') ? cause.key.slice(0, cause.key.lastIndexOf('/')) : undefined,
  ] = cause.kind === 'list' ? [cause.key.slice(cause.key.lastIndexOf('/') + 1)] : cause.key.split('@')
  const item = cause.kind === 'list' ? index.collections.get(id) : index.questions.get(id)
  const label = item ? localise(item.label, lang) : id
  return row !== undefined && view.application.answers.rows.has(row) ? `${label} (${rowTitle(view, row, lang, words)})` : label
}

function Blocker({ check, agree }: { check: Assessment['checks'][number]; agree: (way: Way) => void }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { application, draft } = view
  const question = clashing(application, check)
  const causes = causesOf(application, check)
  const clash = question ? disagreement(application, question, check.row) : null
  return (
    <Alert
      kind={check.severity === 'block' ? 'error' : 'warning'}
      title={check.severity === 'block' ? words.outcome.severity.block : words.blockers.clash}
    >
      <p>{check.message}</p>
      {check.advice && <p>{check.advice}</p>}
      {clash && (
        <p>
          {words.blockers.said(clash.said)} {words.blockers.follows(clash.follows)}
        </p>
      )}
      {check.unverified && <p className="quiet">{words.unverified}</p>}
      {causes.length > 0 && (
        <>
          <p>{words.blockers.change}</p>
          <ul className="utrecht-unordered-list">
            {causes.map((cause) => (
              <li key={cause.kind === 'row' ? cause.row : cause.key}>
                <Link to={placeOfCause(application, draft.id, cause)}>{nameOf(view, cause, lang, words)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {clash && (
        <p className="buttons no-print">
          {clash.ways.map((way) => (
            <Button key={way.keep} look="secondary" onClick={() => agree(way)}>
              {words.blockers.agree(way.keep)}
            </Button>
          ))}
        </p>
      )}
    </Alert>
  )
}
