import type { FeeLine } from '../../../engine/assessment.ts'
import { formatCents } from '../../../engine/forms/format.ts'
import { bare } from '../../../model/languages/bare.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Fold } from '../frame/Fold.tsx'
import { Table } from '../frame/Table.tsx'
import { costText, feeText, outsideTotal } from './fee-words.ts'

/** What it costs: a line each, the total as a range where something is not known, and the source of each amount on demand. */
export function Costs() {
  const { words, lang } = useJourney()
  const { fees } = useDraft().view.assessment
  const [short = ''] = costText(fees, words, lang)
  return (
    <Fold id="costs" title={words.outcome.costs} short={<Money text={short} />}>
      {fees.lines.length === 0 ? (
        <p>{words.outcome.noCosts}</p>
      ) : (
        <Table
          label="costs"
          columns={[words.outcome.what, words.outcome.amount]}
          rows={fees.lines.map((line) => ({
            key: line.id,
            head: (
              <>
                {line.label}
                <FeeDetails line={line} />
              </>
            ),
            cells: [<Amount key="amount" line={line} />],
          }))}
          foot={[
            { key: 'once', head: words.outcome.total, cells: [<TotalOnce key="total" />] },
            ...(fees.yearlyCents > 0
              ? [
                  {
                    key: 'yearly',
                    head: words.outcome.totalYearly,
                    cells: [<Money key="yearly" text={formatCents(fees.yearlyCents, lang)} />],
                  },
                ]
              : []),
          ]}
        />
      )}
      <Outside />
    </Fold>
  )
}

/** An amount never wraps; a range may, between its two amounts. */
export function Money({ text }: { text: string }) {
  // within a passage in another language it stays part of that passage
  if (bare(text) !== text) return <>{text}</>
  return text.split(/(€\s?[\d.,]*\d)/).map((part, index) =>
    part.startsWith('€') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text are never reordered
      <span key={index} className="money">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

function Amount({ line }: { line: FeeLine }) {
  const { words, lang } = useJourney()
  return <Money text={feeText(line, words, lang)} />
}

function TotalOnce() {
  const { words, lang } = useJourney()
  const { fees } = useDraft().view.assessment
  const [amount = '', ...rest] = costText(fees, words, lang)
  const others = rest.filter((text) => text !== words.summary.yearly(formatCents(fees.yearlyCents, lang)))
  return (
    <>
      <Money text={amount} />
      {others.map((text) => (
        <span key={text} className="aside">
          {' '}
          {text}
        </span>
      ))}
    </>
  )
}

/** How it was computed and its source, on demand. A formula that is a bare number is left out: it says no more than the amount. */
function FeeDetails({ line }: { line: FeeLine }) {
  const { words } = useJourney()
  const computed = /[a-z×*+/-]/i.test(line.formula) && !line.formula.includes('?')
  if (!computed && !line.source && !line.unverified && !line.note && !line.due) return null
  return (
    <details className="details">
      <summary>{words.outcome.details}</summary>
      {computed && (
        <p>
          {words.outcome.how}: {line.formula}
        </p>
      )}
      {line.due && (
        <p>
          {words.outcome.due}: {line.due}
        </p>
      )}
      {line.note && <p>{line.note}</p>}
      {line.source && (
        <p>
          {words.outcome.source}: {line.source}
        </p>
      )}
      {line.unverified && <p>{words.unverified}</p>}
    </details>
  )
}

/** What the total leaves out, and why: an unknown amount is not zero, and a tariff of an earlier year is no promise. */
function Outside() {
  const { words, lang } = useJourney()
  const outside = outsideTotal(useDraft().view.assessment.fees)
  if (outside.length === 0) return null
  return (
    <Alert kind="info" title={words.outcome.outside}>
      <ul className="utrecht-unordered-list">
        {outside.map((line) => (
          <li key={line.id}>
            {line.label}: <Money text={feeText(line, words, lang)} />
          </li>
        ))}
      </ul>
    </Alert>
  )
}
