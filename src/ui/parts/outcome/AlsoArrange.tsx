import { formatDate, localise } from '../../../engine/forms/format.ts'
import { clashing } from '../../../engine/why/causes.ts'
import { withinSentence, wordsIn } from '../../../model/lang.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Checks, checkKey } from '../form/notes/Checks.tsx'
import { Fold } from '../frame/Fold.tsx'

/** Warnings, and informational checks in a section of their own. */
export function Warnings() {
  const { words, lang } = useJourney()
  const { assessment, application } = useDraft().view
  const warnings = assessment.checks.filter((check) => check.severity === 'warn' && clashing(application, check) === null)
  const good = assessment.checks.filter((check) => check.severity === 'info')
  return (
    <Fold id="warnings" title={words.outcome.warnings} short={wordsIn(OUTCOME, lang).warnings(warnings.length)}>
      {warnings.length + good.length === 0 && <p>{words.outcome.noWarnings}</p>}
      <Checks shown={warnings.map(checkKey)} />
      {good.length > 0 && (
        <details className="fold no-print">
          <summary>
            {words.outcome.severity.info} ({good.length})
          </summary>
          <Checks shown={good.map(checkKey)} />
        </details>
      )}
    </Fold>
  )
}

/** What is needed besides the seven licences. */
export function Extras() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const needed = view.assessment.extras.filter((extra) => extra.verdict === 'needed' || extra.verdict === 'ask')
  if (needed.length === 0) return null
  const nameOf = ({ id }: { id: string }): string => {
    const item = view.variant.extras.find((each) => each.id === id)
    return item ? localise(item.name, lang) : id
  }
  return (
    <Fold id="extras" title={words.outcome.extras} short={needed.map(nameOf).join(', ')}>
      <ul className="utrecht-unordered-list">
        {needed.map((extra) => (
          <li key={extra.id}>
            <strong>{nameOf(extra)}</strong>
            {extra.verdict === 'ask' && ` (${withinSentence(words.verdict.ask, lang)})`}. {extra.because.join(' ')}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

/** What has to be arranged elsewhere, by date. */
export function Advice() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const items = [...view.assessment.advice].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))
  if (items.length === 0) return null
  return (
    <Fold id="advice" title={words.outcome.advice} short={words.outcome.adviceCount(items.length)}>
      <ul className="utrecht-unordered-list advice">
        {items.map((item) => (
          <li key={item.id}>
            <strong>{item.title}</strong>
            {item.due && ` (${words.outcome.before(formatDate(item.due, lang))})`}. {item.text}
            {item.unverified && <span className="quiet"> {words.unverified}</span>}
          </li>
        ))}
      </ul>
    </Fold>
  )
}
