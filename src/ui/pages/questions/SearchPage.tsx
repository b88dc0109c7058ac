import { useMemo, useState } from 'react'
import type { DraftView } from '../../../draft/session.ts'
import { localise } from '../../../engine/forms/format.ts'
import type { Place } from '../../../machine/place.ts'
import { placeOfAnswer } from '../../../machine/place-of.ts'
import { type Lang, wordsIn } from '../../../model/lang.ts'
import { agendaFor } from '../../parts/agenda-for.ts'
import { type Findable, find } from '../../parts/ask/find.ts'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { SEARCH } from '../../text/later/search.ts'
import type { Words } from '../../text.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** At most this many are listed: with more hits, one types another word. */
const MOST = 20

interface Found extends Findable {
  readonly key: string
  readonly kind: 'questions' | 'lists' | 'words'
  /** Where it is asked; null: a word, which is explained here. */
  readonly to: Place | null
  readonly note: string
}

/** Finds what is asked in this application, by the words of the question, its hint and its answers; its lists; and the words of the glossary. */
export function SearchPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const [typed, setTyped] = useState('')
  const text = wordsIn(SEARCH, lang)
  const all = useMemo(() => findablesIn(view, place.draft, lang, words), [view, place.draft, lang, words])
  const found = useMemo(() => find(all, typed), [all, typed])
  const shown = found.slice(0, MOST)
  return (
    <Screen
      title={text.title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      <SearchField typed={typed} onType={setTyped} />
      <p role="status">{typed.trim() !== '' && text.found(found.length)}</p>
      {(['lists', 'questions', 'words'] as const).map((kind) => {
        const own = shown.filter((each) => each.kind === kind)
        return (
          own.length > 0 && (
            <section key={kind} aria-labelledby={`found-${kind}`}>
              <h2 className="utrecht-heading-2" id={`found-${kind}`}>
                {text[kind]}
              </h2>
              <ul className="utrecht-unordered-list">
                {own.map(({ key, name, to, note }) => (
                  <li key={key}>
                    {to ? <Link to={to}>{name}</Link> : <strong>{name}: </strong>}
                    {note && <span className={to ? 'quiet' : undefined}>{to ? ` (${note})` : note}</span>}
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
      {found.length > MOST && <p>{text.more(found.length - MOST)}</p>}
    </Screen>
  )
}

/** All that can be found: questions, lists, and words of the glossary. */
function findablesIn(view: DraftView, draft: string, lang: Lang, words: Words): Found[] {
  const { application, variant } = view
  const text = wordsIn(SEARCH, lang)
  const agenda = agendaFor(view)
  const questions = [...agenda.topics.values(), ...agenda.rows.values()].flat().map((field): Found => {
    const { key, question, row, open } = field
    const about = row !== null && application.answers.rows.has(row) ? `${rowTitle(view, row, lang, words)}: ` : ''
    const options = question.options?.map(({ label }) => localise(label, lang)) ?? []
    return {
      key,
      kind: 'questions',
      name: `${about}${localise(question.label, lang)}`,
      says: [question.hint ? localise(question.hint, lang) : '', ...options].join(' '),
      to: placeOfAnswer(application, draft, key, false),
      note: open ? text.open : '',
    }
  })
  const lists = variant.collections
    .filter(({ id, per }) => per === null && (agenda.openLists.some(({ key }) => key === id) || application.answers.lists.has(id)))
    .map(
      ({ id, label, one }): Found => ({
        key: id,
        kind: 'lists',
        name: localise(label, lang),
        says: localise(one, lang),
        to: { kind: 'list', draft: draft, list: id },
        note: '',
      }),
    )
  const terms = variant.glossary.map(
    ({ id, term, meaning }): Found => ({ key: id, kind: 'words', name: term[lang], says: meaning[lang], to: null, note: meaning[lang] }),
  )
  return [...lists, ...questions, ...terms]
}

function SearchField({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  const { lang } = useJourney()
  const text = wordsIn(SEARCH, lang)
  return (
    <search>
      <form onSubmit={(event) => event.preventDefault()}>
        <div className="utrecht-form-field field">
          <label className="utrecht-form-label field__label" htmlFor="search">
            {text.label}
          </label>
          <div className="utrecht-form-field-description" id="search-hint">
            {text.hint}
          </div>
          <input
            className="utrecht-textbox utrecht-textbox--html-input"
            id="search"
            type="search"
            autoComplete="off"
            aria-describedby="search-hint"
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
        </div>
      </form>
    </search>
  )
}
