import type { Draft } from '../../../draft/draft.ts'
import { formatAnswer } from '../../../engine/answer-kinds/print-answer.ts'
import { coverage } from '../../../engine/forms/form-coverage.ts'
import { localise, partyName } from '../../../engine/forms/format.ts'
import { countBoxes } from '../../../engine/forms/tally.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import type { Field } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { placeOfAnswer } from '../../../machine/place-of.ts'
import { withinSentence } from '../../../model/lang.ts'
import { agendaFor, leftFor, unusedParties } from '../../parts/agenda-for.ts'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { Table } from '../../parts/frame/Table.tsx'
import { Blockers } from '../../parts/outcome/Blockers.tsx'
import { roleWords, rowTitle } from '../../parts/row-title.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** At most this many are named: a file may hold thousands. */
const MOST_UNUSED = 50

const STATES = ['filled', 'notApplicable', 'signature', 'empty', 'authority', 'missing'] as const

/** The final review: what is missing first, then every answer with a link to change it, then the forms. */
export function ReviewPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { application, variant } = view
  const { answers } = application
  const agenda = agendaFor(view)
  const placeOf = (field: Field): Place => placeOfAnswer(application, place.draft, field.key, true)
  const held = blockers(application).length > 0
  const byKey = new Map([...agenda.topics.values(), ...agenda.rows.values()].flat().map((field) => [field.key, field]))
  const fieldsOf = (keys: readonly string[]): Field[] => keys.flatMap((key) => byKey.get(key) ?? [])
  const toField = (field: Field) => (
    <li key={field.key}>
      <Link to={placeOf(field)}>
        {localise(field.question.label, lang)}
        {field.row !== null && answers.rows.has(field.row) && ` (${rowTitle(view, field.row, lang, words)})`}
      </Link>
    </li>
  )
  const left = leftFor(view)
  const names = view.variant.names.role
  const missing = fieldsOf(left.answers)
  const blank = fieldsOf(left.optional)
  const unused = unusedParties(view, agenda)
  const lines = (fields: readonly Field[]) => (
    <dl className="answers">
      {fields.map((field) => {
        const answer = answers.values.get(field.key)
        const role = field.question.subject === 'role' && field.question.id !== names.kind && field.row !== null
        const label = `${localise(field.question.label, lang)}${role ? ` (${roleWords(view, field.row ?? '', lang)})` : ''}`
        return (
          <div key={field.key} className="answers__line">
            <dt>{label}</dt>
            <dd className={answer === undefined ? 'quiet' : undefined}>
              {answer === undefined ? words.review.empty : formatAnswer(field.question, answer, lang, (id) => partyName(application, id))}
            </dd>
            <dd className="answers__change no-print">
              <Link to={placeOf(field)} label={`${words.review.change}: ${label}`}>
                {words.review.change}
              </Link>
            </dd>
          </div>
        )
      })}
    </dl>
  )
  return (
    <Screen
      title={words.review.title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      <p className="lead">{words.review.intro}</p>
      <Blockers />
      {left.treeOpen && (
        <Alert kind="warning">
          <p>{words.outcome.openQuestions}</p>
        </Alert>
      )}
      {missing.length + agenda.openLists.length === 0 ? (
        !left.treeOpen && <Alert kind={held ? 'warning' : 'ok'}>{held ? words.blockers.none : words.review.complete}</Alert>
      ) : (
        <div className="missing">
          <Alert kind="warning" title={`${words.left(missing.length, agenda.openLists.length)}.`}>
            <ul className="utrecht-unordered-list">
              {missing.map(toField)}
              {agenda.openLists.map((list) => (
                <li key={list.key}>
                  <Link to={{ kind: 'list', draft: place.draft, list: list.key }}>
                    {localise(list.collection.label, lang)}
                    {list.parent !== null && ` (${rowTitle(view, list.parent, lang, words)})`}: {withinSentence(words.list.open, lang)}
                  </Link>
                </li>
              ))}
            </ul>
          </Alert>
        </div>
      )}
      {unused.length > 0 && (
        <Alert kind="warning">
          <p>{words.list.unusedParties}</p>
          <ul className="utrecht-unordered-list">
            {unused.map((row) => (
              <li key={row}>
                <Link to={{ kind: 'row', draft: place.draft, row, at: null, back: true }}>{rowTitle(view, row, lang, words)}</Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {blank.length > 0 && (
        <details className="fold no-print">
          <summary>{words.review.optional(blank.length)}</summary>
          <ul className="utrecht-unordered-list">{blank.map(toField)}</ul>
        </details>
      )}
      {variant.topics.map((topic) => {
        const fields = (agenda.topics.get(topic.id) ?? []).filter((field) => !field.open)
        if (fields.length === 0) return null
        return (
          <section key={topic.id} aria-labelledby={`topic-${topic.id}`}>
            <h2 className="utrecht-heading-2" id={`topic-${topic.id}`}>
              {localise(topic.label, lang)}
            </h2>
            {lines(fields)}
          </section>
        )
      })}
      {[...agenda.rows].map(([row, fields]) => {
        // a role in the business itself has no target: nothing was left empty there
        const answered = fields.filter(({ key, open, question }) => !open && (question.id !== names.target || answers.values.has(key)))
        if (answered.length === 0) return null
        return (
          // no landmark: two companies may share a name, and forty landmarks would not help anybody navigate
          <section key={row}>
            <h2 className="utrecht-heading-2">{rowTitle(view, row, lang, words)}</h2>
            {lines(answered)}
          </section>
        )
      })}
      <Coverage />
      {view.draft.parked.length > 0 && <Unused parked={view.draft.parked} />}
      <p className="buttons no-print">
        <Link button to={{ kind: 'packet', draft: place.draft }}>
          {words.tasks.packet}
        </Link>
      </p>
    </Screen>
  )
}

/** Answers that the rules have no place for: kept with the draft, never printed. */
function Unused({ parked }: { parked: Draft['parked'] }) {
  const { words } = useJourney()
  return (
    <details className="fold no-print">
      <summary>{words.receipt.unused}</summary>
      <p>{words.receipt.parked(parked.length)}</p>
      <ul className="utrecht-unordered-list">
        {parked.slice(0, MOST_UNUSED).map(({ what, value }) => (
          <li key={`${what} ${JSON.stringify(value)}`}>
            <code>{what}</code>: {typeof value === 'string' ? value : JSON.stringify(value)}
          </li>
        ))}
      </ul>
      {parked.length > MOST_UNUSED && <p>{words.keeping.andMore(parked.length - MOST_UNUSED)}</p>}
    </details>
  )
}

function Coverage() {
  const { words } = useJourney()
  const { view } = useDraft()
  const forms = coverage(view.application)
  const all = view.assessment.counts
  if (forms.length === 0) return null
  return (
    <>
      <h2 className="utrecht-heading-2" id="forms">
        {words.review.coverage}
      </h2>
      <Table
        label="forms"
        many
        columns={[words.review.form, ...STATES.map((state) => words.review.state[state])]}
        rows={forms.map((form) => {
          const counts = countBoxes([form])
          return { key: form.id, head: form.title, cells: STATES.map((state) => counts[state]) }
        })}
      />
      <p>{words.review.documents(all.documents, all.documentsAttached, all.documentsLater, all.documentsMissing)}</p>
    </>
  )
}
