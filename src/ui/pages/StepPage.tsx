import { say } from '../../engine/forms/print.ts'
import { readerOn } from '../../engine/reader.ts'
import { grouped } from '../../machine/pages.ts'
import type { Place } from '../../machine/place.ts'
import { stepFields } from '../../machine/step-fields.ts'
import { onwardFrom, stepsToCome, walkTree } from '../../machine/walk-tree.ts'
import { Follows } from '../parts/form/Follows.tsx'
import { QuestionsForm } from '../parts/form/QuestionsForm.tsx'
import { Link } from '../parts/frame/Link.tsx'
import { Screen } from '../parts/frame/Screen.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

/** One step of the decision tree: its question is the heading of the page. */
export function StepPage({ place }: { place: Extract<Place, { kind: 'step' }> }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  const { variant, one } = view
  const step = variant.steps.find((each) => each.id === place.step)
  if (!step) return null
  const { fields, follows } = stepFields(one, step)
  const { steps } = walkTree(variant, readerOn(one))
  const { most, certain } = stepsToCome(variant, readerOn(one))
  const title = say(step.title, lang)
  const onwards = (): void => {
    const next = onwardFrom(variant, step.id, readerOn(session.view().one))
    if (next.kind === 'stop') go({ kind: 'stop', draft: place.draft })
    else if (place.back) go({ kind: 'review', draft: place.draft })
    else if (next.kind === 'step' && next.id !== step.id) go({ kind: 'step', draft: place.draft, step: next.id, back: false })
    else if (next.kind === 'done') go({ kind: 'outcome', draft: place.draft })
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
      {step.hint && <p className="lead">{say(step.hint, lang)}</p>}
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
