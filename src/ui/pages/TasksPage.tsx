import { say } from '../../engine/print.ts'
import { agendaOf, type Field, type OpenList, rowsOf, topicOfList } from '../../machine/pages.ts'
import type { Place } from '../../machine/place.ts'
import type { VCollection } from '../../model/variant.ts'
import { Link } from '../parts/Link.tsx'
import { Screen } from '../parts/Screen.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

const PARTIES = new Set(['person', 'company'])

/** Everything that is left, by topic. Nothing is forced in order. */
export function TasksPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant, answers, assessment } = view
  const agenda = agendaOf(view.one)
  const inTree = new Set(variant.steps.flatMap((step) => step.ask))
  const openOf = (fields: readonly Field[]): number => fields.filter((field) => field.open).length
  const lists = listsToShow(variant.collections)
  const missingDocuments = assessment.documents.filter((document) => document.state === 'missing')
  const longest = Math.max(0, ...missingDocuments.map((document) => document.leadDays ?? 0))
  const draft = place.draft

  return (
    <Screen title={words.tasks.title}>
      <p className="lead">{words.tasks.intro}</p>
      {longest > 0 && <p className="quiet">{words.tasks.attachmentsFirst(longest)}</p>}
      <ul className="tasks">
        <Task to={{ kind: 'outcome', draft }} name={words.tasks.outcome} left="" />
        {variant.topics.map((topic) => {
          const fields = (agenda.topics.get(topic.id) ?? []).filter((field) => field.open || !inTree.has(field.question.id))
          const own = lists.filter((list) => topicOfList(variant, list.collection) === topic.id)
          if (fields.length === 0 && own.length === 0) return null
          const open = openOf(fields) + own.reduce((sum, list) => sum + list.open, 0)
          return (
            <li key={topic.id} className="task">
              <h2 className="task__name">
                {fields.length > 0 ? (
                  <Link to={{ kind: 'topic', draft, topic: topic.id, at: null, back: false }}>{say(topic.label, lang)}</Link>
                ) : (
                  say(topic.label, lang)
                )}
              </h2>
              <p className="task__state" data-done={open === 0}>
                {open === 0 ? words.tasks.done : words.tasks.todo(open)}
              </p>
              {topic.sensitive && <p className="quiet task__note">{words.tasks.sensitive}</p>}
              {own.length > 0 && (
                <ul className="task__lists">
                  {own.map((list) => (
                    <li key={list.key}>
                      <Link to={{ kind: 'list', draft, list: list.key }}>{say(list.collection.label, lang)}</Link>{' '}
                      <span className="quiet">
                        ({rowsOf(answers.lists, list.key).length}
                        {list.open > 0 && `, ${words.tasks.todo(list.open)}`})
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
    </Screen>
  )

  /** Lists that are asked for now, or hold rows that are. People and companies stand together. */
  function listsToShow(collections: readonly VCollection[]): { key: string; collection: VCollection; open: number }[] {
    const wanted = new Map<string, OpenList>(agenda.openLists.filter((list) => list.parent === null).map((list) => [list.key, list]))
    return collections.flatMap((collection) => {
      if (collection.id === 'parties' || collection.id === 'roles') return []
      const rows = rowsOf(answers.lists, collection.id)
      const asked = rows.some((row) => agenda.rows.has(row))
      if (!wanted.has(collection.id) && !asked) return []
      const nested = PARTIES.has(collection.subject)
        ? agenda.openLists.filter((list) => list.parent !== null && rows.includes(list.parent)).length
        : 0
      const open = rows.reduce((sum, row) => sum + openOf(agenda.rows.get(row) ?? []), 0) + (wanted.has(collection.id) ? 1 : 0) + nested
      return [{ key: collection.id, collection, open }]
    })
  }
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
