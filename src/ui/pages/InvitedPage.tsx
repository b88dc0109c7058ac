import { useState } from 'react'
import type { ReturnFile } from '../../draft/files/invitation.ts'
import type { Case } from '../../engine/context.ts'
import { localise } from '../../engine/forms/format.ts'
import { bibobOf } from '../../engine/outcome/bibob.ts'
import { setInPieces } from '../../engine/packet/english-lines.ts'
import { ownPart } from '../../engine/packet/personal-part.ts'
import type { MadePacket } from '../../machine/journey.ts'
import { rowsOf } from '../../machine/pages.ts'
import { listKey } from '../../model/answers/answers.ts'
import { wordsIn } from '../../model/lang.ts'
import { toBase64 } from '../../model/util/bytes/base64.ts'
import { inTurns } from '../in-turns.ts'
import { onPaper } from '../languages/on-paper.ts'
import { agendaFor } from '../parts/agenda-for.ts'
import { Unfilled } from '../parts/copies/Unfilled.tsx'
import { Alert } from '../parts/frame/Alert.tsx'
import { Button } from '../parts/frame/Button.tsx'
import { Link } from '../parts/frame/Link.tsx'
import { Screen } from '../parts/frame/Screen.tsx'
import { OWN_PART } from '../text/later/packet/own-part.ts'
import { useDraft, useJourney } from '../use-journey.ts'

interface Invited {
  readonly draft: string
  readonly person: string
  readonly name: string
  readonly business: string
}

/** For an invited person: their own part of somebody else's application, and the file to send back. */
export function InvitedPage({ draft, person, name, business }: Invited) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const text = wordsIn(OWN_PART, lang)
  const agenda = agendaFor(view)
  const open = [...agenda.rows.values()].flat().filter((field) => field.needed).length + agenda.openLists.length
  const complete = isComplete(view.application, person)
  const bibob = bibobOf(view.application)
  return (
    <Screen title={text.invitedTitle(business)}>
      <p className="lead">{text.invited(name)}</p>
      <p>{text.notYou}</p>
      {bibob && !bibob.verified2024 && <p className="quiet">{words.bibob.worth(bibob.catalogue)}</p>}
      <p>
        <Link to={{ kind: 'row', draft, row: person, at: null, back: false }}>{text.questions}</Link>{' '}
        <span className="quiet">{text.left(open)}</span>
      </p>
      <Lists draft={draft} person={person} />
      <h2 className="utrecht-heading-2">{words.packet.title}</h2>
      {!complete && <Alert kind="warning">{text.left(Math.max(open, 1))}</Alert>}
      <p className="quiet">{text.finishHint}</p>
      <p className="quiet">{text.honest}</p>
      <Finish person={person} complete={complete} />
    </Screen>
  )
}

const isComplete = (application: Case, person: string): boolean =>
  ownPart(application, person).forms.every((form) =>
    form.sections.every(({ instances }) => instances.every(({ boxes }) => boxes.every((box) => box.state !== 'missing'))),
  )

/** Lists of this person that are asked for, or hold something. */
function Lists({ draft, person }: Pick<Invited, 'draft' | 'person'>) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const { openLists } = agendaFor(view)
  const lists = view.variant.collections.flatMap((collection) => {
    const key = listKey(collection.id, person)
    if (collection.per !== 'party' || collection.id === 'roles') return []
    return openLists.some((list) => list.key === key) || rowsOf(view.application.answers.lists, key).length > 0 ? [{ key, collection }] : []
  })
  if (lists.length === 0) return null
  return (
    <>
      <h2 className="utrecht-heading-2">{wordsIn(OWN_PART, lang).lists}</h2>
      <ul className="utrecht-unordered-list">
        {lists.map(({ key, collection }) => (
          <li key={key}>
            <Link to={{ kind: 'list', draft, list: key }}>{localise(collection.label, lang)}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

type Closed = Pick<MadePacket, 'bytes' | 'pages'>

/** The file to send back, with or without the finished pages, and those pages to keep. */
function Finish({ person, complete }: Pick<Invited, 'person'> & { complete: boolean }) {
  const { words, lang, site } = useJourney()
  const { draft } = useDraft().view
  const [state, setState] = useState<'ready' | 'making' | 'made' | 'failed'>('ready')
  const { makePages, unfilled } = useOwnPages(person)
  const text = wordsIn(OWN_PART, lang)
  const run = async (make: () => Promise<void>): Promise<void> => {
    setState('making')
    await make().then(
      () => setState('made'),
      () => setState('failed'),
    )
  }
  const sendBack = (closed: Closed | null): void => {
    const file: ReturnFile = {
      kind: 'horeca1.return',
      schema: 1,
      reference: draft.reference,
      person,
      complete,
      pages: closed?.pages ?? 0,
      pdf: closed ? toBase64(closed.bytes) : null,
    }
    site.download(`horeca1-${draft.reference}-terug-${person}.json`, 'application/json', JSON.stringify(file))
  }
  const keep = ({ bytes }: Closed): void =>
    site.download(`horeca1-${draft.reference}-vertrouwelijk-${person}.pdf`, 'application/pdf', bytes)
  return (
    <>
      <p className="buttons">
        <Button disabled={state === 'making'} onClick={() => void run(async () => sendBack(await makePages()))}>
          {text.finish}
        </Button>
        <Button look="secondary" disabled={state === 'making'} onClick={() => void run(async () => sendBack(null))}>
          {text.finishBare}
        </Button>
        <Button look="secondary" disabled={state === 'making'} onClick={() => void run(async () => keep(await makePages()))}>
          {text.keep}
        </Button>
      </p>
      <div role="status">
        {state === 'making' && <p>{words.packet.part.start} …</p>}
        {state === 'made' && <p>{text.made}</p>}
        {state === 'made' && unfilled.length > 0 && <Unfilled titles={unfilled} />}
        {state === 'failed' && <Alert kind="error">{words.packet.failed}</Alert>}
      </div>
    </>
  )
}

/** The finished pages of this part, made on this device. `unfilled`: titles of forms of the town that could not be filled in. */
function useOwnPages(person: string) {
  const { lang, site } = useJourney()
  const { application, draft } = useDraft().view
  const [unfilled, setUnfilled] = useState<readonly string[]>([])
  const makePages = async (): Promise<Closed> => {
    setUnfilled([])
    const inWords = { englishLines: lang === 'en' }
    const paper = await onPaper(site, application)
    const parts = await inTurns(site, setInPieces(paper, draft.reference, new Map(), inWords))
    const part = parts.find(({ kind, row }) => kind === 'person' && row === person)
    if (!part) throw new Error('no part')
    const made = await site.makePacket(part.content, [], () => undefined)
    setUnfilled(made.unfilled ?? [])
    return made
  }
  return { makePages, unfilled }
}
