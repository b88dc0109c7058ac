import { useEffect, useState } from 'react'
import type { Place } from '../../../machine/place.ts'
import { answerKey } from '../../../model/answers/answers.ts'
import { wordsIn } from '../../../model/lang.ts'
import { DocumentCard } from '../../parts/attachments/DocumentCard.tsx'
import { type DocumentGroup, documentGroups, slowKeys } from '../../parts/attachments/groups.ts'
import { Link } from '../../parts/frame/Link.tsx'
import { Screen } from '../../parts/frame/Screen.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { Scene } from '../../parts/scenes/Scene.tsx'
import { ATTACHMENTS } from '../../text/later/attachments.ts'
import { useDraft, useJourney } from '../../use-journey.ts'

/** The documents to attach: what takes weeks first, then grouped by whom they are about, each with the day to start on it. */
export function AttachmentsPage({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang, site } = useJourney()
  const { view } = useDraft()
  useEffect(() => site.later(site.prepareAttachments, 1000), [site])
  const [slow] = useState(() => slowKeys(view))
  const groups = documentGroups(view, slow)
  const hasNone = Object.keys(view.draft.files).length === 0
  const titleOf = ({ key, row }: DocumentGroup): string =>
    key === 'slow'
      ? wordsIn(ATTACHMENTS, lang).slow
      : row === null || !view.application.answers.rows.has(row)
        ? wordsIn(ATTACHMENTS, lang).ofBusiness
        : rowTitle(view, row, lang, words)
  return (
    <Screen
      title={wordsIn(ATTACHMENTS, lang).title}
      above={
        <p className="kicker">
          <Link to={{ kind: 'tasks', draft: place.draft }}>{words.toTasks}</Link>
        </p>
      }
    >
      <div className={hasNone ? 'with-scene' : undefined}>
        {hasNone && <Scene name={groups.length === 0 ? 'done' : 'attach'} />}
        {groups.length === 0 ? <p>{wordsIn(ATTACHMENTS, lang).none}</p> : <p className="lead">{wordsIn(ATTACHMENTS, lang).intro}</p>}
      </div>
      {groups.length > 0 && (
        <p>
          {wordsIn(ATTACHMENTS, lang).several} {wordsIn(ATTACHMENTS, lang).inPdf}
        </p>
      )}
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`}>
          <h2 className="utrecht-heading-2" id={`group-${group.key}`}>
            {titleOf(group)} (
            {wordsIn(ATTACHMENTS, lang).done(
              group.documents.filter(({ document }) => document.state !== 'missing').length,
              group.documents.length,
            )}
            )
          </h2>
          <ul className="cards">
            {group.documents.map(({ document, begin }) => (
              <DocumentCard key={answerKey(document.id, document.row)} document={document} begin={begin} />
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  )
}
