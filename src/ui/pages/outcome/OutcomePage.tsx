import { formatDate } from '../../../engine/forms/format.ts'
import type { Place } from '../../../machine/place.ts'
import { countOpen, mayStopSomebody, sharpening } from '../../../machine/steps-of-tree.ts'
import { wordsIn } from '../../../model/lang.ts'
import { leftFor } from '../../parts/agenda-for.ts'
import { Alert } from '../../parts/frame/Alert.tsx'
import { Button } from '../../parts/frame/Button.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { Advice, Extras, Warnings } from '../../parts/outcome/AlsoArrange.tsx'
import { BeyondStatute } from '../../parts/outcome/BeyondStatute.tsx'
import { Blockers } from '../../parts/outcome/Blockers.tsx'
import { Costs } from '../../parts/outcome/Costs.tsx'
import { InShort, openingText } from '../../parts/outcome/InShort.tsx'
import { AreaNotice, EventNights } from '../../parts/outcome/LocalRules.tsx'
import { Proof } from '../../parts/outcome/Proof.tsx'
import { TimeLine } from '../../parts/outcome/TimeLine.tsx'
import { Verdicts } from '../../parts/outcome/Verdicts.tsx'
import { COMPARE } from '../../text/later/compare.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** The answer people came for, on one screen: what is needed, what it costs, when one can open, and the way on. The rest is folded away. */
export function OutcomePage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang, site } = useJourney()
  const { view } = useDraft()
  const { assessment, application } = view
  const left = leftFor(view)
  const { at } = application.get('path|')
  const openStep = at.kind === 'step' ? at.id : undefined
  const text = wordsIn(OUTCOME, lang)
  const exact = sharpening(application)
  const stops = mayStopSomebody(application)
  const [[firstLeft], [firstStop]] = [exact, stops]
  const count = (duty: string): number =>
    assessment.licences.filter((result) => result.verdict === 'needed' && !result.via && result.duty === duty).length
  return (
    <Screen title={words.outcome.title}>
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
      <Verdicts />
      <InShort />
      <p className="buttons no-print">
        {firstStop ? (
          <Link button to={{ kind: 'sharpen', draft: place.draft, step: firstStop.id }}>
            {text.mayStop(countOpen(stops))}
          </Link>
        ) : (
          <Link button to={{ kind: 'tasks', draft: place.draft }}>
            {left.answers.length + left.lists.length > 0 ? words.outcome.go : words.toTasks}
          </Link>
        )}
      </p>
      {firstLeft && (
        <p>
          {text.exact(countOpen(exact))} {text.exactWhy}{' '}
          {!firstStop && <Link to={{ kind: 'sharpen', draft: place.draft, step: firstLeft.id }}>{text.toExact}</Link>}
        </p>
      )}
      <p className="quiet">{words.outcome.basis(formatDate(assessment.dates.today, lang), assessment.ruleSet.version)}</p>
      <Blockers />
      <Costs />
      <TimeLine short={openingText(assessment, lang)} />
      <Warnings />
      <Extras />
      <Advice />
      <EventNights />
      <BeyondStatute />
      <Proof />
      <p className="buttons no-print">
        {site.towns.length > 1 && (
          <Link look="secondary" to={{ kind: 'compare', draft: place.draft, towns: [] }}>
            {wordsIn(COMPARE, lang).link}
          </Link>
        )}
        <Button look="secondary" onClick={() => window.print()}>
          {words.outcome.print}
        </Button>
      </p>
    </Screen>
  )
}
