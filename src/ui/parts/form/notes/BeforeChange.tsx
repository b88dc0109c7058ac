import { useEffect, useRef } from 'react'
import type { Effect } from '../../../../draft/effect.ts'
import type { Assessment, DocumentResult, LicenceResult } from '../../../../engine/assessment.ts'
import { formatDate, localise } from '../../../../engine/forms/format.ts'
import { wordsIn } from '../../../../model/lang.ts'
import { UNDO } from '../../../text/later/undo.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Alert } from '../../frame/Alert.tsx'
import { Button } from '../../frame/Button.tsx'
import { costText } from '../../outcome/fee-words.ts'
import { verdictText } from '../../outcome/verdict-words.ts'
import { labelOf } from '../../row-title.ts'

/** At most this many are named; the rest are counted. */
const NAMED = 5

/** Asks before a change that other things depend on: what goes, what comes, what it costs and when one can open then. Nothing is done until one chooses.
 * @param focused takes the focus, as somebody wants to continue and has to decide this first */
export function BeforeChange({
  about,
  intro,
  effect,
  focused,
  decide,
}: {
  /** Id of the element that is changed. */
  about: string
  /** What would be changed, in a sentence. */
  intro: string
  effect: Effect
  focused: boolean
  decide: (does: boolean) => void
}) {
  const { lang } = useJourney()
  const text = wordsIn(UNDO, lang).before
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (focused) panel.current?.focus()
  }, [focused])
  const id = `${about}-before`
  return (
    <fieldset
      ref={panel}
      className="before-change"
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        decide(false)
      }}
    >
      <Alert kind="warning">
        <p className="alert__title" id={`${id}-title`}>
          {text.title}
        </p>
        <p>{intro}</p>
        <dl className="before-change__list">
          <Turned effect={effect} />
          <Numbers effect={effect} />
        </dl>
        <p className="buttons">
          <Button onClick={() => decide(true)}>{text.doIt}</Button>
          <Button look="secondary" onClick={() => decide(false)}>
            {text.keep}
          </Button>
        </p>
      </Alert>
    </fieldset>
  )
}

/** Licences, answers and documents that go, that come, and that turn out otherwise. */
function Turned({ effect: { turned, parked, documents, questions } }: { effect: Effect }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant } = view
  const text = wordsIn(UNDO, lang).before
  const name = (licence: LicenceResult): string => {
    const found = variant.licences.find((each) => each.id === licence.id)
    return found ? localise(found.name, lang) : licence.id
  }
  const is = (licence: LicenceResult): string => lower(verdictText(licence, variant, words, lang))
  const go = turned.filter(({ before, after }) => wants(before) && !wants(after) && after.verdict !== 'open')
  const come = turned.filter(({ before, after }) => !wants(before) && wants(after))
  const turn = turned.filter((each) => !go.includes(each) && !come.includes(each))
  return (
    <>
      {go.length + parked.length + documents.go.length > 0 && (
        <>
          <dt>{text.goes}</dt>
          <dd>
            {go.length > 0 && <Named names={go.map(({ before }) => text.licence(name(before), is(before)))} />}
            {parked.length > 0 && (
              <details>
                <summary>{text.parked(parked.length)}</summary>
                <Named names={parked.map((key) => labelOf(view, key, lang, words))} />
              </details>
            )}
            <Papers documents={documents.go} />
          </dd>
        </>
      )}
      {come.length + questions + documents.come.length > 0 && (
        <>
          <dt>{text.comes}</dt>
          <dd>
            {come.length > 0 && <Named names={come.map(({ after }) => text.licence(name(after), is(after)))} />}
            {questions > 0 && <p>{text.questions(questions)}</p>}
            <Papers documents={documents.come} />
          </dd>
        </>
      )}
      {turn.length > 0 && (
        <>
          <dt>{text.turns}</dt>
          <dd>
            <Named names={turn.map(({ before, after }) => text.turned(name(before), is(before), is(after)))} />
          </dd>
        </>
      )}
    </>
  )
}

/** The first of these names, each once, and how many more there are. */
function Named({ names }: { names: readonly string[] }) {
  const { words } = useJourney()
  const each = [...new Set(names)]
  return (
    <ul className="utrecht-unordered-list">
      {each.slice(0, NAMED).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {each.length > NAMED && <li>{words.keeping.andMore(each.length - NAMED)}</li>}
    </ul>
  )
}

function Papers({ documents }: { documents: readonly DocumentResult[] }) {
  const { lang } = useJourney()
  if (documents.length === 0) return null
  return (
    <details>
      <summary>{wordsIn(UNDO, lang).before.documents(documents.length)}</summary>
      <Named names={documents.map(({ name }) => name)} />
    </details>
  )
}

/** What it costs and when one can open, before and after. */
function Numbers({ effect }: { effect: Effect }) {
  const { words, lang } = useJourney()
  const text = wordsIn(UNDO, lang).before
  const cost = ({ fees }: Pick<Assessment, 'fees'>): string => (costText(fees, words, lang)[0] ?? '').replaceAll('€ ', '€\u00a0')
  const opening = ({ earliestOpening }: Pick<Assessment, 'earliestOpening'>): string =>
    earliestOpening ? formatDate(earliestOpening, lang) : words.summary.openingUnknown
  const line = (of: (at: Effect['before']) => string): string => {
    const [before, after] = [of(effect.before), of(effect.after)]
    return before === after ? text.same(after) : text.fromTo(before, after)
  }
  return (
    <>
      <dt>{text.cost}</dt>
      <dd>{line(cost)}</dd>
      <dt>{text.opening}</dt>
      <dd>{line(opening)}</dd>
    </>
  )
}

const wants = ({ verdict }: LicenceResult): boolean => verdict === 'needed'
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1)
