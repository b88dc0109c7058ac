import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from '../../draft/draft.ts'
import { DraftGone, type DraftStorage, type Unreadable } from '../../draft/storage/storage.ts'
import { formatDate } from '../../engine/forms/format-date.ts'
import { removeDraft } from '../remove-draft.ts'
import { useJourney } from '../use-journey.ts'
import { Alert } from './frame/Alert.tsx'
import { Button } from './frame/Button.tsx'
import { Link } from './frame/Link.tsx'

interface Kept {
  readonly draft: Draft
  readonly storage: DraftStorage
}

/** How often, in milliseconds, this page confirms that a removed draft can still be restored. */
const HEARTBEAT = 30_000

/** Drafts on this device: continue, save, remove with undo. */
export function Drafts() {
  const { words } = useJourney()
  const { drafts, unreadable, refresh } = useKept()
  const [problem, setProblem] = useState<string | null>(null)
  const { removed, remove, undo } = useRemoval(refresh, setProblem)
  // hidden at once, before the storage has been read again
  const shown = drafts.filter(({ draft }) => draft.id !== removed?.draft.id)
  if (drafts.length === 0 && unreadable.length === 0 && !removed && problem === null) return null
  const nameOf = (draft: Draft): string =>
    `${draft.example ? `${words.start.exampleCard}: ` : ''}${draft.about.name || words.start.unnamed}`
  return (
    <section aria-labelledby="drafts">
      <h2 className="utrecht-heading-2" id="drafts">
        {words.start.drafts}
      </h2>
      {unreadable.length > 0 && (
        <Alert kind="warning">
          <p>{words.start.unreadable(unreadable.length)}</p>
          <p>{words.keeping.unreadableHint}</p>
          <ul className="utrecht-unordered-list">
            {unreadable.map((each) => (
              <UnreadableDraft key={each.id} draft={each} />
            ))}
          </ul>
        </Alert>
      )}
      <ul className="cards">
        {shown.map((kept) => (
          <DraftCard key={kept.draft.id} draft={kept.draft} name={nameOf(kept.draft)} onRemove={() => void remove(kept)} />
        ))}
      </ul>
      <div role="status">
        {removed && (
          <p className="undo">
            {words.start.removed(nameOf(removed.draft))}{' '}
            <Button look="secondary" onClick={() => void undo()}>
              {words.start.undo}
            </Button>
          </p>
        )}
        {problem !== null && <Alert kind="error">{problem}</Alert>}
      </div>
    </section>
  )
}

/** The drafts of this device, read again whenever one of them changes. */
function useKept() {
  const { site } = useJourney()
  const [drafts, setDrafts] = useState<readonly Kept[]>([])
  const [unreadable, setUnreadable] = useState<readonly Unreadable[]>([])
  const latest = useRef(0)
  const refresh = useCallback(async (): Promise<void> => {
    latest.current++
    const turn = latest.current
    const [kept, held] = await Promise.all([site.storage.list(), site.memory.list()])
    // a later call has newer data
    if (turn !== latest.current) return
    const of = (storage: DraftStorage) => (draft: Draft) => ({ draft, storage })
    setDrafts([...held.drafts.map(of(site.memory)), ...kept.drafts.map(of(site.storage))])
    setUnreadable(kept.unreadable)
  }, [site])
  useEffect(() => {
    void refresh()
    const stops = [site.storage, site.memory].map((storage) =>
      storage.listen(({ kind }) => {
        if (kind === 'removed' || kind === 'restored' || kind === 'settled') void refresh()
      }),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [refresh, site])
  return { drafts, unreadable, refresh }
}

function DraftCard({ draft, name, onRemove }: { draft: Draft; name: string; onRemove: () => void }) {
  const { words, lang, site } = useJourney()
  const save = async (): Promise<void> => {
    const { answersOfDraft } = await import('../draft-room.ts')
    const file = await answersOfDraft(site, draft, lang)
    site.download(`horeca1-${draft.reference}-antwoorden.json`, 'application/json', JSON.stringify(file, null, 2))
  }
  return (
    <li className="card">
      <h3 className="card__title">{name}</h3>
      <p className="quiet">
        {draft.about.town}. {words.start.changed}: {formatDate(draft.changed.slice(0, 10), lang)}.{' '}
        {draft.about.open === null ? words.start.begun : `${words.left(draft.about.open, draft.about.lists ?? 0)}.`}
      </p>
      <p className="card__actions">
        <Link to={{ kind: draft.about.open === null ? 'about' : 'tasks', draft: draft.id }} label={`${words.start.go}: ${name}`}>
          {words.start.go}
        </Link>
        <Button look="subtle" aria-label={`${words.start.download}: ${name}`} onClick={() => void save()}>
          {words.start.download}
        </Button>
        <Button look="subtle" aria-label={`${words.start.remove}: ${name}`} onClick={onRemove}>
          {words.start.remove}
        </Button>
      </p>
    </li>
  )
}

/** A record that this site cannot read: it can be saved as it is, and removed on purpose. */
function UnreadableDraft({ draft }: { draft: Unreadable }) {
  const { words, site } = useJourney()
  const [asking, setAsking] = useState(false)
  return (
    <li>
      <code>{draft.id}</code>{' '}
      <Button look="subtle" onClick={() => site.download(`horeca1-${draft.id}.json`, 'application/json', rawText(draft.record))}>
        {words.start.download}
      </Button>
      {asking ? (
        <>
          {words.keeping.removeForGood} <Button onClick={() => void removeDraft(site, draft.id)}>{words.keeping.removeSure}</Button>
          <Button look="secondary" onClick={() => setAsking(false)}>
            {words.packet.keep}
          </Button>
        </>
      ) : (
        <Button look="subtle" onClick={() => setAsking(true)}>
          {words.start.remove}
        </Button>
      )}
    </li>
  )
}

/** Any record as text: what JSON cannot represent is approximated. */
const rawText = (record: unknown): string =>
  JSON.stringify(
    record,
    (_key, value: unknown) => {
      if (value instanceof Map) return [...value]
      if (value instanceof Set) return [...value]
      if (ArrayBuffer.isView(value)) return Object.values(value)
      return typeof value === 'bigint' || value === undefined ? String(value) : value
    },
    2,
  )

/** A removed draft is hidden at once, for every tab, and gone for good when this page is left or another draft is removed. */
function useRemoval(refresh: () => Promise<void>, say: (problem: string | null) => void) {
  const { words, site } = useJourney()
  const [removed, setRemoved] = useState<Kept | null>(null)
  const now = useRef<Kept | null>(null)
  const hold = (kept: Kept | null): void => {
    now.current = kept
    setRemoved(kept)
  }
  const remove = async (kept: Kept): Promise<void> => {
    const before = now.current
    say(null)
    try {
      await kept.storage.hide(kept.draft.id, site.now())
      kept.storage.tell({ kind: 'removed', draft: kept.draft.id })
      hold(kept)
      if (before) await removeDraft(site, before.draft.id)
    } catch (error) {
      if (!(error instanceof DraftGone)) say(words.keeping.removeFailed)
      await refresh()
    }
  }
  const undo = async (): Promise<void> => {
    const kept = now.current
    if (!kept) return
    hold(null)
    try {
      await kept.storage.restore(kept.draft.id)
      kept.storage.tell({ kind: 'restored', draft: kept.draft.id })
    } catch {
      say(words.keeping.undoFailed)
    }
  }
  useEffect(() => {
    const forGood = (): void => {
      const kept = now.current
      now.current = null
      if (kept) void removeDraft(site, kept.draft.id)
    }
    const left = (): void => {
      forGood()
      setRemoved(null)
    }
    window.addEventListener('pagehide', left)
    return () => {
      window.removeEventListener('pagehide', left)
      forGood()
    }
  }, [site])
  useEffect(() => {
    if (!removed) return
    let cancel = (): void => undefined
    const speak = (): void => {
      void removed.storage.hide(removed.draft.id, site.now()).catch(() => undefined)
      cancel = site.later(speak, HEARTBEAT)
    }
    cancel = site.later(speak, HEARTBEAT)
    return () => cancel()
  }, [removed, site])
  return { removed, remove, undo }
}
