import { useState } from 'react'
import { plainFileName } from '../../../draft/files/file-name.ts'
import type { DocumentResult } from '../../../engine/assessment.ts'
import { localise } from '../../../engine/forms/format.ts'
import type { Place } from '../../../machine/place.ts'
import { answerKey } from '../../../model/answers/answers.ts'
import { ATTACHMENT_KINDS, ATTACHMENT_LIMIT } from '../../../model/answers/attachment-kind.ts'
import { printableName } from '../../../model/answers/printable.ts'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Button } from '../../parts/frame/Button.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { oneFileOf } from '../../parts/several-files.ts'
import { Thumbnail } from '../../parts/Thumbnail.tsx'
import { useDraft, useJourney } from '../../use-journey.ts'

const MEGABYTE = 1024 * 1024

/** Kinds of file that a document is wanted in; of a document that names none, all that a packet takes along. */
function kindsFor(accepted: readonly string[]): readonly string[] {
  return Object.entries(ATTACHMENT_KINDS).flatMap(([kind, endings]) =>
    accepted.length === 0 || endings.some((ending) => accepted.includes(ending)) ? [kind] : [],
  )
}

/** More at once is a slip of the hand. */
const MOST_FILES = 40
/** What becomes pages of one PDF. */
const JOINABLE: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']

/** From this many days on, people wait for a document rather than look it up. */
const LONG = 14

/** One row per document: for which licences, what it must show, and the file or the promise to send it later. */
export function AttachmentsPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const documents = [...view.assessment.documents].sort((a, b) => (b.leadDays ?? 0) - (a.leadDays ?? 0))
  // what takes weeks first, whoever it is of; then the business, then each person
  const slow = documents.filter(({ leadDays, state }) => (leadDays ?? 0) >= LONG && state === 'missing')
  const rest = documents.filter((document) => !slow.includes(document))
  const owners = [...new Set(rest.map(({ row }) => row))].sort((a, b) => (a === null ? -1 : b === null ? 1 : 0))
  const groups = [
    { key: 'slow', title: words.attachments.slow, own: slow },
    ...owners.map((row) => ({
      key: row ?? 'case',
      title: row === null || !view.application.answers.rows.has(row) ? words.attachments.ofBusiness : rowTitle(view, row, lang, words),
      own: rest.filter((document) => document.row === row),
    })),
  ].filter(({ own }) => own.length > 0)
  return (
    <Screen
      title={words.attachments.title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      {documents.length === 0 ? <p>{words.attachments.none}</p> : <p className="lead">{words.attachments.intro}</p>}
      {documents.length > 0 && (
        <p>
          {words.attachments.several} {words.attachments.inPdf}
        </p>
      )}
      {groups.map(({ key, title, own }) => (
        <section key={key} aria-labelledby={`group-${key}`}>
          <h2 className="utrecht-heading-2" id={`group-${key}`}>
            {title} ({words.attachments.done(own.filter(({ state }) => state !== 'missing').length, own.length)})
          </h2>
          <ul className="cards">
            {own.map((document) => (
              <DocumentCard key={answerKey(document.id, document.row)} document={document} />
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  )
}

function DocumentCard({ document }: { document: DocumentResult }) {
  const { words, lang, site } = useJourney()
  const { session, view } = useDraft()
  const [joining, setJoining] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const key = answerKey(document.id, document.row)
  const id = `doc-${key.replaceAll(/[^A-Za-z0-9]/g, '-')}`
  const file = view.draft.files[key]
  const kinds = kindsFor(document.accepted)
  const licences = document.licences.map((licence) => {
    const found = view.variant.licences.find((each) => each.id === licence)
    return found ? localise(found.name, lang).toLocaleLowerCase(lang) : licence
  })
  const canJoin = kinds.includes('application/pdf')
  const takesPhotos = canJoin || kinds.includes('image/jpeg')
  const add = async (name: string, type: string, bytes: Uint8Array): Promise<void> => {
    if (bytes.length > ATTACHMENT_LIMIT) return setProblem(words.attachments.tooLarge(ATTACHMENT_LIMIT / MEGABYTE))
    const plain = printableName(plainFileName(name))
    try {
      await session.addFile(key, { name: plain, type, size: bytes.length }, bytes)
    } catch {
      // no room: nothing was added
      setProblem(words.keeping.fileNotKept(plain))
    }
  }
  const choose = async (chosen: FileList | null): Promise<void> => {
    const all = [...(chosen ?? [])]
    const [first] = all
    if (!first) return
    setProblem(null)
    const most = canJoin ? MOST_FILES : 1
    if (all.length > most) return setProblem(words.attachments.tooMany(most))
    const isOne = all.length === 1 && kinds.includes(first.type)
    if (!isOne && !(canJoin && all.every(({ type }) => JOINABLE.includes(type))))
      return setProblem(document.accepted.length > 0 ? words.attachments.wanted(document.accepted) : words.attachments.wrongKind)
    if (all.some(({ size }) => size > ATTACHMENT_LIMIT)) return setProblem(words.attachments.tooLarge(ATTACHMENT_LIMIT / MEGABYTE))
    if (isOne) {
      const bytes = await first.arrayBuffer().catch(() => null)
      return bytes ? add(first.name, first.type, new Uint8Array(bytes)) : setProblem(words.attachments.notJoined.damaged(first.name))
    }
    setJoining(true)
    const joined = await oneFileOf(all, site).catch(() => ({ ok: false, name: first.name, problem: 'damaged' }) as const)
    setJoining(false)
    return joined.ok
      ? add(`${document.name}.pdf`, 'application/pdf', joined.bytes)
      : setProblem(words.attachments.notJoined[joined.problem](plainFileName(joined.name)))
  }
  return (
    <li
      className="card"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void choose(event.dataTransfer.files)
      }}
    >
      <h3 className="card__title" id={`${id}-name`}>
        {document.name}
      </h3>
      <p className="quiet">
        {words.attachments.for}: {licences.join(', ')}
      </p>
      {document.ifAny && <p>{words.attachments.ifAny}</p>}
      {document.mustShow.length > 0 && (
        <>
          <p>{words.attachments.mustShow}:</p>
          <ul className="utrecht-unordered-list">
            {document.mustShow.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {document.whereToGet && (
        <p>
          {words.attachments.where}: {document.whereToGet}
        </p>
      )}
      {document.signedBy && (
        <p>
          {words.attachments.signedBy}: {document.signedBy}
        </p>
      )}
      {document.accepted.length > 0 && (
        <p>
          {words.attachments.accepted}: {document.accepted.join(', ')}
        </p>
      )}
      {document.maxAgeDays !== null && <p>{words.attachments.age(document.maxAgeDays)}</p>}
      {document.leadDays !== null && <p>{words.attachments.lead(document.leadDays)}</p>}
      {document.unverified && <p className="quiet">{words.unverified}</p>}
      <div role="status">
        <p className="task__state" data-done={document.state !== 'missing'}>
          {document.state === 'attached'
            ? `${words.attachments.attached}: ${file ? `${file.name} (${Math.max(1, Math.round(file.size / 1024))} kB)` : words.attachments.copyLost}`
            : document.state === 'later'
              ? words.attachments.later
              : document.state === 'none'
                ? words.attachments.noneOfThese
                : words.attachments.missing}
        </p>
        {joining && <p>{words.attachments.joining}</p>}
        {problem && <Alert kind="error">{problem}</Alert>}
      </div>
      {file && <Thumbnail documentKey={key} name={file.name} type={file.type} />}
      <p className="card__actions">
        <label className="utrecht-button utrecht-button--secondary-action file" htmlFor={id}>
          <span>
            {file ? words.attachments.replace : words.attachments.add}
            <span className="visually-hidden">: {document.name}</span>
          </span>
          <input
            className="visually-hidden"
            id={id}
            type="file"
            accept={(canJoin ? [...new Set([...kinds, ...JOINABLE])] : kinds).join(',')}
            multiple={canJoin}
            onChange={(event) => void choose(event.target.files)}
          />
        </label>
        {takesPhotos && (
          <label className="utrecht-button utrecht-button--subtle file camera" htmlFor={`${id}-photo`}>
            <span>
              {words.attachments.photo}
              <span className="visually-hidden">: {document.name}</span>
            </span>
            <input
              className="visually-hidden"
              id={`${id}-photo`}
              type="file"
              accept="image/jpeg"
              capture="environment"
              onChange={(event) => void choose(event.target.files)}
            />
          </label>
        )}
        {file && (
          <Button look="subtle" onClick={() => void session.removeFile(key)}>
            {words.attachments.removeFile}
          </Button>
        )}
      </p>
      {!file && (
        <div className="options">
          {tick('later')}
          {document.ifAny && tick('none')}
        </div>
      )}
    </li>
  )
  /** What can be said instead of adding a file. */
  function tick(name: 'later' | 'none') {
    return (
      <label className="option" htmlFor={`${id}-${name}`}>
        <input
          type="checkbox"
          id={`${id}-${name}`}
          className="utrecht-checkbox utrecht-checkbox--html-input"
          aria-describedby={`${id}-name`}
          checked={document.state === name}
          onChange={(event) =>
            session.apply([{ kind: 'attach', document: document.id, row: document.row, state: event.target.checked ? name : undefined }])
          }
        />
        <span>{name === 'later' ? words.attachments.later : words.attachments.noneOfThese}</span>
      </label>
    )
  }
}
