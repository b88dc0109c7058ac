import { useState } from 'react'
import type { PacketContent } from '../../engine/assessment.ts'
import { packetContent } from '../../engine/packet-content.ts'
import { printDate } from '../../engine/print.ts'
import type { MadePacket, PacketPart } from '../../machine/journey.ts'
import type { Place } from '../../machine/place.ts'
import { Alert } from '../parts/Alert.tsx'
import { Button } from '../parts/Button.tsx'
import { Link } from '../parts/Link.tsx'
import { Screen } from '../parts/Screen.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

export interface PacketState {
  readonly state: 'ready' | 'making' | 'made' | 'failed'
  readonly part: PacketPart
  readonly packet: MadePacket | null
  readonly problem: string | null
  readonly make: () => void
  readonly wipe: () => Promise<void>
}

/** The packet: make it, download it, and what to do with it per licence. */
export function PacketPage({ place, packet }: { place: Extract<Place, { draft: string }>; packet: PacketState }) {
  const { words, lang, site } = useJourney()
  const { view, session } = useDraft()
  const { assessment, draft } = view
  const { missing } = assessment.counts
  const saveAnswers = async (): Promise<void> => {
    await session.flush()
    site.download(`horeca1-${draft.kenmerk}-antwoorden.json`, 'application/json', JSON.stringify(session.view().draft.file, null, 2))
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
      {missing > 0 ? <Alert kind="warning">{words.packet.open(missing)}</Alert> : <Alert kind="ok">{words.packet.whole}</Alert>}
      <p>{words.packet.status}</p>
      <div role="status" className="progress">
        {packet.state === 'making' && <p>{words.packet.part[packet.part]} …</p>}
        {packet.state === 'made' && packet.packet && (
          <p>{words.packet.made(packet.packet.pages, `${Math.round(packet.packet.bytes.length / 1024)} kB`)}</p>
        )}
      </div>
      {packet.state === 'failed' && (
        <Alert kind="error" title={words.packet.failed}>
          {packet.problem}
        </Alert>
      )}
      <p className="buttons">
        {packet.state === 'made' && packet.packet && (
          <Button onClick={() => packet.packet && site.download(packet.packet.name, 'application/pdf', packet.packet.bytes)}>
            {words.packet.download}
          </Button>
        )}
        <Button look={packet.state === 'made' ? 'secondary' : 'primary'} disabled={packet.state === 'making'} onClick={packet.make}>
          {packet.state === 'made' ? words.packet.again : words.packet.make}
        </Button>
        <Button look="secondary" onClick={() => void saveAnswers()}>
          {words.packet.answers}
        </Button>
      </p>
      <p className="quiet">{words.packet.answersHint}</p>
      <SendSheets content={packetContent(view.one, draft.kenmerk, '')} />
      {assessment.terms.length > 0 && (
        <>
          <h2 className="utrecht-heading-2">{words.packet.next}</h2>
          <ul className="utrecht-unordered-list">
            {assessment.terms.map((term) => (
              <li key={`${term.licence}-${term.basis}`}>
                {words.packet.decision(nameOf(view, term.licence, lang), printDate(term.until, lang))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Wipe wipe={packet.wipe} />
    </Screen>
  )
}

const nameOf = (view: ReturnType<typeof useDraft>['view'], id: string, lang: 'nl' | 'en'): string =>
  view.variant.licences.find((each) => each.id === id)?.name[lang] ?? id

/** Numbered steps per licence, for the way this town wants to receive it. */
function SendSheets({ content }: { content: PacketContent }) {
  const { words } = useJourney()
  return (
    <>
      <h2 className="utrecht-heading-2">{words.packet.send}</h2>
      {content.channels.length === 0 && <p>{words.packet.nothing}</p>}
      {content.channels.map((channel) => {
        const forms = content.forms.filter((form) => form.licences.includes(channel.licence))
        return (
          <section key={channel.licence} className="send" aria-labelledby={`send-${channel.licence}`}>
            <h3 className="utrecht-heading-3" id={`send-${channel.licence}`}>
              {words.packet.sendFor(content.licenceNames[channel.licence] ?? channel.licence)}
            </h3>
            <ol className="utrecht-ordered-list">
              {forms.length > 0 && <li>{words.packet.sign}</li>}
              <li>
                {words.packet.channel[channel.kind] ?? words.packet.channel.unknown}
                {channel.address && (
                  <>
                    {' '}
                    {words.packet.goTo} {channel.address}.
                  </>
                )}
                {channel.login &&
                  channel.login !== 'none' &&
                  ` ${words.packet.login} ${words.packet.logins[channel.login] ?? channel.login}.`}
                {channel.department && ` ${words.packet.department}: ${channel.department}.`}
              </li>
              <li>{words.packet.upload}</li>
              {channel.separateEnvelope && <li>{words.packet.envelope}</li>}
              {channel.note && <li>{channel.note}</li>}
              <li>{words.packet.receipt}</li>
            </ol>
          </section>
        )
      })}
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
