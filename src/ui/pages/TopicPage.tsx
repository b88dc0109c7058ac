import { useMemo } from 'react'
import { say } from '../../engine/print.ts'
import { agendaOf } from '../../machine/pages.ts'
import type { Place } from '../../machine/place.ts'
import { Link } from '../parts/Link.tsx'
import { QuestionsForm } from '../parts/QuestionsForm.tsx'
import { Screen } from '../parts/Screen.tsx'
import { usePages } from '../parts/use-pages.ts'
import { useDraft, useJourney } from '../use-journey.ts'

/** Questions of one topic, a readable page at a time. What the tree asked already is not asked again. */
export function TopicPage({ place }: { place: Extract<Place, { kind: 'topic' }> }) {
  const { words, lang, go } = useJourney()
  const { view } = useDraft()
  const { variant, one } = view
  const topic = variant.topics.find((each) => each.id === place.topic)
  const fields = useMemo(() => {
    const inTree = new Set(variant.steps.flatMap((step) => step.ask))
    return (agendaOf(one).topics.get(place.topic) ?? []).filter(
      (field) => field.open || !inTree.has(field.question.id) || field.key === place.at,
    )
  }, [one, variant, place.topic, place.at])
  const page = usePages(variant, fields, place.at, place.topic)
  const onwards = (): void => {
    if (place.back) go({ kind: 'review', draft: place.draft })
    else if (page.next !== null) go({ ...place, at: page.next })
    else go({ kind: 'tasks', draft: place.draft })
  }
  const label = topic ? say(topic.label, lang) : place.topic
  return (
    <Screen
      title={page.total > 1 ? `${label} (${page.number + 1}/${page.total})` : label}
      above={
        <p className="kicker">
          <Link to={{ kind: place.back ? 'review' : 'tasks', draft: place.draft }}>{place.back ? words.toReview : words.toTasks}</Link>
        </p>
      }
    >
      {topic?.sensitive && <p className="lead">{words.tasks.sensitive}</p>}
      {page.groups.length === 0 ? (
        <p>{words.tasks.nothing}</p>
      ) : (
        <QuestionsForm key={`${place.topic}|${page.anchor}`} groups={page.groups} onDone={onwards} onLater={onwards} />
      )}
    </Screen>
  )
}
