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
  const { words } = useJourney()
  const { view } = useDraft()
  const { draft } = place
  return (
    <Screen
      title={words.review.title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'tasks', draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      <p className="lead">{words.review.intro}</p>
      <Blockers />
      <Left draft={draft} />
      <UnusedParties draft={draft} />
      <LeftEmpty draft={draft} />
      <Answers draft={draft} />
      <Coverage />
      {view.draft.parked.length > 0 && <Unused parked={view.draft.parked} />}
      <p className="buttons no-print">
        <Link button to={{ kind: 'packet', draft }}>
          {words.tasks.packet}
        </Link>
      </p>
    </Screen>
  )
}

/** The fields that are asked now with these keys. */
function useFieldsOf(): (keys: readonly string[]) => Field[] {
  const { view } = useDraft()
  const agenda = agendaFor(view)
  const byKey = new Map([...agenda.topics.values(), ...agenda.rows.values()].flat().map((field) => [field.key, field]))
  return (keys) => keys.flatMap((key) => byKey.get(key) ?? [])
}

/** What is missing, or that nothing is. */
function Left({ draft }: { draft: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const fieldsOf = useFieldsOf()
  const { openLists } = agendaFor(view)
  const { answers, treeOpen } = leftFor(view)
  const missing = fieldsOf(answers)
  const held = blockers(view.application).length > 0
  return (
    <>
      {treeOpen && (
        <Alert kind="warning">
          <p>{words.outcome.openQuestions}</p>
        </Alert>
      )}
      {missing.length + openLists.length === 0 ? (
        !treeOpen && <Alert kind={held ? 'warning' : 'ok'}>{held ? words.blockers.none : words.review.complete}</Alert>
      ) : (
        <div className="missing">
          <Alert kind="warning" title={`${words.left(missing.length, openLists.length)}.`}>
            <ul className="utrecht-unordered-list">
              {missing.map((field) => (
                <ToField key={field.key} field={field} draft={draft} />
              ))}
              {openLists.map((list) => (
                <li key={list.key}>
                  <Link to={{ kind: 'list', draft, list: list.key }}>
                    {localise(list.collection.label, lang)}
                    {list.parent !== null && ` (${rowTitle(view, list.parent, lang, words)})`}: {withinSentence(words.list.open, lang)}
                  </Link>
                </li>
              ))}
            </ul>
          </Alert>
        </div>
      )}
    </>
  )
}

/** Where a question is asked, with whom or what it is about. */
function ToField({ field, draft }: { field: Field; draft: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  return (
    <li>
      <Link to={placeOfAnswer(view.application, draft, field.key, true)}>
        {localise(field.question.label, lang)}
        {field.row !== null && view.application.answers.rows.has(field.row) && ` (${rowTitle(view, field.row, lang, words)})`}
      </Link>
    </li>
  )
}

/** People and companies to whom nothing refers. */
function UnusedParties({ draft }: { draft: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const unused = unusedParties(view, agendaFor(view))
  if (unused.length === 0) return null
  return (
    <Alert kind="warning">
      <p>{words.list.unusedParties}</p>
      <ul className="utrecht-unordered-list">
        {unused.map((row) => (
          <li key={row}>
            <Link to={{ kind: 'row', draft, row, at: null, back: true }}>{rowTitle(view, row, lang, words)}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** Optional questions without an answer. */
function LeftEmpty({ draft }: { draft: string }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const fieldsOf = useFieldsOf()
  const blank = fieldsOf(leftFor(view).optional)
  if (blank.length === 0) return null
  return (
    <details className="fold no-print">
      <summary>{words.review.optional(blank.length)}</summary>
      <ul className="utrecht-unordered-list">
        {blank.map((field) => (
          <ToField key={field.key} field={field} draft={draft} />
        ))}
      </ul>
    </details>
  )
}

/** Every answer, by topic and then by row. */
function Answers({ draft }: { draft: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant, application } = view
  const { topics, rows } = agendaFor(view)
  const { target } = variant.names.role
  return (
    <>
      {variant.topics.map((topic) => {
        const fields = (topics.get(topic.id) ?? []).filter((field) => !field.open)
        if (fields.length === 0) return null
        return (
          <section key={topic.id} aria-labelledby={`topic-${topic.id}`}>
            <h2 className="utrecht-heading-2" id={`topic-${topic.id}`}>
              {localise(topic.label, lang)}
            </h2>
            <AnswerLines fields={fields} draft={draft} />
          </section>
        )
      })}
      {[...rows].map(([row, fields]) => {
        // a role in the business itself has no target: nothing was left empty there
        const answered = fields.filter(
          ({ key, open, question }) => !open && (question.id !== target || application.answers.values.has(key)),
        )
        if (answered.length === 0) return null
        return (
          // no landmark: two companies may share a name, and forty landmarks would not help anybody navigate
          <section key={row}>
            <h2 className="utrecht-heading-2">{rowTitle(view, row, lang, words)}</h2>
            <AnswerLines fields={answered} draft={draft} />
          </section>
        )
      })}
    </>
  )
}

function AnswerLines({ fields, draft }: { fields: readonly Field[]; draft: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { application, variant } = view
  const { kind } = variant.names.role
  return (
    <dl className="answers">
      {fields.map((field) => {
        const answer = application.answers.values.get(field.key)
        const role = field.question.subject === 'role' && field.question.id !== kind && field.row !== null
        const label = `${localise(field.question.label, lang)}${role ? ` (${roleWords(view, field.row ?? '', lang)})` : ''}`
        return (
          <div key={field.key} className="answers__line">
            <dt>{label}</dt>
            <dd className={answer === undefined ? 'quiet' : undefined}>
              {answer === undefined ? words.review.empty : formatAnswer(field.question, answer, lang, (id) => partyName(application, id))}
            </dd>
            <dd className="answers__change no-print">
              <Link to={placeOfAnswer(application, draft, field.key, true)} label={`${words.review.change}: ${label}`}>
                {words.review.change}
              </Link>
            </dd>
          </div>
        )
      })}
    </dl>
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
