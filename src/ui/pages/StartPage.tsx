import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { DraftStorage } from '../../draft/storage/storage.ts'
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
import { useOpening } from './use-opening.ts'

// fetches the rules of the chosen town, so it is loaded only then
const TownHandIn = fetched(() => import('../parts/TownHandIn.tsx').then((module) => module.TownHandIn))

/** Drawings of what lies ahead: loaded lazily; until then, or if that fails, the page works without them. */
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

/** Begin, continue, or open a file. */
export function StartPage({ problem, retry = null }: { problem: string | null; retry?: (() => void) | null }) {
  const { words, site } = useJourney()
  const [notMine, setNotMine] = useState(false)
  const scenes = useScenes()
  const kept = notMine ? site.memory : site.storage
  const opening = useOpening(kept)
  const { open, noRoom } = opening
  return (
    <Screen title={words.start.title}>
      {problem !== null && <Problem problem={problem} retry={retry} scenes={scenes} />}
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
        <Begin kept={kept} open={open}>
          <Checkbox id="not-mine" label={words.start.notMine} hint={words.start.notMineHint} checked={notMine} onChange={setNotMine} />
        </Begin>
        {scenes && <scenes.StagesAhead />}
      </div>
      <Have />
      <OpenFile opening={opening} />
    </Screen>
  )
}

/** What went wrong on the way here. */
function Problem({ problem, retry, scenes }: { problem: string; retry: (() => void) | null; scenes: Scenes | null }) {
  const { words } = useJourney()
  return (
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
  )
}

/** What to have at hand. */
function Have() {
  const { words } = useJourney()
  return (
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
  )
}

type Opening = ReturnType<typeof useOpening>

/** Where the business will be, and a new draft for it. `children`: what else is chosen first. */
function Begin({ kept, open, children }: { kept: DraftStorage; open: Opening['open']; children: ReactNode }) {
  const { words, site } = useJourney()
  const [where, setWhere] = useState({ town: '', postcode: '', street: '' })
  const [asked, setAsked] = useState(false)
  const towns = useMemo(() => ({ page: () => (site.towns.length > 0 ? TownChoice : null), fetch: site.fetchTowns }), [site])
  const town = site.towns.find(({ id }) => id === where.town)
  const begin = (): Promise<void> => {
    const answers = town ? answersOf(where, town.address) : {}
    const file: AnswerFile = { schema: 1, variant: where.town, answers, collections: {}, complete: [], leftEmpty: [], attachments: [] }
    return open({ file, isNew: true }, kept)
  }
  return (
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
        {children}
        <Start kept={kept} open={open} />
      </form>
      {town && <TownHandIn key={town.id} town={town} />}
    </section>
  )
}

/** The buttons below the form: to begin, or to try the site with an example. */
function Start({ kept, open }: { kept: DraftStorage; open: Opening['open'] }) {
  const { words, lang, site } = useJourney()
  const [problem, setProblem] = useState<string | null>(null)
  const tryExample = async (): Promise<void> => {
    setProblem(null)
    try {
      const { exampleOf } = await import('./example-today.ts')
      const file = await exampleOf(site, lang)
      if (file) await open({ file, isNew: false, isExample: true }, kept)
    } catch (error) {
      setProblem(problemText(words, error))
    }
  }
  return (
    <>
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
      <div role="alert">{problem !== null && <Alert kind="error">{problem}</Alert>}</div>
    </>
  )
}

/** A packet or answers from a file, and what is done with those of others. */
function OpenFile({ opening: { choose, reading, fileProblem, changed } }: { opening: Opening }) {
  const { words } = useJourney()
  return (
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
  )
}
