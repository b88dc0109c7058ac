import { readerOn } from '../../engine/reader.ts'
import { isUnknown, type Value } from '../../feel/value.ts'
import { type Field, grouped } from '../../machine/pages.ts'
import type { Place } from '../../machine/place.ts'
import { onwardFrom } from '../../machine/walk-tree.ts'
import type { VQuestion } from '../../model/variant.ts'
import { QuestionsForm } from '../parts/QuestionsForm.tsx'
import { Screen } from '../parts/Screen.tsx'
import { useDraft, useJourney } from '../use-journey.ts'

/** What is applied for and when: stands before the tree, whose conditions may read it. */
export function AboutPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, go } = useJourney()
  const { session, view } = useDraft()
  const { variant, one } = view
  const first = variant.topics[0]?.id
  const fields = variant.questions
    .filter((question) => question.topic === first && question.subject === 'case' && isIntake(question))
    .map((question): Field => {
      const value = one.memo.get(`fact|${question.id}|`) as Value
      return { key: question.id, question, row: null, open: isUnknown(value), needed: isUnknown(value) }
    })
  const onwards = (): void => {
    const next = onwardFrom(variant, null, readerOn(session.view().one))
    if (next.kind === 'step') go({ kind: 'step', draft: place.draft, step: next.id, back: false })
    else go({ kind: 'outcome', draft: place.draft })
  }
  return (
    <Screen title={words.about.title}>
      <QuestionsForm groups={grouped(variant, fields)} onDone={onwards} />
    </Screen>
  )
}

/** Asked of everybody: it has no condition and is not computed. */
const isIntake = (question: VQuestion): boolean => question.when === null && question.derived === null
