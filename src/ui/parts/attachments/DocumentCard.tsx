import { useState } from 'react'
import { filesOf } from '../../../draft/files/file-keys.ts'
import { formatDate, localise } from '../../../engine/forms/format.ts'
import { answerKey } from '../../../model/answers/answers.ts'
import { withinSentence, wordsIn } from '../../../model/lang.ts'
import { keptFile } from '../../site.ts'
import { ATTACHMENTS } from '../../text/later/attachments.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { FileButton } from '../files/FileButton.tsx'
import { Checkbox } from '../form/Checkbox.tsx'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { AddedFiles } from './AddedFiles.tsx'
import { type Adding, addFiles, canBecomeOne, joinThese, mayAdd, offered } from './add-files.ts'
import type { Due } from './groups.ts'

/** One document: for which licences, what it must show, and its files or the promise to send it later. */
export function DocumentCard({ document, begin }: Due) {
  const { words, lang, site } = useJourney()
  const { session, view } = useDraft()
  const [doing, setDoing] = useState<'checking' | 'joining' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const [dropping, setDropping] = useState(false)
  const key = answerKey(document.id, document.row)
  const id = `doc-${key.replaceAll(/[^A-Za-z0-9]/g, '-')}`
  const text = wordsIn(ATTACHMENTS, lang)
  const files = filesOf(view.draft, key)
  const may = mayAdd(view.variant, document)
  const { limits, kinds, canJoin } = may
  const licences = document.licences.map((licence) => {
    const found = view.variant.licences.find((each) => each.id === licence)
    return found ? withinSentence(localise(found.name, lang), lang) : licence
  })
  const adding: Adding = { session, site, words, lang, document, may, tell: setDoing }
  const says = (said: { readonly problem?: string; readonly note?: string }): void => {
    setProblem(said.problem ?? null)
    setNote(said.note ?? null)
  }
  const choose = async (all: readonly File[]): Promise<void> => {
    if (all.length === 0) return
    says({})
    says(await addFiles(all, adding))
  }
  const join = async (): Promise<void> => {
    says({})
    const own: { key: string; file: File }[] = []
    for (const { key: at, file } of files) {
      const bytes = await keptFile(site, view.draft.id, at)
      if (!bytes) return says({ problem: text.copyLost })
      own.push({ key: at, file: new File([new Uint8Array(bytes)], file.name, { type: file.type }) })
    }
    says(await joinThese(own, adding))
  }
  return (
    <li
      className="card"
      data-dropping={dropping || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        event.preventDefault()
        setDropping(false)
        void choose([...event.dataTransfer.files])
      }}
    >
      <h3 className="card__title" id={`${id}-name`}>
        {document.name}
      </h3>
      {begin !== null && document.state === 'missing' && (
        <p className="due">{begin < view.assessment.dates.today ? text.beginNow : text.beginBy(formatDate(begin, lang))}</p>
      )}
      <p className="quiet">
        {text.for}: {licences.join(', ')}
      </p>
      {document.ifAny && <p>{text.ifAny}</p>}
      {document.mustShow.length > 0 && (
        <>
          <p>{text.mustShow}:</p>
          <ul className="utrecht-unordered-list">
            {document.mustShow.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {document.whereToGet && (
        <p>
          {text.where}: {document.whereToGet}
        </p>
      )}
      {document.signedBy && (
        <p>
          {text.signedBy}: {document.signedBy}
        </p>
      )}
      {limits.kinds.length > 0 && (
        <p>
          {text.accepted}: {limits.kinds.join(', ')} ({text.atMost(limits.megabytes)})
        </p>
      )}
      {document.maxAgeDays !== null && <p>{text.age(document.maxAgeDays)}</p>}
      {document.leadDays !== null && <p>{text.lead(document.leadDays)}</p>}
      {document.unverified && <p className="quiet">{words.unverified}</p>}
      <div role="status">
        <p className="task__state" data-done={document.state !== 'missing'}>
          {document.state === 'attached'
            ? files.length > 0
              ? `${text.attached}: ${files.map(({ file }) => file.name).join(', ')}`
              : text.copyLost
            : document.state === 'later'
              ? text.later
              : document.state === 'none'
                ? text.noneOfThese
                : text.missing}
        </p>
        {doing && <p>{text[doing]}</p>}
        {note && files.length > 0 && <p className="quiet">{note}</p>}
        {problem && <Alert kind="error">{problem}</Alert>}
      </div>
      <AddedFiles files={files} about={document.name} />
      <p className="card__actions">
        <FileButton id={id} accept={offered(may)} multiple onChoose={(chosen) => void choose(chosen)}>
          {files.length > 0 ? text.addMore : text.add}
          <span className="visually-hidden">: {document.name}</span>
        </FileButton>
        {(canJoin || kinds.includes('image/jpeg')) && (
          <FileButton id={`${id}-photo`} look="subtle" accept="image/jpeg" capture="environment" onChoose={(chosen) => void choose(chosen)}>
            {text.photo}
            <span className="visually-hidden">: {document.name}</span>
          </FileButton>
        )}
        {canBecomeOne(
          may,
          files.map(({ file }) => file.type),
        ) && (
          <Button look="subtle" aria-label={`${text.join}: ${document.name}`} onClick={() => void join()}>
            {text.join}
          </Button>
        )}
      </p>
      {files.length === 0 && (
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
      <Checkbox
        id={`${id}-${name}`}
        label={name === 'later' ? text.later : text.noneOfThese}
        describedBy={`${id}-name`}
        checked={document.state === name}
        onChange={(now) => session.apply([{ kind: 'attach', document: document.id, row: document.row, state: now ? name : undefined }])}
      />
    )
  }
}
