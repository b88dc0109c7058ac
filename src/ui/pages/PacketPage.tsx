import { useState } from 'react'
import { coverage } from '../../engine/forms/cover.ts'
import { blockers } from '../../engine/outcome/fired-checks.ts'
import { sendSheets } from '../../engine/packet/send-sheets.ts'
import { causesOf } from '../../engine/why/causes.ts'
import type { MadeFile, MadePacket, PacketPart, PacketShape } from '../../machine/journey.ts'
import type { Place } from '../../machine/place.ts'
import { placeOfCause } from '../../machine/place-of.ts'
import { leftFor } from '../parts/agenda-for.ts'
import { Alert } from '../parts/frame/Alert.tsx'
import { Button } from '../parts/frame/Button.tsx'
import { Link } from '../parts/frame/Link.tsx'
import { Screen } from '../parts/frame/Screen.tsx'
import { OwnParts } from '../parts/OwnParts.tsx'
import { BibobNote } from '../parts/outcome/BibobNote.tsx'
import { Blockers } from '../parts/outcome/Blockers.tsx'
import { SendSheets } from '../parts/outcome/SendSheets.tsx'
import { problemName, problemText } from '../problem-text.ts'
import { useDraft, useJourney } from '../use-journey.ts'

export interface PacketState {
  readonly state: 'ready' | 'making' | 'made' | 'failed'
  readonly part: PacketPart
  readonly packet: MadePacket | null
  readonly problem: string | null
  readonly make: (as: PacketShape) => void
  /** Calls the making off. */
  readonly stop?: () => void
  readonly wipe: () => Promise<void>
}

/** The packet: make it, download it, and what to do with it per licence. */
export function PacketPage({ place, packet }: { place: Extract<Place, { draft: string }>; packet: PacketState }) {
  const { words, site } = useJourney()
  const { view, session } = useDraft()
  const { assessment, draft } = view
  const { missing } = assessment.counts
  const left = leftFor(view)
  const held = blockers(view.one)
  const [first] = held.flatMap((check) => causesOf(view.one, check))
  const saveAnswers = async (): Promise<void> => {
    await session.flush()
    site.download(`horeca1-${draft.kenmerk}-antwoorden.json`, 'application/json', JSON.stringify(session.file(), null, 2))
  }
  return (
    <Screen
      title={words.packet.title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      <Blockers />
      {held.length > 0 && <p>{words.blockers.packet(held.length)}</p>}
      {missing > 0 ? (
        <Alert kind="warning">
          <p>{words.left(left.answers.length, left.lists.length)}.</p>
          <p>{words.packet.open(missing)}</p>
          <p>
            <Link to={{ kind: 'review', draft: place.draft }}>{words.packet.toMissing}</Link>
          </p>
        </Alert>
      ) : (
        held.length === 0 && <Alert kind="ok">{words.packet.whole}</Alert>
      )}
      <p>{words.packet.status}</p>
      <div role="status" className="progress">
        {packet.state === 'making' && (
          <p className="buttons">
            {words.packet.part[packet.part]} …{' '}
            {packet.stop && (
              <Button look="secondary" onClick={packet.stop}>
                {words.keeping.stop}
              </Button>
            )}
          </p>
        )}
        {packet.state === 'made' && packet.packet?.set && <p>{words.packet.setMade(packet.packet.set.length)}</p>}
        {packet.state === 'made' && packet.packet && !packet.packet.set && (
          <p>{words.packet.made(packet.packet.pages, `${Math.round(packet.packet.bytes.length / 1024)} kB`)}</p>
        )}
      </div>
      {packet.state === 'failed' && (
        <Alert kind="error" title={words.packet.failed}>
          <p>{problemText(words, packet.problem)}</p>
          {problemName(packet.problem) === 'unknown' && packet.problem !== null && <p className="quiet">{packet.problem}</p>}
        </Alert>
      )}
      <p className="buttons">
        {packet.state === 'made' && packet.packet && !packet.packet.set && (
          <Button onClick={() => packet.packet && site.download(packet.packet.name, 'application/pdf', packet.packet.bytes)}>
            {words.packet.download}
          </Button>
        )}
        {held.length > 0 && first && (
          <Link button to={placeOfCause(view.one, view.answers, draft.id, first)}>
            {words.blockers.mend}
          </Link>
        )}
        <Button
          look={packet.state === 'made' || held.length > 0 ? 'secondary' : 'primary'}
          disabled={packet.state === 'making'}
          onClick={() => packet.make('one')}
        >
          {packet.state === 'made' ? words.packet.again : held.length > 0 ? words.blockers.anyway : words.packet.make}
        </Button>
        <Button look="secondary" disabled={packet.state === 'making'} onClick={() => packet.make('set')}>
          {words.packet.makeSet}
        </Button>
        <Button look="secondary" onClick={() => void saveAnswers()}>
          {words.packet.answers}
        </Button>
      </p>
      <p className="quiet">{words.packet.setHint}</p>
      <p className="quiet">{words.packet.answersHint}</p>
      {packet.state === 'made' && packet.packet?.set && <SetFiles files={packet.packet.set} />}
      <BibobNote />
      <OwnParts />
      <SendSheets sheets={sendSheets(view.one, coverage(view.one))} />
      <Wipe wipe={packet.wipe} />
    </Screen>
  )
}

/** The files of the set, each with whom it is about. */
function SetFiles({ files }: { files: readonly MadeFile[] }) {
  const { words, site } = useJourney()
  return (
    <>
      <h2 className="utrecht-heading-2">{words.packet.setTitle}</h2>
      <ul className="cards">
        {files.map((file) => (
          <li key={file.name} className="card">
            <h3 className="card__title">{file.name}</h3>
            <p className="quiet">{file.about ? words.packet.setAbout(file.about) : words.packet.setShared}</p>
            <p className="card__actions">
              <Button
                look="secondary"
                aria-label={`${words.packet.download}: ${file.name}`}
                onClick={() => site.download(file.name, 'application/pdf', file.bytes)}
              >
                {words.packet.download}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Wipe({ wipe }: { wipe: () => Promise<void> }) {
  const { words } = useJourney()
  const [asking, setAsking] = useState(false)
  return (
    <div className="wipe no-print" role="status">
      {asking ? (
        <Alert kind="warning" title={words.packet.wipe}>
          <p>{words.packet.wipeAsk}</p>
          <p className="buttons">
            <Button onClick={() => void wipe()}>{words.packet.wipeSure}</Button>
            <Button look="secondary" onClick={() => setAsking(false)}>
              {words.packet.keep}
            </Button>
          </p>
        </Alert>
      ) : (
        <Button look="subtle" onClick={() => setAsking(true)}>
          {words.packet.wipe}
        </Button>
      )}
    </div>
  )
}
