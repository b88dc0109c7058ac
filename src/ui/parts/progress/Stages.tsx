import { useDeferredValue } from 'react'
import type { Place } from '../../../machine/place.ts'
import { wordsIn } from '../../../model/lang.ts'
import { STAGES } from '../../text/later/stages.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Link } from '../frame/Link.tsx'
import { progressOf, STAGE_OF } from './progress-of.ts'
import { STAGE_NAMES, type Stage } from './stage-names.ts'

/** The four stages, always in view: where one is, what is done, and how long the rest takes. */
export function Stages({ place }: { place: Extract<Place, { draft: string }> }) {
  const { lang } = useJourney()
  // deferred, so that the page being worked on renders first
  const view = useDeferredValue(useDraft().view)
  const { done, minutes, treeOpen } = progressOf(view)
  const text = wordsIn(STAGES, lang)
  const now = STAGE_OF[place.kind]
  const { draft } = place
  const { at } = view.application.get('path|')
  const to: Readonly<Record<Stage, Place>> = {
    know: !treeOpen
      ? { kind: 'outcome', draft }
      : at.kind === 'step'
        ? { kind: 'step', draft, step: at.id, back: false }
        : { kind: 'about', draft },
    fill: { kind: 'tasks', draft },
    attach: { kind: 'attachments', draft },
    handIn: { kind: 'packet', draft },
  }
  const time = text.minutes(minutes.from, minutes.to)
  return (
    <nav className="stages no-print" aria-label={text.title}>
      <ol className="stages__list">
        {STAGE_NAMES.map((stage, index) => (
          <li key={stage} className="stages__stage" data-now={stage === now} data-done={done[stage]}>
            <Link to={to[stage]} {...(stage === now && { current: 'step' as const })}>
              <span className="visually-hidden">{text.of(index + 1, STAGE_NAMES.length)} </span>
              {text.names[stage]}
              {done[stage] && <span className="visually-hidden"> ({text.done})</span>}
            </Link>
          </li>
        ))}
      </ol>
      <p className="stages__left">{treeOpen ? text.untilKnown(time) : done.fill ? '' : text.untilDone(time)}</p>
    </nav>
  )
}
