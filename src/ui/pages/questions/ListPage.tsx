import { memo, type RefObject, useCallback, useRef, useState } from 'react'
import { type Effect, effectOfRemoval } from '../../../draft/effect.ts'
import { takeAway } from '../../../draft/take-away.ts'
import { awaitedParties } from '../../../engine/facts/expected-parties.ts'
import { localise } from '../../../engine/forms/format.ts'
import { same } from '../../../engine/incremental/same.ts'
import { freshRow, rowsOf } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { isPersonOrCompany } from '../../../model/answers/answers.ts'
import type { Edit } from '../../../model/answers/edit.ts'
import { wordsIn } from '../../../model/lang.ts'
import type { ResolvedCollection } from '../../../model/variant.ts'
import { agendaFor, isUnused, leftOnCard } from '../../parts/agenda-for.ts'
import { Checkbox } from '../../parts/form/Checkbox.tsx'
import { BeforeChange } from '../../parts/form/notes/BeforeChange.tsx'
import { SaidBefore } from '../../parts/form/notes/SaidBefore.tsx'
import { Awaited } from '../../parts/form/rows/Awaited.tsx'
import { Hours } from '../../parts/form/rows/Hours.tsx'
import { Presets } from '../../parts/form/rows/Presets.tsx'
import { Button } from '../../parts/frame/Button.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { OwnParts } from '../../parts/OwnParts.tsx'
import { roleLabels, rowTitle } from '../../parts/row-title.ts'
import { Scene } from '../../parts/scenes/Scene.tsx'
import { UNDO } from '../../text/later/undo.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** The cards of a list: add, open, remove with undo, and mark the list complete. */
export function ListPage({ place }: { place: Extract<Place, { kind: 'list' }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const at = place.list.lastIndexOf('/')
  const parent = at < 0 ? null : place.list.slice(0, at)
  const collection = view.variant.collections.find((each) => each.id === place.list.slice(at + 1))
  if (!collection) return null
  return (
    <Screen
      title={parent ? `${localise(collection.label, lang)}: ${rowTitle(view, parent, lang, words)}` : localise(collection.label, lang)}
      above={
        <p className="kicker">
          {parent ? (
            <Link to={{ kind: 'row', draft: place.draft, row: parent, at: null, back: false }}>{rowTitle(view, parent, lang, words)}</Link>
          ) : (
            <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
          )}
        </p>
      }
    >
      {parent === null && <SaidBefore collection={collection.id} />}
      {collection.subject === 'hours' ? (
        <Hours draft={place.draft} />
      ) : (
        <Cards key={place.list} collection={collection} listKey={place.list} parent={parent} draft={place.draft} />
      )}
      {place.list === 'people' && <OwnParts />}
    </Screen>
  )
}

function Cards({
  collection,
  listKey: key,
  parent,
  draft,
}: {
  collection: ResolvedCollection
  listKey: string
  parent: string | null
  draft: string
}) {
  const { words, lang, go, site } = useJourney()
  const { session, view } = useDraft()
  const agenda = agendaFor(view)
  const rows = rowsOf(view.application.answers.lists, key)
  const complete = view.application.answers.complete.has(key)
  const awaited = parent === null ? awaitedParties(view.application, collection) : []
  const list = { collection: collection.id, parent }
  const adds = useRef<HTMLButtonElement>(null)
  const { asking, remove, decide } = useRemoval(collection.id, parent, adds)
  // a party has a name, which is asked first; rooms are mostly added one after the other
  const isParty = isPersonOrCompany(collection.subject)
  const add = (): void => {
    const id = freshRow(view.application.answers.rows, collection.subject)
    addRow([{ kind: 'addRow', ...list, id, subject: collection.subject }], id, true)
  }
  const addRow = (edits: readonly Edit[], id: string, opens: boolean): void => {
    session.apply(edits)
    if (opens) go({ kind: 'row', draft, row: id, at: null, back: false })
    // a new row makes the list incomplete again: that affects every row in it, so the new card is painted first
    const reopen = (): void => session.apply([{ kind: 'complete', ...list, complete: false }], { more: true })
    if (complete) requestAnimationFrame(() => site.later(reopen, 50))
  }
  return (
    <>
      {rows.length === 0 && awaited.length === 0 && (
        <div className="with-scene">
          <Scene name="empty" />
          <p>{words.list.empty}</p>
        </div>
      )}
      <ul className="cards">
        {rows.map((row) => (
          <Card
            key={row}
            row={row}
            draft={draft}
            title={rowTitle(view, row, lang, words)}
            roles={roleLabels(view, row, lang)}
            left={leftOnCard(view, agenda, row)}
            unused={isUnused(view, agenda, row)}
            remove={remove}
            effect={asking?.row === row ? asking.effect : null}
            decide={decide}
          />
        ))}
      </ul>
      <Awaited
        collection={collection}
        awaited={awaited}
        add={(edits, row) => addRow(edits, row, true)}
        give={(edits) => {
          session.apply(edits)
          // the pressed button went away with its card
          adds.current?.focus({ preventScroll: true })
        }}
      />
      <Presets collection={collection} parent={parent} awaited={awaited} add={(edits, row) => addRow(edits, row, isParty)} />
      <p className="buttons">
        <Button ref={adds} look={complete || awaited.length > 0 ? 'secondary' : 'primary'} onClick={add}>
          {words.list.add(localise(collection.one, lang))}
        </Button>
      </p>
      <Finish
        list={list}
        complete={complete}
        onNext={() => go(parent ? { kind: 'row', draft, row: parent, at: null, back: false } : { kind: 'tasks', draft })}
      />
    </>
  )
}

/** Marks the list complete, and goes on. */
function Finish({
  list,
  complete,
  onNext,
}: {
  list: { readonly collection: string; readonly parent: string | null }
  complete: boolean
  onNext: () => void
}) {
  const { words } = useJourney()
  const { session } = useDraft()
  return (
    <>
      <Checkbox
        id="complete"
        label={words.list.complete}
        hint={words.list.completeHint}
        checked={complete}
        onChange={(now) => session.apply([{ kind: 'complete', ...list, complete: now }])}
      />
      <p className="buttons">
        <Button look={complete ? 'primary' : 'secondary'} onClick={onNext}>
          {words.next}
        </Button>
      </p>
    </>
  )
}

/** Removes rows of a list. `adds`: the button that is focused once the card with its own button is gone. */
function useRemoval(collection: string, parent: string | null, adds: RefObject<HTMLButtonElement | null>) {
  const { session } = useDraft()
  const [asking, setAsking] = useState<{ readonly row: string; readonly effect: Effect } | null>(null)
  const takingAway = useCallback(
    (row: string): Edit[] => {
      const { application, variant } = session.view()
      return takeAway(application.answers, variant, { collection, parent, id: row })
    },
    [session, collection, parent],
  )
  /** Removes the row at once, or after confirmation if more than the row depends on it. */
  const remove = useCallback(
    (row: string): void => {
      const edits = takingAway(row)
      const effect = effectOfRemoval(session.view(), edits, row)
      setAsking(effect && { row, effect })
      if (effect !== null) return
      session.apply(edits)
      adds.current?.focus({ preventScroll: true })
    },
    [session, takingAway, adds],
  )
  const decide = useCallback(
    (row: string, does: boolean): void => {
      setAsking(null)
      if (does) {
        session.apply(takingAway(row))
        // the pressed button went away with its card
        adds.current?.focus({ preventScroll: true })
      } else document.getElementById(removeId(row))?.focus()
    },
    [session, takingAway, adds],
  )
  return { asking, remove, decide }
}

const removeId = (row: string): string => `remove-${row}`

/** One row in short. Memoised: of a hundred of them only those that changed re-render. */
const Card = memo(function Card({
  row,
  draft,
  title,
  roles,
  left,
  unused,
  remove,
  effect,
  decide,
}: {
  row: string
  draft: string
  title: string
  roles: readonly string[]
  left: { readonly answers: number; readonly lists: number }
  unused: boolean
  remove: (row: string) => void
  /** Side effects of removing it, while that waits for confirmation. */
  effect: Effect | null
  decide: (row: string, does: boolean) => void
}) {
  const { words, lang } = useJourney()
  return (
    <li className="card">
      <h2 className="card__title">{title}</h2>
      {roles.length > 0 && (
        <ul className="chips">
          {roles.map((role) => (
            <li key={role}>{role}</li>
          ))}
        </ul>
      )}
      <p className="task__state" data-done={left.answers + left.lists === 0 && !unused}>
        {unused ? words.list.unused : left.lists > 0 ? words.left(left.answers, left.lists) : words.list.left(left.answers)}
      </p>
      <p className="card__actions">
        <Link to={{ kind: 'row', draft, row, at: null, back: false }} label={`${words.list.edit}: ${title}`}>
          {words.list.edit}
        </Link>
        <Button id={removeId(row)} look="subtle" aria-label={`${words.list.remove}: ${title}`} onClick={() => remove(row)}>
          {words.list.remove}
        </Button>
      </p>
      {effect && (
        <BeforeChange
          about={removeId(row)}
          intro={wordsIn(UNDO, lang).before.removes(title)}
          effect={effect}
          focused
          decide={(does) => decide(row, does)}
        />
      )}
    </li>
  )
}, same)
