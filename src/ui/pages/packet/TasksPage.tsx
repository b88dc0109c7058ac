import type { DraftView } from '../../../draft/session.ts'
import { localise } from '../../../engine/forms/format.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import { slowDocuments } from '../../../engine/outcome/slow-documents.ts'
import { type Agenda, type Field, rowsOf, topicOfList } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { askedInTree, mayStopSomebody } from '../../../machine/steps-of-tree.ts'
import { wordsIn } from '../../../model/lang.ts'
import type { Icon as IconName } from '../../../model/schema/common.ts'
import type { ResolvedCollection, Variant } from '../../../model/variant.ts'
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
  const { assessment } = view
  const missing = assessment.documents.filter((document) => document.state === 'missing').length
  const draft = place.draft
  return (
    <Screen title={words.tasks.title}>
      <p className="lead">{words.tasks.intro}</p>
      <p className="no-print">
        <Link to={{ kind: 'search', draft }}>{wordsIn(SEARCH, lang).link}</Link>
      </p>
      <Blockers />
      <HowFar draft={draft} />
      <FirstStop draft={draft} />
      <ul className="tasks">
        <BeginNow to={{ kind: 'attachments', draft }} />
        <StillToAsk to={{ kind: 'ask', draft }} />
        <Task to={{ kind: 'outcome', draft }} name={words.tasks.outcome} icon="list" left="" />
        <Topics draft={draft} />
        {assessment.documents.length > 0 && (
          <Task
            to={{ kind: 'attachments', draft }}
            name={words.tasks.attachments}
            icon="paperclip"
            left={missing === 0 ? words.tasks.done : words.tasks.attachmentsTodo(missing)}
            done={missing === 0}
          />
        )}
        <Task to={{ kind: 'review', draft }} name={words.tasks.review} icon="check" left="" />
        <Task to={{ kind: 'packet', draft }} name={words.tasks.packet} icon="printer" left="" />
      </ul>
      <BibobNote />
    </Screen>
  )
}

/** How much is left; while the decision tree is open, the way back to it. */
function HowFar({ draft }: { draft: string }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const { answers, lists, optional, treeOpen } = leftFor(view)
  if (treeOpen) {
    const { at } = view.application.get('path|')
    return (
      <Alert kind="warning">
        <p>{words.outcome.openQuestions}</p>
        <p>
          <Link to={at.kind === 'step' ? { kind: 'step', draft, step: at.id, back: false } : { kind: 'about', draft }}>
            {words.outcome.toTree}
          </Link>
        </p>
      </Alert>
    )
  }
  const nothingLeft = answers.length + lists.length === 0
  const held = nothingLeft && blockers(view.application).length > 0
  const isDone = nothingLeft && !held
  return (
    <div className={isDone ? 'with-scene' : undefined}>
      {isDone && <Scene name="done" />}
      <p className="progress">
        <strong>{held ? words.blockers.none : `${words.left(answers.length, lists.length)}.`}</strong>{' '}
        {optional.length > 0 && words.review.optional(optional.length)}
      </p>
    </div>
  )
}

/** A question that may still lead elsewhere is worth answering before all others. */
function FirstStop({ draft }: { draft: string }) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const [mayStop] = mayStopSomebody(view.application)
  const first = view.variant.steps.find(({ id }) => id === mayStop?.id)
  if (!first) return null
  const text = wordsIn(OUTCOME, lang)
  return (
    <Alert kind="warning">
      <p>{text.mayStopFirst(localise(first.title, lang))}</p>
      <p>
        <Link to={{ kind: 'sharpen', draft, step: first.id }}>{text.toMayStop}</Link>
      </p>
    </Alert>
  )
}

/** Each topic that asks something, with what is left of it and the lists that belong to it. */
function Topics({ draft }: { draft: string }) {
  const { view } = useDraft()
  const { variant } = view
  const agenda = agendaFor(view)
  const inTree = askedInTree(view.application, view.draft.withTopic)
  const { answers, treeOpen } = leftFor(view)
  const must = new Set(answers)
  const openOf = (fields: readonly Field[]): number => fields.filter((field) => must.has(field.key)).length
  const lists = listsToShow(view, agenda, openOf)
  return variant.topics.map((topic) => {
    const fields = (agenda.topics.get(topic.id) ?? []).filter((field) => field.open || !inTree.has(field.question.id))
    const own = lists.filter((list) => topicOfList(variant, list.collection) === topic.id)
    if (fields.length === 0 && own.length === 0) return null
    return (
      <Topic key={topic.id} draft={draft} topic={topic} asks={fields.length > 0} open={openOf(fields)} lists={own} showsLeft={!treeOpen} />
    )
  })
}

/** `asks`: it has questions besides those of its lists; `open`: how many of those are left; `showsLeft`: what is left is known. */
function Topic({
  draft,
  topic,
  asks,
  open,
  lists,
  showsLeft,
}: {
  draft: string
  topic: Variant['topics'][number]
  asks: boolean
  open: number
  lists: readonly ShownList[]
  showsLeft: boolean
}) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const openInAll = lists.reduce((sum, list) => sum + list.open, open)
  const openLists = lists.reduce((sum, list) => sum + list.openLists, 0)
  const done = openInAll + openLists === 0
  return (
    <li className="task">
      <h2 className="task__name">
        <Icon name={topic.icon} />
        {asks ? (
          <Link to={{ kind: 'topic', draft, topic: topic.id, at: null, back: false }}>{localise(topic.label, lang)}</Link>
        ) : (
          localise(topic.label, lang)
        )}
      </h2>
      {showsLeft && (
        <p className="task__state" data-done={done}>
          {done ? words.tasks.done : words.left(openInAll, openLists)}
        </p>
      )}
      {topic.sensitive && <p className="quiet task__note">{words.tasks.sensitive}</p>}
      {lists.length > 0 && (
        <ul className="task__lists">
          {lists.map((list) => (
            <li key={list.key}>
              <Link to={{ kind: 'list', draft, list: list.key }}>{localise(list.collection.label, lang)}</Link>{' '}
              <span className="quiet">
                ({rowsOf(view.application.answers.lists, list.key).length}
                {showsLeft && list.open + list.openLists > 0 && `, ${words.left(list.open, list.openLists)}`})
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** A list with how many answers and lists are left in its rows. */
interface ShownList {
  readonly key: string
  readonly collection: ResolvedCollection
  readonly open: number
  readonly openLists: number
}

/** Lists that are asked for now, or hold rows that are. People and companies are shown together. */
function listsToShow({ application, variant }: DraftView, agenda: Agenda, openOf: (fields: readonly Field[]) => number): ShownList[] {
  const { answers } = application
  /** The top-level row that a row belongs to: for a loan, the person who has it. */
  const topRow = (row: string): string => {
    const parent = answers.rows.get(row)?.parent
    return parent ? topRow(parent) : row
  }
  const wanted = new Set(agenda.openLists.filter((list) => list.parent === null).map((list) => list.key))
  return variant.collections.flatMap((collection) => {
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
