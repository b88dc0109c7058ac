import { useState } from 'react'
import { flushSync } from 'react-dom'
import { plainFileName } from '../../../draft/files/file-name.ts'
import { readShared } from '../../../draft/files/invitation.ts'
import { canBeAskedInFile, requestFor } from '../../../draft/files/request.ts'
import { localise } from '../../../engine/forms/format.ts'
import type { Place } from '../../../machine/place.ts'
import { placeOfAnswer } from '../../../machine/place-of.ts'
import { wordsIn } from '../../../model/lang.ts'
import { CameBackNote } from '../../parts/ask/CameBackNote.tsx'
import { type AskList, letterOf, listsToAsk } from '../../parts/ask/to-ask.ts'
import { FileButton } from '../../parts/files/FileButton.tsx'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Button } from '../../parts/frame/Button.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { Scene } from '../../parts/scenes/Scene.tsx'
import { NOT_YET } from '../../text/later/not-yet.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** What somebody does not know yet, as a list for each person who may know it: to print, to mail, to share, or as a file that comes back filled in. */
export function AskPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang, site } = useJourney()
  const { session, view } = useDraft()
  const [problem, setProblem] = useState<string | null>(null)
  /** The list that is being printed on its own. */
  const [alone, setAlone] = useState<string | null>(null)
  const text = wordsIn(NOT_YET, lang)
  const lists = listsToAsk(view, lang, words)
  const print = (id: string): void => {
    flushSync(() => setAlone(id))
    window.print()
    setAlone(null)
  }
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setProblem(null)
    const shared = readShared(await file.text().catch(() => ''))
    if (shared?.kind === 'broken') setProblem(words.keeping.broken)
    else if (shared?.kind !== 'horeca1.answers' || shared.reference !== view.draft.reference)
      setProblem(`${plainFileName(file.name)}: ${words.start.ofNoDraft}`)
    else session.keepReply(shared.respondent, { at: site.now(), answers: shared.answers })
  }
  return (
    <Screen
      title={text.title}
      above={
        <p className="kicker no-print">
          <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      <div className={lists.length > 0 ? 'no-print' : 'with-scene no-print'}>
        {lists.length === 0 && <Scene name="done" />}
        <p className="lead">{lists.length > 0 ? text.intro : text.none}</p>
      </div>
      <CameBackNote />
      {lists.map((list) => (
        <AskCard
          key={list.respondent.id}
          list={list}
          draft={place.draft}
          hidden={alone !== null && alone !== list.respondent.id}
          print={() => print(list.respondent.id)}
        />
      ))}
      <div className="no-print">
        <div role="status">{problem && <Alert kind="error">{problem}</Alert>}</div>
        {lists.some(({ respondent }) => !respondent.self) && (
          <FileButton id="answered-file" accept=".json,application/json" onChoose={([file]) => void open(file)}>
            {text.open}
          </FileButton>
        )}
      </div>
    </Screen>
  )
}

function AskCard({ list, draft, hidden, print }: { list: AskList; draft: string; hidden: boolean; print: () => void }) {
  const { lang, site } = useJourney()
  const { view } = useDraft()
  const { respondent, questions } = list
  const { application, variant } = view
  const text = wordsIn(NOT_YET, lang)
  const { business: firm, premises } = variant.names
  const named = application.get(`fact|${firm.tradeName}|`) || application.get(`fact|${premises.name}|`)
  const letter = letterOf(questions, typeof named === 'string' ? named : '', lang)
  const { failed, share } = useShare(letter)
  const left = questions.filter(({ field }) => !canBeAskedInFile(application, field.key)).length
  const toFile = (): void => {
    const request = requestFor(
      application,
      view.draft,
      respondent.id,
      questions.map(({ field, about }) => ({ key: field.key, about })),
    )
    if (request)
      site.download(`horeca1-${view.draft.reference}-vragen-${respondent.id}.json`, 'application/json', JSON.stringify(request, null, 2))
  }
  return (
    <section className={`card ask${hidden ? ' no-print' : ''}`} aria-labelledby={`ask-${respondent.id}`}>
      <h2 className="card__title" id={`ask-${respondent.id}`}>
        {text.taskFor(capital(localise(respondent.label, lang)), questions.length)}
      </h2>
      <AskedQuestions questions={questions} draft={draft} />
      <p className="card__actions no-print">
        {!respondent.self && (
          <>
            <a className="utrecht-button utrecht-button--secondary-action" href={letter.address}>
              {text.mail}
              <span className="visually-hidden">: {localise(respondent.label, lang)}</span>
            </a>
            {typeof navigator.share === 'function' && (
              <Button look="secondary" aria-label={`${text.share}: ${localise(respondent.label, lang)}`} onClick={share}>
                {text.share}
              </Button>
            )}
            {left < questions.length && (
              <Button look="secondary" aria-label={`${text.file}: ${localise(respondent.label, lang)}`} onClick={toFile}>
                {text.file}
              </Button>
            )}
          </>
        )}
        <Button look="subtle" aria-label={`${text.print}: ${localise(respondent.label, lang)}`} onClick={print}>
          {text.print}
        </Button>
      </p>
      {!respondent.self && left < questions.length && <p className="quiet no-print">{text.fileHint}</p>}
      {!respondent.self && left > 0 && <p className="quiet no-print">{text.notInFile(left)}</p>}
      <div role="status" className="no-print">
        {failed && <Alert kind="error">{text.shareFailed}</Alert>}
      </div>
    </section>
  )
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Hands a letter to another program of the device. */
function useShare({ subject, body }: { subject: string; body: string }) {
  const [failed, setFailed] = useState(false)
  const share = (): void => {
    setFailed(false)
    void navigator.share({ title: subject, text: body }).catch((error: unknown) => {
      // cancelling is not a failure
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true)
    })
  }
  return { failed, share }
}

function AskedQuestions({ questions, draft }: Pick<AskList, 'questions'> & { draft: string }) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const text = wordsIn(NOT_YET, lang)
  return (
    <ol className="ask__questions">
      {questions.map(({ field, about, label, hint }) => (
        <li key={field.key}>
          <Link to={placeOfAnswer(view.application, draft, field.key, false)} label={`${text.fill}: ${about ? `${about}, ` : ''}${label}`}>
            {about && `${about}: `}
            {label}
          </Link>
          {hint && <span className="quiet ask__hint">{hint}</span>}
          <span className="ask__line" aria-hidden="true" />
        </li>
      ))}
    </ol>
  )
}
