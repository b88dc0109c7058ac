import { isUnknown } from '../../../feel/value.ts'
import { type Field, grouped } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { positionOf } from '../../../machine/tree-machine.ts'
import type { ResolvedQuestion } from '../../../model/variant.ts'
import { QuestionsForm } from '../../parts/form/QuestionsForm.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { HandIn } from '../../parts/HandIn.tsx'
import { useDraft, useJourney } from '../../use-journey.ts'
import { pageOf, walkOf } from '../../walk-of.ts'

/** What is applied for and when: comes before the tree, whose conditions may read it. */
export function AboutPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, go } = useJourney()
  const { session, view } = useDraft()
  const { variant, application } = view
  const first = variant.topics[0]?.id
  const fields = variant.questions
    .filter((question) => question.topic === first && question.subject === 'case' && isIntake(question))
    .map((question): Field => {
      const value = application.get(`fact|${question.id}|`)
      return { key: question.id, question, row: null, open: isUnknown(value), needed: isUnknown(value) }
    })
  // a date that is not known yet stays unknown: the tree works without it
  const mayGoOn = application.get('path|').steps.length > 0
  const onwards = (): void => {
    const walk = walkOf(session)
    walk.send({ type: 'ANSWERED', step: null, application: session.view().application })
    const at = positionOf(walk)
    go(at.kind === 'start' ? { kind: 'outcome', draft: place.draft } : pageOf(at, place.draft))
  }
  return (
    <Screen title={words.about.title}>
      <HandIn
        variant={variant}
        filing={view.assessment.dates.filing}
        open={false}
        sources={<Link to={{ kind: 'sources', draft: place.draft }}>{words.footer.sources}</Link>}
      />
      {mayGoOn && <p>{words.about.later}</p>}
      <QuestionsForm
        groups={grouped(variant, fields)}
        foldOptional={words.about.more}
        onDone={onwards}
        {...(mayGoOn && { onLater: onwards })}
      />
    </Screen>
  )
}

/** Asked of everybody: it has no condition and is not computed. */
const isIntake = (question: ResolvedQuestion): boolean => question.when === null && question.derived === null
