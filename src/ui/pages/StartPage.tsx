import { useEffect, useMemo, useState } from 'react'
import { type Draft, newDraft } from '../../draft/draft.ts'
import { freshFileKey } from '../../draft/files/file-keys.ts'
import { takeApart } from '../../draft/files/whole-file.ts'
import type { DraftStorage } from '../../draft/storage/storage.ts'
import type { ReadPacket } from '../../model/packet-file/read-packet.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import { AnyDrafts } from '../parts/AnyDrafts.tsx'
import { FileDrop } from '../parts/files/FileDrop.tsx'
import { Checkbox } from '../parts/form/Checkbox.tsx'
import { Alert } from '../parts/frame/Alert.tsx'
import { Button } from '../parts/frame/Button.tsx'
import { Fetching, fetched } from '../parts/frame/Fetched.tsx'
import { Link } from '../parts/frame/Link.tsx'
import { Screen } from '../parts/frame/Screen.tsx'
import { answersOf, isPostcode, TownChoice } from '../parts/TownChoice.tsx'
import { problemText } from '../problem-text.ts'
import { isOfTowns } from '../site.ts'
import { useJourney } from '../use-journey.ts'

// the rules of a town come with the town that is chosen
const TownHandIn = fetched(() => import('../parts/TownHandIn.tsx').then((module) => module.TownHandIn))

type OpenedPacket = Extract<ReadPacket, { ok: true }>

/** Documents of a packet that the answers in it call attached, under the names their owner gave them. */
const filesOfPacket = ({ files }: OpenedPacket, { attachments }: AnswerFile) =>
  withKeys(
    attachments.flatMap((entry, index) => {
      if (!('file' in entry)) return []
      const own = files.filter(({ document }) => document === entry.document)
      const before = attachments.slice(0, index).filter((each) => 'file' in each && each.document === entry.document).length
      const found = own.find(({ name }) => name === entry.file) ?? own[before]
      return found ? [{ ...found, document: entry.document, name: entry.file }] : []
    }),
  )

/** Several files of one document stand each under a key of their own. */
function withKeys<F extends { readonly document: string; readonly name: string; readonly type: string }>(files: readonly F[]): F[] {
  const draft: { files: Draft['files'] } = { files: {} }
  return files.map((file) => {
    const document = freshFileKey(draft, file.document)
    draft.files = { ...draft.files, [document]: { name: file.name, type: file.type, size: 0 } }
    return { ...file, document }
  })
}

/** What lies ahead, drawn: it comes when it comes, and the page does without while it does not. */
function useScenes(): Scenes | null {
  const [scenes, setScenes] = useState<Scenes | null>(null)
  useEffect(() => {
    let shown = true
    import('../parts/scenes/StagesAhead.tsx').then(
      ({ StagesAhead, Scene }) => shown && setScenes({ StagesAhead, Scene }),
      () => undefined,
    )
    return () => {
      shown = false
    }
  }, [])
  return scenes
}
type Scenes = Pick<typeof import('../parts/scenes/StagesAhead.tsx'), 'StagesAhead' | 'Scene'>

interface ToOpen {
  readonly file: AnswerFile
  readonly isNew: boolean
  /** A made-up application to look at. */
  readonly isExample?: boolean
  /** What somebody else asked for with a file. */
  readonly more?: Partial<Draft>
  readonly packet?: OpenedPacket | null
}

/** Begin, go on, or open a file. */
export function StartPage({ problem, retry = null }: { problem: string | null; retry?: (() => void) | null }) {
  const { words, lang, site, go, session } = useJourney()
  const [where, setWhere] = useState({ town: '', postcode: '', street: '' })
  const [asked, setAsked] = useState(false)
  const towns = useMemo(() => ({ page: () => (site.towns.length > 0 ? TownChoice : null), fetch: site.fetchTowns }), [site])
  const [notMine, setNotMine] = useState(false)
  const scenes = useScenes()
  const [fileProblem, setFileProblem] = useState<string | null>(null)
  const [noRoom, setNoRoom] = useState<ToOpen | null>(null)
  const [reading, setReading] = useState<AbortController | null>(null)
  // a page that is left waits for no file
  useEffect(() => () => reading?.abort(), [reading])
  /** What happened to the pages of a packet that was opened, said before going on with its answers. */
  const [changed, setChanged] = useState<{ readonly since: readonly string[]; readonly go: () => void } | null>(null)

  const open = async (what: ToOpen, storage: DraftStorage): Promise<void> => {
    const { file: whole, isNew, isExample, more, packet } = what
    const { file, beside } = takeApart(whole)
    const files = packet ? filesOfPacket(packet, file) : []
    const fresh = newDraft(file, site.towns.find((each) => each.id === file.variant)?.name ?? file.variant, site)
    const draft: Draft = {
      ...fresh,
      // what a file of answers was made under is not known
      ...(packet?.ruleSet && { ruleSet: packet.ruleSet }),
      ...beside,
      ...(isExample && { example: true }),
      files: Object.fromEntries(files.map(({ document, name, type, bytes }) => [document, { name, type, size: bytes.length }])),
      reference: packet?.reference ?? fresh.reference,
      ...more,
    }
    try {
      await storage.put(draft)
      for (const { document, bytes } of files) await storage.putFile(draft.id, document, bytes)
    } catch {
      await storage.remove(draft.id).catch(() => undefined)
      return setNoRoom(what)
    }
    setNoRoom(null)
    void navigator.storage?.persist?.().catch(() => false)
    const place = { kind: isNew ? 'about' : isExample ? 'outcome' : 'tasks', draft: draft.id } as const
    const since = packet ? words.start.since(packet.pages) : []
    if (since.length > 0) setChanged({ since, go: () => go(place) })
    else go(place)
  }
  const kept = notMine ? site.memory : site.storage
  const town = site.towns.find(({ id }) => id === where.town)
  const begin = (): Promise<void> =>
    open(
      {
        file: {
          schema: 1,
          variant: where.town,
          answers: town ? answersOf(where, town.address) : {},
          collections: {},
          complete: [],
          leftEmpty: [],
          attachments: [],
        },
        isNew: true,
      },
      kept,
    )
  const [exampleProblem, setExampleProblem] = useState<string | null>(null)
  const tryExample = async (): Promise<void> => {
    setExampleProblem(null)
    try {
      const [{ exampleToday }, file] = await Promise.all([import('./example-today.ts'), site.example?.(), site.fetchTowns()])
      const found = site.towns.find(({ id }) => id === file?.variant)
      if (!file || !found) return
      const { variant } = await found.load(lang)
      await open({ file: exampleToday(file, variant.names.application.startDate, site.today()), isNew: false, isExample: true }, kept)
    } catch (error) {
      setExampleProblem(problemText(words, error))
    }
  }
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    reading?.abort()
    const stop = new AbortController()
    setReading(stop)
    setFileProblem(null)
    setChanged(null)
    try {
      await read(chosen, stop.signal)
    } catch (error) {
      if (!stop.signal.aborted) setFileProblem(problemText(words, error))
    } finally {
      setReading((now) => (now === stop ? null : now))
    }
  }
  const read = async (chosen: File, signal: AbortSignal): Promise<void> => {
    const { readChosen } = await import('../read-chosen.ts')
    const found = await readChosen(chosen, site, session, words, signal)
    if (found.kind === 'problem') setFileProblem(found.problem)
    else if (found.kind === 'tookBack') go({ kind: found.to, draft: found.draft })
    else await open({ ...found, isNew: false }, kept)
  }
  return (
    <Screen title={words.start.title}>
      {problem !== null && (
        <div className="with-scene">
          {scenes && <scenes.Scene name="lost" />}
          <Alert kind="warning">
            <p>{problem}</p>
            {retry && (
              <p className="buttons">
                <Button look="secondary" onClick={retry}>
                  {words.keeping.tryAgain}
                </Button>
              </p>
            )}
          </Alert>
        </div>
      )}
      {site.townProblem && (
        <Alert kind="warning">
          <p>{words.start.townFile[site.townProblem]}</p>
        </Alert>
      )}
      <div role="alert">
        {noRoom && (
          <Alert kind="error" title={words.keeping.noRoom}>
            <p>{words.keeping.noRoomHint}</p>
            <p className="buttons">
              <Button onClick={() => void open(noRoom, site.memory)}>{words.keeping.goOnUnkept}</Button>
              <Button look="secondary" onClick={() => void open(noRoom, site.storage)}>
                {words.keeping.tryAgain}
              </Button>
            </p>
          </Alert>
        )}
      </div>
      <p className="lead">{words.start.what}</p>
      <p>{isOfTowns(site) ? words.start.notDeciding : words.start.not}</p>
      <AnyDrafts />
      <div className="columns">
        <section aria-labelledby="begin" className="begin column">
          <h2 className="utrecht-heading-2" id="begin">
            {words.start.begin}
          </h2>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              setAsked(true)
              if (!isPostcode(where.postcode)) document.getElementById('postcode')?.focus()
              else if (where.town === '') document.getElementById('town')?.focus()
              else void begin()
            }}
          >
            <Fetching source={towns} props={{ where, onChange: setWhere, asked }} />
            <Checkbox id="not-mine" label={words.start.notMine} hint={words.start.notMineHint} checked={notMine} onChange={setNotMine} />
            <p className="buttons">
              <Button type="submit">{words.start.beginButton}</Button>
              {site.example && (
                <Button look="secondary" aria-describedby="example-hint" onClick={() => void tryExample()}>
                  {words.start.tryExample}
                </Button>
              )}
            </p>
            {site.example && (
              <p className="quiet" id="example-hint">
                {words.start.tryExampleHint}
              </p>
            )}
            <div role="alert">{exampleProblem !== null && <Alert kind="error">{exampleProblem}</Alert>}</div>
          </form>
          {town && <TownHandIn key={town.id} town={town} />}
        </section>
        {scenes && <scenes.StagesAhead />}
      </div>
      <section aria-labelledby="have">
        <h2 className="utrecht-heading-2" id="have">
          {words.start.have}
        </h2>
        <ul className="utrecht-unordered-list">
          {words.start.haveList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{words.start.time}</p>
      </section>
      <section aria-labelledby="open-file">
        <h2 className="utrecht-heading-2" id="open-file">
          {words.start.file}
        </h2>
        <p>{words.start.fileHint}</p>
        <div role="status">
          {reading && (
            <p className="buttons">
              {words.keeping.opening}{' '}
              <Button look="secondary" onClick={() => reading.abort()}>
                {words.keeping.stop}
              </Button>
            </p>
          )}
          {fileProblem !== null && (
            <Alert kind="error" title={words.start.fileBad}>
              {fileProblem}
            </Alert>
          )}
          {changed !== null && (
            <Alert kind="warning" title={words.start.packetChanged}>
              <ul className="utrecht-unordered-list">
                {changed.since.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <p className="buttons">
                <Button onClick={changed.go}>{words.start.goOnWithAnswers}</Button>
              </p>
            </Alert>
          )}
        </div>
        <FileDrop id="saved-file" accept=".json,.pdf,application/json,application/pdf" onChoose={(file) => void choose(file)}>
          {words.start.fileButton}
        </FileDrop>
        <p>
          <Link to={{ kind: 'verify' }}>{words.start.verify}</Link>
        </p>
        <p>
          <Link to={{ kind: 'configure' }}>{words.start.configure}</Link>
        </p>
      </section>
    </Screen>
  )
}
