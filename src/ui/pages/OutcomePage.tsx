import { useState } from 'react'
import { counterfactuals } from '../../engine/counterfactuals.ts'
import { printDate, say } from '../../engine/print.ts'
import { readerOn } from '../../engine/reader.ts'
import type { Place } from '../../machine/place.ts'
import { walkTree } from '../../machine/walk-tree.ts'
import { Alert } from '../parts/Alert.tsx'
import { Button } from '../parts/Button.tsx'
import { Checks, checkKey } from '../parts/Checks.tsx'
import { costText, feeText, outsideTotal } from '../parts/fee-words.ts'
import { verdictSign, verdictText } from '../parts/Licences.tsx'
import { Link } from '../parts/Link.tsx'
import { AreaNotice, EventNights } from '../parts/LocalRules.tsx'
import { Screen } from '../parts/Screen.tsx'
import { Sideways } from '../parts/Sideways.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

/** The answer people came for: what is needed, what it costs, how long it takes. */
export function OutcomePage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang, site } = useJourney()
  const { view } = useDraft()
  const { assessment, variant, one } = view
  const { end, steps } = walkTree(variant, readerOn(one))
  const openStep = end.kind === 'step' ? steps.at(-1) : undefined
  const proof = (): void =>
    site.download(
      `horeca1-${view.draft.kenmerk}.json`,
      'application/json',
      JSON.stringify({ assessment, answers: view.draft.file }, null, 2),
    )
  return (
    <Screen title={words.outcome.title}>
      <p className="lead">{words.outcome.basis(printDate(assessment.dates.today, lang), assessment.ruleSet.version)}</p>
      <AreaNotice />
      {openStep !== undefined && (
        <Alert kind="info">
          <p>{words.outcome.openQuestions}</p>
          <p>
            <Link to={{ kind: 'step', draft: place.draft, step: openStep, back: false }}>{words.outcome.toTree}</Link>
          </p>
        </Alert>
      )}
      <ul className="verdicts">
        {assessment.licences.map((result) => {
          const licence = variant.licences.find((each) => each.id === result.id)
          return (
            <li key={result.id} className="verdict" data-verdict={result.verdict}>
              <h2 className="utrecht-heading-3">{licence && say(licence.name, lang)}</h2>
              <p className="verdict__word">
                <span aria-hidden="true">{verdictSign(result)} </span>
                {verdictText(result, variant, words, lang)}
              </p>
              {result.because.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
              {licence && (result.verdict === 'needed' || result.verdict === 'ask') && (
                <p className="quiet">
                  {say(licence.law, lang)}. {say(licence.authority, lang)}.
                </p>
              )}
              <WhatWouldChange licence={result.id} />
            </li>
          )
        })}
      </ul>
      <Extras />
      <h2 className="utrecht-heading-2">{words.outcome.warnings}</h2>
      {assessment.checks.length === 0 ? <p>{words.outcome.noWarnings}</p> : <Checks shown={assessment.checks.map(checkKey)} />}
      <Costs />
      <Terms />
      <EventNights />
      <p className="buttons no-print">
        <Link button to={{ kind: 'tasks', draft: place.draft }}>
          {words.outcome.go}
        </Link>
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
function WhatWouldChange({ licence }: { licence: string }) {
  const { words } = useJourney()
  const { view } = useDraft()
  const [open, setOpen] = useState(false)
  const changes = open ? counterfactuals(view.one, licence) : []
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
              <strong>{item && say(item.name, lang)}</strong>
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
        <Sideways label="costs">
          <table className="utrecht-table utrecht-table--html-table">
            <thead>
              <tr>
                <th scope="col">{words.outcome.what}</th>
                <th scope="col">{words.outcome.amount}</th>
                <th scope="col">{words.outcome.how}</th>
              </tr>
            </thead>
            <tbody>
              {fees.lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{line.label}</th>
                  <td>{feeText(line, words, lang)}</td>
                  <td>
                    {line.formula}
                    {line.source && (
                      <span className="quiet">
                        {' '}
                        {words.outcome.source}: {line.source}
                      </span>
                    )}
                    {line.unverified && <span className="quiet"> {words.unverified}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.outcome.total}</th>
                <td colSpan={2}>{costText(fees, words, lang).join('; ')}</td>
              </tr>
            </tfoot>
          </table>
        </Sideways>
      )}
      <Outside />
    </>
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
  const { terms, earliestOpening, dates } = view.assessment
  if (terms.length === 0) return null
  const name = (id: string): string => {
    const licence = view.variant.licences.find((each) => each.id === id)
    return licence ? say(licence.name, lang) : id
  }
  return (
    <>
      <h2 className="utrecht-heading-2">{words.outcome.time}</h2>
      <ul className="utrecht-unordered-list">
        {terms.map((term) => (
          <li key={`${term.licence}-${term.basis}`}>
            <strong>{name(term.licence)}</strong>:{' '}
            {(term.kind === 'deadline' ? words.outcome.deadline : words.outcome.term).toLocaleLowerCase(lang)} {printDate(term.until, lang)}
            .{' '}
            <span className="quiet">
              {words.outcome.basisOf}: {term.basis}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {words.outcome.earliest}: <strong>{earliestOpening ? printDate(earliestOpening, lang) : words.summary.openingUnknown}</strong>.{' '}
        {dates.start && `${words.outcome.wished} ${printDate(dates.start, lang)}.`}
      </p>
      {dates.start && earliestOpening && earliestOpening > dates.start && (
        <Alert kind="warning">
          <p>{words.outcome.tooLate}</p>
        </Alert>
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
      <ul className="utrecht-unordered-list advice">
        {items.map((item) => (
          <li key={item.id}>
            <strong>{item.title}</strong>
            {item.due && ` (${words.outcome.before(printDate(item.due, lang))})`}. {item.text}
            {item.unverified && <span className="quiet"> {words.unverified}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
