import { localise } from '../../../engine/forms/format.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import { slowDocuments } from '../../../engine/outcome/slow-documents.ts'
import { type Field, type OpenList, rowsOf, topicOfList } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { askedInTree } from '../../../machine/steps-of-tree.ts'
import type { ResolvedCollection } from '../../../model/variant.ts'
import { agendaFor, leftFor } from '../../parts/agenda-for.ts'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { BibobNote } from '../../parts/outcome/BibobNote.tsx'
import { Blockers } from '../../parts/outcome/Blockers.tsx'
import { useDraft, useJourney } from '../../use-journey.ts'

/** Everything that is left, by topic. Nothing is forced in order. */
export function TasksPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant, application, assessment } = view
  const { answers } = application
  const agenda = agendaFor(view)
  const inTree = askedInTree(view.application)
  const left = leftFor(view)
  const must = new Set(left.answers)
  const held = left.answers.length + left.lists.length === 0 && blockers(view.application).length > 0
  const openOf = (fields: readonly Field[]): number => fields.filter((field) => must.has(field.key)).length
  const lists = listsToShow(variant.collections)
  const missingDocuments = assessment.documents.filter((document) => document.state === 'missing')
  const draft = place.draft
  const lastStep = left.treeOpen ? view.application.get('path|').steps.at(-1)?.id : undefined

  return (
    <Screen title={words.tasks.title}>
      <p className="lead">{words.tasks.intro}</p>
      <Blockers />
      {left.treeOpen ? (
        <Alert kind="warning">
          <p>{words.outcome.openQuestions}</p>
          <p>
            <Link to={{ kind: 'step', draft, step: lastStep ?? '', back: false }}>{words.outcome.toTree}</Link>
          </p>
        </Alert>
      ) : (
        <p className="progress">
          <strong>{held ? words.blockers.none : `${words.left(left.answers.length, left.lists.length)}.`}</strong>{' '}
          {left.optional.length > 0 && words.review.optional(left.optional.length)}
        </p>
      )}
      <ul className="tasks">
        <BeginNow to={{ kind: 'attachments', draft }} />
        <Task to={{ kind: 'outcome', draft }} name={words.tasks.outcome} left="" />
        {variant.topics.map((topic) => {
          const fields = (agenda.topics.get(topic.id) ?? []).filter((field) => field.open || !inTree.has(field.question.id))
          const own = lists.filter((list) => topicOfList(variant, list.collection) === topic.id)
          if (fields.length === 0 && own.length === 0) return null
          const open = openOf(fields) + own.reduce((sum, list) => sum + list.open, 0)
          const openLists = own.reduce((sum, list) => sum + list.openLists, 0)
          const done = open + openLists === 0
          return (
            <li key={topic.id} className="task">
              <h2 className="task__name">
                {fields.length > 0 ? (
                  <Link to={{ kind: 'topic', draft, topic: topic.id, at: null, back: false }}>{localise(topic.label, lang)}</Link>
                ) : (
                  localise(topic.label, lang)
                )}
              </h2>
              {!left.treeOpen && (
                <p className="task__state" data-done={done}>
                  {done ? words.tasks.done : words.left(open, openLists)}
                </p>
              )}
              {topic.sensitive && <p className="quiet task__note">{words.tasks.sensitive}</p>}
              {own.length > 0 && (
                <ul className="task__lists">
                  {own.map((list) => (
                    <li key={list.key}>
                      <Link to={{ kind: 'list', draft, list: list.key }}>{localise(list.collection.label, lang)}</Link>{' '}
                      <span className="quiet">
                        ({rowsOf(answers.lists, list.key).length}
                        {!left.treeOpen && list.open + list.openLists > 0 && `, ${words.left(list.open, list.openLists)}`})
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
        {assessment.documents.length > 0 && (
          <Task
            to={{ kind: 'attachments', draft }}
            name={words.tasks.attachments}
            left={missingDocuments.length === 0 ? words.tasks.done : words.tasks.attachmentsTodo(missingDocuments.length)}
            done={missingDocuments.length === 0}
          />
        )}
        <Task to={{ kind: 'review', draft }} name={words.tasks.review} left="" />
        <Task to={{ kind: 'packet', draft }} name={words.tasks.packet} left="" />
      </ul>
      <BibobNote />
    </Screen>
  )

  /** The card in a list of the case that a row belongs to: a loan to the person who has it. */
  function topRow(row: string): string {
    const parent = answers.rows.get(row)?.parent
    return parent ? topRow(parent) : row
  }

  /** Lists that are asked for now, or hold rows that are. People and companies stand together. */
  function listsToShow(
    collections: readonly ResolvedCollection[],
  ): { key: string; collection: ResolvedCollection; open: number; openLists: number }[] {
    const wanted = new Map<string, OpenList>(agenda.openLists.filter((list) => list.parent === null).map((list) => [list.key, list]))
    return collections.flatMap((collection) => {
      if (collection.id === 'parties' || collection.id === 'roles') return []
      const rows = rowsOf(answers.lists, collection.id)
      const ofRows = [...agenda.rows].filter(([row]) => rows.includes(topRow(row)))
      // what somebody called complete is never hidden from them
      if (!wanted.has(collection.id) && ofRows.length === 0 && rows.length === 0 && !answers.complete.has(collection.id)) return []
      const nested = agenda.openLists.filter((list) => list.parent !== null && rows.includes(list.parent)).length
      const open = ofRows.reduce((sum, [, fields]) => sum + openOf(fields), 0)
      return [{ key: collection.id, collection, open, openLists: nested + (wanted.has(collection.id) ? 1 : 0) }]
    })
  }
}

/** From this many days on, people wait for a document rather than look it up. */
const LONG = 14

/** What takes weeks to get stands first: it must be on its way before the rest is filled in. */
function BeginNow({ to }: { to: Place }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const slow = slowDocuments(view.application, LONG)
  if (slow.length === 0) return null
  return (
    <li className="task">
      <h2 className="task__name">
        <Link to={to}>{words.tasks.beginNow}</Link>
      </h2>
      <p className="task__state" data-done={false}>
        {words.tasks.beginCount(slow.length)}
      </p>
      <p className="quiet task__note">{words.tasks.beginWhy}</p>
      <ul className="task__lists">
        {slow.map((document) => (
          <li key={document.key}>
            {document.name}{' '}
            <span className="quiet">
              ({words.tasks.weeks(Math.ceil(document.leadDays / 7))}
              {document.state === 'later' && `, ${words.tasks.later}`}
              {document.state === 'expected' && `, ${words.tasks.expected}`})
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}

function Task({ to, name, left, done = false }: { to: Place; name: string; left: string; done?: boolean }) {
  return (
    <li className="task">
      <h2 className="task__name">
        <Link to={to}>{name}</Link>
      </h2>
      {left && (
        <p className="task__state" data-done={done}>
          {left}
        </p>
      )}
    </li>
  )
}
