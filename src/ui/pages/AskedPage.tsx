import { useMemo, useState } from 'react'
import type { Draft } from '../../draft/draft.ts'
import type { ReplyFile } from '../../draft/files/request.ts'
import { localise } from '../../engine/forms/format.ts'
import { type Field, grouped } from '../../machine/pages.ts'
import { wordsIn } from '../../model/lang.ts'
import { QuestionsForm } from '../parts/form/QuestionsForm.tsx'
import { Alert } from '../parts/frame/Alert.tsx'
import { Screen } from '../parts/frame/Screen.tsx'
import { NOT_YET } from '../text/later/not-yet.ts'
import { useDraft, useJourney } from '../use-journey.ts'

/** For a respondent: only the questions on the list, and the file to send back. */
export function AskedPage({ respondent, business, questions }: NonNullable<Draft['request']>) {
  const { lang, site } = useJourney()
  const { session, view } = useDraft()
  const [made, setMade] = useState<'nothing' | 'made' | null>(null)
  const { application, draft, variant } = view
  const text = wordsIn(NOT_YET, lang).asked
  const asked = useMemo(
    () =>
      questions.flatMap(({ key, about }): Field[] => {
        const [fact = '', row = null] = key.split('@')
        const question = application.index.questions.get(fact)
        if (!question || question.derived || question.type === 'file') return []
        // the subject is put before the question: the respondent does not know the rooms of somebody else's business
        const label = about ? { nl: `${about}: ${question.label.nl}`, en: `${about}: ${question.label.en}` } : question.label
        return [{ key, row, question: { ...question, label, optional: true }, open: true, needed: false }]
      }),
    [application.index, questions],
  )
  const label = variant.respondents.find(({ id }) => id === respondent)?.label
  const make = (): void => {
    setMade(null)
    const { values } = session.view().application.answers
    const answers = Object.fromEntries(
      asked.flatMap(({ key }) => (values.has(key) ? [[key, values.get(key)]] : [])),
    ) as ReplyFile['answers']
    if (Object.keys(answers).length === 0) {
      setMade('nothing')
      return
    }
    const file: ReplyFile = { kind: 'horeca1.answers', schema: 1, reference: draft.reference, respondent, answers }
    site.download(`horeca1-${draft.reference}-antwoorden-${respondent}.json`, 'application/json', JSON.stringify(file, null, 2))
    setMade('made')
  }
  return (
    <Screen title={text.title(business)}>
      <p className="lead">{text.intro(label ? localise(label, lang) : respondent)}</p>
      <p>{text.where}</p>
      {asked.length === 0 ? (
        <Alert kind="warning">{text.gone}</Alert>
      ) : (
        <QuestionsForm groups={grouped(variant, asked)} doneLabel={text.make} onDone={make} />
      )}
      <div role="status">
        {made === 'made' && <Alert kind="ok">{text.made}</Alert>}
        {made === 'nothing' && <Alert kind="warning">{text.nothing}</Alert>}
      </div>
    </Screen>
  )
}
