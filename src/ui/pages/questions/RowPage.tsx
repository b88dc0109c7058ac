import type { DraftView } from '../../../draft/session.ts'
import { localise } from '../../../engine/forms/format.ts'
import { askingOrder, type Field, rowsOf } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { answerKey, isPersonOrCompany, listKey } from '../../../model/answers/answers.ts'
import { agendaFor, leftInList, nestedOf } from '../../parts/agenda-for.ts'
import { QuestionsForm } from '../../parts/form/QuestionsForm.tsx'
import { Roles } from '../../parts/form/rows/Roles.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { usePages } from '../../parts/use-pages.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** One row: a person with their roles, a company, a room. Asks only what the applicable forms need about it. */
export function RowPage({ place }: { place: Extract<Place, { kind: 'row' }> }) {
  const { words, lang, go } = useJourney()
  const { view } = useDraft()
  const { variant, application } = view
  const { answers } = application
  const row = answers.rows.get(place.row)
  const invited = view.draft.invitation !== undefined
  const isParty = isPersonOrCompany(row?.subject)
  const page = usePages((now) => fieldsOfRow(now, place.row, isParty && !invited), place.at, place.row)
  if (!row) return null
  const list = listKey(row.collection, row.parent)
  const first = page.previous === null
  const nested = nestedOf(view, place.row)
  const agenda = agendaFor(view)
  const onwards = (): void => {
    const next = page.nextNow()
    if (place.back) go({ kind: 'review', draft: place.draft })
    else if (next !== null) go({ ...place, at: next })
    else if (invited && isParty) go({ kind: 'tasks', draft: place.draft })
    else go({ kind: 'list', draft: place.draft, list })
  }
  return (
    <Screen
      title={
        page.total > 1
          ? `${rowTitle(view, place.row, lang, words)} (${page.number + 1}/${page.total})`
          : rowTitle(view, place.row, lang, words)
      }
      above={
        <p className="kicker">
          {place.back ? (
            <Link to={{ kind: 'review', draft: place.draft }}>{words.toReview}</Link>
          ) : invited && isParty ? (
            <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
          ) : (
            <Link to={{ kind: 'list', draft: place.draft, list }}>
              {localise(variant.collections.find((each) => each.id === row.collection)?.label ?? { nl: list, en: list }, lang)}
            </Link>
          )}
          {page.previous !== null && <Link to={{ ...place, at: page.previous }}>{words.previous}</Link>}
        </p>
      }
    >
      <QuestionsForm
        key={`${place.row}|${page.anchor}`}
        groups={page.groups}
        above={isParty && first && !invited && <Roles party={place.row} />}
        focus={place.back ? place.at : null}
        mayWait={!invited}
        onDone={onwards}
        onLater={onwards}
      />
      {nested.length > 0 && (
        <NestedLists
          lists={nested.flatMap((collection) => {
            const key = listKey(collection.id, place.row)
            const asked = agenda.openLists.some((each) => each.key === key) || rowsOf(answers.lists, key).length > 0
            return asked ? [{ key, label: localise(collection.label, lang), ...leftInList(view, agenda, key) }] : []
          })}
          draft={place.draft}
        />
      )}
    </Screen>
  )
}

/** What is asked about a row; the details of a role are on the card of its party. */
function fieldsOfRow(view: DraftView, row: string, named: boolean): readonly Field[] {
  const { application } = view
  const agenda = agendaFor(view)
  const rank = askingOrder(application.variant)
  const { kind, target } = application.variant.names.role
  const asked = (agenda.rows.get(row) ?? [])
    .filter((field) => field.question.id !== kind && field.question.id !== target)
    .sort((a, b) => (rank.get(a.question.id) ?? 0) - (rank.get(b.question.id) ?? 0))
  return named ? withNames(view, row, asked) : asked
}

/** Puts the name first, whether or not a form asks for it yet: a card needs one. */
function withNames({ application, variant }: DraftView, row: string, asked: readonly Field[]): readonly Field[] {
  const { answers } = application
  const { person, company } = variant.names
  const names = answers.rows.get(row)?.subject === 'person' ? [person.firstNames, person.lastName] : [company.statutoryName]
  const missing = names.flatMap((fact): Field[] => {
    const key = answerKey(fact, row)
    const question = application.index.questions.get(fact)
    const open = !answers.values.has(key)
    return question && !asked.some((field) => field.key === key) ? [{ key, question, row, open, needed: open }] : []
  })
  const rank = askingOrder(variant)
  return [...missing, ...asked].sort((a, b) => (rank.get(a.question.id) ?? 0) - (rank.get(b.question.id) ?? 0))
}

interface NestedList {
  readonly key: string
  readonly label: string
  /** What is left to do in it. */
  readonly answers: number
  readonly lists: number
}

function NestedLists({ lists, draft }: { lists: readonly NestedList[]; draft: string }) {
  const { words } = useJourney()
  if (lists.length === 0) return null
  return (
    <>
      <h2 className="utrecht-heading-2">{words.party.nested}</h2>
      <ul className="utrecht-unordered-list">
        {lists.map((list) => (
          <li key={list.key}>
            <Link to={{ kind: 'list', draft, list: list.key }}>{list.label}</Link>{' '}
            {list.lists > 0 ? (
              <span className="quiet">({words.list.open})</span>
            ) : (
              list.answers > 0 && <span className="quiet">({words.list.left(list.answers)})</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
