import { useState } from 'react'
import { formatAnswer } from '../../../engine/answer-kinds/print-answer.ts'
import { formatDate, localise, partyName } from '../../../engine/forms/format.ts'
import { wordsIn } from '../../../model/lang.ts'
import type { AnswerJson } from '../../../model/schema/answer-file.ts'
import { NOT_YET } from '../../text/later/not-yet.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { Table } from '../frame/Table.tsx'
import { rowTitle } from '../row-title.ts'
import { type CameBack, cameBack, takeOver } from './replies.ts'

/** Answers that came back: shown beside the current ones, taken over with one press. */
export function CameBackNote() {
  const { words, lang } = useJourney()
  const { session, view } = useDraft()
  const [taken, setTaken] = useState(0)
  const text = wordsIn(NOT_YET, lang).back
  const { application, draft, variant } = view
  const printed = (each: CameBack, value: AnswerJson): string =>
    formatAnswer(each.question, value, lang, (id) => partyName(application, id))
  const nameOf = (id: string): string => {
    const label = variant.respondents.find((each) => each.id === id)?.label
    return label ? localise(label, lang) : id
  }
  return (
    <>
      {Object.entries(draft.replies ?? {}).map(([respondent, reply]) => {
        const { usable, refused } = cameBack(view, reply)
        return (
          <section key={respondent} className="card no-print" aria-labelledby={`back-${respondent}`}>
            <h2 className="card__title" id={`back-${respondent}`}>
              {text.title(nameOf(respondent))}
            </h2>
            <p className="quiet">{text.on(formatDate(reply.at.slice(0, 10), lang))}</p>
            {usable.length > 0 ? (
              <Table
                label={`back-${respondent}`}
                columns={[text.question, text.answer, text.now]}
                rows={usable.map((each) => ({
                  key: each.key,
                  head: `${each.row !== null && application.answers.rows.has(each.row) ? `${rowTitle(view, each.row, lang, words)}: ` : ''}${localise(each.question.label, lang)}`,
                  cells: [printed(each, each.answer), each.now === undefined ? text.nothing : printed(each, each.now)],
                  differs: each.now !== undefined,
                }))}
              />
            ) : (
              <p>{text.empty}</p>
            )}
            {refused > 0 && <p>{text.refused(refused)}</p>}
            <p className="card__actions">
              {usable.length > 0 && (
                <Button
                  onClick={() => {
                    session.apply(takeOver(usable))
                    session.keepReply(respondent, null)
                    setTaken(usable.length)
                  }}
                >
                  {text.take(usable.length)}
                </Button>
              )}
              <Button look="secondary" onClick={() => session.keepReply(respondent, null)}>
                {text.leave}
              </Button>
            </p>
          </section>
        )
      })}
      <div role="status" className="no-print">
        {taken > 0 && (
          <Alert kind="ok">
            <p>{text.taken(taken)}</p>
          </Alert>
        )}
      </div>
    </>
  )
}
