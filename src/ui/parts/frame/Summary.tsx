import { useDeferredValue } from 'react'
import type { DraftView } from '../../../draft/session.ts'
import { formatDate, localise } from '../../../engine/forms/format.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import { localeOf, withinSentence, wordsIn } from '../../../model/lang.ts'
import { STAGES } from '../../text/later/stages.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { leftFor } from '../agenda-for.ts'
import { costText } from '../outcome/fee-words.ts'
import { verdictText } from '../outcome/verdict-words.ts'
import { progressOf } from '../progress/progress-of.ts'
import { Link } from './Link.tsx'

/** What is known so far, always in view: beside the page when there is room, folded above it on a phone. */
export function Summary() {
  const { words, lang } = useJourney()
  // deferred, so that the page being worked on renders first
  const view = useDeferredValue(useDraft().view)
  const { answers, lists, treeOpen } = leftFor(view)
  const { minutes } = progressOf(view)
  return (
    <aside className="summary" aria-label={words.summary.title}>
      <details className="summary__fold" open={isWide()}>
        <summary>
          <span className="summary__title">{words.summary.title}</span>
          <span className="summary__short">
            {treeOpen ? words.summary.tree : <LeftInShort answers={answers.length} lists={lists.length} />}
          </span>
          {(treeOpen || answers.length + lists.length > 0) && (
            <span className="summary__minutes">{wordsIn(STAGES, lang).short(minutes.from, minutes.to)}</span>
          )}
        </summary>
        <Known view={view} />
      </details>
      <SavedLine />
    </aside>
  )
}

function Known({ view }: { view: DraftView }) {
  const { words, lang } = useJourney()
  const { assessment, variant } = view
  const known = assessment.licences.filter((licence) => licence.verdict !== 'open')
  const [cost, ...rest] = costText(assessment.fees, words, lang)
  return (
    <dl className="summary__list">
      <dt>{words.summary.licences}</dt>
      <dd>
        {known.length === 0 ? (
          words.summary.none
        ) : (
          <ul className="summary__licences">
            {known.map((licence) => (
              <li key={licence.id} data-verdict={licence.verdict}>
                <strong>
                  {localise(variant.licences.find((each) => each.id === licence.id)?.name ?? { nl: licence.id, en: licence.id }, lang)}
                </strong>
                <span className="visually-hidden">: </span>
                <span className="summary__verdict">{withinSentence(verdictText(licence, variant, words, lang), lang)}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
      <LeftOver view={view} />
      <dt>{words.summary.cost}</dt>
      <dd>
        {cost}
        {rest.map((line) => (
          <span key={line} className="summary__more">
            {line}
          </span>
        ))}
      </dd>
      <dt>{words.summary.opening}</dt>
      <dd>{assessment.earliestOpening ? formatDate(assessment.earliestOpening, lang) : words.summary.openingUnknown}</dd>
    </dl>
  )
}

/** `Nog te doen: 12 vragen en 1 lijst`. One line on a phone: what does not fit is left out by the width of the screen, and told when it is opened. */
function LeftInShort({ answers, lists }: { answers: number; lists: number }) {
  const { words } = useJourney()
  const [whole, what] = [words.left(answers, lists), words.summary.toDo(answers, lists)]
  if (!whole.endsWith(what)) return whole
  const first = answers > 0 ? words.summary.toDo(answers, 0) : what
  return (
    <>
      <span className="summary__lead">{whole.slice(0, -what.length)}</span>
      {first}
      <span className="summary__rest">{what.slice(first.length)}</span>
    </>
  )
}

/** What is left, how long that takes, and what stands in the way. */
function LeftOver({ view }: { view: DraftView }) {
  const { words, lang } = useJourney()
  const { answers, lists, treeOpen } = leftFor(view)
  const { minutes, answered, lists: openLists } = progressOf(view)
  const held = blockers(view.application).length
  const text = wordsIn(STAGES, lang)
  return (
    <>
      <dt>{words.summary.left}</dt>
      <dd>{treeOpen ? words.summary.tree : words.summary.toDo(answers.length, lists.length)}</dd>
      {(treeOpen || answers.length + lists.length > 0) && (
        <>
          <dt>{text.left}</dt>
          <dd>
            {text.minutes(minutes.from, minutes.to)}
            {openLists > 0 && <span className="summary__more">{text.rowsBring}</span>}
          </dd>
        </>
      )}
      <dt>{text.answered}</dt>
      <dd>{text.answeredCount(answered)}</dd>
      {held > 0 && (
        <>
          <dt>{words.summary.held}</dt>
          <dd>
            <Link to={{ kind: 'review', draft: view.draft.id }}>{words.summary.points(held)}</Link>
          </dd>
        </>
      )}
    </>
  )
}

/** From 64 rem there is room beside the page. */
const isWide = (): boolean => typeof matchMedia === 'function' && matchMedia('(min-width: 64rem)').matches

function SavedLine() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { saved, elsewhere } = view
  const text =
    saved.kind === 'saved'
      ? words.summary.saved(new Intl.DateTimeFormat(localeOf(lang), { hour: '2-digit', minute: '2-digit' }).format(new Date(saved.at)))
      : words.summary[saved.kind]
  return (
    <p className="summary__saved" data-saved={saved.kind} role={saved.kind === 'failed' ? 'alert' : undefined}>
      {text}
      {elsewhere.open && <span className="summary__more">{words.keeping.alsoOpen}</span>}
    </p>
  )
}
