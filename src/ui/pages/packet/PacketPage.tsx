import { useSelector } from '@xstate/react'
import { useState } from 'react'
import { coverage } from '../../../engine/forms/form-coverage.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import { sendSheets } from '../../../engine/packet/send-sheets.ts'
import { causesOf } from '../../../engine/why/causes.ts'
import type { MadeFile, MadePacket, PacketPart } from '../../../machine/journey.ts'
import type { Place } from '../../../machine/place.ts'
import { placeOfCause } from '../../../machine/place-of.ts'
import { answersText } from '../../../model/answers/write-answers.ts'
import { leftFor } from '../../parts/agenda-for.ts'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Button } from '../../parts/frame/Button.tsx'
import { fetched } from '../../parts/frame/Fetched.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { OwnParts } from '../../parts/OwnParts.tsx'
import { BibobNote } from '../../parts/outcome/BibobNote.tsx'
import { Blockers } from '../../parts/outcome/Blockers.tsx'
import { Scene } from '../../parts/scenes/Scene.tsx'
import { SendSheets } from '../../parts/send/SendSheets.tsx'
import { useWipe } from '../../parts/use-wipe.ts'
import { problemName, problemText } from '../../problem-text.ts'
import { keptFile } from '../../site.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

// fetched on demand, or when English is read
const OtherCopies = fetched(() => import('../../parts/copies/OtherCopies.tsx').then((module) => module.OtherCopies))

const Unfilled = fetched(() => import('../../parts/copies/Unfilled.tsx').then((module) => module.Unfilled))

const EnglishLines = fetched(() => import('../../parts/copies/EnglishLines.tsx').then((module) => module.EnglishLines))

/** The packet: making it, downloading it, and what to do with it per licence. */
export function PacketPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, journey, lang } = useJourney()
  const { view } = useDraft()
  const state = useSelector(journey, (now) => now)
  const { part, problem, shape } = state.context
  const packet = state.matches({ working: { packet: 'made' } }) ? state.context.packet : null
  const isMaking = state.matches({ working: { packet: 'making' } })
  const [chosen, choose] = useState(packet || isMaking ? shape.endsWith('WithEnglish') : true)
  // the town gets Dutch; English readers get English lines beneath it, unless they opt out
  const englishLines = lang === 'en' && chosen
  const held = blockers(view.application)
  const wipe = useWipe()
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
      <Complete draft={place.draft} />
      <p>{words.packet.status}</p>
      <Making packet={packet} part={isMaking ? part : null} />
      {state.matches({ working: { packet: 'failed' } }) && <Failed problem={problem} />}
      {lang === 'en' && <EnglishLines checked={englishLines} onChange={choose} />}
      <Make packet={packet} isMaking={isMaking} englishLines={englishLines} />
      <p className="quiet">{words.packet.setHint}</p>
      <p className="quiet">{words.packet.answersHint}</p>
      {packet?.set && <SetFiles files={packet.set} />}
      {packet?.set ? null : <MoreFiles packet={packet?.bytes ?? null} englishLines={englishLines} />}
      <BibobNote />
      <OwnParts />
      <SendSheets sheets={sendSheets(view.application, coverage(view.application))} />
      <Wipe wipe={wipe} />
    </Screen>
  )
}

/** What can be made, downloaded and saved. */
function Make({ packet, isMaking, englishLines }: { packet: MadePacket | null; isMaking: boolean; englishLines: boolean }) {
  const { words, site, journey } = useJourney()
  const { view, session } = useDraft()
  const { draft } = view
  const held = blockers(view.application)
  const [first] = held.flatMap((check) => causesOf(view.application, check))
  const saveAnswers = async (): Promise<void> => {
    await session.flush()
    site.download(`horeca1-${draft.reference}-antwoorden.json`, 'application/json', JSON.stringify(session.file(), null, 2))
  }
  return (
    <p className="buttons">
      {packet && !packet.set && (
        <Button onClick={() => site.download(packet.name, 'application/pdf', packet.bytes)}>{words.packet.download}</Button>
      )}
      {held.length > 0 && first && (
        <Link button to={placeOfCause(view.application, draft.id, first)}>
          {words.blockers.mend}
        </Link>
      )}
      <Button
        look={packet || held.length > 0 ? 'secondary' : 'primary'}
        disabled={isMaking}
        onClick={() => journey.send({ type: 'MAKE_PACKET', as: englishLines ? 'oneWithEnglish' : 'one' })}
      >
        {packet ? words.packet.again : held.length > 0 ? words.blockers.anyway : words.packet.make}
      </Button>
      <Button
        look="secondary"
        disabled={isMaking}
        onClick={() => journey.send({ type: 'MAKE_PACKET', as: englishLines ? 'setWithEnglish' : 'set' })}
      >
        {words.packet.makeSet}
      </Button>
      <Button look="secondary" onClick={() => void saveAnswers()}>
        {words.packet.answers}
      </Button>
    </p>
  )
}

/** Whether everything is filled in. */
function Complete({ draft }: { draft: string }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const { missing } = view.assessment.counts
  if (missing === 0) return blockers(view.application).length === 0 && <Alert kind="ok">{words.packet.whole}</Alert>
  const left = leftFor(view)
  return (
    <Alert kind="warning">
      <p>{words.left(left.answers.length, left.lists.length)}.</p>
      <p>{words.packet.open(missing)}</p>
      <p>
        <Link to={{ kind: 'review', draft }}>{words.packet.toMissing}</Link>
      </p>
    </Alert>
  )
}

/** How far it is. `part`: what is being made; null: nothing. */
function Making({ packet, part }: { packet: MadePacket | null; part: PacketPart | null }) {
  const { words, journey } = useJourney()
  const unfilled = [...new Set((packet?.set ?? [packet]).flatMap((file) => file?.unfilled ?? []))]
  return (
    <div role="status" className="progress">
      {part && (
        <p className="buttons">
          {words.packet.part[part]} …{' '}
          <Button look="secondary" onClick={() => journey.send({ type: 'STOP_PACKET' })}>
            {words.keeping.stop}
          </Button>
        </p>
      )}
      {packet && (
        <div className="with-scene">
          <Scene name="ready" />
          <p className="lead">
            {packet.set
              ? words.packet.setMade(packet.set.length)
              : words.packet.made(packet.pages, `${Math.round(packet.bytes.length / 1024)} kB`)}
          </p>
        </div>
      )}
      {unfilled.length > 0 && <Unfilled titles={unfilled} />}
    </div>
  )
}

function Failed({ problem }: { problem: string | null }) {
  const { words } = useJourney()
  return (
    <Alert kind="error" title={words.packet.failed}>
      <p>{problemText(words, problem)}</p>
      {problemName(problem) === 'unknown' && problem !== null && <p className="quiet">{problem}</p>}
    </Alert>
  )
}

/** Files per department and a copy with a password, on demand. */
function MoreFiles({ packet, englishLines }: { packet: Uint8Array | null; englishLines: boolean }) {
  const { words, site } = useJourney()
  const { view, session } = useDraft()
  const [isOpen, setOpen] = useState(false)
  const { draft, application } = view
  const enclosures = async () => {
    const files = Object.entries(draft.files).map(async ([document, { name, type }]) => {
      const bytes = await keptFile(site, draft.id, document)
      return bytes ? [{ document, name, type, bytes }] : []
    })
    return (await Promise.all(files)).flat()
  }
  return (
    <details className="fold no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.packet.otherCopies}</summary>
      {isOpen && (
        <OtherCopies
          application={application}
          reference={draft.reference}
          enclosures={enclosures}
          answersJson={() => answersText(session.file())}
          packet={packet}
          inWords={{ englishLines }}
        />
      )}
    </details>
  )
}

/** The files of the set, each with the person it is about. */
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
