import type { LicenceResult } from '../../../engine/assessment.ts'
import { localise } from '../../../engine/forms/format.ts'
import { counterfactuals } from '../../../engine/why/counterfactuals.ts'
import { wordsIn } from '../../../model/lang.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { useOpened } from '../frame/Fold.tsx'
import { Icon } from '../frame/Icon.tsx'
import { verdictSign, verdictText } from './verdict-words.ts'

const RANK = { needed: 0, notAllowed: 1, ask: 2, open: 3, notNeeded: 4 } as const

/** One line per licence, except that those not needed share one; each opens to show why, and what would change it. */
export function Verdicts() {
  const { lang } = useJourney()
  const { view } = useDraft()
  const { licences } = view.assessment
  const notNeeded = licences.filter(({ verdict }) => verdict === 'notNeeded')
  const needed = licences.filter(({ verdict }) => verdict !== 'notNeeded').toSorted((a, b) => RANK[a.verdict] - RANK[b.verdict])
  return (
    <>
      <ul className="verdicts">
        {needed.map((result) => (
          <Verdict key={result.id} result={result} />
        ))}
      </ul>
      {notNeeded.length > 0 && (
        <details className="fold fold--line">
          <summary>
            <h2 className="verdict__name">
              {wordsIn(OUTCOME, lang).notNeeded(notNeeded.map(({ id }) => nameIn(view, id, lang)).join(', '))}
            </h2>
          </summary>
          <ul className="verdicts">
            {notNeeded.map((result) => (
              <Verdict key={result.id} result={result} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function nameIn({ variant }: ReturnType<typeof useDraft>['view'], id: string, lang: 'nl' | 'en'): string {
  const licence = variant.licences.find((each) => each.id === id)
  return licence ? localise(licence.name, lang) : id
}

function Verdict({ result }: { result: LicenceResult }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const Name = result.verdict === 'notNeeded' ? 'h3' : 'h2'
  const licence = view.variant.licences.find(({ id }) => id === result.id)
  return (
    <li className="verdict" data-verdict={result.verdict}>
      <details>
        <summary className="verdict__line">
          <span className="verdict__sign" aria-hidden="true">
            {result.verdict === 'needed' ? <Icon name={licence?.icon ?? null} /> : verdictSign(result)}
          </span>
          <Name className="verdict__name">{nameIn(view, result.id, lang)}</Name>
          <span className="verdict__word">{verdictText(result, view.variant, words, lang)}</span>
        </summary>
        {result.because.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        <WhatWouldChange licence={result.id} law={result.verdict === 'needed' || result.verdict === 'ask'} />
      </details>
    </li>
  )
}

/** The smallest changes of answers that would change this verdict. Computed when opened. */
function WhatWouldChange({ licence, law }: { licence: string; law: boolean }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const [open, toggle] = useOpened()
  const changes = open ? counterfactuals(view.application, licence) : []
  const found = view.variant.licences.find(({ id }) => id === licence)
  return (
    <details className="why no-print" onToggle={toggle}>
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
