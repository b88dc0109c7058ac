import { useEffect, useRef } from 'react'
import { outlineOf } from '../../../authoring/draw/outline.ts'
import { drawTree } from '../../../authoring/draw/tree.ts'
import type { Place } from '../../../machine/place.ts'
import { localeOf } from '../../../model/lang.ts'
import { bare } from '../../../model/languages/bare.ts'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { readDrawing } from '../../parts/read-drawing.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** The whole tree, as a list and drawn, with one's own path marked. */
export function TreePage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const walked = new Set(view.application.get('path|').steps.map(({ id }) => id))
  const outline = outlineOf(view.variant, lang)
  const frame = useRef<HTMLElement>(null)
  const svg = bare(drawTree(view.variant, 'svg', lang, walked))
  useEffect(() => {
    const drawing = readDrawing(svg)
    drawing.setAttribute('focusable', 'false')
    drawing.setAttribute('lang', localeOf(lang))
    frame.current?.replaceChildren(drawing)
  }, [svg, lang])
  return (
    <Screen
      title={words.tree.title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      <p className="lead">
        {outline.summary} {words.tree.hint}
      </p>
      <h2 className="utrecht-heading-2">{words.tree.steps}</h2>
      <ol className="utrecht-ordered-list steps">
        {outline.steps.map((step) => (
          <li key={step.id}>
            <Link
              to={
                walked.has(step.id)
                  ? { kind: 'step', draft: place.draft, step: step.id, back: false }
                  : { kind: 'sharpen', draft: place.draft, step: step.id }
              }
            >
              {step.title}
            </Link>
            {walked.has(step.id) && <strong> ({words.tree.yours})</strong>}
            {step.condition !== null && (
              <p className="quiet">
                {words.tree.only} {step.condition}.
              </p>
            )}
            {step.questions.map((question) => (
              <p key={question.id}>
                {question.label !== step.title && `${question.label} `}
                <span className="quiet">{question.options.join(' · ')}</span>
              </p>
            ))}
            {step.stops.map((stop) => (
              <p key={stop.id}>
                {words.tree.stop} {stop.condition}. {stop.goTo}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <h2 className="utrecht-heading-2" id="drawn">
        {words.tree.drawn}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll drawing" tabIndex={0} aria-labelledby="drawn" ref={frame} />
    </Screen>
  )
}
