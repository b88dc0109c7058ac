import { localise } from '../../../engine/forms/format.ts'
import { grouped } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { stepFields } from '../../../machine/step-fields.ts'
import { sharpening, stepsToCome } from '../../../machine/steps-of-tree.ts'
import { positionOf } from '../../../machine/tree-machine.ts'
import { wordsIn } from '../../../model/lang.ts'
import { Follows } from '../../parts/form/notes/Follows.tsx'
import { QuestionsForm } from '../../parts/form/QuestionsForm.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { OUTCOME } from '../../text/later/outcome.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { pageOf, walkOf } from '../../walk-of.ts'

/** One step of the decision tree: its question is the heading of the page. Until every verdict is settled, only what a verdict waits for is asked; the
 * outcome leads back here for the rest. */
export function StepPage({ place }: { place: Extract<Place, { kind: 'step' | 'sharpen' }> }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  const { variant, application } = view
  const step = variant.steps.find((each) => each.id === place.step)
  if (!step) return null
  const sharpens = place.kind === 'sharpen'
  const { draft } = place
  const { fields, follows } = stepFields(application, step, sharpens)
  const title = localise(step.title, lang)
  const onwards = (): void => {
    const walk = walkOf(session)
    walk.send({ type: 'ANSWERED', step: step.id, application: session.view().application })
    const at = positionOf(walk)
    if (place.kind === 'step' && place.back && at.kind !== 'stop') go({ kind: 'review', draft })
    else if (at.kind !== place.kind || at.id !== step.id) go(pageOf(at, draft))
  }
  return (
    <Screen
      title={title}
      above={
        <p className="kicker">
          {place.kind === 'sharpen' ? (
            <>
              <Link to={{ kind: 'outcome', draft }}>{wordsIn(OUTCOME, lang).toOutcome}</Link>{' '}
              {wordsIn(OUTCOME, lang).sharpen(Math.max(sharpening(application).length, 1))}
            </>
          ) : (
            <StepNumber place={place} />
          )}
        </p>
      }
    >
      {step.hint && <p className="lead">{localise(step.hint, lang)}</p>}
      <Follows follows={follows} draft={draft} />
      <QuestionsForm
        key={step.id}
        groups={grouped(variant, fields)}
        heading={fields.length === 1 && step.ask.length === 1}
        onDone={onwards}
        {...(sharpens && { onLater: () => go({ kind: 'outcome', draft }) })}
      />
      <p>
        <Link to={{ kind: 'tree', draft }}>{words.wholeTree}</Link>
      </p>
    </Screen>
  )
}

/** The way back, and how many questions it takes at most until everything is known. */
function StepNumber({ place }: { place: Extract<Place, { kind: 'step' }> }) {
  const { words } = useJourney()
  const { application } = useDraft().view
  const { draft } = place
  const steps = application.get('path|').steps.map(({ id }) => id)
  const { most, certain } = stepsToCome(application)
  const at = steps.indexOf(place.step)
  const number = Math.max(at, 0) + 1
  const before = steps[at - 1]
  const back: Place = place.back
    ? { kind: 'review', draft }
    : before === undefined
      ? { kind: 'about', draft }
      : { kind: 'step', draft, step: before, back: false }
  return (
    <>
      <Link to={back}>{place.back ? words.toReview : words.back}</Link> {words.step(number, Math.max(most, number), certain)}
    </>
  )
}
