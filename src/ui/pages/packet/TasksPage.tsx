import { localise } from '../../../engine/forms/format.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import { slowDocuments } from '../../../engine/outcome/slow-documents.ts'
import { type Field, type OpenList, rowsOf, topicOfList } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { askedInTree, mayStopSomebody } from '../../../machine/steps-of-tree.ts'
import { wordsIn } from '../../../model/lang.ts'
import type { Icon as IconName } from '../../../model/schema/common.ts'
import type { ResolvedCollection } from '../../../model/variant.ts'
import { agendaFor, leftFor } from '../../parts/agenda-for.ts'
import { listsToAsk } from '../../parts/ask/to-ask.ts'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Icon } from '../../parts/frame/Icon.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { BibobNote } from '../../parts/outcome/BibobNote.tsx'
import { Blockers } from '../../parts/outcome/Blockers.tsx'
import { Scene } from '../../parts/scenes/Scene.tsx'
import { NOT_YET } from '../../text/later/not-yet.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import { SEARCH } from '../../text/later/search.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** Everything that is left, by topic, in no forced order. */
export function TasksPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant, application, assessment } = view
  const { answers } = application
  const agenda = agendaFor(view)
  const inTree = askedInTree(view.application, view.draft.withTopic)
  const left = leftFor(view)
  const must = new Set(left.answers)
  const held = left.answers.length + left.lists.length === 0 && blockers(view.application).length > 0
  const isDone = !held && left.answers.length + left.lists.length === 0
  const openOf = (fields: readonly Field[]): number => fields.filter((field) => must.has(field.key)).length
  const lists = listsToShow(variant.collections)
  const missingDocuments = assessment.documents.filter((document) => document.state === 'missing')
  const draft = place.draft
  const { at } = view.application.get('path|')
  const [mayStop] = mayStopSomebody(view.application)
  const firstStop = variant.steps.find(({ id }) => id === mayStop?.id)

  return (
    <Screen title={words.tasks.title}>
      <p className="lead">{words.tasks.intro}</p>
      <p className="no-print">
        <Link to={{ kind: 'search', draft: place.draft }}>{wordsIn(SEARCH, lang).link}</Link>
      </p>
      <Blockers />
      {left.treeOpen ? (
        <Alert kind="warning">
          <p>{words.outcome.openQuestions}</p>
          <p>
            <Link to={at.kind === 'step' ? { kind: 'step', draft, step: at.id, back: false } : { kind: 'about', draft }}>
              {words.outcome.toTree}
            </Link>
          </p>
        </Alert>
      ) : (
        <div className={isDone ? 'with-scene' : undefined}>
          {isDone && <Scene name="done" />}
          <p className="progress">
            <strong>{held ? words.blockers.none : `${words.left(left.answers.length, left.lists.length)}.`}</strong>{' '}
            {left.optional.length > 0 && words.review.optional(left.optional.length)}
          </p>
        </div>
      )}
      {firstStop && (
        <Alert kind="warning">
          <p>{wordsIn(OUTCOME, lang).mayStopFirst(localise(firstStop.title, lang))}</p>
          <p>
            <Link to={{ kind: 'sharpen', draft, step: firstStop.id }}>{wordsIn(OUTCOME, lang).toMayStop}</Link>
          </p>
        </Alert>
      )}
      <ul className="tasks">
        <BeginNow to={{ kind: 'attachments', draft }} />
        <StillToAsk to={{ kind: 'ask', draft }} />
        <Task to={{ kind: 'outcome', draft }} name={words.tasks.outcome} icon="list" left="" />
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
                <Icon name={topic.icon} />
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
            icon="paperclip"
            left={missingDocuments.length === 0 ? words.tasks.done : words.tasks.attachmentsTodo(missingDocuments.length)}
            done={missingDocuments.length === 0}
          />
        )}
        <Task to={{ kind: 'review', draft }} name={words.tasks.review} icon="check" left="" />
        <Task to={{ kind: 'packet', draft }} name={words.tasks.packet} icon="printer" left="" />
      </ul>
      <BibobNote />
    </Screen>
  )

  /** The top-level row that a row belongs to: for a loan, the person who has it. */
  function topRow(row: string): string {
    const parent = answers.rows.get(row)?.parent
    return parent ? topRow(parent) : row
  }

  /** Lists that are asked for now, or hold rows that are. People and companies are shown together. */
  function listsToShow(
    collections: readonly ResolvedCollection[],
  ): { key: string; collection: ResolvedCollection; open: number; openLists: number }[] {
    const wanted = new Map<string, OpenList>(agenda.openLists.filter((list) => list.parent === null).map((list) => [list.key, list]))
    return collections.flatMap((collection) => {
      if (collection.id === 'parties' || collection.id === 'roles') return []
      const rows = rowsOf(answers.lists, collection.id)
      const ofRows = [...agenda.rows].filter(([row]) => rows.includes(topRow(row)))
      // a list that was marked complete is never hidden
      if (!wanted.has(collection.id) && ofRows.length === 0 && rows.length === 0 && !answers.complete.has(collection.id)) return []
      const nested = agenda.openLists.filter((list) => list.parent !== null && rows.includes(list.parent)).length
      const open = ofRows.reduce((sum, [, fields]) => sum + openOf(fields), 0)
      return [{ key: collection.id, collection, open, openLists: nested + (wanted.has(collection.id) ? 1 : 0) }]
    })
  }
}

/** From this many days on, people wait for a document rather than look it up. */
const LONG = 14

/** What takes weeks to get comes first: it must be on its way before the rest is filled in. */
function BeginNow({ to }: { to: Place }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const slow = slowDocuments(view.application, LONG)
  if (slow.length === 0) return null
  return (
    <li className="task task--now">
      <h2 className="task__name">
        <Icon name="hourglass" />
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

/** What others know, by respondent; nothing if there is nothing to ask. */
function StillToAsk({ to }: { to: Place }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const text = wordsIn(NOT_YET, lang)
  const lists = listsToAsk(view, lang, words)
  const back = Object.keys(view.draft.replies ?? {}).length > 0
  if (lists.length === 0 && !back) return null
  return (
    <li className="task">
      <h2 className="task__name">
        <Icon name="person" />
        <Link to={to}>{text.task}</Link>
      </h2>
      {back && (
        <p className="task__state" data-done={false}>
          {text.came}
        </p>
      )}
      <ul className="task__lists">
        {lists.map(({ respondent, questions }) => (
          <li key={respondent.id}>{text.taskFor(localise(respondent.label, lang), questions.length)}</li>
        ))}
      </ul>
    </li>
  )
}

function Task({ to, name, icon, left, done = false }: { to: Place; name: string; icon: IconName; left: string; done?: boolean }) {
  return (
    <li className="task">
      <h2 className="task__name">
        <Icon name={icon} />
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
