import { useState } from 'react'
import type { Draft } from '../../../draft/draft.ts'
import { filesOf } from '../../../draft/files/file-keys.ts'
import { sendKey } from '../../../draft/same-packet.ts'
import type { Contact, SendSheet, SendStep } from '../../../engine/assessment.ts'
import { formatDate } from '../../../engine/forms/format.ts'
import { wordsIn } from '../../../model/lang.ts'
import { SEND_STEPS } from '../../text/later/packet/send-steps.ts'
import { SENDING } from '../../text/later/packet/sending.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Link } from '../frame/Link.tsx'

/** Per licence, numbered steps to tick off, for the way in which this town wants to receive it, and what happens next. The first unfinished one is expanded. */
export function SendSheets({ sheets }: { sheets: readonly SendSheet[] }) {
  const { words, lang } = useJourney()
  const { copied } = useDraft().view.draft
  // fixed on arrival, so that ticking the last step collapses nothing under the finger
  const [first] = useState(() => sheets.find((sheet) => doneOf(sheet, copied).length < ticked(sheet).length)?.licence)
  return (
    <>
      <h2 className="utrecht-heading-2">{words.packet.send}</h2>
      <p>{sheets.length === 0 ? words.packet.nothing : wordsIn(SEND_STEPS, lang).intro}</p>
      {sheets.map((sheet) => (
        <Sheet key={sheet.licence} sheet={sheet} open={sheet.licence === first} />
      ))}
    </>
  )
}

/** Steps that the applicant ticks off. Finishing the forms is not one of them: it is done once nothing in them is open. */
const ticked = ({ steps }: SendSheet): readonly SendStep[] => steps.filter(({ kind }) => kind !== 'finish')

/** These ticks are stored next to those of the copied answers. */
const doneOf = (sheet: SendSheet, copied: Draft['copied']): readonly SendStep[] => {
  const done = new Set(copied[sendKey(sheet.licence)]?.done)
  return ticked(sheet).filter(({ kind }) => done.has(kind))
}

function Sheet({ sheet, open }: { sheet: SendSheet; open: boolean }) {
  const { words, lang } = useJourney()
  const { view, session } = useDraft()
  const id = `send-${sheet.licence}`
  const text = wordsIn(SEND_STEPS, lang)
  const done = doneOf(sheet, view.draft.copied)
  const all = ticked(sheet)
  return (
    <details className="fold fold--part send" data-channel={sheet.channel} data-done={done.length === all.length} open={open}>
      <summary>
        <h3 className="utrecht-heading-3" id={id}>
          {words.packet.sendFor(sheet.name)}
        </h3>
        <span className="fold__short">
          {wordsIn(SENDING, lang).channel[sheet.channel] ?? sheet.channel}. {text.progress(done.length, all.length)}
        </span>
      </summary>
      <p className="quiet">
        {words.outcome.authority}: {[sheet.authority, sheet.department].filter(Boolean).join(', ')}. {sheet.unverified && words.unverified}
      </p>
      <ol className="send__steps" aria-labelledby={id}>
        {sheet.steps.map((step) => (
          <li key={step.kind} className="send__step" data-done={done.includes(step)}>
            {step.kind === 'finish' ? (
              <p className="send__title">{text.titles.finish}</p>
            ) : (
              <label className="send__title" htmlFor={`${id}-${step.kind}`}>
                <input
                  type="checkbox"
                  id={`${id}-${step.kind}`}
                  className="utrecht-checkbox utrecht-checkbox--html-input"
                  aria-describedby={`${id}-${step.kind}-how`}
                  checked={done.includes(step)}
                  onChange={(event) => session.noteCopied(sendKey(sheet.licence), step.kind, event.target.checked)}
                />
                <span>{text.titles[step.kind]}</span>
              </label>
            )}
            <div className="send__how" id={`${id}-${step.kind}-how`}>
              <Step step={step} licence={sheet.licence} />
            </div>
          </li>
        ))}
      </ol>
      <h4 className="utrecht-heading-4">{words.packet.next}</h4>
      {sheet.validity !== null && <p>{wordsIn(SENDING, lang).validity(sheet.validity)}</p>}
      {sheet.next.length === 0 && <p>{wordsIn(SENDING, lang).nextUnknown}</p>}
      {sheet.next.map((next) => (
        <p key={`${next.kind}-${next.basis}`}>
          {wordsIn(SENDING, lang).next[next.kind](formatDate(next.until, lang))}
          {next.extended !== null && ` ${wordsIn(SENDING, lang).extended(formatDate(next.extended, lang))}`}
          {next.unverified && <span className="quiet"> {words.unverified}</span>}
        </p>
      ))}
    </details>
  )
}

function Step({ step, licence }: { step: SendStep; licence: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const draft = view.draft.id
  const said = wordsIn(SENDING, lang)
  switch (step.kind) {
    case 'finish':
      return <Link to={{ kind: 'review', draft }}>{said.finish(step.open)}</Link>
    case 'officialForm':
      return <>{said.officialForm(step.name, step.signers)}</>
    case 'askTown':
      return (
        <>
          {said.askTown} <ContactLine contact={step.contact} />
        </>
      )
    case 'sign':
      return (
        <>
          {said.sign} {step.forms.join('; ')}.
        </>
      )
    case 'open':
    case 'counter':
    case 'post':
    case 'email':
      return step.address === null ? (
        <>
          {said.noAddress} <ContactLine contact={step.contact} />
        </>
      ) : (
        <>
          {said.to[step.kind]} <Outside address={step.address} />.
        </>
      )
    case 'login':
      return (
        <>
          {words.packet.login} {words.packet.logins[step.login] ?? step.login}.{step.level !== null && ` ${said.level(step.level)}`}
          {step.mandate && ` ${said.mandate}`}
        </>
      )
    case 'copy':
      return (
        <>
          {said.copy} <Link to={{ kind: 'copy', draft, licence }}>{said.copyLink}</Link>.
        </>
      )
    case 'choose':
      return <>{said.choose(step.name)}</>
    case 'send':
      return (
        <>
          {said.sendOnline} {step.latest !== null && said.latest(formatDate(step.latest, lang))}
        </>
      )
    case 'upload':
    case 'hand':
      return <Files step={step} />
    case 'envelope':
      return (
        <>
          {words.packet.envelope} {step.forms.join('; ')}
        </>
      )
    case 'note':
      return <>{step.text}</>
    case 'after':
      return <>{said.after(step.names)}</>
    case 'receipt':
      return <>{words.packet.receipt}</>
    default:
      return step satisfies never
  }
}

const MEGABYTE = 1024 * 1024

/** What to upload or hand over, with the limits of the town; a file of the applicant that is too large is marked. */
export function Files({ step }: { step: Extract<SendStep, { kind: 'upload' | 'hand' }> }) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const said = wordsIn(SENDING, lang)
  const limit = step.maxMegabytes
  const sizeOf = (key: string): number => filesOf(view.draft, key).reduce((sum, { file }) => sum + file.size, 0)
  const tooLarge = (key: string): boolean => limit !== null && filesOf(view.draft, key).some(({ file }) => file.size > limit * MEGABYTE)
  const total = step.documents.reduce((sum, { key }) => sum + sizeOf(key), 0)
  return (
    <>
      {said[step.kind]}
      <ul className="utrecht-unordered-list">
        {step.forms.map((form) => (
          <li key={form}>{form}</li>
        ))}
        {step.documents.map(({ key, name, state }) => (
          <li key={key}>
            {name}
            {state !== 'attached' && ` (${said.state[state]})`}
            {filesOf(view.draft, key).length > 0 && (
              <span className="quiet">
                {' '}
                (
                {wordsIn(SEND_STEPS, lang).onDisk(
                  filesOf(view.draft, key)
                    .map(({ file }) => file.name)
                    .join(', '),
                )}
                )
              </span>
            )}
            {tooLarge(key) && <strong> {said.tooLarge}</strong>}
          </li>
        ))}
      </ul>
      {limit !== null && `${said.maxMegabytes(limit)} `}
      {step.maxTotalMegabytes !== null && `${said.maxTotalMegabytes(step.maxTotalMegabytes)} `}
      {total > (step.maxTotalMegabytes ?? Number.POSITIVE_INFINITY) * MEGABYTE && <strong>{said.tooLarge} </strong>}
      {step.maxFiles !== null && `${said.maxFiles(step.maxFiles)} `}
      {step.fileKinds.length > 0 && said.fileKinds(step.fileKinds.join(', '))}
    </>
  )
}

const CONTACT = ['name', 'phone', 'email', 'visit', 'post'] as const

function ContactLine({ contact }: { contact: Contact | null }) {
  if (!contact) return null
  return (
    <span>
      {CONTACT.flatMap((key) => contact[key] ?? []).join(', ')}
      {contact.web && (
        <>
          {' '}
          <Outside address={contact.web} />
        </>
      )}
    </span>
  )
}

/** An external link opens in a new tab, so that the answers stay open; anything but a web or mail address is plain text. */
function Outside({ address }: { address: string }) {
  const { words } = useJourney()
  const href = /^https?:\/\//.test(address) ? address : /^[^\s@]+@[^\s@]+$/.test(address) ? `mailto:${address}` : null
  if (href === null) return <>{address}</>
  return (
    <a className="utrecht-link" href={href} target="_blank" rel="noopener noreferrer">
      {address} <span className="quiet">({words.newTab})</span>
    </a>
  )
}
