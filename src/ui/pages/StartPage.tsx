import { useCallback, useEffect, useState } from 'react'
import { type Draft, newDraftId, newKenmerk } from '../../draft/draft.ts'
import { type Invitation, type ReturnFile, readShared } from '../../draft/invitation.ts'
import { withReturn } from '../../draft/returned.ts'
import { readSaveFile } from '../../draft/save-file.ts'
import type { DraftStorage } from '../../draft/storage.ts'
import { printDate } from '../../engine/print.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import { Alert } from '../parts/Alert.tsx'
import { Button } from '../parts/Button.tsx'
import { Link } from '../parts/Link.tsx'
import { Screen } from '../parts/Screen.tsx'
import { answersOf, TownChoice } from '../parts/TownChoice.tsx'
import { useJourney } from '../use-journey.ts'

/** Begin, go on, or open a file. */
export function StartPage({ problem }: { problem: string | null }) {
  const { words, site, go, session } = useJourney()
  const [where, setWhere] = useState({ town: site.towns[0]?.id ?? '', postcode: '', street: '' })
  const [notMine, setNotMine] = useState(false)
  const [fileProblem, setFileProblem] = useState<string | null>(null)

  const open = async (storage: DraftStorage, file: AnswerFile, isNew: boolean, invitation?: Invitation): Promise<void> => {
    const now = site.now()
    const draft: Draft = {
      schema: 1,
      id: newDraftId(site.random),
      created: now,
      changed: now,
      // what a file was made under is not known; the session notes what does not fit
      ruleSet: { id: '', version: '', hash: '' },
      file,
      parked: [],
      aside: {},
      typed: {},
      copied: {},
      files: {},
      about: { name: '', town: site.towns.find((each) => each.id === file.variant)?.name ?? file.variant, open: null, asked: null },
      kenmerk: invitation?.kenmerk ?? newKenmerk(site.random),
      ...(invitation && { invitation: { person: invitation.person, name: invitation.name, business: invitation.business } }),
      place: null,
    }
    await storage.put(draft)
    void navigator.storage?.persist?.().catch(() => false)
    go({ kind: isNew ? 'about' : 'tasks', draft: draft.id })
  }
  const begin = (): Promise<void> =>
    open(
      notMine ? site.memory : site.storage,
      { schema: 1, variant: where.town, answers: answersOf(where), collections: {}, complete: [], leftEmpty: [], attachments: [] },
      true,
    )
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const isPdf = chosen.type === 'application/pdf' || chosen.name.toLowerCase().endsWith('.pdf')
    const text = isPdf ? await site.readPacket(bytes) : new TextDecoder().decode(bytes)
    const shared = text === null ? null : readShared(text)
    if (shared?.kind === 'horeca1.return') return takeBack(shared)
    const read = shared
      ? ({ ok: true, file: shared.file } as const)
      : text === null
        ? ({ ok: false, problem: chosen.name } as const)
        : readSaveFile(text)
    if (!read.ok) return setFileProblem(`${chosen.name}: ${read.problem}`)
    if (!site.towns.some((each) => each.id === read.file.variant)) return setFileProblem(`${words.start.townGone} (${read.file.variant})`)
    setFileProblem(null)
    await open(notMine ? site.memory : site.storage, read.file, false, shared ?? undefined)
  }
  /** A part that somebody filled in on their own device goes to the application it belongs to. */
  const takeBack = async (back: ReturnFile): Promise<void> => {
    for (const storage of [site.memory, site.storage]) {
      const draft = (await storage.list()).drafts.find((each) => each.kenmerk === back.kenmerk && !each.invitation)
      if (!draft) continue
      if (session?.view().draft.id === draft.id) await session.takeBack(back)
      else await storage.put(await withReturn(draft, back, site.now(), storage))
      return go({ kind: 'packet', draft: draft.id })
    }
    setFileProblem(words.ownPart.unknown)
  }
  return (
    <Screen title={words.start.title}>
      {problem !== null && <Alert kind="warning">{problem}</Alert>}
      <ul className="utrecht-unordered-list lead">
        {words.start.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{words.start.not}</p>
      <Drafts />
      <section aria-labelledby="begin" className="begin">
        <h2 className="utrecht-heading-2" id="begin">
          {words.start.begin}
        </h2>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void begin()
          }}
        >
          <TownChoice where={where} onChange={setWhere} />
          <div className="field">
            <label className="option" htmlFor="not-mine">
              <input
                type="checkbox"
                id="not-mine"
                className="utrecht-checkbox utrecht-checkbox--html-input"
                aria-describedby="not-mine-hint"
                checked={notMine}
                onChange={(event) => setNotMine(event.target.checked)}
              />
              <span>{words.start.notMine}</span>
            </label>
            <p className="utrecht-form-field-description" id="not-mine-hint">
              {words.start.notMineHint}
            </p>
          </div>
          <p className="buttons">
            <Button type="submit">{words.start.beginButton}</Button>
          </p>
        </form>
      </section>
      <section aria-labelledby="open-file">
        <h2 className="utrecht-heading-2" id="open-file">
          {words.start.file}
        </h2>
        <p>{words.start.fileHint}</p>
        <div role="status">
          {fileProblem !== null && (
            <Alert kind="error" title={words.start.fileBad}>
              {fileProblem}
            </Alert>
          )}
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is an extra way; the button inside does the same by keyboard */}
        <div
          className="drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            void choose(event.dataTransfer.files[0])
          }}
        >
          <label className="utrecht-button utrecht-button--secondary-action file" htmlFor="saved-file">
            <span>{words.start.fileButton}</span>
            <input
              className="visually-hidden"
              id="saved-file"
              type="file"
              accept=".json,.pdf,application/json,application/pdf"
              onChange={(event) => void choose(event.target.files?.[0])}
            />
          </label>
        </div>
      </section>
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
    </Screen>
  )
}

/** Drafts on this device: go on, save, remove with undo. */
function Drafts() {
  const { words, lang, site } = useJourney()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const [unreadable, setUnreadable] = useState(0)
  const [removed, setRemoved] = useState<Draft | null>(null)
  const refresh = useCallback(async (): Promise<void> => {
    const [kept, held] = await Promise.all([site.storage.list(), site.memory.list()])
    setDrafts([...held.drafts, ...kept.drafts])
    setUnreadable(kept.unreadable.length)
  }, [site])
  useEffect(() => void refresh(), [refresh])
  // removed for good only when the page is left: until then it can be taken back, files included
  const shown = drafts.filter((draft) => draft.id !== removed?.id)
  const remove = async (draft: Draft): Promise<void> => {
    if (removed) await Promise.all([site.storage.remove(removed.id), site.memory.remove(removed.id)])
    setRemoved(draft)
  }
  useEffect(() => {
    if (!removed) return
    const forGood = (): void => void Promise.all([site.storage.remove(removed.id), site.memory.remove(removed.id)])
    const cancel = site.later(forGood, 15_000)
    window.addEventListener('pagehide', forGood)
    return () => {
      cancel()
      window.removeEventListener('pagehide', forGood)
    }
  }, [removed, site])
  if (drafts.length === 0 && unreadable === 0) return null
  const nameOf = (draft: Draft): string => draft.about.name || words.start.unnamed
  return (
    <section aria-labelledby="drafts">
      <h2 className="utrecht-heading-2" id="drafts">
        {words.start.drafts}
      </h2>
      {unreadable > 0 && <Alert kind="warning">{words.start.unreadable(unreadable)}</Alert>}
      <ul className="cards">
        {shown.map((draft) => (
          <li key={draft.id} className="card">
            <h3 className="card__title">{nameOf(draft)}</h3>
            <p className="quiet">
              {draft.about.town}. {words.start.changed}: {printDate(draft.changed.slice(0, 10), lang)}.{' '}
              {words.start.progress(draft.about.open)}
            </p>
            <p className="card__actions">
              <Link
                to={{ kind: draft.about.open === null ? 'about' : 'tasks', draft: draft.id }}
                label={`${words.start.go}: ${nameOf(draft)}`}
              >
                {words.start.go}
              </Link>
              <Button
                look="subtle"
                aria-label={`${words.start.download}: ${nameOf(draft)}`}
                onClick={() =>
                  site.download(`horeca1-${draft.kenmerk}-antwoorden.json`, 'application/json', JSON.stringify(draft.file, null, 2))
                }
              >
                {words.start.download}
              </Button>
              <Button look="subtle" aria-label={`${words.start.remove}: ${nameOf(draft)}`} onClick={() => void remove(draft)}>
                {words.start.remove}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <div role="status">
        {removed && (
          <p className="undo">
            {words.start.removed(nameOf(removed))}{' '}
            <Button look="secondary" onClick={() => setRemoved(null)}>
              {words.start.undo}
            </Button>
          </p>
        )}
      </div>
    </section>
  )
}
