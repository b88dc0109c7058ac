import { useEffect, useRef } from 'react'
import type { CopyLine, CopySection } from '../../../engine/forms/copy-out.ts'
import { wordsIn } from '../../../model/lang.ts'
import { SEND_STEPS } from '../../text/later/packet/send-steps.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Button } from '../frame/Button.tsx'
import { Link } from '../frame/Link.tsx'

/** Puts the text of a line on the clipboard, and says so; where the browser does not allow it, the text is selected. */
export function useCopy(licence: string, say: (text: string) => void) {
  const { words, site } = useJourney()
  const { session } = useDraft()
  const text = useRef<HTMLParagraphElement>(null)
  const copy = async (line: CopyLine, done: boolean): Promise<void> => {
    const copied = await site.copy(line.text ?? '')
    if (!copied && text.current) window.getSelection()?.selectAllChildren(text.current)
    session.noteCopied(licence, line.key, done)
    // emptied first, so that screen readers announce the same text again
    say('')
    setTimeout(() => say(copied ? words.copy.copied(line.label) : words.copy.selected), 50)
  }
  return { text, copy }
}

/** One answer at a time, in the order in which somebody else's form asks them: resumes at the last one. */
export function CopyCard({ sections, licence, say }: { sections: readonly CopySection[]; licence: string; say: (text: string) => void }) {
  const { words, lang } = useJourney()
  const { session, view } = useDraft()
  const { text, copy } = useCopy(licence, say)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const { at, done } = view.draft.copied[licence] ?? { at: null, done: [] }
  const lines = sections.flatMap((section) => section.lines.map((line) => ({ line, section })))
  // the current line until it is done; else the next open one, else the first open one
  const from = lines.findIndex(({ line }) => line.key === at)
  const left = lines.filter(({ line }) => !done.includes(line.key))
  const here = lines.slice(Math.max(from, 0)).find(({ line }) => !done.includes(line.key)) ?? left[0]
  const index = here ? lines.indexOf(here) : -1
  const key = here?.line.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another line is shown, by a press on this card
  useEffect(() => {
    if (moved.current) heading.current?.focus()
    moved.current = false
  }, [key])
  const card = wordsIn(SEND_STEPS, lang).card
  if (!here) return <Alert kind="ok">{words.copy.all}</Alert>
  const { line, section } = here
  const go = (run: () => void): void => {
    moved.current = true
    run()
  }
  // a skipped line stays open: the next open one becomes current
  const after = [...lines.slice(index + 1), ...lines.slice(0, index)].find(({ line: other }) => !done.includes(other.key))
  const before = lines[index - 1]
  return (
    <section className="copy-card" aria-labelledby="copy-card">
      <progress className="copy-card__bar" max={lines.length} value={lines.length - left.length} aria-label={card.bar} />
      <p className="quiet">
        {card.place(index + 1, lines.length)} {section.title}
      </p>
      <h2 className="utrecht-heading-3" id="copy-card" ref={heading} tabIndex={-1}>
        <span className="copy__nr">{line.nr}</span> {line.label}
      </h2>
      <p className="copy-card__text" ref={text}>
        {line.text === null ? <Link to={{ kind: 'review', draft: view.draft.id }}>{words.copy.open}</Link> : line.text}
      </p>
      <p className="buttons">
        {line.text !== null && (
          <Button aria-label={`${words.copy.copy}: ${line.label}`} onClick={() => void copy(line, false)}>
            {words.copy.copy}
          </Button>
        )}
        <Button look="secondary" onClick={() => go(() => session.noteCopied(licence, line.key, true))}>
          {card.next}
        </Button>
      </p>
      <p className="buttons">
        {before && (
          <Button look="subtle" onClick={() => go(() => session.noteCopied(licence, before.line.key, false))}>
            {card.previous}
          </Button>
        )}
        {after && (
          <Button look="subtle" onClick={() => go(() => session.noteCopied(licence, after.line.key, false))}>
            {card.skip}
          </Button>
        )}
      </p>
    </section>
  )
}
