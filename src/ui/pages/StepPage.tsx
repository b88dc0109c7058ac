import { say } from '../../engine/print.ts'
import { readerOn } from '../../engine/reader.ts'
import { isUnknown, type Value } from '../../feel/value.ts'
import { type Field, grouped } from '../../machine/pages.ts'
import type { Place } from '../../machine/place.ts'
import { onwardFrom, stepsToCome, walkTree } from '../../machine/walk-tree.ts'
import { Link } from '../parts/Link.tsx'
import { QuestionsForm } from '../parts/QuestionsForm.tsx'
import { Screen } from '../parts/Screen.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

/** One step of the decision tree: its question is the heading of the page. */
export function StepPage({ place }: { place: Extract<Place, { kind: 'step' }> }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  const { variant, one, answers } = view
  const step = variant.steps.find((each) => each.id === place.step)
  if (!step) return null
  const fields = step.ask.flatMap((fact): Field[] => {
    const question = one.index.questions.get(fact)
    const value = one.memo.get(`fact|${fact}|`) as Value
    // what a more exact answer has decided is not asked again
    const decided = question?.refinedBy && !isUnknown(value) && !answers.values.has(fact)
    return question && value !== null && !decided
      ? [{ key: fact, question, row: null, open: isUnknown(value), needed: isUnknown(value) }]
      : []
  })
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
  return (
    <Screen title={title} above={<p className="kicker">{words.step(number, Math.max(most, number), certain)}</p>}>
      {step.hint && <p className="lead">{say(step.hint, lang)}</p>}
      <QuestionsForm key={step.id} groups={grouped(variant, fields)} heading={fields.length === 1} onDone={onwards} />
      <p>
        <Link to={{ kind: 'tree', draft: place.draft }}>{words.wholeTree}</Link>
      </p>
    </Screen>
  )
}
