import { useState } from 'react'
import type { Assessment, FeeLine } from '../../../engine/assessment.ts'
import { formatCents, formatDate, localise } from '../../../engine/forms/format.ts'
import { silencesOf, termsOf } from '../../../engine/outcome/terms.ts'
import { clashing } from '../../../engine/why/causes.ts'
import { counterfactuals } from '../../../engine/why/counterfactuals.ts'
import type { Place } from '../../../machine/place.ts'
import { Checks, checkKey } from '../../parts/form/notes/Checks.tsx'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Button } from '../../parts/frame/Button.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { Table } from '../../parts/frame/Table.tsx'
import { BeyondStatute } from '../../parts/outcome/BeyondStatute.tsx'
import { Blockers } from '../../parts/outcome/Blockers.tsx'
import { costText, feeText, outsideTotal } from '../../parts/outcome/fee-words.ts'
import { verdictSign, verdictText } from '../../parts/outcome/Licences.tsx'
import { AreaNotice, EventNights } from '../../parts/outcome/LocalRules.tsx'
import { useDraft, useJourney } from '../../use-journey.ts'

/** The answer people came for: what is needed, what it costs, how long it takes. */
export function OutcomePage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang, site } = useJourney()
  const { view } = useDraft()
  const { assessment, variant, application } = view
  const { at } = application.get('path|')
  const openStep = at.kind === 'step' ? at.id : undefined
  const notNeeded = assessment.licences.filter((result) => result.verdict === 'notNeeded')
  const rank = { needed: 0, notAllowed: 1, ask: 2, open: 3, notNeeded: 4 }
  const counts = assessment.licences
    .filter((result) => result.verdict !== 'notNeeded')
    .toSorted((a, b) => rank[a.verdict] - rank[b.verdict])
  const count = (duty: string): number =>
    counts.filter((result) => result.verdict === 'needed' && !result.via && result.duty === duty).length
  const warnings = assessment.checks.filter((check) => check.severity === 'warn' && clashing(application, check) === null)
  const good = assessment.checks.filter((check) => check.severity === 'info')
  const nameOf = (id: string): string => {
    const licence = variant.licences.find((each) => each.id === id)
    return licence ? localise(licence.name, lang) : id
  }
  const proof = (): void =>
    site.download(
      `horeca1-${view.draft.kenmerk}.json`,
      'application/json',
      JSON.stringify({ assessment, answers: view.draft.file }, null, 2),
    )
  return (
    <Screen title={words.outcome.title}>
      <p className="lead">{words.outcome.basis(formatDate(assessment.dates.today, lang), assessment.ruleSet.version)}</p>
      <AreaNotice />
      {openStep !== undefined && (
        <Alert kind="info">
          <p>{words.outcome.openQuestions}</p>
          <p>
            <Link to={{ kind: 'step', draft: place.draft, step: openStep, back: false }}>{words.outcome.toTree}</Link>
          </p>
        </Alert>
      )}
      <p className="lead">
        <strong>{words.outcome.needed(count('permit'), count('notification') + count('information'))}</strong>
      </p>
      <p className="buttons no-print">
        <Link button to={{ kind: 'tasks', draft: place.draft }}>
          {words.outcome.go}
        </Link>
      </p>
      <Blockers />
      <ul className="verdicts">
        {counts.map((result) => (
          <li key={result.id} className="verdict" data-verdict={result.verdict}>
            <h2 className="utrecht-heading-3">{nameOf(result.id)}</h2>
            <p className="verdict__word">
              <span aria-hidden="true">{verdictSign(result)} </span>
              {verdictText(result, variant, words, lang)}
            </p>
            {result.because.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            <WhatWouldChange licence={result.id} law={result.verdict === 'needed' || result.verdict === 'ask'} />
          </li>
        ))}
      </ul>
      {notNeeded.length > 0 && (
        <>
          <h2 className="utrecht-heading-2">{words.outcome.notNeeded}</h2>
          <ul className="plain">
            {notNeeded.map((result) => (
              <li key={result.id} data-verdict={result.verdict}>
                <span aria-hidden="true">{verdictSign(result)} </span>
                <strong>{nameOf(result.id)}</strong>: {verdictText(result, variant, words, lang).toLocaleLowerCase(lang)}.{' '}
                {result.because.join(' ')}
                <WhatWouldChange licence={result.id} law={false} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Extras />
      <h2 className="utrecht-heading-2">{words.outcome.warnings}</h2>
      {assessment.checks.length === 0 && <p>{words.outcome.noWarnings}</p>}
      <Checks shown={warnings.map(checkKey)} />
      {good.length > 0 && (
        <details className="fold no-print">
          <summary>
            {words.outcome.severity.info} ({good.length})
          </summary>
          <Checks shown={good.map(checkKey)} />
        </details>
      )}
      <Costs />
      <Terms />
      <EventNights />
      <BeyondStatute />
      <p className="buttons no-print">
        {site.towns.length > 1 && (
          <Link look="secondary" to={{ kind: 'compare', draft: place.draft, towns: [] }}>
            {words.compare.link}
          </Link>
        )}
        <Button look="secondary" onClick={() => window.print()}>
          {words.outcome.print}
        </Button>
        <Button look="secondary" onClick={proof}>
          {words.outcome.proof}
        </Button>
      </p>
      <Advice />
    </Screen>
  )
}

/** The smallest changes of answers that turn this verdict. Looked for when somebody opens it. */
function WhatWouldChange({ licence, law }: { licence: string; law: boolean }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const [open, setOpen] = useState(false)
  const changes = open ? counterfactuals(view.application, licence) : []
  const found = view.variant.licences.find(({ id }) => id === licence)
  return (
    <details className="why no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.outcome.change}</summary>
      {open && changes.length === 0 && <p>{words.outcome.noChange}</p>}
      {changes.length > 0 && (
        <ul className="utrecht-unordered-list">
          {changes.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {open && <p className="quiet">{words.outcome.changeNote}</p>}
      {open && law && found && (
        <p className="quiet">
          {words.ground}: {localise(found.law, lang)}. {words.outcome.authority}: {localise(found.authority, lang)}.
        </p>
      )}
    </details>
  )
}

function Extras() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const needed = view.assessment.extras.filter((extra) => extra.verdict === 'needed' || extra.verdict === 'ask')
  if (needed.length === 0) return null
  return (
    <>
      <h2 className="utrecht-heading-2">{words.outcome.extras}</h2>
      <ul className="utrecht-unordered-list">
        {needed.map((extra) => {
          const item = view.variant.extras.find((each) => each.id === extra.id)
          return (
            <li key={extra.id}>
              <strong>{item && localise(item.name, lang)}</strong>
              {extra.verdict === 'ask' && ` (${words.verdict.ask.toLocaleLowerCase(lang)})`}. {extra.because.join(' ')}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Costs() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { fees } = view.assessment
  return (
    <>
      <h2 className="utrecht-heading-2" id="costs">
        {words.outcome.costs}
      </h2>
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
    </>
  )
}

/** An amount is never broken over two lines. */
const Money = ({ text }: { text: string }) => <span className="money">{text}</span>

function Amount({ line }: { line: FeeLine }) {
  const { words, lang } = useJourney()
  if (line.cents === null) return <>{feeText(line, words, lang)}</>
  const amount = formatCents(line.cents, lang)
  return (
    <>
      <Money text={amount} />
      {feeText(line, words, lang).slice(amount.length)}
    </>
  )
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

/** How it was computed and where it was read, for who wants to know. A bare number says no more than the amount. */
function FeeDetails({ line }: { line: FeeLine }) {
  const { words } = useJourney()
  const computed = /[a-z×*+/-]/i.test(line.formula) && !line.formula.includes('?')
  if (!computed && !line.source && !line.unverified && !line.note) return null
  return (
    <details className="details">
      <summary>{words.outcome.details}</summary>
      {computed && (
        <p>
          {words.outcome.how}: {line.formula}
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

/** What the total leaves out, and why: an amount nobody knows is no zero, a tariff of an earlier year no promise. */
function Outside() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const outside = outsideTotal(view.assessment.fees)
  if (outside.length === 0) return null
  return (
    <Alert kind="info" title={words.outcome.outside}>
      <ul className="utrecht-unordered-list">
        {outside.map((line) => (
          <li key={line.id}>
            {line.label}: {feeText(line, words, lang)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function Terms() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { opening, dates } = view.assessment
  const terms = termsOf(view.application)
  if (terms.length === 0) return null
  const name = (id: string): string => {
    const licence = view.variant.licences.find((each) => each.id === id)
    return licence ? localise(licence.name, lang) : id
  }
  return (
    <>
      <h2 className="utrecht-heading-2">{words.outcome.time}</h2>
      <ul className="utrecht-unordered-list">
        {terms.map((term) => (
          <li key={`${term.licence}-${term.basis}`}>
            <strong>{name(term.licence)}</strong>:{' '}
            {(term.kind === 'deadline' ? words.outcome.deadline : words.outcome.term).toLocaleLowerCase(lang)}{' '}
            {formatDate(term.until, lang)}
            {term.extended !== null && ` (${words.outcome.extended(formatDate(term.extended, lang))})`}.{' '}
            <span className="quiet">
              {words.outcome.basisOf}: {term.basis}
            </span>
          </li>
        ))}
      </ul>
      {silencesOf(terms).map(({ text, licences }) => (
        <p key={text}>
          {licences.map(name).join(', ')}: {text}
        </p>
      ))}
      {opening && <Opening opening={opening} nameOf={name} />}
      {dates.start && (
        <p>
          {words.outcome.wished} {formatDate(dates.start, lang)}.
        </p>
      )}
      {dates.start && opening?.best && opening.best > dates.start && (
        <Alert kind="warning">
          <p>{words.outcome.tooLate}</p>
        </Alert>
      )}
    </>
  )
}

/** When the doors may open: a range, and what makes it later. */
function Opening({ opening, nameOf }: { opening: NonNullable<Assessment['opening']>; nameOf: (licence: string) => string }) {
  const { words, lang } = useJourney()
  const { best, extended, delayed, delays, unknown } = opening
  const text = words.outcome
  return (
    <>
      <p>
        {text.earliest}: <strong>{best ? formatDate(best, lang) : text.openingUnknown(unknown.map(nameOf).join(', '))}</strong>.{' '}
        {best && text.bestCase} {extended && extended !== best && text.whenExtended(formatDate(extended, lang))}
      </p>
      {delays.length > 0 && (
        <>
          <p>{text.whatDelays}:</p>
          <ul className="utrecht-unordered-list">
            {delays.map((delay) => (
              <li key={delay.id}>
                {delay.text}
                {delay.weeks !== null && `: ${text.weeks(delay.weeks)}`}.{' '}
                <span className="quiet">
                  {text.basisOf}: {delay.basis}
                </span>
              </li>
            ))}
          </ul>
          {delayed && delayed !== extended && <p>{text.whenDelayed(formatDate(delayed, lang))}</p>}
        </>
      )}
    </>
  )
}

function Advice() {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const items = [...view.assessment.advice].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))
  if (items.length === 0) return null
  return (
    <>
      <h2 className="utrecht-heading-2">{words.outcome.advice}</h2>
      <details className="fold">
        <summary>{words.outcome.adviceCount(items.length)}</summary>
        <ul className="utrecht-unordered-list advice">
          {items.map((item) => (
            <li key={item.id}>
              <strong>{item.title}</strong>
              {item.due && ` (${words.outcome.before(formatDate(item.due, lang))})`}. {item.text}
              {item.unverified && <span className="quiet"> {words.unverified}</span>}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
