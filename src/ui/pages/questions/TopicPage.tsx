import { useEffect } from 'react'
import { localise } from '../../../engine/forms/format.ts'
import { agendaOf } from '../../../machine/pages.ts'
import type { Place } from '../../../machine/place.ts'
import { askedInTree } from '../../../machine/steps-of-tree.ts'
import { QuestionsForm } from '../../parts/form/QuestionsForm.tsx'
import { Button } from '../../parts/frame/Button.tsx'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** Questions of one topic, a readable page at a time. What the tree has asked is not asked again. */
export function TopicPage({ place }: { place: Extract<Place, { kind: 'topic' }> }) {
  const { words, lang, go } = useJourney()
  const { view, session } = useDraft()
  const { variant } = view
  const stepIds = new Set(variant.steps.flatMap(({ ask }) => ask))
  const topic = variant.topics.find((each) => each.id === place.topic)
  const page = usePages(
    (now, shown) => {
      const inTree = askedInTree(now.application, now.draft.withTopic)
      return (agendaOf(now.application).topics.get(place.topic) ?? []).filter(
        ({ open, question, key }) => open || !inTree.has(question.id) || key === place.at || shown.has(key),
      )
    },
    place.at,
    place.topic,
    'open',
  )
  // a topic opens at its first open question: the address is pinned to it, or "back" would lead to whatever is open by then
  const { anchor } = page
  useEffect(() => {
    if (place.at === null && anchor !== '') go({ ...place, at: anchor }, 'replace')
  }, [place, anchor, go])
  // a question asked here stays here on return, even one of the tree
  const ofTree = page.groups
    .flatMap(({ fields }) => fields.flatMap(({ question, open }) => (open && stepIds.has(question.id) ? [question.id] : [])))
    .join(' ')
  useEffect(() => {
    if (ofTree !== '') session.standWithTopic(ofTree.split(' '))
  }, [session, ofTree])
  const onwards = (): void => {
    const next = page.nextNow()
    if (place.back) go({ kind: 'review', draft: place.draft })
    else if (next !== null) go({ ...place, at: next })
    else go({ kind: 'tasks', draft: place.draft })
  }
  const label = topic ? localise(topic.label, lang) : place.topic
  return (
    <Screen
      title={page.total > 1 ? `${label} (${page.number + 1}/${page.total})` : label}
      above={
        <p className="kicker">
          <Link to={{ kind: place.back ? 'review' : 'tasks', draft: place.draft }}>{place.back ? words.toReview : words.toTasks}</Link>
          {page.previous !== null && <Link to={{ ...place, at: page.previous }}>{words.previous}</Link>}
        </p>
      }
    >
      {topic?.sensitive && <p className="lead">{words.tasks.sensitive}</p>}
      {page.groups.length === 0 ? (
        <>
          <p>{words.tasks.nothing}</p>
          <p className="buttons">
            <Button onClick={onwards}>{words.next}</Button>
          </p>
        </>
      ) : (
        <QuestionsForm
          key={`${place.topic}|${page.anchor}`}
          groups={page.groups}
          focus={place.back ? place.at : null}
          mayWait
          onDone={onwards}
          onLater={onwards}
        />
      )}
    </Screen>
  )
}
