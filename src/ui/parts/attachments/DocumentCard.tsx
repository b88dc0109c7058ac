import { useState } from 'react'
import { filesOf } from '../../../draft/files/file-keys.ts'
import type { DocumentResult } from '../../../engine/assessment.ts'
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
  const { lang } = useJourney()
  const { view } = useDraft()
  const [dropping, setDropping] = useState(false)
  const key = answerKey(document.id, document.row)
  const id = `doc-${key.replaceAll(/[^A-Za-z0-9]/g, '-')}`
  const text = wordsIn(ATTACHMENTS, lang)
  const files = filesOf(view.draft, key)
  const may = mayAdd(view.variant, document)
  const { doing, problem, note, choose, join } = useAdding(document, files)
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
      <About document={document} begin={begin} limits={may.limits} />
      <div role="status">
        <p className="task__state" data-done={document.state !== 'missing'}>
          {stateOf(document, files, text)}
        </p>
        {doing && <p>{text[doing]}</p>}
        {note && files.length > 0 && <p className="quiet">{note}</p>}
        {problem && <Alert kind="error">{problem}</Alert>}
      </div>
      <AddedFiles files={files} about={document.name} />
      <Actions id={id} document={document} files={files} onChoose={(chosen) => void choose(chosen)} onJoin={() => void join()} />
      {files.length === 0 && (
        <div className="options">
          <Instead document={document} says="later" id={id} />
          {document.ifAny && <Instead document={document} says="none" id={id} />}
        </div>
      )}
    </li>
  )
}

type Words = (typeof ATTACHMENTS)['nl' | 'en']
type DraftFiles = ReturnType<typeof filesOf>

/** Adds files to a document, and joins the pages it has; tells how far that is and what came of it. */
function useAdding(document: DocumentResult, files: DraftFiles) {
  const { words, lang, site } = useJourney()
  const { session, view } = useDraft()
  const [doing, setDoing] = useState<'checking' | 'joining' | null>(null)
  const [said, setSaid] = useState<{ readonly problem?: string; readonly note?: string }>({})
  const adding: Adding = { session, site, words, lang, document, may: mayAdd(view.variant, document), tell: setDoing }
  const choose = async (all: readonly File[]): Promise<void> => {
    if (all.length === 0) return
    setSaid({})
    setSaid(await addFiles(all, adding))
  }
  const join = async (): Promise<void> => {
    setSaid({})
    const own: { key: string; file: File }[] = []
    for (const { key: at, file } of files) {
      const bytes = await keptFile(site, view.draft.id, at)
      if (!bytes) return setSaid({ problem: wordsIn(ATTACHMENTS, lang).copyLost })
      own.push({ key: at, file: new File([new Uint8Array(bytes)], file.name, { type: file.type }) })
    }
    setSaid(await joinThese(own, adding))
  }
  return { doing, problem: said.problem, note: said.note, choose, join }
}

/** Adding a file or a photo, and joining what was added. `id`: of the card. */
function Actions({
  id,
  document,
  files,
  onChoose,
  onJoin,
}: {
  id: string
  document: DocumentResult
  files: DraftFiles
  onChoose: (files: readonly File[]) => void
  onJoin: () => void
}) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const text = wordsIn(ATTACHMENTS, lang)
  const may = mayAdd(view.variant, document)
  const types = files.map(({ file }) => file.type)
  return (
    <p className="card__actions">
      <FileButton id={id} accept={offered(may)} multiple onChoose={onChoose}>
        {files.length > 0 ? text.addMore : text.add}
        <span className="visually-hidden">: {document.name}</span>
      </FileButton>
      {(may.canJoin || may.kinds.includes('image/jpeg')) && (
        <FileButton id={`${id}-photo`} look="subtle" accept="image/jpeg" capture="environment" onChoose={onChoose}>
          {text.photo}
          <span className="visually-hidden">: {document.name}</span>
        </FileButton>
      )}
      {canBecomeOne(may, types) && (
        <Button look="subtle" aria-label={`${text.join}: ${document.name}`} onClick={onJoin}>
          {text.join}
        </Button>
      )}
    </p>
  )
}

/** How far it is with the document. */
function stateOf({ state }: DocumentResult, files: DraftFiles, text: Words): string {
  if (state === 'later') return text.later
  if (state === 'none') return text.noneOfThese
  if (state !== 'attached') return text.missing
  return files.length > 0 ? `${text.attached}: ${files.map(({ file }) => file.name).join(', ')}` : text.copyLost
}

/** For which licences it is, what it must show, and where to get it. */
function About({ document, begin, limits }: Due & { limits: ReturnType<typeof mayAdd>['limits'] }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const text = wordsIn(ATTACHMENTS, lang)
  const licences = document.licences.map((licence) => {
    const found = view.variant.licences.find((each) => each.id === licence)
    return found ? withinSentence(localise(found.name, lang), lang) : licence
  })
  return (
    <>
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
    </>
  )
}

/** What can be said instead of adding a file. `id`: of the card. */
function Instead({ document, says, id }: { document: DocumentResult; says: 'later' | 'none'; id: string }) {
  const { lang } = useJourney()
  const { session } = useDraft()
  const text = wordsIn(ATTACHMENTS, lang)
  return (
    <Checkbox
      id={`${id}-${says}`}
      label={says === 'later' ? text.later : text.noneOfThese}
      describedBy={`${id}-name`}
      checked={document.state === says}
      onChange={(now) => session.apply([{ kind: 'attach', document: document.id, row: document.row, state: now ? says : undefined }])}
    />
  )
}
