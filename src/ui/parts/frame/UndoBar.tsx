import { useEffect, useId, useRef } from 'react'
import { factOf } from '../../../draft/diff-answers.ts'
import type { DraftView } from '../../../draft/session.ts'
import type { Done } from '../../../draft/undo.ts'
import { formatAnswer } from '../../../engine/answer-kinds/print-answer.ts'
import { localise, partyName } from '../../../engine/forms/format.ts'
import type { Place } from '../../../machine/place.ts'
import { answerKey, listKey } from '../../../model/answers/answers.ts'
import type { Edit } from '../../../model/answers/edit.ts'
import { type Lang, wordsIn } from '../../../model/lang.ts'
import type { AnswerJson } from '../../../model/schema/answer-file.ts'
import { ATTACHMENTS } from '../../text/later/attachments.ts'
import { UNDO } from '../../text/later/undo.ts'
import type { Words } from '../../text.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { labelOf, rowTitle } from '../row-title.ts'
import { Button } from './Button.tsx'
import { useHeld } from './press.ts'

/** What was done last, wherever it was done, with a button that undoes it; then what was done before it. At the foot of the page, where it covers nothing. */
export function UndoBar({ place }: { place: Extract<Place, { draft: string }> }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  // held, so that the foot of the page does not move during a press that gives an answer
  const { done, undone } = useHeld(view)
  const id = useId()
  const bar = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  // when the pressed button disappears, the focus moves to the one that is left
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body) bar.current?.querySelector('button')?.focus({ preventScroll: true })
    pressed.current = false
  })
  const text = wordsIn(UNDO, lang).last
  if (!done && !undone) return null
  const undo = (): void => {
    pressed.current = true
    session.undo()
    // leave the page of a row that no longer exists
    const { answers } = session.view().application
    const row = place.kind === 'row' ? answers.rows.get(place.row) : undefined
    if (row && !answers.lists.get(listKey(row.collection, row.parent))?.includes(row.id))
      go({ kind: 'list', draft: place.draft, list: listKey(row.collection, row.parent) })
  }
  const redo = (): void => {
    pressed.current = true
    session.redo()
  }
  return (
    <section ref={bar} className="undo-bar no-print" aria-label={text.title}>
      {done && (
        <p className="undo-bar__line">
          <span className="undo-bar__what" id={`${id}-done`}>
            {whatOf(done, view, lang, words)}
          </span>{' '}
          <Button look="subtle" aria-describedby={`${id}-done`} onClick={undo}>
            {text.undo}
          </Button>
        </p>
      )}
      <p className="undo-bar__line">
        <span className="undo-bar__what" id={`${id}-undone`} role="status">
          {undone && text.undone(whatOf(undone, view, lang, words))}
        </span>
        {undone && (
          <Button look="subtle" aria-describedby={`${id}-undone`} onClick={redo}>
            {text.redo}
          </Button>
        )}
      </p>
    </section>
  )
}

/** What was done, in words: the answer, or for several their number and the first. */
function whatOf({ edits, back }: Done, view: DraftView, lang: Lang, words: Words): string {
  const text = wordsIn(UNDO, lang).last
  const said = edits.flatMap((each) => (each.kind === 'leftEmpty' ? [] : (wordsFor(each, back, view, lang, words) ?? [])))
  const [first = text.title] = said
  return said.length > 1 && said.length === edits.filter(({ kind }) => kind === 'answer').length ? text.several(said.length, first) : first
}

function wordsFor(each: Edit, back: Done['back'], view: DraftView, lang: Lang, words: Words): string | null {
  const text = wordsIn(UNDO, lang).last
  const { application, variant } = view
  const listName = (collection: string): string => {
    const found = application.index.collections.get(collection)
    return found ? localise(found.label, lang) : collection
  }
  switch (each.kind) {
    case 'answer': {
      const key = answerKey(each.fact, each.row ?? null)
      const other = back.find((change) => change.kind === 'answer' && answerKey(change.fact, change.row ?? null) === key)
      const question = application.index.questions.get(each.fact)
      if (other?.kind !== 'answer' || !question) return null
      const printed = (value: AnswerJson): string => formatAnswer(question, value, lang, (party) => partyName(application, party))
      // the opposite edit holds the value as it was, or after an undo as it will be
      const { value: now } = each
      const before = JSON.stringify(other.value) === JSON.stringify(now) ? application.get(`answer|${key}`) : other.value
      const label = labelOf(view, key, lang, words)
      if (now === undefined) return text.cleared(label, before === undefined ? wordsIn(UNDO, lang).before.empty : printed(before))
      return before === undefined ? text.answered(label, printed(now)) : text.changed(label, printed(before), printed(now))
    }
    case 'addRow':
      return text.added(rowTitle(view, each.id, lang, words))
    case 'removeRow':
      return text.removed(rowTitle(view, each.id, lang, words))
    case 'complete':
      return each.complete ? text.complete(listName(each.collection)) : text.reopened(listName(each.collection))
    case 'attach': {
      const key = answerKey(each.document, each.row ?? null)
      const { later, noneOfThese, missing } = wordsIn(ATTACHMENTS, lang)
      const name = view.assessment.documents.find((document) => answerKey(document.id, document.row) === key)?.name
      const found = variant.documents.find(({ id }) => id === factOf(key).fact)
      return text.attached(
        name ?? (found ? localise(found.name, lang) : each.document),
        each.state === 'later' ? later : each.state === 'none' ? noneOfThese : missing,
      )
    }
    case 'leftEmpty':
      return null
    default:
      return each satisfies never
  }
}
