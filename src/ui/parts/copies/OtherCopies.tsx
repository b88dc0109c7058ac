import { type FormEvent, useState } from 'react'
import type { Case } from '../../../engine/context.ts'
import type { DeskEnclosure } from '../../../engine/packet/desks/desk-files.ts'
import { contentInPieces, type InWhichWords } from '../../../engine/packet/english-lines.ts'
import { SHORTEST_PASSWORD } from '../../../engine/packet/locked-copy.ts'
import { wordsIn } from '../../../model/lang.ts'
import { inTurns } from '../../in-turns.ts'
import { onPaper } from '../../languages/on-paper.ts'
import { COPIES } from '../../text/later/packet/copies.ts'
import { useJourney } from '../../use-journey.ts'
import { Checkbox } from '../form/Checkbox.tsx'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { deskZip } from './desk-zip.ts'
import { Unfilled } from './Unfilled.tsx'

/** How many files were made, and titles of forms of the town that could not be filled in. */
interface Made {
  readonly count: number
  readonly unfilled: readonly string[]
}
type State = { readonly kind: 'ready' | 'busy' | 'failed' } | ({ readonly kind: 'made' } & Made)

/** Other files of a packet: one per department, and a copy with a password. `packet`: its bytes; null until it is made. */
export function OtherCopies({
  application,
  reference,
  enclosures,
  answersJson,
  packet,
  inWords,
}: {
  application: Case
  reference: string
  enclosures: () => Promise<readonly DeskEnclosure[]>
  /** The answers as embedded in the packet. */
  answersJson: () => string
  packet: Uint8Array | null
  inWords: InWhichWords
}) {
  return (
    <>
      <DeskFiles application={application} reference={reference} enclosures={enclosures} inWords={inWords} />
      <ReadingCopy application={application} reference={reference} enclosures={enclosures} answersJson={answersJson} inWords={inWords} />
      <LockedCopy packet={packet} name={`horeca1-${reference}-met-wachtwoord.pdf`} />
    </>
  )
}

function DeskFiles({
  application,
  reference,
  enclosures,
  inWords,
}: {
  application: Case
  reference: string
  enclosures: () => Promise<readonly DeskEnclosure[]>
  inWords: InWhichWords
}) {
  const { lang, site } = useJourney()
  const text = wordsIn(COPIES, lang)
  const make = async (): Promise<Made> => {
    const { bytes, ...made } = await deskZip(site, application, reference, await enclosures(), inWords)
    site.download(`horeca1-${reference}-per-afdeling.zip`, 'application/zip', bytes)
    return made
  }
  const said = { title: text.desks, hint: text.desksHint, button: text.desksMake, busy: text.desksBusy, made: text.desksMade }
  return <Copy id="desks" said={said} make={make} />
}

function ReadingCopy({
  application,
  reference,
  enclosures,
  answersJson,
  inWords,
}: {
  application: Case
  reference: string
  enclosures: () => Promise<readonly DeskEnclosure[]>
  answersJson: () => string
  inWords: InWhichWords
}) {
  const { lang, site } = useJourney()
  const text = wordsIn(COPIES, lang)
  const make = async (): Promise<Made> => {
    const files = await enclosures()
    const paper = await onPaper(site, application)
    const content = await inTurns(site, contentInPieces(paper, reference, answersJson(), inWords))
    const { html, unfilled } = await site.makeReadingCopy(
      content,
      files.map((file) => ({ ...file, document: file.document ?? '' })),
    )
    site.download(`horeca1-${reference}-leeskopie.html`, 'text/html', html)
    return { count: 1, unfilled }
  }
  const said = {
    title: text.reading,
    hint: text.readingHint,
    button: text.readingMake,
    busy: text.readingBusy,
    made: () => text.readingMade,
  }
  return <Copy id="reading-copy" said={said} make={make} />
}

/** One kind of copy: what it is, and the button that makes it. */
function Copy({
  id,
  said,
  make,
}: {
  id: string
  said: {
    readonly title: string
    readonly hint: string
    readonly button: string
    readonly busy: string
    readonly made: (count: number) => string
  }
  make: () => Promise<Made>
}) {
  const { lang } = useJourney()
  const [state, setState] = useState<State>({ kind: 'ready' })
  const press = (): void => {
    setState({ kind: 'busy' })
    make().then(
      (made) => setState({ kind: 'made', ...made }),
      () => setState({ kind: 'failed' }),
    )
  }
  return (
    <section aria-labelledby={id}>
      <h2 className="utrecht-heading-2" id={id}>
        {said.title}
      </h2>
      <p>{said.hint}</p>
      <Told state={state} busy={said.busy} made={said.made} failed={wordsIn(COPIES, lang).failed} />
      <p className="buttons">
        <Button look="secondary" disabled={state.kind === 'busy'} onClick={press}>
          {said.button}
        </Button>
      </p>
    </section>
  )
}

function LockedCopy({ packet, name }: { packet: Uint8Array | null; name: string }) {
  const { lang, site } = useJourney()
  const text = wordsIn(COPIES, lang)
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [asked, setAsked] = useState(false)
  const [state, setState] = useState<State>({ kind: 'ready' })
  const tooShort = asked && password.length < SHORTEST_PASSWORD
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (packet === null) return
    if (password.length < SHORTEST_PASSWORD) {
      document.getElementById('copy-password')?.focus()
      return
    }
    setState({ kind: 'busy' })
    const bytes = await site.lockPacket(packet, password).catch(() => null)
    if (bytes) site.download(name, 'application/pdf', bytes)
    setState(bytes ? { kind: 'made', count: 1, unfilled: [] } : { kind: 'failed' })
  }
  return (
    <section aria-labelledby="locked">
      <h2 className="utrecht-heading-2" id="locked">
        {text.lock}
      </h2>
      <p>{text.lockHint}</p>
      {packet === null ? (
        <p className="quiet">{text.lockFirst}</p>
      ) : (
        <form onSubmit={(event) => void make(event)} noValidate>
          <div className="field">
            <label className="utrecht-form-label" htmlFor="copy-password">
              {text.password}
            </label>
            <p className="utrecht-form-field-description" id="copy-password-hint">
              {text.passwordHint(SHORTEST_PASSWORD)}
            </p>
            {tooShort && (
              <p className="utrecht-form-field-error-message" id="copy-password-error">
                {text.tooShort(SHORTEST_PASSWORD)}
              </p>
            )}
            <input
              className={`utrecht-textbox utrecht-textbox--html-input${tooShort ? ' utrecht-textbox--invalid' : ''}`}
              id="copy-password"
              type={shown ? 'text' : 'password'}
              autoComplete="new-password"
              spellCheck={false}
              aria-invalid={tooShort || undefined}
              aria-describedby={`copy-password-hint${tooShort ? ' copy-password-error' : ''}`}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <Checkbox id="copy-password-shown" label={text.show} checked={shown} onChange={setShown} />
          </div>
          <Told state={state} busy={text.lockBusy} made={() => text.lockMade} failed={text.failed} />
          <p className="buttons">
            <Button look="secondary" type="submit" disabled={state.kind === 'busy'}>
              {text.lockMake}
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}

function Told({ state, busy, made, failed }: { state: State; busy: string; made: (count: number) => string; failed: string }) {
  return (
    <div role="status">
      {state.kind === 'busy' && <p>{busy} …</p>}
      {state.kind === 'made' && <Alert kind="ok">{made(state.count)}</Alert>}
      {state.kind === 'made' && state.unfilled.length > 0 && <Unfilled titles={state.unfilled} />}
      {state.kind === 'failed' && <Alert kind="error">{failed}</Alert>}
    </div>
  )
}
