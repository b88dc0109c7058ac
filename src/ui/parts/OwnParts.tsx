import { memo, useCallback, useState } from 'react'
import { plainFileName } from '../../draft/files/file-name.ts'
import { readShared } from '../../draft/files/invitation.ts'
import { inviteFor } from '../../draft/files/invite.ts'
import { formatDate } from '../../engine/forms/format.ts'
import { peopleConcerned } from '../../engine/packet/personal-part.ts'
import { wordsIn } from '../../model/lang.ts'
import { OWN_PART } from '../text/later/packet/own-part.ts'
import { useDraft, useJourney } from '../use-journey.ts'
import { FileButton } from './files/FileButton.tsx'
import { Alert } from './frame/Alert.tsx'
import { Button } from './frame/Button.tsx'
import { rowTitle } from './row-title.ts'

/** Lets each person concerned fill in their own part on their own device; of what came back it shows only whether it is complete. */
export function OwnParts() {
  const { words, lang, site } = useJourney()
  const { session, view } = useDraft()
  const [problem, setProblem] = useState<string | null>(null)
  const { draft, application } = view
  const people = draft.invitation ? [] : peopleConcerned(application)
  const invite = useCallback(
    (person: string): void => {
      const now = session.view()
      site.download(
        `horeca1-${now.draft.reference}-uitnodiging-${person}.json`,
        'application/json',
        JSON.stringify(inviteFor(now.application, now.draft.reference, person), null, 2),
      )
    },
    [session, site],
  )
  if (people.length === 0) return null
  const text = wordsIn(OWN_PART, lang)
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setProblem(null)
    try {
      const shared = readShared(await file.text())
      if (shared?.kind === 'broken') return setProblem(words.keeping.broken)
      if (shared?.kind !== 'horeca1.return' || shared.reference !== draft.reference) return setProblem(words.start.ofNoDraft)
      if (!people.includes(shared.person)) return setProblem(words.keeping.nobody)
      await session.takeBack(shared)
    } catch {
      setProblem(words.keeping.fileNotKept(plainFileName(file.name)))
    }
  }
  return (
    <section aria-labelledby="own-parts">
      <h2 className="utrecht-heading-2" id="own-parts">
        {text.title}
      </h2>
      <p>{text.intro}</p>
      <p className="quiet">{text.honest}</p>
      <ul className="cards">
        {people.map((person) => {
          const back = draft.returned?.[person]
          const date = back ? formatDate(back.at.slice(0, 10), lang) : ''
          const state = back ? (back.complete ? text.back(date, back.closed ? back.pages : 0) : text.notWhole(date)) : text.waiting
          return <Invitee key={person} person={person} name={rowTitle(view, person, lang, words)} state={state} invite={invite} />
        })}
      </ul>
      <div role="status">{problem && <Alert kind="error">{problem}</Alert>}</div>
      <FileButton id="returned-file" accept=".json,application/json" onChoose={([file]) => void open(file)}>
        {text.open}
      </FileButton>
    </section>
  )
}

const Invitee = memo(function Invitee({
  person,
  name,
  state,
  invite,
}: {
  person: string
  name: string
  state: string
  invite: (person: string) => void
}) {
  const { lang } = useJourney()
  return (
    <li className="card">
      <h3 className="card__title">{name}</h3>
      <p className="quiet">{state}</p>
      <p className="card__actions">
        <Button look="secondary" onClick={() => invite(person)}>
          {wordsIn(OWN_PART, lang).invite(name)}
        </Button>
      </p>
    </li>
  )
})
