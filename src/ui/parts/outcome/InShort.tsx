import type { Assessment } from '../../../engine/assessment.ts'
import { formatDate } from '../../../engine/forms/format.ts'
import { blockers } from '../../../engine/outcome/checks/fired-checks.ts'
import { type Lang, wordsIn } from '../../../model/lang.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Money } from './Costs.tsx'
import { costText } from './fee-words.ts'

/** When the business may open: from the best case to the day if everything that may take longer does. */
export function openingText({ opening, stop }: Pick<Assessment, 'opening' | 'stop'>, lang: Lang): string {
  const text = wordsIn(OUTCOME, lang)
  if (stop) return text.openingUnknown
  if (opening === null) return text.atOnce
  const last = opening.delayed ?? opening.extended ?? opening.best
  if (opening.best === null || last === null) return text.openingUnknown
  const [first, end] = [formatDate(opening.best, lang), formatDate(last, lang)]
  return first === end ? text.from(first) : text.between(first, end)
}

/** Whether the wished opening day is within reach; null: unknown. */
export function wishText({ opening, dates }: Pick<Assessment, 'opening' | 'dates'>, lang: Lang): string | null {
  const text = wordsIn(OUTCOME, lang)
  if (dates.start === null || dates.start < dates.filing || !opening?.best) return null
  const last = opening.delayed ?? opening.extended ?? opening.best
  return dates.start < opening.best ? text.wishedTooLate : dates.start < last ? text.wishedMaybe : text.wishedInTime
}

/** What blocks, the costs and the opening day, one line each. */
export function InShort() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { assessment } = view
  const text = wordsIn(OUTCOME, lang)
  const [cost = '', ...more] = costText(assessment.fees, words, lang)
  const { start } = assessment.dates
  const wish = wishText(assessment, lang)
  const held = blockers(view.application).length
  return (
    <dl className="in-short" aria-label={text.facts}>
      {held > 0 && (
        <div>
          <dt>{text.held}</dt>
          <dd>{text.heldPoints(held)}</dd>
        </div>
      )}
      <div>
        <dt>{text.cost}</dt>
        <dd>
          <strong>
            <Money text={cost} />
          </strong>
          {more.map((line) => (
            <span key={line} className="in-short__more">
              <Money text={line} />
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{text.opening}</dt>
        <dd>
          <strong>{openingText(assessment, lang)}</strong>
          {start !== null && (
            <span className="in-short__more">
              {text.wished(formatDate(start, lang))} {wish}
            </span>
          )}
        </dd>
      </div>
    </dl>
  )
}
