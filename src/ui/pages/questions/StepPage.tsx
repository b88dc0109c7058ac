import { localise } from '../../../engine/forms/format.ts'
import { grouped } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { stepFields } from '../../../machine/step-fields.ts'
import { stepsToCome } from '../../../machine/steps-of-tree.ts'
import { positionOf } from '../../../machine/tree-machine.ts'
import { Follows } from '../../parts/form/notes/Follows.tsx'
import { QuestionsForm } from '../../parts/form/QuestionsForm.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { useDraft, useJourney } from '../../use-journey.ts'
import { pageOf, walkOf } from '../../walk-of.ts'

/** One step of the decision tree: its question is the heading of the page. */
export function StepPage({ place }: { place: Extract<Place, { kind: 'step' }> }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  const { variant, application } = view
  const step = variant.steps.find((each) => each.id === place.step)
  if (!step) return null
  const { fields, follows } = stepFields(application, step)
  const steps = application.get('path|').steps.map(({ id }) => id)
  const { most, certain } = stepsToCome(application)
  const title = localise(step.title, lang)
  const onwards = (): void => {
    const walk = walkOf(session)
    walk.send({ type: 'ANSWERED', step: step.id, application: session.view().application })
    const at = positionOf(walk)
    if (place.back && at.kind !== 'stop') go({ kind: 'review', draft: place.draft })
    else if (at.kind !== 'step' || at.id !== step.id) go(pageOf(at, place.draft))
  }
  const number = Math.max(steps.indexOf(step.id), 0) + 1
  const before = steps[steps.indexOf(step.id) - 1]
  const back: Place = place.back
    ? { kind: 'review', draft: place.draft }
    : before === undefined
      ? { kind: 'about', draft: place.draft }
      : { kind: 'step', draft: place.draft, step: before, back: false }
  return (
    <Screen
      title={title}
      above={
        <p className="kicker">
          <Link to={back}>{place.back ? words.toReview : words.back}</Link> {words.step(number, Math.max(most, number), certain)}
        </p>
      }
    >
      {step.hint && <p className="lead">{localise(step.hint, lang)}</p>}
      <Follows follows={follows} draft={place.draft} />
      <QuestionsForm
        key={step.id}
        groups={grouped(variant, fields)}
        heading={fields.length === 1 && step.ask.length === 1}
        onDone={onwards}
      />
      <p>
        <Link to={{ kind: 'tree', draft: place.draft }}>{words.wholeTree}</Link>
      </p>
    </Screen>
  )
}
